"""Fits what each mark of a reading weighs, and says how such weights do on questions they were not fitted on.

`python -m benchmarks.weights` needs scikit-learn (the extra `weights`). Every reading of every question of the question
files, of questions made of the catalogue, and of sentences that are no questions for us, is right or wrong by what its
answer is worth; a logistic regression over their marks gives the weights. First each fifth of the questions is judged
by weights fitted on the others.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

# pyright: reportMissingImports=false
# scikit-learn is in the extra `weights`, which neither the tests nor the checks install.
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.items import ROOT, question_files
from benchmarks.made import JUDGED, MADE, cuts, made
from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from bot.language.lexicon import WORDS
from bot.language.lexicon import weights as known_weights
from bot.language.marks import Marks
from bot.language.question import Intent
from bot.language.weighing import BELIEVED, Weighed, belief_marks, score
from bot.terminal import render
from tests.questions.scoring import Expect, Item, Turn, items_of, passes

FILE = WORDS / "weights.tsv"
HEAD = "# What each mark of a reading weighs, in log-odds. Made by `python -m benchmarks.weights`: do not edit.\n"
#: Parts the questions are cut into to judge each by the others.
FOLDS = 5
#: How freely weights may grow (scikit-learn's C).
FREEDOM = 1.0
#: What a question of ours counts that is asked once more, after another topic.
AGAIN_COUNTS = 0.15
#: What a sample of a kind counts: the kinds are the hard ones, and asked far more often here than by anybody.
KIND_COUNTS = 0.8
#: The plainest ways to ask have to be right; each stands for many.
PLAINEST, PLAINEST_COUNTS = "short", 5.0
#: Of sentences that are no questions for us, one in so many is asked after another topic too.
ASKED_AGAIN = 10
_ASKS_SOMETHING_ELSE = frozenset({"song_of_montage", "performer", "facts", "rank", "list", "check", "compare"})
#: What a conversation was about before: a question that stands by itself leans on none of it.
BEFORE = (
    "which song plays in vision quest",
    "which song plays in ghostbusters",
    "makeover montages",
    "number 4 on the list",
    "top 3 training montages",
    "who directed highlander",
    "show me the ranked list",
    "which song plays in footloose",
    "queen montages",
    "top 3",
    "is Rocky IV on the list",
)
#: In no more words a message may lean on what was said before, if it names nothing: "what year", "third place".
MOST_LEANING = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """What some cases count beside a question of ours."""

    others: float  # a sentence that is no question for us
    made: float  # a question made of the catalogue: there are many, and they are alike


#: When readings compete, and when the best is believed: there, each question answered wrongly is a person misled.
CHOOSING = Counts(others=0.05, made=0.1)
BELIEVING = Counts(others=0.5, made=0.1)
NO_QUESTION: Expect = {"outcome": ["unknown"]}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the readings a question has: its marks, and whether it would be right or stated though wrong."""

    marks: Marks
    right: bool
    stated: bool
    telling: bool  # False where the answer holds what was asked without being asked for it: nothing is learnt of that


@dataclass(frozen=True, slots=True)
class Case:
    """A question with all its readings; `refusable` when "unknown" is right."""

    source: str
    fold: int
    text: str
    refusable: bool
    choices: tuple[Choice, ...]
    ours: bool
    again: bool = False  # asked before by itself


def cases_of(source: str, items: Sequence[Item], guide: Guide, *, ours: bool = True) -> Iterator[Case]:
    """The cases of some items; a conversation goes on from the right answer to each turn, as far as there is one."""
    for number, item in enumerate(items):
        key = f"{source} {number}"
        for turn in item.turns:
            yield _case(source, turn, item.category, guide, key, ours=ours)


