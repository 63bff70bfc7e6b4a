"""Nothing a stranger types is remembered for ever: memory stays flat, however many and however long the words."""

from __future__ import annotations

import random
import string
import tracemalloc

import pytest

from bot.knowledge.names import fold_word, folded
from bot.knowledge.remembering import LONGEST_REMEMBERED, MOST_REMEMBERED, remembered
from bot.language.lexicon import near_words
from bot.language.reader import Reader
from bot.language.scenes import MOST_TERMS
from bot.language.stems import stem

WORDS = 3000


def made_up(count: int, letters: int) -> list[str]:
    chance = random.Random(letters)  # noqa: S311 - makes words, guards nothing
    return ["".join(chance.choices(string.ascii_lowercase, k=letters)) for _ in range(count)]


@pytest.mark.parametrize("function", [folded, fold_word, stem, near_words])
def test_long_words_are_not_remembered(function: object) -> None:
    assert callable(function)
    texts = made_up(WORDS, 2 * LONGEST_REMEMBERED)
    function("word")  # reads what it looks words up in
    tracemalloc.start()
    for text in texts:
        function(text)
    grown = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert grown < WORDS * 10, "ten bytes a word: nothing of them was kept"


def test_what_is_remembered_has_an_end() -> None:
    texts = made_up(3 * MOST_REMEMBERED, 20)
    for text in texts[:MOST_REMEMBERED]:
        folded(text)
    tracemalloc.start()
    for text in texts[MOST_REMEMBERED:]:
        folded(text)
    grown = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert grown < 200 * MOST_REMEMBERED, "as many as were forgotten, no more"


@pytest.mark.parametrize(
    ("key", "is_kept"),
    [
        (("x" * LONGEST_REMEMBERED,), True),
        (("x" * (LONGEST_REMEMBERED + 1),), False),
        (("rocky", "x" * LONGEST_REMEMBERED), True),
        (("rocky", "x" * (LONGEST_REMEMBERED + 1)), False),
        ((("word",) * LONGEST_REMEMBERED, 10), True),
        ((("word",) * (LONGEST_REMEMBERED + 1), 10), False),
    ],
)
def test_a_long_key_is_not_remembered_whatever_it_is_made_of(key: tuple[object, ...], is_kept: bool) -> None:
    asked: list[tuple[object, ...]] = []
    function = remembered(lambda *parts: asked.append(parts), most=1)
    for each in (key, key):
        function(*each)
    assert len(asked) == (1 if is_kept else 2)
    function("another")
    function(*key)
    assert len(asked) == (3 if is_kept else 4), "one is remembered, no more"


def test_words_no_scene_uses_leave_nothing_in_its_index(reader: Reader) -> None:
    def look_up(words: list[str]) -> int:
        for word in words:
            assert not reader.scenes.says("rocky", word)
            assert not reader.scenes.nearness("rocky", word)
            reader.scenes.rarity(word)
            reader.scenes.search([word])
        return tracemalloc.get_traced_memory()[0]

    fewer, more = made_up(2 * MOST_TERMS, 11), made_up(WORDS, 12)
    tracemalloc.start()
    full = look_up(fewer)
    grown = look_up(more) - full
    tracemalloc.stop()
    assert grown < WORDS * 10
