"""A table kept as its text says what a dictionary of it would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon import WORDS, Lexicon, near_words
from bot.language.rows import Rows

KEYS = st.text(
    st.characters(blacklist_characters="\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", blacklist_categories=["Cs"])
)


@given(st.dictionaries(KEYS, KEYS), st.lists(KEYS))
def test_a_table_kept_as_text_finds_what_a_dictionary_finds(table: dict[str, str], others: list[str]) -> None:
    lines = sorted(f"{key}\t{value}" for key, value in table.items())
    rows = Rows("".join(f"{line}\n" for line in lines))
    for key in (*table, *others):
        assert rows.get(key) == table.get(key)
        assert (key in rows) == (key in lines)
    assert all(line in rows for line in lines)


@pytest.mark.parametrize("name", ["near-words.tsv", "ordinary.txt"])
def test_what_is_looked_into_by_halves_stands_in_order_each_once(name: str) -> None:
    lines = _lines(name)
    assert lines == sorted(lines)
    assert len({line.partition("\t")[0] for line in lines}) == len(lines)
    assert all(line.endswith("\n") for line in lines)


def test_every_word_of_the_dictionary_is_ordinary_and_every_word_of_near_meaning_is_found(lexicon: Lexicon) -> None:
    assert all(lexicon.is_ordinary(line.strip()) for line in _lines("ordinary.txt"))
    assert not lexicon.is_ordinary("no such word")
    for line in _lines("near-words.tsv")[::50]:
        stem, *near = line.split("\t")
        assert [f"{word}:{nearness * 100:.0f}" for word, nearness in near_words(stem)] == [
            each.strip() for each in near
        ]
    assert near_words("no such word") == ()


def _lines(name: str) -> list[str]:
    text = (WORDS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
