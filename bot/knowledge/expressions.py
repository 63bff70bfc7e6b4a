"""Regular expressions that are compiled when they are first looked for: a start needs few of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast

__all__ = ["Expression", "expression"]


class Expression:
    """Has all that a compiled expression has, and has it compiled from when any of it is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not here yet; from then on it is here."""
        value = getattr(self.compiled, name)
        setattr(self, name, value)
        return value


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, as far as anybody can tell who looks for it in a text."""
    return cast("re.Pattern[str]", Expression(text, flags))
