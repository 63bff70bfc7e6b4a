"""A mark that is part of a title ends no sentence."""

from __future__ import annotations

import pytest

from bot.answers.guide import Guide


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("do Airplane! and saturday night fever share a song?", {"Airplane! (1980)", "Saturday Night Fever (1977)"}),
        ("is Airplane! older than Moulin Rouge!?", {"Airplane! (1980)", "Moulin Rouge! (2001)"}),
        ("what song is in Moulin Rouge! when they dance?", {"Moulin Rouge! (2001)"}),
    ],
)
def test_a_title_with_a_mark_is_named_in_the_midst_of_a_sentence(guide: Guide, text: str, films: set[str]) -> None:
    assert set(guide.ask(text).films) == films


def test_a_sentence_may_still_end_behind_such_a_title(guide: Guide) -> None:
    assert guide.ask("I love Airplane! Which song plays in Rocky?").films[0] == "Rocky (1976)"
