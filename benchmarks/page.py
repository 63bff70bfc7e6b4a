"""docs/performance.md: each part is written by the command that measures it, the summary by whichever ran last."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from benchmarks.tables import OF_THE_SUMMARY, made_by, table

__all__ = ["PAGE", "Part", "add_output", "parts_of", "write_part"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


class Part(StrEnum):
    """The parts of the page, in their order."""

    ACCURACY = "How well questions are understood"
    SPEED = "How fast that goes, and how it grows with the catalogue"
    BESIDE_THE_LEAST = "Beside the least bot of discord.py"
    BEFORE_VOTES = "Beside the bot before it had votes"
    VOTES = "What a vote costs, and how that grows with servers and users"
    SERVERS = "What servers' own montages cost"
    FLOOD = "While one user floods the bot"
    MEMORY = "Whether memory stays flat"


_ABOUT = """Each part is written by the command named at its head, the summary from what the parts hold. `–`: nothing
was wanted of that figure in advance."""
_SUMMARY = "Summary"
_BARS = re.compile(rf"^\| {OF_THE_SUMMARY} \|.*\n\|[-:| ]+\|\n((?:\|.*\n?)+)", re.MULTILINE)


def add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, default=PAGE, help="the page that is written")


def write_part(path: Path, part: Part, command: str, body: str) -> None:
    """Prints a part, and puts it into its place on the page, with a new summary."""
    print(f"## {part}\n\n{body}")
    parts = {**parts_of(path), part: f"{made_by(command)}\n\n{body}"}
    ordered = {each: parts[each] for each in Part if each in parts}
    texts = [f"## {title}\n\n{text}" for title, text in ({_SUMMARY: _summary(ordered)} | ordered).items()]
    head = ("# Performance", made_by("python -m benchmarks.performance"), _ABOUT)
    path.write_text("\n\n".join((*head, *texts)) + "\n", encoding="utf-8")


def parts_of(path: Path) -> dict[Part, str]:
    """The parts as they stand on the page; none when there is no page."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    _, *found = re.split(r"^## ", page, flags=re.MULTILINE)
    texts = {title: text.strip() for title, _, text in (each.partition("\n") for each in found)}
    return {each: texts[each] for each in Part if each in texts}


def _summary(parts: Mapping[Part, str]) -> str:
    """Every bar of every part, and how many hold."""
    rows = [(part, *cells) for part, text in parts.items() for cells in _bars_in(text)]
    wanted = [row for row in rows if row[-1] != "–"]
    held = sum(row[-1] == "yes" for row in wanted)
    shown = table(("Part", OF_THE_SUMMARY, "Measured", "Wanted", "Holds"), rows)
    return f"{held} of {len(wanted)} bars hold.\n\n{shown}"


def _bars_in(text: str) -> list[list[str]]:
    rows = "".join(_BARS.findall(f"{text}\n")).splitlines()
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]
