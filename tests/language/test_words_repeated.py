"""Words said over and over say no more than said a few times."""

from __future__ import annotations

import pytest

from bot.language.fold import MOST_IN_A_ROW, MOST_IN_ALL, without_repeats, words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bye bye bye", 3),
        ("blah " * 40, MOST_IN_A_ROW),
        ("rocky karate " * 20, 2 * MOST_IN_ALL),
        ("song of the film of the year", 7),
    ],
)
def test_a_word_counts_no_more_than_a_few_times(text: str, kept: int) -> None:
    assert len(without_repeats(words(text))) == kept
