"""What one may tell of a try without giving anything away: in words first, so that a screen reader can say it."""

from __future__ import annotations

from datetime import date

from bot.community.daily.streaks import Streak
from bot.community.daily.tries import CLUES, Standing, Try

__all__ = ["day_said", "result_said", "share_line", "streak_said"]

SPENT, FOUND, LEFT = "🟥", "🟩", "⬜"


def share_line(played: Try, streak: Streak) -> str:
    """A sentence or two, and a row of squares that says the same: nothing of the puzzle itself."""
    row = f" {streak_said(streak)}" if played.standing is Standing.FOUND and streak.now > 1 else ""
    return f"Daily montage of {day_said(played.day)}: {result_said(played)}{row}\n{_squares(played)}"


def result_said(played: Try) -> str:
    """How a try ended."""
    match played.standing:
        case Standing.FOUND:
            return f"found with {_clues(played)}{_misses(played)}, {_counted(played.points, 'point')} of {CLUES}."
        case Standing.GIVEN_UP:
            return f"given up after {_clues(played)}{_misses(played)}."
        case Standing.LOST:
            return f"not found with {_clues(played)}{_misses(played)}."
        case Standing.OPEN:
            return f"not found yet, {_clues(played)} so far{_misses(played)}."


def streak_said(streak: Streak) -> str:
    return f"{_counted(streak.now, 'day')} in a row."


def day_said(day: date) -> str:
    """A date as it is said, the same in every language of the computer: "1 January 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _squares(played: Try) -> str:
    found = played.standing is Standing.FOUND
    spent = played.clues - found
    return SPENT * spent + FOUND * found + LEFT * (CLUES - played.clues)


def _clues(played: Try) -> str:
    return "all clues" if played.clues == CLUES else f"{played.clues} of {CLUES} clues"


def _misses(played: Try) -> str:
    return f" and {_counted(played.guesses, 'wrong guess', 'wrong guesses')}" if played.guesses else ""


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
