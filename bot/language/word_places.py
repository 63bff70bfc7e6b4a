"""For each word, the names it stands in that may be misspelt, and where in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.language.names import MOST_JOINED, Name

#: Words of a name that are counted, and how many bits say which it is.
_MOST, _BITS = 256, 8


class WordPlaces:
    """Words with where they stand, in rows of numbers: for many names, a fifth of the memory of lists of pairs."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._numbers: dict[str, int] = {}
        counts = array("I")
        for name in names:
            for word, _ in _words(name):
                number = self._numbers.setdefault(word, len(counts))
                if number == len(counts):
                    counts.append(0)
                counts[number] += 1
        #: The words, in the order in which they first stand in a name.
        self.words = tuple(self._numbers)
        self._starts = array("I", accumulate(counts, initial=0))
        self._places = array("I", bytes(counts.itemsize * self._starts[-1]))
        free = self._starts[:]
        for place, name in enumerate(names):
            for word, at in _words(name):
                number = self._numbers[word]
                self._places[free[number]] = place << _BITS | at
                free[number] += 1

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

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


def _words(name: Name) -> Iterator[tuple[str, int]]:
    """The words of a name that may be misspelt, with where they stand, and all of a short one as one word."""
    if name.misspelt:
        tokens = name.tokens[:_MOST]
        yield from zip(tokens, range(len(tokens)), strict=True)
        if 1 < len(tokens) <= MOST_JOINED:
            yield name.squashed, 0
