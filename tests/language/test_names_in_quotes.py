"""What is quoted is one name, known or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.language.conftest import Found


@pytest.mark.parametrize(
    "text",
    [
        'which film has the song "Rocky Mountain Way"',
        'who sings "Footloose and Fancy Free"',
        'what film is "Maniac Cop" about',
        "the montage to 'Burning Heart of Stone'",
    ],
)
def test_what_is_quoted_is_one_name(found: Found, text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"absent"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('what song plays in "Rocky"', ("film", "rocky-1976")),
        ('is "Eye of the Tiger" in it', ("song", "eye-of-the-tiger")),
        ('the "rocky training song" please', ("film", "rocky-1976")),
        ('the song "Hearts on Fire by John Cafferty"', ("artist", "John Cafferty")),
        ('"which song plays in rocky when he runs up the steps"', ("film", "rocky-1976")),
        ("the clue 'film of Satine and Christian' please", ("character", "Satine")),
        ("isn't it Rocky's song, the 'Gonna Fly Now' one", ("song", "gonna-fly-now")),
    ],
)
def test_a_name_is_found_in_quotes_with_nothing_but_empty_words(found: Found, text: str, name: tuple[str, str]) -> None:
    assert name in found(text)
