"""How often something is answered that nobody asked of us: sentences of other programs, for docs/performance.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.samples import spread
from benchmarks.tables import Bar, share, table
from bot.answers.answer import Answer, Outcome
from bot.answers.guide import Guide
from bot.knowledge.loading import default_directory, load

FOLDER = Path(__file__).with_suffix("")
#: The most of each set that may be answered, in per cent. Two sets ask for works by title, some of which we have.
#: One set names performers and songs; nothing says how much of that should be refused.
MOST_ANSWERED: Mapping[str, float] = {
    "clinc_inscope": 1.0,
    "snips_GetWeather": 0.5,
    "snips_BookRestaurant": 0.5,
    "snips_RateBook": 0.5,
    "snips_SearchScreeningEvent": 6.0,
    "snips_SearchCreativeWork": 5.0,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a set: how many sentences it has, and those that were answered, with what was said."""

    name: str
    sentences: int
    answered: tuple[tuple[str, str], ...]

    @property
    def percent(self) -> float:
        return 100 * len(self.answered) / self.sentences

    @property
    def bar(self) -> Bar | None:
        """What the set has to keep to, where anything is asked of it."""
        most = MOST_ANSWERED.get(self.name)
        return None if most is None else Bar(f"{self.name}: answered or asked back", self.percent, most, "%")


def sets() -> list[str]:
    """The names of the sets."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def sentences_of(name: str, most: int | None = None) -> list[str]:
    """The sentences of a set; with `most`, so many from all over it, always the same."""
    every = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return every if most is None else spread(every, most)


def said_to(name: str, ask: Callable[[str], Answer], most: int | None = None) -> Said:
    """Asks every sentence of a set. A choice of our films is no better than an answer where neither was asked for."""
    sentences = sentences_of(name, most)
    answers = [(text, ask(text)) for text in sentences]
    answered = tuple((text, answer.headline) for text, answer in answers if answer.outcome is not Outcome.UNKNOWN)
    return Said(name, len(sentences), answered)


def said_to_all(most: int | None = None) -> list[Said]:
    """Every set, each in a process of its own: one after the other they take a minute."""
    with ProcessPoolExecutor() as processes:
        return list(processes.map(partial(_said_by_new_guide, most=most), sets()))


def _said_by_new_guide(name: str, most: int | None) -> Said:
    return said_to(name, Guide(load(default_directory())).ask, most)


def refusal_table(every: Iterable[Said]) -> str:
    """Each set: how much of it was answered."""
    header = ("Set", "Sentences", "Answered or asked back", "")
    rows = [
        (each.name, each.sentences, len(each.answered), share(len(each.answered), each.sentences)) for each in every
    ]
    return table(header, rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints; with --show also what was answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, help="sentences of each set; all when left out")
    parser.add_argument("--show", type=int, default=0, help="print so many that were answered, of each set")
    options = parser.parse_args(arguments)
    every = said_to_all(options.most)
    print(refusal_table(every))
    for each in every:
        for text, headline in each.answered[: options.show]:
            print(f"- {each.name}: “{text}”: {headline}")


if __name__ == "__main__":
    main()
