"""What becomes of answers, votes and data on bad days: `python -m benchmarks.reliability` writes the page."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import databases, dropped, faults, forged, kills, longest, spoiled, stops, texts
from benchmarks.items import ROOT
from benchmarks.tables import section_of, table, write_page
from benchmarks.trials import Trial, trial_table

QUICK_FAULTS = ("500", "403, missing access (50001)")


@dataclass(frozen=True, slots=True)
class Section:
    """Faults of one kind: what is done, and the rows, of everything or of a sample."""

    title: str
    about: str
    trials: Callable[[], Iterable[Trial]]
    sample: Callable[[], Iterable[Trial]]


SECTIONS = (
    Section(
        "Discord fails",
        "Three each of slash commands, autocomplete, buttons, menus, forms, mentions and direct messages meet it "
        "with their first answer, over real sockets. Lost is what gets neither an answer nor a word on what happened, "
        "though Discord would have taken one, and what gets two.",
        faults.trials,
        lambda: faults.trials(QUICK_FAULTS),
    ),
    Section(
        "The gateway fails",
        "Everything that is asked before, during and after has to be answered once. The frames are: "
        f"{', '.join(dropped.FRAMES)}.",
        dropped.trials,
        lambda: dropped.trials(quick=True),
    ),
    Section(
        "Custom ids",
        "Every kind of button, menu and form, cut off, swollen, mistyped, of other versions, with numbers no database "
        "holds and days that never were. Each click has to be answered, with no apology and nothing that is not so.",
        forged.trials,
        lambda: forged.trials(quick=True),
    ),
    Section(
        "The longest of everything",
        "Every text of a catalogue made so long, and of such characters, that no message can hold it as it is. Each "
        "message has to keep Discord's limits and its own description of its interface, and ping nobody.",
        longest.trials,
        lambda: longest.trials(3),
    ),
    Section(
        "Any text",
        "Real names, words of questions, typing errors, control characters, text that runs the other way, emoji, what "
        "Discord and Markdown read, any characters at all, and mixtures of these, up to 4,000 characters. None may "
        "raise, break a limit of Discord's, or ping anybody.",
        texts.trials,
        lambda: texts.trials(texts.QUICK),
    ),
    Section(
        "Data files",
        "Each file is cut off, and a byte of it flipped, at many places. It is read, or refused with file, line and a "
        "sentence.",
        spoiled.trials,
        lambda: spoiled.trials(1),
    ),
    Section(
        "The database fails",
        "Before, during and after, over real sockets, the bot is asked, shows lists, completes what is typed, takes "
        "votes and proposals. Lost is what is not answered, a vote that was confirmed and is not kept or was "
        "refused and is, and a bot that does not come back by itself.",
        databases.trials,
        lambda: databases.trials(quick=True),
    ),
    Section(
        "The process ends",
        "A stop by a signal loses no answer that was begun; a kill loses no vote that was confirmed.",
        lambda: [*stops.trials(), *kills.trials()],
        lambda: [*stops.trials(1), *kills.trials(1)],
    ),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Tries everything, prints the page and writes it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "reliability.md")
    parser.add_argument("--quick", action="store_true", help="a sample of everything: whether this still works")
    parser.add_argument("--texts", type=int, default=texts.TEXTS, help="texts that are generated")
    parser.add_argument("--only", choices=[each.title for each in SECTIONS], help="a section; the others stay")
    options = parser.parse_args(arguments)
    done = [
        section_of(options.output, each.title) if options.only not in (None, each.title) else _tried(each, options)
        for each in SECTIONS
    ]
    write_page(
        options.output, "Reliability", "python -m benchmarks.reliability", [_ABOUT, _summary(done), *filter(None, done)]
    )


def _tried(section: Section, options: argparse.Namespace) -> str:
    if options.quick:
        rows = section.sample()
    else:
        rows = texts.trials(options.texts) if section.trials is texts.trials else section.trials()
    return f"## {section.title}\n\n{section.about}\n\n{trial_table(rows)}"


def _summary(sections: Iterable[str]) -> str:
    """All rows of each section together."""
    rows: list[tuple[str, str, int]] = []
    for title, text in ((each.title, text) for each, text in zip(SECTIONS, sections, strict=True)):
        found = [(_number(tried), _number(lost)) for tried, lost in _FIGURES.findall(text)]
        rows.append((title, f"{sum(tried for tried, _ in found):,}", sum(lost for _, lost in found)))
    return table(("Kind of fault", "Tried", "Lost or wrong"), rows)


def _number(figure: str) -> int:
    return int(figure.strip("*").replace(",", ""))


#: The second and third cell of a row.
_FIGURES = re.compile(r"^\| [^|]+ \| ([\d,]+) \| ([\d,*]+) \|", re.MULTILINE)
_ABOUT = """What goes wrong on purpose, how often it was tried, and how often an answer, a vote or a fact was lost,
doubled or wrong. Each row names the command that does just this."""


if __name__ == "__main__":
    main()
