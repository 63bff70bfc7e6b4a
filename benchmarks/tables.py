"""Figures as Markdown: tables, quantiles, bars that hold or do not, and pages that say how they were made."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HIGH = 0.99


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure has to reach: at least or at most so much; None where nothing was wanted of it."""

    what: str
    figure: float
    bar: float | None
    unit: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        if self.bar is None:
            return True
        return self.figure >= self.bar if self.at_least else self.figure <= self.bar

    @property
    def cells(self) -> tuple[str, str, str, str]:
        sign = "≥" if self.at_least else "≤"
        counted = isinstance(self.figure, int) or self.figure >= 100
        figure = f"{self.figure:.0f}" if counted else f"{self.figure:.2f}"
        if self.bar is None:
            return self.what, f"{figure} {self.unit}", "–", "–"
        return (
            self.what,
            f"{figure} {self.unit}",
            f"{sign} {self.bar:.4g} {self.unit}",
            "yes" if self.holds else "**no**",
        )


#: The first cell of a table of bars that belong into a page's summary.
OF_THE_SUMMARY = "Bar"


def bar_table(bars: Iterable[Bar], first: str = OF_THE_SUMMARY) -> str:
    return table((first, "Measured", "Wanted", "Holds"), [bar.cells for bar in bars])


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def quantile(values: Iterable[float], at: float) -> float:
    """The value that this part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * at))]


def median_and_high(values: Sequence[float]) -> tuple[str, str]:
    """Median and 99th percentile, as cells."""
    return f"{quantile(values, 0.5):.2f}", f"{quantile(values, HIGH):.2f}"


def machine() -> str:
    """What it was measured on, as far as a reader needs it to compare."""
    return f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, one core"


def measured_on() -> str:
    """The machine, and how many others wanted it meanwhile: what waits for a core is measured as slow."""
    wanted = f"{os.getloadavg()[0]:.1f} processes on average wanted one of {os.cpu_count()} cores"
    return f"Measured on {machine()}. In the last minute of that, {wanted}."


def write_page(path: Path, title: str, command: str, sections: Iterable[str]) -> None:
    """Prints the page and writes it."""
    body = "\n\n".join((f"# {title}", made_by(command), *sections))
    print(body)
    path.write_text(f"{body}\n", encoding="utf-8")


def section_of(path: Path, title: str) -> str:
    """A section of a page as it stands there; empty when there is none."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    return found.group().rstrip() if found else ""


def made_by(command: str) -> str:
    return f"<!-- Made by `{command}`: run that again, do not edit. -->"
