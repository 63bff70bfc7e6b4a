"""Names with one ordinary word in the place of another: "lets here it for the boy", "send me an angle"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from bot.language.fold import ARTICLES
from bot.language.lexicon import sounding_like
from bot.language.names import EMPTY, Match, Name, NameBook

#: Words of a name, its leading article left aside, from which on one may be another word that is only spelt alike.
FEWEST_WORDS_SPELT_ALIKE = 3
#: Letters in the telling words that are right: fewer do not say which name is meant.
FEWEST_LETTERS_RIGHT = 3
_Near = Callable[[str], tuple[str, ...]]


class Misheard:
    """Finds names of which all words are right but one, which sounds or is spelt like the name's own."""

    def __init__(self, names: NameBook, near: _Near) -> None:
        """`near` gives the words of names that a word may be a misspelling of."""
        self._names = names
        self._near = near
        self._places = lru_cache(maxsize=8192)(self._places_of)

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for one of them."""
        for position, key in enumerate(keys):
            for name, tokens, at in self._places(key):
                start = position - at
                end = start + len(tokens)
                if start >= 0 and end <= len(keys) and _is_but_for(tokens, keys[start:end], at):
                    yield Match(name, start, end, 1)

    def _places_of(self, key: str) -> tuple[tuple[Name, list[str], int], ...]:
        """Where in names a word stands for which this one may be taken."""
        alike = sounding_like(key)
        others = dict.fromkeys((*alike, *self._near(key)))
        return tuple(
            (name, tokens, at)
            for other in others
            if other != key
            for name, at in self._names.by_token.get(other, ())
            if _allows(tokens := name.tokens, at, by_sound=other in alike) and tokens[at] == other
        )


def _is_but_for(tokens: Sequence[str], keys: Sequence[str], at: int) -> bool:
    return all(ours == theirs for place, (ours, theirs) in enumerate(zip(keys, tokens, strict=True)) if place != at)


def _allows(tokens: Sequence[str], at: int, *, by_sound: bool) -> bool:
    """Whether the other words of a name say well enough which it is."""
    right = [token for place, token in enumerate(tokens) if place != at and not token.isdigit()]
    telling = sum(len(token) for token in right if token not in EMPTY)
    words = len(tokens) - (tokens[0] in ARTICLES)
    return telling >= FEWEST_LETTERS_RIGHT and (by_sound or words >= FEWEST_WORDS_SPELT_ALIKE)
