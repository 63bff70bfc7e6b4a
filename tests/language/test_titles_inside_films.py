"""A film's title is a song or a character where it is said to be in another film, or in its own."""

from __future__ import annotations

import pytest

from bot.language.names import NameKind
from bot.language.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("is Footloose in Footloose?", NameKind.SONG, "footloose"),
        ("does Footloose have Footloose in it", NameKind.SONG, "footloose"),
        ("the song in Fame is called Fame, right?", NameKind.SONG, "fame"),
        ("is 9 to 5 from Deadpool 2", NameKind.SONG, "9-to-5"),
        ("which song plays with Shrek in Shrek 2", NameKind.CHARACTER, "Shrek"),
        ("what plays with Rocky Balboa in Rocky IV", NameKind.CHARACTER, "Rocky Balboa"),
    ],
)
def test_a_title_in_a_film_is_what_bears_it_there(reader: Reader, text: str, kind: NameKind, target: str) -> None:
    reading = reader.account(text).reading
    assert any(
        meaning.target == target and not each.of(NameKind.FILM)
        for each in reading.mentions
        for meaning in each.of(kind)
    )


@pytest.mark.parametrize("text", ["is Rocky older than Footloose", "Footloose or Fame, which came first", "Shrek 2"])
def test_a_title_that_is_in_no_other_film_stays_one(reader: Reader, text: str) -> None:
    assert all(each.of(NameKind.FILM) for each in reader.account(text).reading.mentions)
