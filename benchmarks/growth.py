"""Speed and memory of a guide over a catalogue of so many films, as a process of its own: prints figures as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time, process_time_ns

from benchmarks.items import question_files, questions_in
from benchmarks.samples import film_questions, keystrokes, names_typed, spread
from benchmarks.synthetic import sized
from benchmarks.tables import HIGH, quantile
from bot.answers.answer import Row
from bot.answers.guide import Guide
from bot.answers.keys import key_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.loading import default_directory, load
from bot.knowledge.selection import Filter

#: A call slower than this part of others was held up by something else; all are repeated, and the middle one counts.
ROUNDS = 3
#: Rows of a page of a list.
ROWS = 10


@dataclass(frozen=True, slots=True)
class Times:
    """CPU milliseconds of many calls: the middle of ROUNDS tries, all first tries, and the longest of all."""

    calls: int
    median: float
    high: float
    high_at_first: float
    longest: float
    longest_text: str


@dataclass(frozen=True, slots=True)
class Grown:
    """What a catalogue of this size costs. Memory is the whole process's resident set, in MB."""

    films: int
    montages: int
    ready_seconds: float
    memory: float
    questions: Times
    keystrokes: Times
    pages: Times


def timed(calls: Iterable[tuple[str, Callable[[str], object]]]) -> Times:
    """Each call made ROUNDS times in all; its middle time counts, and the longest of all is kept apart."""
    every = list(calls)
    rounds = [[_spent(call, text) for text, call in every] for _ in range(ROUNDS)]
    middle = [sorted(times)[ROUNDS // 2] for times in zip(*rounds, strict=True)]
    longest, at = max((time, at) for one in rounds for at, time in enumerate(one))
    first_high = quantile(rounds[0], HIGH)
    return Times(len(every), quantile(middle, 0.5), quantile(middle, HIGH), first_high, longest, every[at][0])


def _spent(call: Callable[[str], object], text: str) -> float:
    start = process_time_ns()
    call(text)
    return (process_time_ns() - start) / 1e6


def grown(catalogue: Catalogue, films: int, questions: Sequence[str], own: int) -> Grown:
    """Builds the guide, asks the questions and as many about its own films, types names and turns pages of lists."""
    start = process_time()
    guide = Guide(catalogue, absent=()) if films else Guide(catalogue)
    guide.warm()
    spent = process_time() - start
    asked = timed((text, guide.ask) for text in [*questions, *film_questions(catalogue, own)])
    completers = (guide.suggest_films, guide.suggest_songs, guide.suggest_montages)
    typed = timed((text, call) for text in keystrokes(names_typed(catalogue, max(1, own // 5))) for call in completers)
    pages = timed((key, lambda key: page(guide, key)) for key in list_keys())
    memory = resident_memory()
    return Grown(len(catalogue.films), len(catalogue.montages), spent, memory, asked, typed, pages)


def list_keys() -> list[str]:
    """The keys of every list of a kind, of those of every decade, and of the one with all montages."""
    kinds = [Filter(kinds=(kind,)) for kind in Kind]
    decades = [Filter(first_year=year, last_year=year + 9) for year in range(1930, 2030, 10)]
    return [key_of(chosen) for chosen in (*kinds, *decades, Filter(first_year=1888))]


def page(guide: Guide, key: str) -> Sequence[Row]:
    """A page in the middle of a list, as a button turns to it."""
    listing = guide.listing(key).listing
    middle = len(listing.rows) // 2 if listing else 0
    return listing.rows[middle : middle + ROWS] if listing else ()


def resident_memory() -> float:
    """What this process holds in memory, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """Measures a catalogue of so many films; 0: the real one, as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("films", type=int)
    parser.add_argument("--asked", type=int, default=200, help="questions of the files, and names of the catalogue")
    parser.add_argument("--questions", type=Path, nargs="*", default=question_files())
    options = parser.parse_args()
    real = load(default_directory())
    catalogue = sized(real, options.films) if options.films else real
    questions = questions_in(options.questions)
    asked = spread(questions, options.asked) if options.films else questions
    print(json.dumps(asdict(grown(catalogue, options.films, asked, options.asked))))


if __name__ == "__main__":
    main()
