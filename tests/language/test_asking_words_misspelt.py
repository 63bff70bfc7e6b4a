"""Words by which questions are asked, mended when misspelt and left alone otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.language.conftest import Read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("makover montges", "makeover montages"),
        ("trainng montage", "training montage"),
        ("whats the gratest friendship montage", "what is the greatest friendship montage"),
        ("perfomer of the song", "performer of the song"),
    ],
)
def test_a_slip_is_mended(read: Read, text: str, said: str) -> None:
    assert read(text).said == said


@pytest.mark.parametrize("text", ["mountain montages", "a sons of anarchy list", "lost and found", "rink rise 1234567"])
def test_a_word_of_the_dictionary_is_no_slip(read: Read, text: str) -> None:
    assert read(text).plain == text


@pytest.mark.parametrize("text", ["who sings gonna fly now", "kumite scene in bloodsport"])
def test_a_word_of_a_name_or_far_from_any_is_left(read: Read, text: str) -> None:
    words = [word for word in text.split() if word != "gonna"]
    assert all(word in read(text).plain for word in words)
