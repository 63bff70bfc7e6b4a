"""Names that a question rules out are left out of its answer."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide


@pytest.mark.parametrize(
    ("text", "film", "ruled_out"),
    [
        ("besides Hot Rod, which film uses Never by Moving Pictures?", "Footloose (1984)", "Hot Rod (2007)"),
        ("Danger Zone, apart from Top Gun: Maverick, in which film?", "Top Gun (1986)", "Top Gun: Maverick (2022)"),
        ("stayin alive in a film that isn't Saturday Night Fever?", "Airplane! (1980)", "Saturday Night Fever (1977)"),
        (
            "except for Butch Cassidy, which film plays Raindrops Keep Fallin' on My Head",
            "Spider-Man 2 (2004)",
            "Butch Cassidy and the Sundance Kid (1969)",
        ),
        ("Mr. Blue Sky: which movie besides Megamind", "Guardians of the Galaxy Vol. 2 (2017)", "Megamind (2010)"),
    ],
)
def test_a_film_ruled_out_is_not_answered(guide: Guide, text: str, film: str, ruled_out: str) -> None:
    films = guide.ask(text).films
    assert (films[0], ruled_out in films) == (film, False)


def test_a_song_ruled_out_is_not_answered(guide: Guide) -> None:
    answer = guide.ask("besides Danger Zone, which Kenny Loggins song is in the 1986 Top Gun?")
    assert answer.songs == ("Playing with the Boys",)


def test_a_song_of_one_film_only_is_in_no_other(guide: Guide) -> None:
    answer = guide.ask("besides Real Genius, which film has I'm Falling?")
    assert (answer.outcome, answer.films) == (Outcome.UNKNOWN, ())


def test_the_other_film_of_a_song_just_shown(guide: Guide) -> None:
    guide.ask("which song plays at the start of Iron Man", "talk")
    assert guide.ask("what other film has that song?", "talk").films == ("Spider-Man: Far From Home (2019)",)
