"""Numbers beside a list: which of them are places in it, and which say how long it is."""

from __future__ import annotations

from bot.language.fold import ORDINAL, Word
from bot.language.names import NameKind
from bot.language.reading import Reading

#: No list has more places than numbers of so many digits count.
_DIGITS_OF_A_PLACE = 2
#: Words behind which a number that is written out is a place: "number two", "at two".
_BEFORE_PLACE = frozenset("number no nr rank ranked place position spot slot at in is".split())
#: Words between which and a list there stands how long it is.
_BEFORE_COUNT = frozenset("his her their its your the these those all whole full top best greatest first".split())


def place_at(reading: Reading, at: int, sizes: frozenset[int]) -> int | None:
    """The place that a word is the number of, beside a list that has as many places as one of the sizes says."""
    place = _place_at(reading, at, reading.words[at])
    return None if place in sizes and _counts_a_list(reading, at) else place


def _place_at(reading: Reading, at: int, word: Word) -> int | None:
    """The place that a word is the number of: none that is part of a name, a year or a decade."""
    digits = word.key if word.key.isdigit() else word.key[:-2] if ORDINAL.fullmatch(word.key) else ""
    if at in reading.named_positions or not 0 < len(digits) <= _DIGITS_OF_A_PLACE:
        return None
    written_out = digits == word.key and not word.folded.isdigit()  # "only two", "which one"
    return None if written_out and _BEFORE_PLACE.isdisjoint(reading.texts_at[at - 1] if at else ()) else int(digits)


def _counts_a_list(reading: Reading, at: int) -> bool:
    """Whether a number says how long a list is: "Timothy Lawrence's five", "in his five", "the top 10"."""
    whose = any(each.end == at and _is_own(reading.words[at - 1]) for each in reading.mentions_of(NameKind.LIST))
    cardinal = not ORDINAL.fullmatch(reading.words[at].key)
    return cardinal and at > 0 and (whose or not _BEFORE_COUNT.isdisjoint(reading.texts_at[at - 1]))


def _is_own(word: Word) -> bool:
    return word.folded.endswith("s")
