"""What `doctor` finds of something it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "State"]


class State(StrEnum):
    """How something is."""

    WELL = "ok"
    MIND = "mind"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do about it."""

    state: State
    what: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.state:<5}  {self.what}: {self.sentence}"
