"""Names with one ordinary word in the place of another: "lets here it for the boy", "send me an angle"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.fold import ARTICLES, CARDINALS
from bot.language.lexicon import sounding_like
from bot.language.names import EMPTY, Match, Name, NameBook

#: Words of a name, its leading article left aside, from which on one may be another word that is only spelt alike.
FEWEST_WORDS_SPELT_ALIKE = 3
#: Letters in the telling words that are right: fewer do not say which name is meant, unless one is announced.
FEWEST_LETTERS_RIGHT = 3
#: A longer word may have a letter before the name's own: "your glove".
SHORTEST_CUT = 4
#: The words for a number: "two" is heard for "to".
CARDINAL_WORDS = {digits: (word,) for word, digits in CARDINALS.items()}
_Near = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a name for which another may be taken."""

    name: Name
    before: tuple[str, ...]
    behind: tuple[str, ...]
    doubtful: bool


class Misheard:
    """Finds names of which all words are right but one, which sounds or is spelt like the name's own."""

    def __init__(self, names: NameBook, near: _Near) -> None:
        """`near` gives the words of names that a word may be a misspelling of."""
        self._names = names
        self._near = near
        self._places = lru_cache(maxsize=8192)(self._places_of)

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for one of them."""
        said = tuple(keys)
        for position, key in enumerate(said):
            for place in self._places(key):
                start, end = position - len(place.before), position + 1 + len(place.behind)
                if start >= 0 and said[start:position] == place.before and said[position + 1 : end] == place.behind:
                    yield Match(place.name, start, end, 1, doubtful=place.doubtful)

    def _places_of(self, key: str) -> tuple[Place, ...]:
        """Where in names a word stands for which this one may be taken."""
        alike = {other for word in (key, *CARDINAL_WORDS.get(key, ())) for other in sounding_like(word)}
        others = dict.fromkeys((*sorted(alike), *self._near(key), key[1:] if len(key) > SHORTEST_CUT else ""))
        found = (
            _place(name, at, by_sound=other in alike)
            for other in others
            if other != key
            for name, at in self._names.by_token.get(other, ())
            if name.tokens[at] == other
        )
        return tuple(place for place in found if place)


def _place(name: Name, at: int, *, by_sound: bool) -> Place | None:
    """The place, when the other words of the name say well enough which it is."""
    tokens = name.tokens
    right = [token for place, token in enumerate(tokens) if place != at]
    telling = sum(FEWEST_LETTERS_RIGHT if token.isdigit() else len(token) for token in right if token not in EMPTY)
    words = len(tokens) - (tokens[0] in ARTICLES)
    doubtful = telling < FEWEST_LETTERS_RIGHT
    if words >= FEWEST_WORDS_SPELT_ALIKE and (by_sound or not doubtful) or by_sound and not doubtful and right:
        return Place(name, tuple(tokens[:at]), tuple(tokens[at + 1 :]), doubtful)
    return None
