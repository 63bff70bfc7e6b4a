"""The names of one catalogue, as matching looks them up."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bot.language.fold import NUMERALS, ORDINALS
from bot.language.names import Name, first_sound
from bot.language.typos import SHORTEST
from bot.language.word_places import PackedPlaces, WordPlaces, packed_places

#: Room for pairs of words of names, of which a name has two or three: more makes for fewer mistaken ones.
PAIRS_A_NAME = 8
_FACTOR, _OTHER_FACTOR = 0x9E3779B1, 0x85EBCA6B  # large and odd: numbers near to each other lead far apart
_SPELLINGS: dict[str, list[str]] = defaultdict(list)
for _spelling, _digits in NUMERALS.items():
    _SPELLINGS[_digits].append(_spelling)
for _spelling, _ordinal in ORDINALS.items():
    _SPELLINGS[_ordinal.rstrip("stndrh")].extend((_spelling, _ordinal))


class PackedBook(Struct, frozen=True, array_like=True):
    """What takes long to work out of names; names and words stand here by their numbers."""

    places: PackedPlaces
    joined: dict[str, int]
    longest: dict[str, int]
    pairs: bytes
    alike: list[tuple[str, int, bytes]]


class NameBook:
    """The names of one catalogue by text, without spaces, and by word. Built once; read only after."""

    def __init__(self, names: Sequence[Name], packed: PackedBook | None = None) -> None:
        packed = packed or packed_book(names)
        self.names = names
        self.exact: dict[str, Name] = {name.text: name for name in names}
        self.words = WordPlaces(names, packed.places)
        self.joined: dict[str, Name] = {self.words.same(text): names[place] for text, place in packed.joined.items()}
        #: For each word that begins a name, the words of the longest such name.
        self.longest = packed.longest
        self.most_words = max(self.longest.values(), default=0)
        #: Where two words of a name that stand side by side lead; others seldom do (Bloom, 1970).
        self._pairs = packed.pairs
        #: Words of names by their first sound and length, by number: where a misspelt one is looked for.
        self._alike = {(sound, length): numbers for sound, length, numbers in packed.alike}  # as bytes: few are needed
        self._alike_words: dict[tuple[str, int], list[str]] = {}

    def alike(self, sound: str, length: int) -> Sequence[str]:
        """The words of names that begin with that sound and are so long."""
        key = sound, length
        if key not in self._alike:
            return ()
        if key not in self._alike_words:
            self._alike_words[key] = [self.words.words[number] for number in array("I", self._alike[key])]
        return self._alike_words[key]

    def may_have(self, first: str, second: str) -> bool:
        """Whether one word may stand right behind another in a name that may be misspelt: surely not when not."""
        one, other = self.words.number(first), self.words.number(second)
        return one is not None and other is not None and bool(self._pairs[_slot(one, other) % len(self._pairs)])

    def opening(self, words: Sequence[str], least: int) -> Iterator[Name]:
        """The names that may be misspelt which words open with, of so many words at least."""
        text = " ".join(words[: least - 1])
        for word in words[least - 1 : self.longest.get(words[0], 0)]:
            text = f"{text} {word}"
            name = self.exact.get(text)
            if name and name.misspelt:
                yield name


def packed_book(names: Sequence[Name]) -> PackedBook:
    """What `NameBook` is made of."""
    places = packed_places(names)
    return PackedBook(places, _joined(names), _longest(names), _pairs(names, places.words), _alike(places.words))


def _joined(names: Sequence[Name]) -> dict[str, int]:
    joined = [at for at, name in enumerate(names) if " " in name.text and len(name.text) >= SHORTEST]
    found = {names[at].squashed: at for at in joined}
    numbered = (at for at in joined if names[at].text[-1].isdigit())
    return found | {text: at for at in numbered for text in _otherwise_numbered(names[at])}


def _longest(names: Sequence[Name]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first, _, rest = name.text.partition(" ")
        words = rest.count(" ") + 2 if rest else 1
        longest[first] = max(words, longest.get(first, 0))
    return longest


def _pairs(names: Sequence[Name], words: Sequence[str]) -> bytes:
    numbers = {word: number for number, word in enumerate(words)}
    found = bytearray(PAIRS_A_NAME * len(names) + 1)
    for name in names:
        for one, other in pairwise(name.tokens) if name.misspelt else ():
            if one in numbers and other in numbers:  # of the longest names only the first words are counted
                found[_slot(numbers[one], numbers[other]) % len(found)] = 1
    return bytes(found)


def _slot(one: int, other: int) -> int:
    """A number for two numbers in their order, hardly ever that of two others."""
    return one * _FACTOR ^ other * _OTHER_FACTOR


def _alike(words: Sequence[str]) -> list[tuple[str, int, bytes]]:
    found: dict[tuple[str, int], array[int]] = defaultdict(lambda: array("I"))
    for number, word in enumerate(words):
        found[first_sound(word), len(word)].append(number)
    return [(sound, length, numbers.tobytes()) for (sound, length), numbers in found.items()]


def _otherwise_numbered(name: Name) -> Iterator[str]:
    """A name without its spaces, its last number otherwise spelt: "rockyiv", "rocky4th"."""
    head, _, last = name.text.rpartition(" ")
    yield from (head.replace(" ", "") + spelling for spelling in _SPELLINGS.get(last, ()))
