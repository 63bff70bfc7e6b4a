"""Asks the plainest questions of everything in the catalogue: whatever it holds has to be found by its own name.

`python -m benchmarks.sweep` prints how many of each kind are answered right, and stated though wrong; `--show 5` the
first of those that are not. What is right follows from the data alone, so nothing is tuned on these questions.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.sweeps import claims, films, lists, songs
from benchmarks.sweeps.subjects import Sweeps
from bot.answers.guide import Guide
from bot.knowledge.loading import default_directory, load
from tests.questions.scoring import Score, score

SWEEPS: Sweeps = {**films.SWEEPS, **songs.SWEEPS, **claims.SWEEPS, **lists.SWEEPS}


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of one kind of question."""

    name: str
    scores: Sequence[Score]

    @property
    def right(self) -> int:
        return sum(each.passed for each in self.scores)

    @property
    def stated_wrong(self) -> int:
        return sum(each.confidently_wrong for each in self.scores)


def swept(guide: Guide, name: str) -> Swept:
    """One kind of question, asked of everything it can be asked of."""
    items = SWEEPS[name](guide.catalogue)
    return Swept(name, [score(item, guide.ask, f"{name} {number}") for number, item in enumerate(items)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="so many of what goes wrong")
    parser.add_argument("--only", default="", help="a part of the names of the kinds to ask")
    arguments = parser.parse_args()
    guide = Guide(load(default_directory()))
    for name in (each for each in SWEEPS if arguments.only in each):
        result = swept(guide, name)
        print(f"{name:28} right {result.right:5} of {len(result.scores):5}, stated though wrong {result.stated_wrong}")
        for each in [each for each in result.scores if not each.passed][: arguments.show]:
            print("   ", " | ".join(each.faults)[:230])


if __name__ == "__main__":
    main()
