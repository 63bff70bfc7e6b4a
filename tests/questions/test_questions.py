"""Hundreds of real questions, asked of the real catalogue: how many are answered as expected, and how few wrongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from scoring import FOLDER, Item, Score, items_of, score

from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from tests.questions.bars import BARS, LEAST_REFUSED, MOST_CONFIDENTLY_WRONG

ITEMS: Mapping[str, tuple[Item, ...]] = {name: items_of(FOLDER / f"{name}.yaml") for name in BARS}
CATEGORIES = [(name, category) for name, items in ITEMS.items() for category in sorted({i.category for i in items})]

Scores = Mapping[str, Sequence[Score]]


@pytest.fixture(scope="module")
def scores(catalogue: Catalogue) -> Scores:
    guide = Guide(catalogue)
    return {
        name: [score(item, guide.ask, f"{name} {number}") for number, item in enumerate(items)]
        for name, items in ITEMS.items()
    }


def share(scores: Sequence[Score]) -> float:
    return sum(each.passed for each in scores) / len(scores)


def faults(scores: Sequence[Score]) -> str:
    return "\n".join(fault for each in scores for fault in each.faults)


def test_every_question_file_has_a_bar() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(BARS)


@pytest.mark.parametrize("name", BARS)
def test_enough_of_a_file_passes(scores: Scores, name: str) -> None:
    assert share(scores[name]) >= BARS[name].whole, faults(scores[name])


@pytest.mark.parametrize(("name", "category"), CATEGORIES)
def test_enough_of_a_category_passes(scores: Scores, name: str, category: str) -> None:
    of_category = [each for each in scores[name] if each.item.category == category]
    assert share(of_category) >= BARS[name].category, faults(of_category)


def test_hardly_anything_is_answered_wrongly_with_confidence(scores: Scores) -> None:
    wrong = [each for each in scores["open"] if each.confidently_wrong]
    assert len(wrong) <= MOST_CONFIDENTLY_WRONG * len(scores["open"]), faults(wrong)


def test_what_nothing_can_answer_is_refused(scores: Scores) -> None:
    hopeless = [each for each in scores["open"] if all(t.expect["outcome"] == ["unknown"] for t in each.item.turns)]
    assert len(hopeless) > 30
    assert share(hopeless) >= LEAST_REFUSED, faults(hopeless)
