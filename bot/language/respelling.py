"""The words of a short message as those of a few montages are spelt: "and the prizon bit", "no, the prade"."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.knowledge.model import Montage
from bot.language.candidates import CLOSING, OPENING
from bot.language.evidence.belonging import telling_words
from bot.language.lexicon import asking_words, describes
from bot.language.names import NameKind
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex, stems_of
from bot.language.stems import stem, telling
from bot.language.typos import typo_budget

_DESCRIBING = frozenset({"kind", "montage", "person"})


class Respelling:
    """Reads what is said of a scene with the words of the montages it must be one of."""

    def __init__(self, scenes: SceneIndex) -> None:
        self._scenes = scenes

    def told(self, reading: Reading, pool: Sequence[Montage]) -> tuple[str, ...]:
        """The stems of what is told, but for what is said not to be meant ("not the makeover, the opening")."""
        denied = _denied(reading) | _named(reading)
        texts = [token.text for token in reading.tokens if token.position not in denied] or reading.plain.split()
        places = [each for text in texts if (each := stem(text)) in OPENING | CLOSING]
        described = {stem(text) for text in texts if describes(text)}
        called = frozenset[str]().union(*(telling_words(name) for montage in pool for name in montage.entry.names))
        told = [text for text in texts if _may_describe(text) or text in called]
        stems = tuple(dict.fromkeys((*telling(told), *places)))
        strange = [each for each in stems if each in described and not self._is_known(each, pool)]
        if not strange:
            return stems
        words = list(dict.fromkeys(word for montage in pool for word in _words_of(montage)))
        return tuple(_nearest(each, words) if each in strange else each for each in stems)

    def _is_known(self, word: str, pool: Sequence[Montage]) -> bool:
        return any(self._scenes.nearness(montage.id, word) for montage in pool)


def _may_describe(text: str) -> bool:
    """Whether a word may say which scene is meant: most words of asking only ask."""
    return len(text) > 1 and describes(text) or bool(_DESCRIBING & asking_words().get(text, frozenset[str]()))


def _nearest(word: str, words: Sequence[str]) -> str:
    """The word of these that this one is a slip for, if one is; slips seldom come first, and a stem lacks a letter."""
    alike = [each for each in words if each[0] == word[0]]
    near = extractOne(word, alike, scorer=OSA.distance, score_cutoff=typo_budget(len(word) + 1))
    return near[0] if near else word


def _words_of(montage: Montage) -> list[str]:
    entry = montage.entry
    return stems_of((*entry.scene, *entry.names, *entry.characters, entry.description, entry.setting or ""))


def _named(reading: Reading) -> frozenset[int]:
    """Where the names stand of films, songs and people: they say by themselves what they mean."""
    mentions = reading.mentions_of(NameKind.FILM, NameKind.SONG, NameKind.ARTIST, NameKind.DIRECTOR)
    return frozenset(at for mention in mentions for at in range(mention.start, mention.end))


def _denied(reading: Reading) -> frozenset[int]:
    """Where the words stand from a "not" to the next punctuation."""
    denied: set[int] = set()
    denying = False
    for at, word in enumerate(reading.words):
        denying = (denying and word.opens) or word.folded == "not"
        if denying:
            denied.add(at)
    return frozenset(denied)
