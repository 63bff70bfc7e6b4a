"""Which film of a series is meant; sequels, remakes and years that are none of ours are said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.question import Lack

if TYPE_CHECKING:
    from tests.language.conftest import Parse


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("first Rocky", "rocky-1976"),
        ("the first rocky film song", "rocky-1976"),
        ("the original rocky", "rocky-1976"),
        ("rocky 1", "rocky-1976"),
        ("rocky 1976", "rocky-1976"),
        ("rocky 1977", "rocky-1976"),  # people misremember a year by one
        ("second rocky film song", "rocky-ii-1979"),
        ("the song of the third rocky", "rocky-iii-1982"),
        ("song in the fourth rocky movie", "rocky-iv-1985"),
        ("rocky the 4th", "rocky-iv-1985"),
        ("rocky 6", "rocky-balboa-2006"),
        ("creed 2", "creed-ii-2018"),
        ("footloose (1984)", "footloose-1984"),
        ("the sequel to top gun", "top-gun-maverick-2022"),
        ("top gun 2", "top-gun-maverick-2022"),
        ("footloose, not the remake", "footloose-1984"),
        ("the original footloose song", "footloose-1984"),
    ],
)
def test_the_film_of_the_series(parse: Parse, text: str, film: str) -> None:
    question = parse(text)
    assert (question.lack, question.films) == (None, (film,))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("rocky 7", "rocky 7"),
        ("the song in Flashdance 2", "Flashdance 2"),
        ("dirty dancing 2", "dirty dancing 2"),
        ("karate kid 2010 song", "karate kid (2010)"),
        ("Mulan 2020 song", "Mulan (2020)"),
        ("footloose 2011", "footloose (2011)"),
        ("scarface 1932", "scarface (1932)"),
        ("rocky 1985", "rocky (1985)"),
        ("karate kid remake", "the remake of karate kid"),
        ("mulan live action song", "the live action of mulan"),
        ("footloose the musical version", "the musical version of footloose"),
    ],
)
def test_a_version_we_do_not_have_is_named_in_the_refusal(parse: Parse, text: str, about: str) -> None:
    question = parse(text)
    assert (question.lack, question.about, question.montages) == (Lack.NO_SUCH_VERSION, about, ())


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("rocky v song", "Rocky V (1990)"),
        ("karate kid part iii", "The Karate Kid Part III (1989)"),
        ("ghostbusters 2", "Ghostbusters II (1989)"),
        ("shrek the third", "Shrek the Third (2007)"),
        ("kill bill 2 montage", "Kill Bill: Vol. 2 (2004)"),
        ("dirty dancing havana nights", "Dirty Dancing: Havana Nights (2004)"),
    ],
)
def test_a_sequel_we_do_not_have_is_known_by_its_own_title(parse: Parse, text: str, about: str) -> None:
    question = parse(text)
    assert (question.lack, question.about, question.montages) == (Lack.ABSENT_FILM, about, ())
