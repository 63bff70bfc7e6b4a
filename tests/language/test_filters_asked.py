"""What a question limits a list to: kinds, years, people, series, and the strict sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.model import Kind
from bot.knowledge.selection import Filter

if TYPE_CHECKING:
    from tests.language.conftest import Parse


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("training montages", Filter(kinds=(Kind.TRAINING,))),
        ("80s training montages", Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989)),
        ("makeover montages please", Filter(kinds=(Kind.MAKEOVER,))),
        ("romance montages from the 90s", Filter(kinds=(Kind.ROMANCE,), first_year=1990, last_year=1999)),
        ("dance montages of 1983", Filter(kinds=(Kind.DANCE,), first_year=1983, last_year=1983)),
        ("war montages", Filter(kinds=(Kind.BATTLE,))),
        ("strict training montages only", Filter(kinds=(Kind.TRAINING,), strict=True)),
        ("montages before 1970", Filter(last_year=1969)),
        ("montages between 1985 and 1990", Filter(first_year=1985, last_year=1990)),
        ("montages with Kenny Loggins", Filter(artist="Kenny Loggins")),
        ("kenny logins montages", Filter(artist="Kenny Loggins")),
        ("films directed by Sylvester Stallone", Filter(director="Sylvester Stallone")),
        ("montages by avildsen", Filter(director="John G. Avildsen")),
        ("rocky montages", Filter(franchise="Rocky")),
        ("list all training montages with Survivor", Filter(kinds=(Kind.TRAINING,), artist="Survivor")),
        ("montajes de entrenamiento", Filter(kinds=(Kind.TRAINING,))),
    ],
)
def test_a_list_is_limited_to_what_was_asked(parse: Parse, text: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == ("list", chosen)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("how many 80s training montages?", Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989)),
        ("how many montages with Kenny Loggins do you have", Filter(artist="Kenny Loggins")),
        ("number of makeover montages", Filter(kinds=(Kind.MAKEOVER,))),
    ],
)
def test_counting_is_limited_alike(parse: Parse, text: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == ("count", chosen)


@pytest.mark.parametrize(
    "text",
    [
        "the one where friends build a treehouse and fall in love",
        "a man who works on his rise to power",
        "she is getting ready for the fight of her life",
    ],
)
def test_words_of_a_scene_are_no_filter(parse: Parse, text: str) -> None:
    assert parse(text).chosen == Filter()
