"""Typed answers of a game, judged as names in questions are: by the same folding and the same typo budget."""

from __future__ import annotations

import pytest

from bot.language.judging import Closeness
from bot.language.names import NameKind
from bot.language.reader import Reader

RIGHT, CLOSE, WRONG = Closeness.RIGHT, Closeness.CLOSE, Closeness.WRONG


@pytest.mark.parametrize(
    ("typed", "names", "kind", "closeness"),
    [
        ("Rocky IV", ["Rocky IV"], NameKind.FILM, RIGHT),
        ("rocky 4", ["Rocky IV"], NameKind.FILM, RIGHT),
        ("ROCKY FOUR!", ["Rocky IV"], NameKind.FILM, RIGHT),
        ("Rocky III", ["Rocky IV"], NameKind.FILM, CLOSE),
        ("Rocky", ["Rocky IV"], NameKind.FILM, CLOSE),
        ("karate kid", ["The Karate Kid"], NameKind.FILM, RIGHT),
        ("the karatte kid", ["The Karate Kid"], NameKind.FILM, RIGHT),
        ("karate dog", ["The Karate Kid"], NameKind.FILM, CLOSE),
        ("topgun", ["Top Gun"], NameKind.FILM, RIGHT),
        ("footlose", ["Footloose"], NameKind.FILM, RIGHT),
        ("fotlos", ["Footloose"], NameKind.FILM, CLOSE),
        ("Up", ["Up"], NameKind.FILM, RIGHT),
        ("Us", ["Up"], NameKind.FILM, WRONG),
        ("runs up", ["Up"], NameKind.FILM, WRONG),
        ("Bill and Ted's Excellent Adventure", ["Bill & Ted's Excellent Adventure"], NameKind.FILM, RIGHT),
        ("staying alive", ["Stayin' Alive", "Staying Alive"], NameKind.SONG, RIGHT),
        ("time of my life", ["(I've Had) The Time of My Life", "The Time of My Life"], NameKind.SONG, RIGHT),
        ("eye of the tigger", ["Eye of the Tiger"], NameKind.SONG, RIGHT),
        ("me", ["Mess Around"], NameKind.SONG, WRONG),
        ("Kenny Logins", ["Kenny Loggins"], NameKind.ARTIST, RIGHT),
        ("Beyonce", ["Beyoncé"], NameKind.ARTIST, RIGHT),
        ("Vince DiCola", ["Bill Conti"], NameKind.ARTIST, WRONG),
        ("", ["Rocky"], NameKind.FILM, WRONG),
        ("!!!", ["Rocky"], NameKind.FILM, WRONG),
        ("x" * 4000, ["Rocky"], NameKind.FILM, WRONG),
    ],
)
def test_a_slip_is_forgiven_and_another_name_is_not(
    reader: Reader, typed: str, names: list[str], kind: NameKind, closeness: Closeness
) -> None:
    assert reader.judge.closeness(typed, names, kind) is closeness


def test_the_name_of_another_film_is_no_slip_of_this_one(reader: Reader) -> None:
    assert reader.judge.closeness("Footloose", ["Footlose"], NameKind.ARTIST) is RIGHT
    assert reader.judge.closeness("Footloose", ["Footlose"], NameKind.FILM) is CLOSE
