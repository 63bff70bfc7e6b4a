"""Names with one ordinary word in the place of another: "lets here it for the boy", "send me an angle"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.knowledge.remembering import remembered
from bot.language.fold import ARTICLES, CARDINALS
from bot.language.lexicon import sounding_like
from bot.language.name_book import NameBook
from bot.language.names import EMPTY, Match, Name
from bot.language.typos import LONG_NAME, SHORTEST

#: Letters in the telling words that are right: fewer do not say which name is meant, unless one is announced.
FEWEST_LETTERS_RIGHT = 3
#: The words for a number: "two" is heard for "to".
CARDINAL_WORDS = {digits: (word,) for word, digits in CARDINALS.items()}
_ARTICLES = tuple(f"{article} " for article in ARTICLES)
_Near = Callable[[str], tuple[str, ...]]


class Misheard:
    """Finds names of which all words are right but one, which sounds or is spelt like the name's own."""

    def __init__(self, names: NameBook, near: _Near) -> None:
        """`near` gives the words of names that a word may be a misspelling of."""
        self._names = names
        self._near = near
        self._taken_for = remembered(self._words_for)

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for one of them."""
        said = tuple(keys)
        for position, key in enumerate(said):
            for other, by_sound in self._taken_for(key):
                for name, start in self._with(other, said, position):
                    tokens, at = name.tokens, position - start
                    right = tokens[:at] + tokens[at + 1 :]
                    yield from _match(name, start, start + len(tokens), right, by_sound=by_sound)

    def _words_for(self, key: str) -> Sequence[tuple[str, bool]]:
        """The words of names for which this one may be taken, each with whether it sounds the same."""
        alike = {other for word in (key, *CARDINAL_WORDS.get(key, ())) for other in sounding_like(word)}
        cut = key[1:] if len(key) >= SHORTEST else ""  # "your glove"
        others = dict.fromkeys((*sorted(alike), *self._near(key), cut))
        return tuple((other, other in alike) for other in others if other != key and other in self._names.words)

    def _with(self, other: str, said: Sequence[str], position: int) -> Iterator[tuple[Name, int]]:
        """Names of several words that stand in the words with the other one there, and where they begin."""
        names = self._names
        if position + 1 < len(said) and names.may_have(other, said[position + 1]):
            yield from ((name, position) for name in names.opening((other, *said[position + 1 :]), 2))
        if position and names.may_have(said[position - 1], other):
            for start in range(position - 1, max(-1, position - names.most_words), -1):
                if names.longest.get(said[start], 0) > position - start:
                    window = (*said[start:position], other, *said[position + 1 :])
                    yield from ((name, start) for name in names.opening(window, position - start + 1))


def _match(name: Name, start: int, end: int, right: Sequence[str], *, by_sound: bool) -> Iterator[Match]:
    """The name, when the words of it that are right say well enough which it is."""
    telling = sum(FEWEST_LETTERS_RIGHT if token.isdigit() else len(token) for token in right if token not in EMPTY)
    words = len(right) + 1 - name.text.startswith(_ARTICLES)
    doubtful = telling < FEWEST_LETTERS_RIGHT
    if words >= LONG_NAME and (by_sound or not doubtful) or by_sound and not doubtful and right:
        yield Match(name, start, end, 1, doubtful=doubtful)
