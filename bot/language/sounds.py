"""Names heard as other words altogether: "hungry ice" for "Hungry Eyes", "bohemian rap city"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.knowledge.expressions import expression
from bot.knowledge.remembering import remembered
from bot.language.lexicon import contractions
from bot.language.names import MOST_JOINED, Match, Name, first_sound
from bot.language.small_words import NO_TELLING
from bot.language.typos import SHORTEST

#: Consonants a name must have for them to tell it from others.
FEWEST_CONSONANTS = 4
#: Letters of a name that are others: more than a slip, which has rules of its own, and at most this part of them.
FEWEST_OTHER = 2
MOST_OTHER = 1 / 3
_VOWELS = "aeiouy"
_SOUNDS = str.maketrans("cqzvjxd", "kksfgst", "wh")
_CONSONANTS = str.maketrans("cqzvjxd", "kksfgst", "wh" + _VOWELS)
_REPEATED = expression(r"(.)\1+")


def _softened(text: str) -> str:
    return text.replace("ph", "f").replace("ck", "k").replace("ce", "se").replace("ci", "si")


@remembered
def sound(text: str) -> str:
    """A rough sound of a word: what remains of "skarfase" and "scarface" alike."""
    heard = _softened(text).translate(_SOUNDS)
    return _REPEATED.sub(r"\1", heard[:1] + heard[1:].translate(_CONSONANTS))


@remembered
def _consonants(word: str) -> str:
    return _REPEATED.sub(r"\1", _softened(word).translate(_CONSONANTS))


def heard(tokens: Sequence[str]) -> str:
    """The consonants of a name of several words, by which it is known; none when they do not tell it from others."""
    consonants = "".join(map(_consonants, tokens))
    telling = len(tokens) > 1 and len(consonants) >= FEWEST_CONSONANTS and any(map(_is_telling, tokens))
    return consonants if telling else ""


class Sounds:
    """Finds names of which a telling word is right and all sounds the same."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_sound: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            if name.heard:
                self._by_sound[name.heard].append(name)

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that the words sound like."""
        told = [at for at, key in enumerate(keys) if _is_telling(key)]
        parts = [_consonants(key) for key in keys]
        for start in range(len(keys)) if told else ():
            said = ""
            for end in range(start + 1, min(len(keys), start + MOST_JOINED) + 1):
                said += parts[end - 1]
                if len(said) >= FEWEST_CONSONANTS and said in self._by_sound:
                    window = keys[start:end]
                    yield from (
                        Match(name, start, end, 1, loose=True)
                        for name in self._by_sound[said]
                        if _is_like(name, window)
                    )


def _is_telling(token: str) -> bool:
    return len(token) >= SHORTEST and token not in NO_TELLING and token not in contractions()


def _is_like(name: Name, window: Sequence[str]) -> bool:
    """Whether the words are near enough to the name, and not the name itself with others around it."""
    tokens, typed = name.tokens, "".join(window)
    if first_sound(typed) != first_sound(name.squashed) or name.squashed in typed:
        return False
    right = any(_is_telling(token) for token in set(tokens).intersection(window))
    right = right and not NO_TELLING.issuperset(set(window).difference(tokens))  # "the story" is no "Toy Story"
    numbers = [[each for each in words if each[0].isdigit()] for words in (tokens, window)]
    other = OSA.distance(typed, name.squashed)
    return right and numbers[0] == numbers[1] and FEWEST_OTHER <= other <= MOST_OTHER * len(name.squashed)
