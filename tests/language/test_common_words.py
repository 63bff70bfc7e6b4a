"""Names made of everyday words are read as names only where something says that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.lexicon import Lexicon
from bot.language.names import Commonness
from bot.language.naming import commonness

if TYPE_CHECKING:
    from tests.language.conftest import Found, Parse

UP, RAD, FAME = ("film", "up-2009"), ("film", "rad-1986"), ("film", "fame-1980")
MONTAGE, HERO, MANIAC = ("song", "montage"), ("song", "hero"), ("song", "maniac")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Up", UP),
        ("up montage", UP),
        ("the song in up", UP),
        ("what's the song in Up?", UP),
        ('the "up" song', UP),
        ("who directed up", UP),
        ("in Up, what is the montage about", UP),
        ("cancion de la pelicula Up", UP),
        ("rad", RAD),
        ("what song is in Rad", RAD),
        ("the rad soundtrack", RAD),
        ("what song is in Fame?", FAME),
        ("the film Fame", FAME),
        ("fame", FAME),
        ("montage", MONTAGE),
        ("which film has the song called Montage", MONTAGE),
        ('"Montage" by Trey Parker', MONTAGE),
        ("what film is the song Montage from", MONTAGE),
        ("who sings Hero", HERO),
        ("what film is the song Hero in", HERO),
        ("Maniac song", MANIAC),
        ("what film is Maniac from", MANIAC),
    ],
)
def test_a_cue_makes_a_name_of_a_common_word(found: Found, text: str, name: tuple[str, str]) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("which song plays when Rocky runs up the steps?", UP),
        ("runs up the steps", UP),
        ("he gets up and trains", UP),
        ("what's up", UP),
        ("wake me up", UP),
        ("they climb up in the snow", UP),
        ("growing up", UP),
        ("UP THE STEPS HE RUNS", UP),
        ("that's rad", RAD),
        ("a rad bike race", RAD),
        ("he rises to fame", FAME),
        ("she wants fame", FAME),
        ("a montage", MONTAGE),
        ("the training montage in rocky", MONTAGE),
        ("Which Montage Is The Best", MONTAGE),
        ("my hero", HERO),
        ("the hero trains", HERO),
        ("a superhero becomes a hero", HERO),
        ("he's a maniac", MANIAC),
        ("dance like a maniac", MANIAC),
    ],
)
def test_without_a_cue_a_common_word_is_just_a_word(found: Found, text: str, name: tuple[str, str]) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "which song plays when Rocky runs up the steps?",
        pytest.param(
            "the one who runs up the steps",
            marks=pytest.mark.xfail(strict=True, reason="the scene is found, but its reading is not believed"),
        ),
        "wat song wen rocky runs up teh steps",
    ],
)
def test_running_up_the_steps_is_never_up(parse: Parse, text: str) -> None:
    assert "up" not in {montage.split("-")[0] for montage in parse(text).montages}
    assert parse(text).montages[:1] == ("rocky",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("up", Commonness.COMMON),
        ("it", Commonness.COMMON),
        ("big", Commonness.COMMON),
        ("training montage", Commonness.COMMON),
        ("300", Commonness.COMMON),
        ("platoon", Commonness.PLAIN),
        ("hearts on fire", Commonness.PLAIN),
        ("footloose", Commonness.RARE),
        ("gattaca", Commonness.RARE),
    ],
)
def test_how_common_a_name_is_follows_from_its_words(lexicon: Lexicon, name: str, expected: Commonness) -> None:
    assert commonness(tuple(name.split()), lexicon) is expected
