"""How well questions are understood, and what others would answer: every question file, for docs/performance.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.bars import OPEN, bars_of, held_by_others
from benchmarks.first_figures import first_figure_table, first_figures
from benchmarks.items import Result, ask_all, question_files, settled
from benchmarks.page import Part, add_output, write_part
from benchmarks.refusal import Said, refusal_table, said_to_all
from benchmarks.rivals import rivals
from benchmarks.scene_search import compare
from benchmarks.tables import bar_table, machine, median_and_high, share, table
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from tests.questions.scoring import Item

ROUNDS = 3
LONGEST_SHOWN = 160  # characters of a question


@dataclass(frozen=True)
class Measured:
    """The results of one question file: ours, and those of each other rule."""

    name: str
    ours: Sequence[Result]
    others: Mapping[str, Sequence[Result]]

    @cached_property
    def categories(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(result.item.category for result in self.ours))

    def of(self, category: str) -> Measured:
        """Only what belongs to the category."""
        others = {name: _within(results, category) for name, results in self.others.items()}
        return Measured(category, _within(self.ours, category), others)


def _within(results: Sequence[Result], category: str) -> list[Result]:
    return [result for result in results if result.item.category == category]


def together(name: str, files: Sequence[Measured]) -> Measured:
    others = {rule: [result for file in files for result in file.others[rule]] for rule in files[0].others}
    return Measured(name, [result for file in files for result in file.ours], others)


def measure(catalogue: Catalogue, path: Path, rounds: int) -> Measured:
    """Asks a file's items as often as there are rounds, of a guide that remembers nothing each time."""
    ours = settled(ask_all(path, Guide(catalogue).ask) for _ in range(rounds))
    return Measured(path.stem, ours, {name: ask_all(path, rival.ask) for name, rival in rivals(catalogue)})


def passed(results: Sequence[Result]) -> int:
    return sum(result.passed for result in results)


def times(results: Sequence[Result]) -> list[float]:
    return [each for result in results for each in result.milliseconds]


def category_table(file: Measured) -> str:
    """The file by category, and all of it in the last line."""
    header = ("Category", "Items", "Passed", "", "Wrong but confident", "Refused", "Median ms", "99 % ms", *file.others)
    rows = [_row(file.of(category)) for category in file.categories]
    return table(header, [*rows, [f"**{cell}**" for cell in _row(Measured("all", file.ours, file.others))]])


def _row(part: Measured) -> list[str]:
    ours = part.ours
    wrong = sum(result.confidently_wrong for result in ours)
    refused = sum(result.refused for result in ours)
    counts = (len(ours), passed(ours), share(passed(ours), len(ours)), wrong, refused)
    others = [share(passed(results), len(results)) for results in part.others.values()]
    return [part.name, *map(str, counts), *median_and_high(times(ours)), *others]


def rule_table(every: Measured) -> str:
    """All files: this bot beside the other rules."""
    header = ("Rule", "Passed", "Wrong but confident", "Refused of those to refuse", "Median ms", "99 % ms")
    every_rule = {"**Montage Bot**": every.ours, **every.others}
    return table(header, [(name, *_rule_cells(results)) for name, results in every_rule.items()])


def _rule_cells(results: Sequence[Result]) -> list[str]:
    wrong = sum(result.confidently_wrong for result in results)
    refusals = share(*_refusals(results))
    return [
        share(passed(results), len(results)),
        share(wrong, len(results)),
        refusals,
        *median_and_high(times(results)),
    ]


def _refusals(results: Sequence[Result]) -> tuple[int, int]:
    """How many were refused of those that only a refusal answers, and how many these are."""
    due = [result for result in results if result.must_be_refused]
    return sum(result.refused for result in due), len(due)


def scene_table(catalogue: Catalogue, items: Sequence[Item], *, embedding: bool) -> str:
    """How often each way to search finds the film described."""
    described = [item for item in items if item.category == "scene" and "films" in item.turns[0].expect]
    found = compare(catalogue, described, embedding=embedding) if described else []
    rows = [
        (each.how, share(each.first, len(described)), share(each.among, len(described)), f"{each.milliseconds:.2f}")
        for each in found
    ]
    return table((f"Searched, {len(described)} descriptions", "First", "Among five", "ms each"), rows)


