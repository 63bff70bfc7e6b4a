"""Mistakes that members report in what is said of a montage, and what moderators do about them. Pure rules."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from bot.community.suggestions import Below

__all__ = ["LONGEST_REPORT", "MOST_WAITING", "MOST_WAITING_OF_ONE", "Report", "full", "settled"]

#: Characters of what is said to be wrong.
LONGEST_REPORT = 600
#: Reports that may wait, of one member and of all on a server.
MOST_WAITING_OF_ONE, MOST_WAITING = 5, 50
TOO_MANY_OF_ONE = "You have {most} reports that wait for the moderators. Report more once they have settled them."
TOO_MANY = "{most} reports wait for this server's moderators already. Report yours once they have settled some."


class Report(Struct, frozen=True):
    """A report as it is kept."""

    number: int
    server: int
    member: int
    montage: str
    said: str
    settled_by: int | None = None  # nobody, too, once they had all that is kept of them deleted
    settled_at: datetime | None = None  # nothing while it waits
    below: Below | None = None

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None


def full(of_one: int, of_all: int) -> str:
    """Why one more report cannot wait; empty where it can."""
    if of_one >= MOST_WAITING_OF_ONE:
        return TOO_MANY_OF_ONE.format(most=MOST_WAITING_OF_ONE)
    return TOO_MANY.format(most=MOST_WAITING) if of_all >= MOST_WAITING else ""


def settled(before: Report, settle: bool, by: int, at: datetime) -> tuple[int | None, datetime | None] | None:
    """Who settled it and when, once it is settled or waits again; None where somebody else was faster."""
    if settle is before.is_settled:
        return None
    return (by, at) if settle else (None, None)
