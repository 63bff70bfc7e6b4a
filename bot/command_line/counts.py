"""`montage-bot stats`: what the catalogue holds, as tables with a bar for each count."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from bot.answers.card import UNCONFIRMED
from bot.knowledge.statistics import Statistics

__all__ = ["show"]

WIDEST_BAR = 40  # columns


def show(counts: Statistics) -> None:
    """Prints the counts to standard output."""
    console = Console(highlight=False)
    with console.capture() as shown:  # printing by itself, rich makes a failure of its own of a reader who is gone
        _print(console, counts)
    sys.stdout.write(shown.get())


def _print(console: Console, counts: Statistics) -> None:
    console.print(
        f"[bold]{counts.montages} montages[/] of {counts.films} films, {counts.strict} of them in the strict sense.\n"
        f"{counts.songs} songs. {counts.lists} lists, {counts.ordered_lists} of them ranked.\n"
    )
    tables = {"Decade": counts.by_decade, "Kind or tag": counts.by_kind, "Confidence": counts.by_confidence}
    for heading, by_name in tables.items():
        console.print(_table(heading, by_name))
        console.print()
    console.print(_without_a_page(counts.without_source), markup=False)


def _without_a_page(montages: Sequence[str]) -> str:
    if not montages:
        return "Each montage is confirmed by a page we have read, or part of it is."
    are = "montage is" if len(montages) == 1 else "montages are"
    return f"{len(montages)} {are} {UNCONFIRMED}: {', '.join(montages)}."


def _table(heading: str, by_name: Mapping[str, int]) -> Table:
    table = Table(box=None, header_style="bold yellow", pad_edge=False)
    table.add_column(heading, no_wrap=True, min_width=len("passage-of-time"))
    table.add_column("Montages", justify="right")
    table.add_column()
    most = max(by_name.values(), default=1)
    for name, number in by_name.items():
        table.add_row(name, str(number), f"[cyan]{'█' * max(1, round(WIDEST_BAR * number / most))}[/]")
    return table
