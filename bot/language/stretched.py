"""Words with letters drawn out: "whaaat", "plsss", "Shrekkk". No English word has a letter three times in a row."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from bot.knowledge.expressions import expression
from bot.language.fold import Word

#: A letter three times or more; a Roman numeral has three of its own, and digits are a number.
_STRETCHED = expression(r"([a-hj-wyz])\1{2,}")


def unstretched(words: tuple[Word, ...], is_word: Callable[[str], bool]) -> tuple[Word, ...]:
    """The words with such letters written as often as in the word that is known: twice in "coool", else once."""
    return tuple(_mended(word, is_word) if _STRETCHED.search(word.folded) else word for word in words)


def _mended(word: Word, is_word: Callable[[str], bool]) -> Word:
    if is_word(word.folded):
        return word
    once, twice = (_STRETCHED.sub(again, word.folded) for again in (r"\1", r"\1\1"))
    spelling = twice if is_word(twice) and not is_word(once) else once
    return structs.replace(word, folded=spelling, key=spelling)
