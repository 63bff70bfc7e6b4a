"""Which montage a day gets: a seeded order over ids, and what was played before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

__all__ = ["day_of", "next_puzzle"]

#: Changing it shuffles what is to come; what was played stays.
SEED = "daily montage"


def day_of(moment: datetime) -> date:
    """The day whose puzzle is played at a moment: that of UTC, everywhere."""
    return moment.astimezone(UTC).date()


def next_puzzle(montages: Iterable[str], played: Mapping[str, int]) -> str | None:
    """Of the montages played least often, the first in the order of their round; None where there are none.

    Each id has a place of its own, whatever others there are: a montage that is added moves none of the others, and
    is in for its first round as long as it was never played.
    """
    return min(montages, key=lambda montage: _place(montage, played.get(montage, 0)), default=None)


def _place(montage: str, rounds: int) -> tuple[int, str]:
    return rounds, sha256(f"{SEED}/{rounds}/{montage}".encode()).hexdigest()
