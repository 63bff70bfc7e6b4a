"""Sentences made for other programs (a bank's, a restaurant's, a weather service's) are hardly ever answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.refusal import FOLDER, MOST_ANSWERED, said_to, sentences_of, sets
from bot.answers.guide import Guide

ROOT = Path(__file__).resolve().parents[2]
#: Sentences asked of each set: enough to notice a rule that answers too much, and done in a second or two.
SAMPLE = 150
#: The most of a set's sample that may be answered. What was reached and two more; it only ever falls, towards
#: MOST_ANSWERED.
MOST_OF_SAMPLE: Mapping[str, int] = {
    "clinc_inscope": 12,
    "snips_AddToPlaylist": 21,
    "snips_BookRestaurant": 8,
    "snips_GetWeather": 4,
    "snips_RateBook": 9,
    "snips_SearchCreativeWork": 12,
    "snips_SearchScreeningEvent": 42,
}


def test_every_set_has_a_bar_and_every_bar_a_set() -> None:
    assert set(sets()) == set(MOST_OF_SAMPLE)
    assert set(MOST_ANSWERED) < set(sets())


@pytest.mark.parametrize("name", MOST_OF_SAMPLE)
def test_hardly_any_sentence_of_another_program_is_answered(guide: Guide, name: str) -> None:
    said = said_to(name, guide.ask, SAMPLE)
    assert said.sentences == SAMPLE
    assert len(said.answered) <= MOST_OF_SAMPLE[name], "\n".join(f"{text}: {told}" for text, told in said.answered)


def test_what_is_ours_is_told_from_what_is_not(guide: Guide) -> None:
    said = said_to("clinc_inscope", lambda _: guide.ask("which song plays in Footloose?"), SAMPLE)
    assert (len(said.answered), said.percent) == (SAMPLE, 100.0)
    assert said.bar is not None
    assert not said.bar.holds


@pytest.mark.parametrize("name", MOST_OF_SAMPLE)
def test_who_made_a_set_is_credited(name: str) -> None:
    assert len(sentences_of(name)) > 1900
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    credited = re.findall(r"^benchmarks/refusal/(\S+)$", notice, re.MULTILINE)
    assert any((FOLDER / f"{name}.txt").match(pattern) for pattern in credited)
