"""What is being answered just now: everything that is done for it, logged of it and said to the user knows its id."""

from __future__ import annotations

import secrets
import time
from contextvars import ContextVar
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

__all__ = ["Asked", "Way", "begin", "being_answered", "reference"]


class Way(StrEnum):
    """How somebody came to the bot."""

    MESSAGE = "message"
    COMMAND = "command"
    CLICK = "click"
    TYPING = "typing"  # an option of a command, letter by letter


def _new_reference() -> str:
    return secrets.token_hex(4)


class Asked(Struct, dict=True):
    """A message, command, click or letter that is being answered."""

    way: Way
    begun: float = field(default_factory=time.monotonic)
    failed: bool = False  # whether there was nothing for the user but an apology
    understanding: float | None = None  # seconds until there was something to send; None while there is not

    @cached_property
    def reference(self) -> str:
        """The id of it; most are never spoken of, and need none."""
        return _new_reference()

    def understood(self) -> None:
        """There is something to send; only the first time counts."""
        if self.understanding is None:
            self.understanding = self.seconds()

    def seconds(self) -> float:
        """How long ago it began."""
        return time.monotonic() - self.begun


_asked: ContextVar[Asked | None] = ContextVar("_asked", default=None)


def begin(way: Way) -> Asked:
    """From here on the task that calls this, and what it starts, answers something new."""
    asked = Asked(way)
    _asked.set(asked)
    return asked


def being_answered() -> Asked | None:
    """What the task that calls this answers; None where nobody asked."""
    return _asked.get()


def reference() -> str:
    """The id of what is being answered, or a new one where nobody asked."""
    asked = _asked.get()
    return asked.reference if asked else _new_reference()
