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
        ("rocky 4th", "rocky-iv-1985"),
        ("rocky4th: what plays", "rocky-iv-1985"),
        ("rocky fourth movie", "rocky-iv-1985"),
        ("the fourth rocky", "rocky-iv-1985"),
        ("rocky part four", "rocky-iv-1985"),
        ("rocky number 4", "rocky-iv-1985"),
        ("part two of rocky", "rocky-ii-1979"),
        pytest.param(
            "song in the third movie of the rocky series",
            "rocky-iii-1982",
            marks=pytest.mark.xfail(strict=True, reason="the film is found, but its reading is not believed"),
        ),
        ("Rocky III's training montage song", "rocky-iii-1982"),
        ("#RockyIV", "rocky-iv-1985"),
        ("Shrek's 2nd film, honeymoon song", "shrek-2-2004"),
        ("song in the second creed movie", "creed-ii-2018"),
        ("rocky from 1985", "rocky-iv-1985"),
        ("rocky 1985", "rocky-iv-1985"),
        ("the 1982 rocky song", "rocky-iii-1982"),
        ("what plays in footloose released in 1984", "footloose-1984"),
        ("the power of love in back to the future in 1955", "back-to-the-future-1985"),  # when it is set
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
        ("rocky 1980", "rocky (1980)"),
        ("Footloose from 2011", "Footloose (2011)"),
        ("song in footloose, the 2011 film", "footloose (2011)"),
        ("footloose that came out in 2011", "footloose (2011)"),
        ("training song in the karate kid from 2010 with jackie chan", "the karate kid (2010)"),
        ("kung fu panda number 2", "kung fu panda 2"),
        ("song in part three of the karate kid", "the karate kid 3"),
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


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Staying Alive, the 1983 film", "Staying Alive (1983)"),
        ("what song plays in the film Staying Alive", "Staying Alive"),
        ("Hearts on Fire the movie", "Hearts on Fire"),
        ("the 1980 film maniac", "maniac (1980)"),
        ("eye of the tiger 1986 film", "eye of the tiger (1986)"),
    ],
)
def test_a_songs_title_said_to_be_a_films_is_one_we_do_not_have(parse: Parse, text: str, about: str) -> None:
    question = parse(text)
    assert (question.lack, question.about, question.montages) == (Lack.ABSENT_FILM, about, ())


@pytest.mark.parametrize(
    "text",
    [
        "Hearts on Fire (1985)",
        "maniac 1983",
        "the film the song hearts on fire is in",
        "what is the movie eye of the tiger is from",
        "which movie is Maniac from",
        "eye of the tiger movie",
    ],
)
def test_a_songs_title_beside_its_own_year_or_the_film_asked_for_is_the_songs(parse: Parse, text: str) -> None:
    question = parse(text)
    assert (question.lack, len(question.songs)) == (None, 1)


@pytest.mark.parametrize(
    "text",
    [
        "did Rocky come out in 1980?",
        "is Rocky from 1980?",
        "was rocky released in 1985",
        "so rocky is from 1980, right?",
    ],
)
def test_a_year_that_is_claimed_or_asked_names_no_other_film(parse: Parse, text: str) -> None:
    question = parse(text)
    assert (question.lack, question.montages[:1]) == (None, ("rocky",))


def test_a_year_of_a_filter_names_no_film(parse: Parse) -> None:
    chosen = parse("training montages from 1985").chosen
    assert (chosen.first_year, chosen.last_year) == (1985, 1985)
