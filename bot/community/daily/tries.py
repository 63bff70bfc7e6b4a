"""One person's try at a puzzle: a ladder of clues, what a guess does, and what it is worth."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.community.daily.order import day_of

__all__ = ["CLUES", "GRACE", "MOST_GUESSES", "Judged", "Standing", "Try", "points_at"]

#: Rungs of the ladder; found at the first one, a montage is worth as many points.
CLUES = 5
#: Guesses after which a try is over, near misses included: they cost no clue, but nobody shall try out names for ever.
MOST_GUESSES = 10
#: How long after the end of its day a try that was begun may be finished.
GRACE = timedelta(hours=1)


class Judged(Enum):
    """What a guess is; who judges knows names and how they are misspelt."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"


class Standing(StrEnum):
    """How far a try has come; kept, so the words stay."""

    OPEN = "open"
    FOUND = "found"
    LOST = "lost"
    GIVEN_UP = "given-up"


class Try(Struct, frozen=True):
    """A try at the puzzle of a day. It belongs to that day, however late it is finished."""

    day: date
    begun_at: datetime
    clues: int = 1
    guesses: int = 0  # that were not right
    standing: Standing = Standing.OPEN
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        return self.standing is not Standing.OPEN

    @property
    def points(self) -> int:
        return points_at(self.clues) if self.standing is Standing.FOUND else 0

    def may_go_on(self, at: datetime) -> bool:
        """Whether it may still be played: during its day, and a while into the next for who was in the middle of it."""
        end = datetime.combine(self.day + timedelta(days=1), time(), UTC)
        return not self.is_over and (day_of(at) <= self.day or at < end + GRACE)

    def with_clue(self, number: int) -> Try:
        """The same with the ladder down to that rung; a second click on one button opens no second clue."""
        return self if self.is_over else replace(self, clues=max(self.clues, min(number, CLUES)))

    def guessed(self, judged: Judged, at: datetime) -> Try:
        """What a guess makes of it: the right one ends it, a wrong one costs a clue, a near miss nothing."""
        if self.is_over:
            return self
        if judged is Judged.RIGHT:
            return self._ended(Standing.FOUND, at)
        missed = replace(self, guesses=self.guesses + 1)
        if missed.guesses >= MOST_GUESSES or (judged is Judged.WRONG and self.clues >= CLUES):
            return missed._ended(Standing.LOST, at)
        return missed if judged is Judged.CLOSE else missed.with_clue(self.clues + 1)

    def given_up(self, at: datetime) -> Try:
        return self if self.is_over else self._ended(Standing.GIVEN_UP, at)

    def _ended(self, standing: Standing, at: datetime) -> Try:
        return replace(self, standing=standing, ended_at=at)


def points_at(clues: int) -> int:
    """What a montage is worth that is found with so many clues: five with the first, one with all."""
    return CLUES + 1 - clues
