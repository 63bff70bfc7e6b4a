"""What was tried, and what of it went wrong: the rows of docs/reliability.md."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.tables import table

__all__ = ["Trial", "show", "trial_table"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of fault, how often it was tried, and how often something was lost, wrong or left without an answer."""

    what: str
    tried: int
    lost: int
    command: str  # after `python -m`; does just this
    besides: str = ""  # what else there is to know


def trial_table(trials: Iterable[Trial]) -> str:
    rows = [
        (each.what, f"{each.tried:,}", each.lost if not each.lost else f"**{each.lost:,}**", each.besides, each.command)
        for each in trials
    ]
    return table(
        ("What happens", "Tried", "Lost or wrong", "Besides", "`python -m …`"),
        [(*row[:4], f"`{row[4]}`") for row in rows],
    )


def show(trials: Iterable[Trial]) -> None:
    """Prints the rows as they come, and ends the program with 1 when anything was lost."""
    lost = 0
    for each in trials:
        besides = f"; {each.besides}" if each.besides else ""
        print(f"{each.what}: {each.tried:,} tried, {each.lost:,} lost or wrong{besides}", flush=True)
        lost += each.lost
    if lost:
        sys.exit(1)
