"""How each fresh set of questions went at its first measurement: what first_figures.yaml remembers, as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.tables import share, table

FILE = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class FirstFigure:
    """A set of questions when it was fresh. `wrong` counts wrong but confident answers; None where nobody counted."""

    set: str
    date: dt.date
    items: int
    passed: int
    wrong: int | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        wrong = "not counted" if self.wrong is None else share(self.wrong, self.items)
        return self.set, self.date.isoformat(), str(self.items), share(self.passed, self.items), wrong


def first_figures(path: Path = FILE) -> list[FirstFigure]:
    """The figures in the file's order. A key that is none of ours is a mistake and raises."""
    written: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [FirstFigure(**each) for each in written]


def first_figure_table(figures: Iterable[FirstFigure]) -> str:
    return table(("Set", "First measured", "Items", "Passed", "Wrong but confident"), [each.cells for each in figures])
