"""The scoring of the question files keeps to the rules in the header of open.yaml."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from scoring import Item, Turn, passes, score

from bot.answers.answer import Answer, Outcome
from bot.language.question import Intent

ANSWER = Answer(
    question="?",
    outcome=Outcome.ANSWER,
    intent=Intent.CHECK,
    headline="Yes: it is.",
    films=("Rocky (1976)", "Rocky II (1979)"),
    songs=("Gonna Fly Now",),
    verdict=True,
    rank=1,
)
CHOICE = replace(ANSWER, outcome=Outcome.CHOICE, verdict=None, rank=None, songs=())
UNKNOWN = Answer(question="?", outcome=Outcome.UNKNOWN, intent=Intent.NOTHING, headline="I don't know.")
ANYTHING = ["answer", "choice", "unknown"]


@pytest.mark.parametrize(
    ("answer", "expect"),
    [
        (ANSWER, {"outcome": ["answer"]}),
        (ANSWER, {"outcome": ["answer"], "films": ["Rocky (1976)"]}),
        (ANSWER, {"outcome": ["answer"], "films": ["Rocky II (1979)", "Rocky (1976)"]}),
        (ANSWER, {"outcome": ["answer"], "songs": ["Gonna Fly Now"], "verdict": True, "rank": 1}),
        (ANSWER, {"outcome": ["answer"], "any_songs": ["Hearts on Fire", "Gonna Fly Now"]}),
        (ANSWER, {"outcome": ["answer"], "text": ["IT IS", "yes"], "not_films": ["Rocky III (1982)"]}),
        (CHOICE, {"outcome": ANYTHING, "songs": ["Maniac"], "text": ["Maniac"], "verdict": True, "rank": 3}),
        (UNKNOWN, {"outcome": ANYTHING, "films": ["Rocky (1976)"], "songs": ["Maniac"]}),
        (replace(ANSWER, verdict=None, rank=None), {"outcome": ["answer"], "verdict": None, "rank": None}),
    ],
)
def test_what_holds_passes(answer: Answer, expect: dict[str, Any]) -> None:
    assert passes(answer, expect, answer.headline) == []


@pytest.mark.parametrize(
    ("answer", "expect"),
    [
        (ANSWER, {"outcome": ["unknown"]}),
        (UNKNOWN, {"outcome": ["answer", "choice"]}),
        (ANSWER, {"outcome": ["answer"], "films": ["Rocky (1976)", "Creed (2015)"]}),
        (ANSWER, {"outcome": ["answer"], "films": ["Rocky II (1979)"]}),  # there, but not first
        (replace(ANSWER, films=()), {"outcome": ["answer"], "films": ["Rocky (1976)"]}),
        (CHOICE, {"outcome": ANYTHING, "films": ["Creed (2015)"]}),
        (ANSWER, {"outcome": ANYTHING, "songs": ["Gonna Fly Now", "Maniac"]}),
        (ANSWER, {"outcome": ["answer"], "any_songs": ["Maniac"]}),
        (ANSWER, {"outcome": ["answer"], "text": ["yes", "never"]}),
        (ANSWER, {"outcome": ["answer"], "verdict": False}),
        (replace(ANSWER, verdict=None), {"outcome": ["answer"], "verdict": False}),
        (ANSWER, {"outcome": ["answer"], "rank": 2}),
        (ANSWER, {"outcome": ["answer"], "rank": None}),
        (ANSWER, {"outcome": ["answer"], "not_films": ["Rocky II (1979)"]}),
        (CHOICE, {"outcome": ["choice"], "not_films": ["Rocky II (1979)"]}),
    ],
)
def test_what_does_not_hold_is_one_fault(answer: Answer, expect: dict[str, Any]) -> None:
    assert len(passes(answer, expect, answer.headline)) == 1


@pytest.mark.parametrize("expect", [{"outcome": ["answer"], "film": ["Rocky (1976)"]}, {"films": ["Rocky (1976)"]}])
def test_a_misspelt_expectation_is_no_expectation_met(expect: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="nothing can be expected"):
        passes(ANSWER, expect, "")


def test_a_conversation_passes_only_if_every_turn_does() -> None:
    turns = (Turn("rocky?", {"outcome": ["answer"]}), Turn("and then?", {"outcome": ["unknown"]}))
    asked: list[tuple[str, str | None]] = []

    def ask(text: str, conversation: str | None) -> Answer:
        asked.append((text, conversation))
        return replace(ANSWER, question=text)

    both = score(Item("follow_up", turns), ask, "one")
    assert asked == [("rocky?", "one"), ("and then?", "one")]
    assert (both.passed, both.confidently_wrong) == (False, True)
    assert score(Item("facts", turns[:1]), ask, "two").passed
    assert asked[-1] == ("rocky?", None)


@pytest.mark.parametrize(("answer", "confidently"), [(ANSWER, True), (CHOICE, False), (UNKNOWN, False)])
def test_only_an_answer_is_confidently_wrong(answer: Answer, confidently: bool) -> None:
    item = Item("facts", (Turn("?", {"outcome": []}),))
    result = score(item, lambda text, conversation: answer, "one")
    assert (result.passed, result.confidently_wrong) == (False, confidently)
