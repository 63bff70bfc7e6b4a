"""How many days in a row somebody found the daily montage."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

__all__ = ["Streak", "streak_of"]

DAY = timedelta(days=1)


class Streak(Struct, frozen=True):
    """Days in a row: those that last until now, and the most there ever were."""

    now: int = 0
    longest: int = 0


def streak_of(found: Iterable[date], today: date) -> Streak:
    """The streak of who found the montages of those days, as it was today: what came later does not count.

    Today's still to come does not end it; a day missed does.
    """
    row = longest = 0
    last: date | None = None
    for day in sorted({day for day in found if day <= today}):
        row = row + 1 if last is not None and day - last == DAY else 1
        longest, last = max(longest, row), day
    lasts = last is not None and today - last <= DAY
    return Streak(row if lasts else 0, longest)