def failures(results: Sequence[Result]) -> str:
    """Each item that fails, why, and what was answered."""
    lines = [
        f"- {result.name} ({result.item.category}): “{_short(turn.question)}”: {'; '.join(reasons)}. "
        f"Got {answer.outcome}: {_short(answer.headline)}"
        for result in results
        for turn, answer, reasons in zip(result.item.turns, result.answers, result.reasons, strict=True)
        if reasons
    ]
    return "\n".join(lines) or "None."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def sections(catalogue: Catalogue, files: Sequence[Measured], said: Sequence[Said], *, embedding: bool) -> list[str]:
    """The part, section by section."""
    every = together("all", files)
    items = [result.item for result in every.ours]
    bars = {file.name: bars_of(file.name, file.ours) for file in files}
    aim = bars.pop(OPEN, [])
    return [
        _METHOD.format(machine=machine(), montages=len(catalogue.montages), rounds=ROUNDS),
        bar_table([*aim, *held_by_others([*bars.values()]), *(each.bar for each in said if each.bar)]),
        "### Question files",
        bar_table([bar for each in bars.values() for bar in each], "Question file"),
        "### Fresh questions",
        _FRESH,
        first_figure_table(first_figures()),
        "### Sentences that ask nothing of us",
        _REFUSAL,
        refusal_table(said),
        "### What others would do",
        _OTHERS,
        rule_table(every),
        *(part for file in files for part in (f"### {file.name}, by category", category_table(file))),
        "### Scenes by description",
        _SCENES,
        scene_table(catalogue, items, embedding=embedding),
        "### Items that fail",
        failures(every.ours),
    ]


_METHOD = """An item passes only if everything its file expects holds (films, songs, text, verdict, place, outcome); a
conversation passes only if every turn does. *Wrong but confident*: it fails by an answer given without a doubt.
*Refused*: its last answer is "unknown". Times are CPU time of a question, the median of {rounds} rounds. Measured over
{montages} montages on {machine}."""
_FRESH = """Once a set has been looked at, what it shows gets mended, and its figure above says little about questions
nobody has seen. This is how each set went at its first measurement, before anything was mended after it."""
_REFUSAL = """Made for other programs: a bank, a restaurant, a weather service (CLINC150 and Snips, see `NOTICE`).
Asked for works by title, we rightly know a few; nearly every other answer is a false one."""
_OTHERS = """The whole question is compared with every film and song title; the montages of the title that wins are the
answer, if it reaches the cutoff: RapidFuzz's `extractOne` with `default_process` and the scorer named, or the
`similarity` of PostgreSQL's `pg_trgm`. The right-hand columns of the tables below are what they pass."""
_SCENES = """Only the search, without the rest of the bot: BM25 over the words of the notes (scene, description,
setting, characters, names), with the cues, and with words of near meaning (`bot/language/words/near-words.tsv`). The
rows with an embedding mix in, at equal weight, the two best cosine similarities among an entry's notes and cues by
wordllama's static embedding (256 dimensions), which would bring a dependency of some 20 MB, and NumPy."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--questions", type=Path, nargs="+", default=question_files(), help="question files")
    parser.add_argument(
        "--embedding", action="store_true", help="also try wordllama's embedding (pip install wordllama)"
    )
    parser.add_argument("--sentences", type=int, help="sentences of each set that asks nothing of us; all if left out")
    options = parser.parse_args(arguments)
    catalogue = load(default_directory())
    files = [measure(catalogue, path, ROUNDS) for path in options.questions]
    said = said_to_all(options.sentences)
    command = f"python -m benchmarks.accuracy{' --embedding' if options.embedding else ''}"
    body = "\n\n".join(sections(catalogue, files, said, embedding=options.embedding))
    write_part(options.output, Part.ACCURACY, command, body)


if __name__ == "__main__":
    main()
