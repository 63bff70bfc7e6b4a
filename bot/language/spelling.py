"""Words by which questions are asked, misspelt: "makover", "shoping", under the typo budget of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from bot.knowledge.remembering import remembered
from bot.language.lexicon import Lexicon, Token, asking_words, kind_words
from bot.language.name_book import NameBook
from bot.language.names import first_sound
from bot.language.typos import typo_budget


class Speller:
    """Mends words that are neither of the dictionary nor of any name."""

    def __init__(self, names: NameBook, lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon
        self._mended = remembered(self._nearest)

    def mended(self, tokens: Sequence[Token], named: frozenset[int]) -> tuple[Token, ...]:
        """The words with those outside of names mended."""
        return tuple(
            token if token.position in named or text == token.text else Token(text, token.position)
            for token in tokens
            for text in (self._mended(token.text),)
        )

    def _nearest(self, word: str) -> str:
        """The one asking word within its typo budget; the word itself when there is none, or more than one."""
        if self._is_right(word):
            return word
        near = [(distance, other) for other in _alike(first_sound(word)) if (distance := _distance(word, other))]
        least = min(near, default=(0, word))[0]
        nearest = [other for distance, other in near if distance == least]
        same = len({asking_words().get(other) for other in nearest}) == 1
        return max(nearest, key=len) if nearest and same else word

    def _is_right(self, word: str) -> bool:
        known = self._lexicon.is_ordinary(word) or word in self._names.words or word in _alike(first_sound(word))
        return known or not word.isalpha()


def _distance(word: str, other: str) -> int:
    """The typos that make one word the other; 0 when they are more than its budget."""
    budget = typo_budget(len(other))
    if not budget or abs(len(word) - len(other)) > budget:
        return 0
    distance = OSA.distance(word, other, score_cutoff=budget)
    return distance if distance <= budget else 0


def _alike(sound: str) -> tuple[str, ...]:
    return _by_sound().get(sound, ())


@cache
def _by_sound() -> Mapping[str, tuple[str, ...]]:
    """Asking words, and those that kinds are called by, by how they begin."""
    found: dict[str, list[str]] = defaultdict(list)
    kinds = (word for called in kind_words().values() for phrase in called for word in phrase.split())
    for word in dict.fromkeys((*asking_words(), *kinds)):
        found[first_sound(word)].append(word)
    return {sound: tuple(words) for sound, words in found.items()}
