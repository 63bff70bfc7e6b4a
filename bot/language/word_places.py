"""For each word, the names it stands in that may be misspelt, and where in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from bot.language.names import MOST_JOINED, Name

#: Words of a name that are counted, and how many bits say which it is.
_MOST, _BITS = 256, 8


class PackedPlaces(Struct, frozen=True, array_like=True):
    """What `WordPlaces` is made of: the words, and for each where its places begin among all places."""

    words: tuple[str, ...]
    starts: bytes
    places: bytes


class WordPlaces:
    """Words with where they stand, in rows of numbers: for many names, a fifth of the memory of lists of pairs."""

    def __init__(self, names: Sequence[Name], packed: PackedPlaces) -> None:
        self._names = names
        #: The words, in the order in which they first stand in a name.
        self.words = packed.words
        self._numbers = {word: number for number, word in enumerate(packed.words)}
        self._starts, self._places = array("I", packed.starts), array("I", packed.places)

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def number(self, word: str) -> int | None:
        """Which of the words it is; None for any other word."""
        return self._numbers.get(word)

    def same(self, word: str) -> str:
        """The word, by the text kept here where there is one: twice the same takes twice the memory."""
        number = self._numbers.get(word)
        return word if number is None else self.words[number]

    def of(self, word: str, most: int) -> list[tuple[Name, int]]:
        """The names with the word, and where in them it stands; none when they are more than that."""
        number = self._numbers.get(word)
        if number is None or self._starts[number + 1] - self._starts[number] > most:
            return []
        places = self._places[self._starts[number] : self._starts[number + 1]]
        return [(self._names[place >> _BITS], place & (_MOST - 1)) for place in places]


def packed_places(names: Sequence[Name]) -> PackedPlaces:
    """Where the words of names that may be misspelt stand."""
    found: dict[str, array[int]] = {}
    for place, name in enumerate(names):
        for word, at in _words(name):
            found.setdefault(word, array("I")).append(place << _BITS | at)
    starts = array("I", accumulate(map(len, found.values()), initial=0))
    return PackedPlaces(tuple(found), starts.tobytes(), b"".join(each.tobytes() for each in found.values()))


def _words(name: Name) -> Iterator[tuple[str, int]]:
    """The words of a name that may be misspelt, with where they stand, and all of a short one as one word."""
    if name.misspelt:
        tokens = name.tokens[:_MOST]
        yield from zip(tokens, range(len(tokens)), strict=True)
        if 1 < len(tokens) <= MOST_JOINED:
            yield name.squashed, 0