def cases_in_talk(source: str, items: Sequence[Item], guide: Guide, *, ours: bool = True) -> Iterator[Case]:
    """The questions that stand by themselves, each asked when something else was talked of before."""
    for number, item in enumerate(items):
        if len(item.turns) == 1 and _stands_alone(item.turns[0].question, guide):
            key = f"{source} {number}"
            guide.ask(BEFORE[number % len(BEFORE)], key)
            case = _case("after another topic", item.turns[0], item.category, guide, key, ours=ours)
            yield replace(case, again=True)


def _stands_alone(text: str, guide: Guide) -> bool:
    reading = guide.account(text).reading
    return bool(reading.mentions) or len(reading.words) > MOST_LEANING


def _case(source: str, turn: Turn, category: str, guide: Guide, key: str, *, ours: bool) -> Case:
    weighed = guide.account(turn.question, key).weighed
    answers = [guide.answer(each.question) for each in weighed]
    right = [not passes(answer, turn.expect, render(answer)) for answer in answers]
    following = next((each.question for each, fits in zip(weighed, right, strict=True) if fits), None)
    if following:
        guide.answer(following, key)
    asks = category in _ASKS_SOMETHING_ELSE or any(
        fits and each.question.montages and not _describes(each) for each, fits in zip(weighed, right, strict=True)
    )
    choices = tuple(
        Choice(each.marks, fits, answer.outcome is Outcome.ANSWER, not (fits and asks and _describes(each)))
        for each, answer, fits in zip(weighed, answers, right, strict=True)
    )
    fold = zlib.crc32(key.encode()) % FOLDS
    return Case(source, fold, turn.question, Outcome.UNKNOWN.value in turn.expect["outcome"], choices, ours)


def _describes(weighed: Weighed) -> bool:
    """Whether a scene is described: what else was asked for stands on the card as well."""
    return weighed.question.intent in (Intent.DESCRIBE, Intent.SCENE)


@dataclass(frozen=True, slots=True)
class Weights:
    """What marks weigh when readings compete, and when the best of them is to be believed."""

    choosing: Marks
    believing: Marks

    def best(self, case: Case) -> tuple[Choice, float] | None:
        """The reading that wins, with its score."""
        best = max(case.choices, key=lambda choice: score(choice.marks, self.choosing), default=None)
        return None if best is None else (best, score(best.marks, self.choosing))


def fitted(cases: Sequence[Case]) -> Weights:
    """Weights that choose the right reading among those of our questions, then tell them from other people's."""
    rows = [
        (choice.marks, choice.right, _count(case, CHOOSING))
        for case in cases
        for choice in case.choices
        if choice.telling
    ]
    choosing = _regression(rows)
    won = [(case, *best) for case in cases if (best := Weights(choosing, {}).best(case))]
    rows = [
        (belief_marks(choice.marks, points), choice.right, _count(case, BELIEVING))
        for case, choice, points in won
        if choice.telling
    ]
    return Weights(choosing, _regression(rows))


def _count(case: Case, counts: Counts) -> float:
    """What a case counts: whole questions most; samples of a kind, made questions and those asked again less."""
    if not case.ours:
        return counts.others
    if case.source.startswith(MADE):
        return counts.made
    if case.source == PLAINEST:
        return PLAINEST_COUNTS
    if case.again:
        return AGAIN_COUNTS
    if case.source.startswith("kinds"):
        return KIND_COUNTS
    return 1.0


def _regression(rows: Sequence[tuple[Marks, bool, float]]) -> Marks:
    vectorizer = DictVectorizer()
    marks = vectorizer.fit_transform([marks for marks, _, _ in rows])
    model = LogisticRegression(max_iter=5000, C=FREEDOM, fit_intercept=False)
    model.fit(marks, [right for _, right, _ in rows], sample_weight=[counts for _, _, counts in rows])
    return dict(zip(vectorizer.get_feature_names_out(), map(float, model.coef_[0]), strict=True))


def judged(case: Case, weights: Weights) -> tuple[bool, bool]:
    """Whether what wins by these weights is right, and whether it is stated though wrong."""
    best = weights.best(case)
    if best is None or score(belief_marks(best[0].marks, best[1]), weights.believing) < BELIEVED:
        return case.refusable, False
    return best[0].right, best[0].stated and not best[0].right


