"""What a question limits a list to: kinds, years, people, series, and the strict sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter

if TYPE_CHECKING:
    from tests.language.conftest import Parse


EIGHTIES = Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989)


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
        ("Tanzmontagen der achtziger Jahre", Filter(kinds=(Kind.DANCE,), first_year=1980, last_year=1989)),
        ("makover montages", Filter(kinds=(Kind.MAKEOVER,))),
        ("trainng montages from the 80ies", Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989)),
        ("montages with songs by queen from the 80s", Filter(artist="Queen", first_year=1980, last_year=1989)),
        ("tarantino montages 90s", Filter(director="Quentin Tarantino", first_year=1990, last_year=1999)),
        ("name me some queen songs", Filter(artist="Queen")),
        ("Bowie has been used by which of the montages you know about?", Filter(artist="David Bowie")),
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
    ("text", "unmet", "chosen"),
    [
        ("training montages in space", "in space", Filter(kinds=(Kind.TRAINING,))),
        ("montages with Let's Dance by David Bowie", "with Let's Dance", Filter(artist="David Bowie")),
        ("training montages by Foo Fighters", "by Foo Fighters", Filter(kinds=(Kind.TRAINING,))),
        ("80s training montages with horses", "with horses", EIGHTIES),
        ("longest training montage", "the longest", Filter(kinds=(Kind.TRAINING,))),
        ("the longest montage", "the longest", Filter()),
        ("montages directed by women", "by women", Filter()),
        ("montages without training", "without training", Filter()),
        ("what is on my to do list", "my to do", Filter()),
        ("training montages in your catalogue", "", Filter(kinds=(Kind.TRAINING,))),
        ("training montages from the 80s for my film club", "", EIGHTIES),
    ],
)
def test_what_no_filter_expresses_is_not_dropped(parse: Parse, text: str, unmet: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.unmet, question.chosen) == ("list", unmet, chosen)


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
