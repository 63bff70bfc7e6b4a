"""Names with one ordinary word in the place of another: "lets here it for the boy", "send me an angle"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
#: Words with those they may be taken for, and pairs of words with their names, that are kept ready.
MOST_WORDS, MOST_PAIRS = 4096, 1024
_ARTICLES = tuple(f"{article} " for article in ARTICLES)
_Near = Callable[[str], tuple[str, ...]]


class Misheard:
    """Finds names of which all words are right but one, which sounds or is spelt like the name's own."""

    def __init__(self, names: NameBook, near: _Near) -> None:
        """`near` gives the words of names that a word may be a misspelling of."""
        self._names = names
        self._near = near
        self._taken_for = lru_cache(maxsize=MOST_WORDS)(self._words_for)
        self._with_pair = lru_cache(maxsize=MOST_PAIRS)(self._names_with)

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for one of them."""
        said = tuple(keys)
        for position, key in enumerate(said):
            for other, by_sound in self._taken_for(key):
                for name, at in self._beside(other, said, position):
                    tokens, start = name.tokens, position - at
                    end = start + len(tokens)
                    if (*said[max(start, 0) : position], other, *said[position + 1 : end]) == tuple(tokens):
                        yield from _match(name, start, end, tokens[:at] + tokens[at + 1 :], by_sound=by_sound)

    def _words_for(self, key: str) -> Sequence[tuple[str, bool]]:
        """The words of names for which this one may be taken, each with whether it sounds the same."""
        alike = {other for word in (key, *CARDINAL_WORDS.get(key, ())) for other in sounding_like(word)}
        others = dict.fromkeys((*sorted(alike), *self._near(key), key[1:] if len(key) > SHORTEST_CUT else ""))
        return tuple((other, other in alike) for other in others if other != key and other in self._names.by_token)

    def _beside(self, other: str, said: Sequence[str], position: int) -> Iterator[tuple[Name, int]]:
        """Names with the other word behind the one before, or at their beginning before the one behind, and where."""
        if position > 0:
            yield from ((name, at + 1) for name, at in self._with_pair(said[position - 1], other))
        if position + 1 < len(said):
            yield from ((name, at) for name, at in self._with_pair(other, said[position + 1]) if at == 0)

    def _names_with(self, first: str, second: str) -> Sequence[tuple[Name, int]]:
        """Names in which one word stands right behind another, and where: sought among those of the rarer word."""
        firsts, seconds = (self._names.by_token.get(word, ()) for word in (first, second))
        pair = f"{first} {second}"
        if len(firsts) <= len(seconds):
            found = ((name, at) for name, at in firsts if pair in name.text)
        else:
            found = ((name, at - 1) for name, at in seconds if at > 0 and pair in name.text)
        return tuple((name, at) for name, at in found if name.tokens[at : at + 2] == [first, second])


def _match(name: Name, start: int, end: int, right: Sequence[str], *, by_sound: bool) -> Iterator[Match]:
    """The name, when the words of it that are right say well enough which it is."""
    telling = sum(FEWEST_LETTERS_RIGHT if token.isdigit() else len(token) for token in right if token not in EMPTY)
    words = len(right) + 1 - name.text.startswith(_ARTICLES)
    doubtful = telling < FEWEST_LETTERS_RIGHT
    if words >= FEWEST_WORDS_SPELT_ALIKE and (by_sound or not doubtful) or by_sound and not doubtful and right:
        yield Match(name, start, end, 1, doubtful=doubtful)
