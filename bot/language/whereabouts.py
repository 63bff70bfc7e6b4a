"""Where montages are set: the proper names of places in their settings, and the words by which that is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.names import folded
from bot.language.fold import Word
from bot.language.lexicon import Lexicon, regions, towns
from bot.language.names import NameKind
from bot.language.once import once
from bot.language.reading import Reading

#: What parts a setting: "train from Bunnyburrow to Zootopia", "the toilets of a club, Detroit".
_BETWEEN = expression(
    r"[,;()/]| (?:in|to|from|at|and|near|for|on|across|outside|around) (?:the )?|^(?:in|to|across|the) "
)
#: A part of nothing but capitalised words.
_PROPER = expression(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*)*")
#: The most words in the name of a place: "North Shore High School".
MOST_WORDS = 4
#: The ways to say that something is set somewhere, as runs of plain words.
_IS_SET = expression(
    r"\b(?:(?:takes?|taking|took) place|happen(?:s|ing|ed)?|occur(?:s|ring|red)?|unfold(?:s|ing|ed)?|based|shot|filmed"
    r"|placed|located|set)\b"
)


def place_names(catalogue: Catalogue, lexicon: Lexicon) -> dict[str, str]:
    """The proper names in the settings of a catalogue, as they are written there, by how they are folded."""
    settings = {each.entry.setting for each in catalogue.montages if each.entry.setting}
    parts = {part.strip() for setting in settings for part in _BETWEEN.split(setting)}
    found = {folded(part): part for part in sorted(parts) if _PROPER.fullmatch(part)}
    return {words: name for words, name in found.items() if _is_a_name(words, lexicon)}


def _is_a_name(words: str, lexicon: Lexicon) -> bool:
    """Whether words are no everyday word but the name of a place: "Detroit", and not "Earth"."""
    return words in towns() or words in regions() or not lexicon.is_common(words)


class Whereabouts:
    """The places of one catalogue, by the names that `place_names` finds."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def has(self, words: Sequence[Word]) -> bool:
        """Whether words are the name of a place."""
        return " ".join(word.folded for word in words) in self._names

    def named(self, reading: Reading) -> Iterator[str]:
        """The places whose names stand anywhere in a text and are no part of another name, the longest first."""
        taken = _other_names(reading)
        words = [word.folded for word in reading.words]
        for size in range(min(MOST_WORDS, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                name = self._names.get(" ".join(words[start : start + size]))
                if name and taken.isdisjoint(range(start, start + size)):
                    yield name


@once
def _other_names(reading: Reading) -> frozenset[int]:
    """Where names stand; many a town is also a film that we do not have."""
    ours = (each for each in reading.mentions if any(one.kind is not NameKind.ABSENT for one in each.meanings))
    return frozenset(at for each in ours for at in range(each.start, each.end))


@once
def set_positions(reading: Reading) -> frozenset[int]:
    """Where the words stand that say that something is set somewhere."""
    at_letter, positions = 0, set[int]()
    spans = [found.span() for found in _IS_SET.finditer(reading.plain)]
    for token in reading.tokens:
        if any(start <= at_letter < end for start, end in spans):
            positions.add(token.position)
        at_letter += len(token.text) + 1
    return frozenset(positions)
