"""The names of one catalogue, as matching looks them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.language.fold import NUMERALS, ORDINALS
from bot.language.names import Name, first_sound
from bot.language.typos import SHORTEST
from bot.language.word_places import WordPlaces

#: Room for pairs of words of names, of which a name has two or three: more makes for fewer mistaken ones.
PAIRS_A_NAME = 16
_SPELLINGS: dict[str, list[str]] = defaultdict(list)
for _spelling, _digits in NUMERALS.items():
    _SPELLINGS[_digits].append(_spelling)
for _spelling, _ordinal in ORDINALS.items():
    _SPELLINGS[_ordinal.rstrip("stndrh")].extend((_spelling, _ordinal))


class NameBook:
    """The names of one catalogue by text, without spaces, and by word. Built once; read only after."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.exact: dict[str, Name] = {name.text: name for name in names}
        joined = [name for name in names if " " in name.text and len(name.text) >= SHORTEST]
        self.words = WordPlaces(names)
        self.joined: dict[str, Name] = {self.words.same(name.squashed): name for name in joined}
        numbered = (name for name in joined if name.text[-1].isdigit())
        self.joined |= {text: name for name in numbered for text in _otherwise_numbered(name)}
        #: For each word that begins a name, the words of the longest such name.
        self.longest: dict[str, int] = {}
        for name in names:
            first, _, rest = name.text.partition(" ")
            words = rest.count(" ") + 2 if rest else 1
            if words > self.longest.get(first, 0):
                self.longest[first] = words
        self.most_words = max(self.longest.values(), default=0)
        #: Where the hash of two words of a name that stand side by side leads; of others it seldom does (Bloom, 1970).
        self._pairs = bytearray(PAIRS_A_NAME * len(names) + 1)
        for name in names:
            for pair in pairwise(name.tokens) if name.misspelt else ():
                self._pairs[hash(pair) % len(self._pairs)] = 1
        #: Words of names by their first sound and length: where a misspelt one is looked for.
        self.alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for token in self.words.words:
            self.alike[first_sound(token), len(token)].append(token)

    def may_have(self, first: str, second: str) -> bool:
        """Whether one word may stand right behind another in a name that may be misspelt: surely not when not."""
        return bool(self._pairs[hash((first, second)) % len(self._pairs)])

    def opening(self, words: Sequence[str], least: int) -> Iterator[Name]:
        """The names that may be misspelt which words open with, of so many words at least."""
        text = " ".join(words[: least - 1])
        for word in words[least - 1 : self.longest.get(words[0], 0)]:
            text = f"{text} {word}"
            name = self.exact.get(text)
            if name and name.misspelt:
                yield name


def _otherwise_numbered(name: Name) -> Iterator[str]:
    """A name without its spaces, its last number otherwise spelt: "rockyiv", "rocky4th"."""
    head, _, last = name.text.rpartition(" ")
    yield from (head.replace(" ", "") + spelling for spelling in _SPELLINGS.get(last, ()))