def crossed(cases: Sequence[Case], *, verbose: bool) -> None:
    """Prints, for every source, how its questions fare by weights fitted without them."""
    right: dict[str, list[bool]] = defaultdict(list)
    stated: dict[str, int] = defaultdict(int)
    for fold in range(FOLDS):
        weights = fitted([case for case in cases if case.fold != fold and not case.source.startswith(JUDGED)])
        for case in (each for each in cases if each.fold == fold):
            ok, wrong = judged(case, weights)
            right[case.source].append(ok)
            stated[case.source] += wrong
            if verbose and not ok and case.ours:
                print(
                    f"  {case.source}: {case.text[:140]}",
                    "(stated)" if wrong else "",
                    "" if any(c.right for c in case.choices) or case.refusable else "(no reading)",
                )
    for source, each in right.items():
        print(f"{source:28} right {sum(each) / len(each):7.2%} of {len(each):5}, stated though wrong {stated[source]}")


def made_cases(catalogue: Catalogue) -> Iterator[Case]:
    """The cases of questions made of the catalogue, each asked of the part of it that it was made for."""
    for number, cut in enumerate(cuts(catalogue)):
        guide = Guide(cut.catalogue)
        for at, (source, item) in enumerate(made(cut)):
            yield _case(source, item.turns[0], item.category, guide, f"made {number} {at}", ours=True)


def refusals(folder: Path) -> Iterator[tuple[str, list[Item]]]:
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield path.stem, [Item("out_of_scope", (Turn(line, NO_QUESTION),)) for line in lines]


def written(weights: Weights) -> str:
    """The weights as rows of a table."""
    marks = sorted({*weights.choosing, *weights.believing})
    cells = [
        (mark, *(f"{each[mark]:.2f}" if mark in each else "" for each in (weights.choosing, weights.believing)))
        for mark in marks
    ]
    return "".join("\t".join(row) + "\n" for row in [("mark", "choosing", "believing"), *cells])


def with_known(weights: Weights) -> Weights:
    """The weights with those of the file in the place of what was fitted anew: only marks that are new are weighed."""
    columns = {column: known_weights(column) for column in ("choosing", "believing")}
    known = set().union(*columns.values())
    choosing, believing = (
        {mark: weight for mark, weight in fitted.items() if mark not in known} | dict(columns[column])
        for column, fitted in (("choosing", weights.choosing), ("believing", weights.believing))
    )
    return Weights(choosing, believing)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--keep", action="store_true", help="weigh only marks that are new, and leave the others")
    parser.add_argument("--verbose", action="store_true", help="print what goes wrong")
    parser.add_argument("--also", type=Path, action="append", default=[], help="one more question file")
    parser.add_argument("--refusal", type=Path, default=ROOT / "benchmarks" / "refusal")
    arguments = parser.parse_args()
    guide = Guide(load(default_directory()))
    files = {path.stem: items_of(path) for path in (*question_files(), *arguments.also)}
    cases = [case for source, items in files.items() for case in cases_of(source, items, guide)]
    cases += [case for source, items in files.items() for case in cases_in_talk(source, items, guide)]
    for source, items in refusals(arguments.refusal):
        if "AddToPlaylist" not in source:
            cases += cases_of(source, items, guide, ours=False)
            cases += cases_in_talk(source, items[::ASKED_AGAIN], guide, ours=False)
    cases += made_cases(guide.catalogue)
    crossed(cases, verbose=arguments.verbose)
    if not arguments.check:
        fitting = [case for case in cases if not case.source.startswith(JUDGED)]
        weights = fitted(fitting)
        FILE.write_text(HEAD + written(with_known(weights) if arguments.keep else weights), encoding="utf-8")


if __name__ == "__main__":
    main()
