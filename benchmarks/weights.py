"""Fits what each mark of a reading weighs, and says how such weights do on questions they were not fitted on.

`python -m benchmarks.weights` needs scikit-learn (the extra `weights`). Every reading of every question of the question
files, of questions made of the catalogue, and of sentences that are no questions for us, is right or wrong by what its
answer is worth; a logistic regression over their marks gives the weights. First each fifth of the questions is judged
by weights fitted on the others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# pyright: reportMissingImports=false
# scikit-learn is in the extra `weights`, which neither the tests nor the checks install.
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.cases import FOLDS, Case, Choice, all_cases
from benchmarks.items import ROOT, question_files
from benchmarks.made import JUDGED, MADE
from benchmarks.phrased import PHRASED
from bot.answers.guide import Guide
from bot.knowledge.loading import default_directory, load
from bot.language.lexicon import WEIGHTS, WORDS
from bot.language.lexicon import weights as known_weights
from bot.language.marks import ASKED_BY, Marks
from bot.language.weighing import BELIEVED, belief_marks, score

FILE = WORDS / WEIGHTS
HEAD = "What each mark of a reading weighs, in log-odds. Made by `python -m benchmarks.weights`: do not edit."
#: How freely weights may grow (scikit-learn's C).
FREEDOM = 2.0
#: What a question of ours counts that is asked once more, after another topic or beside other words.
AGAIN_COUNTS = 0.2
#: What a sample of a kind counts: the kinds are the hard ones, and asked far more often here than by anybody.
KIND_COUNTS = 0.6
#: What a question in one of many people's words counts: there are thousands, all of a few plain kinds.
PHRASED_COUNTS = 0.1
#: A word that asks for an aspect is weighed when so many readings have it.
SELDOM = 8
#: The plainest ways to ask have to be right; each stands for many.
PLAINEST, PLAINEST_COUNTS = "short", 8.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What some cases count beside a question of ours."""

    others: float  # a sentence that is no question for us
    made: float  # a question made of the catalogue: there are many, and they are alike


#: When readings compete, and when the best is believed: there, each question answered wrongly is a person misled.
CHOOSING = Counts(others=0.05, made=0.1)
BELIEVING = Counts(others=0.8, made=0.1)


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
    if case.source.startswith(PHRASED):
        return PHRASED_COUNTS
    if case.source == PLAINEST:
        return PLAINEST_COUNTS
    if case.again:
        return AGAIN_COUNTS
    if case.source.startswith("kinds"):
        return KIND_COUNTS
    return 1.0


def _regression(rows: Sequence[tuple[Marks, bool, float]]) -> Marks:
    vectorizer = DictVectorizer()
    often = Counter(mark for marks, _, _ in rows for mark in marks if mark.startswith(ASKED_BY))
    marks = vectorizer.fit_transform(
        [{m: value for m, value in marks.items() if often.get(m, SELDOM) >= SELDOM} for marks, _, _ in rows]
    )
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


def written(weights: Weights) -> str:
    """The weights as JSON, a mark a line."""
    columns = {"choosing": weights.choosing, "believing": weights.believing}
    rounded = {column: {mark: round(each[mark], 2) for mark in sorted(each)} for column, each in columns.items()}
    return json.dumps({HEAD: {}, **rounded}, indent=0, ensure_ascii=False) + "\n"


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
    parser.add_argument(
        "--keep", action="store_true", help="weigh only marks that are new: the others stay as they are"
    )
    parser.add_argument("--verbose", action="store_true", help="print what goes wrong")
    parser.add_argument("--also", type=Path, action="append", default=[], help="one more question file")
    parser.add_argument("--refusal", type=Path, default=ROOT / "benchmarks" / "refusal")
    arguments = parser.parse_args()
    guide = Guide(load(default_directory()))
    cases = all_cases([*question_files(), *arguments.also], arguments.refusal, guide)
    crossed(cases, verbose=arguments.verbose)
    if not arguments.check:
        fitting = [case for case in cases if not case.source.startswith(JUDGED)]
        weights = fitted(fitting)
        FILE.write_text(written(with_known(weights) if arguments.keep else weights), encoding="utf-8")


if __name__ == "__main__":
    main()
