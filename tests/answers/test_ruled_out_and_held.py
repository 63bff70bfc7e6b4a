"""Which of several names is meant: not the one ruled out, and first the film that is named."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Not Mrs. Doubtfire, the other one, Cinderella. What is the song in it?", "Cinderella (1950)"),
        ("not footloose but flashdance, song?", "Flashdance (1983)"),
        ("Which song plays there? Not in Footloose but in Flashdance.", "Flashdance (1983)"),
        ("not Rocky, the other one, Creed: what plays while he trains?", "Creed (2015)"),
        ("not Hot Rod, the other one where they dance to Never", "Footloose (1984)"),
        ("Top Gun: Maverick Danger Zone", "Top Gun: Maverick (2022)"),
        ("The Martian Hot Stuff", "The Martian (2015)"),
    ],
)
def test_the_film_that_is_meant_comes_first(guide: Guide, text: str, film: str) -> None:
    assert guide.ask(text).films[0] == film


@pytest.mark.parametrize("other", ["Forrest Gump", "Happy Gilmore", "Mrs. Doubtfire", "An American Werewolf in London"])
def test_what_is_asked_of_another_film_is_no_question_about_its_people(guide: Guide, other: str) -> None:
    guide.ask("which song plays in Up?", "talk")
    assert guide.ask(f"is it in {other}?", "talk").verdict is False


def test_a_scene_that_is_not_meant_finds_nothing(guide: Guide) -> None:
    answer = guide.ask("Tell the music of the exploding heads in Kingsman please, not of the church.")
    assert answer.songs[:1] == ("Pomp and Circumstance March No. 1",)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("so it's Jamie O'Neal doing All by Myself in Bridget Jones, not Celine?", True),
        ("It is Chaka Khan in Bridget Jones and not Whitney Houston, correct?", True),
        ("It is Whitney Houston in Bridget Jones and not Chaka Khan, correct?", False),
        ("So Eye of the Tiger is not in the very first Rocky, right?", True),
        ("So Gonna Fly Now is not in the very first Rocky, right?", False),
    ],
)
def test_who_or_what_is_ruled_out_is_not_claimed(guide: Guide, text: str, verdict: bool) -> None:
    assert guide.ask(text).verdict is verdict


def test_films_are_compared_by_the_list_that_is_named(guide: Guide) -> None:
    answer = guide.ask("which ranks higher in How Fantastic Are These Movie Montages?, Top Gun (1986) or Rudy (1993)?")
    assert answer.headline.endswith(" in How Fantastic Are These Movie Montages?.")
    assert answer.films[0] == "Rudy (1993)"


def test_a_film_that_is_ruled_out_is_never_answered_though_the_other_is_not_recognised(guide: Guide) -> None:
    answer = guide.ask("not Rocky, the other one, Blorbo: what plays while he trains?")
    assert not (answer.outcome is Outcome.ANSWER and "Rocky (1976)" in answer.films)
