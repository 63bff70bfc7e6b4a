"""Scenes found by description: BM25 over everything said of a montage, widened by words of near meaning."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.fold import fold_word
from bot.language.lexicon import near_words
from bot.language.stems import telling

#: BM25's saturation and length weights, tuned on the open questions (see docs/accuracy.md).
SATURATION = 0.9
LENGTH_WEIGHT = 0.6
#: What a word of near meaning counts beside the word itself, before its own nearness.
NEAR_WEIGHT = 0.7
#: A name or prop in a character list or montage name weighs as much as so many mentions in prose.
NAME_WEIGHT = 3
#: The shortest word of a description that is mended when misspelt.
SHORTEST_MENDED = 5

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A montage that fits a description: its score, and how much of the description it explains (0 to 1)."""

    montage_id: str
    score: float
    explained: float


class SceneIndex:
    """What is seen in every montage, by word. Built once; read only after."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._ids = [montage.id for montage in catalogue.montages]
        counts = [_counted(montage) for montage in catalogue.montages]
        self._rarity = _rarity(counts)
        self._postings = _postings(counts, self._rarity)
        self._longer = sorted(word for word in self._postings if len(word) >= SHORTEST_MENDED)
        self._number = {montage_id: number for number, montage_id in enumerate(self._ids)}
        self._words = [frozenset(count) for count in counts]
        self._most_rare = max(self._rarity.values(), default=1.0)

    def __contains__(self, stem: str) -> bool:
        return stem in self._postings

    def says(self, montage_id: str, stem: str) -> bool:
        """Whether anything said of the montage uses the word."""
        number = self._number.get(montage_id)
        return number is not None and stem in self._words[number]

    def rarity(self, stem: str) -> float:
        return self._rarity.get(stem, self._most_rare)

    def search(self, stems: Sequence[str], among: Collection[str] | None = None, most: int = 10) -> list[Sighting]:
        """The montages that fit the words best, best first; `among` limits them to some montage ids."""
        wanted = list(dict.fromkeys(stems))
        scores: dict[int, float] = defaultdict(float)
        explained: dict[int, float] = defaultdict(float)
        total = sum(self.rarity(word) for word in wanted) or 1.0
        for word in wanted:
            rarity = self.rarity(word)
            for number, (score, nearness) in self._fits(word).items():
                scores[number] += score
                explained[number] += rarity * nearness
        allowed = None if among is None else {self._number[each] for each in among if each in self._number}
        best = sorted((number for number in scores if allowed is None or number in allowed), key=lambda each: -scores[each])
        return [Sighting(self._ids[number], scores[number], explained[number] / total) for number in best[:most]]

    def _fits(self, word: str) -> Mapping[int, tuple[float, float]]:
        """For every montage with the word or one near it: what that scores, and how near it was."""
        best: dict[int, tuple[float, float]] = {}
        for other, nearness in self._meant_by(word):
            for number, score in self._postings.get(other, ()):
                if number not in best or nearness * score > best[number][0]:
                    best[number] = (nearness * score, nearness)
        return best

    def _meant_by(self, word: str) -> Iterator[tuple[str, float]]:
        known = word in self._postings
        near = near_words(word)
        if not known and not near and len(word) >= SHORTEST_MENDED:
            mended = extractOne(word, self._longer, scorer=OSA.distance, score_cutoff=1)
            if mended:
                yield mended[0], 0.9
                return
        yield word, 1.0
        yield from ((other, NEAR_WEIGHT * nearness) for other, nearness in near)


def _counted(montage: Montage) -> Counter[str]:
    """How often each stem is said of a montage; names of people and of the montage itself weigh more."""
    entry = montage.entry
    prose = [*entry.scene, *entry.cues, entry.description, entry.setting or ""]
    count = Counter(stems_of(prose))
    for stem in set(stems_of([*entry.characters, *entry.names])):
        count[stem] += NAME_WEIGHT
    return count


def stems_of(texts: Iterable[str]) -> list[str]:
    """The telling stems of some texts."""
    return telling([fold_word(word) for text in texts for word in _WORD.findall(text)])


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """How much a word tells: the usual inverse document frequency of BM25."""
    found = Counter(word for count in counts for word in count)
    return {word: math.log(1 + (len(counts) - times + 0.5) / (times + 0.5)) for word, times in found.items()}


def _postings(counts: Sequence[Counter[str]], rarity: Mapping[str, float]) -> dict[str, list[tuple[int, float]]]:
    average = sum(count.total() for count in counts) / max(1, len(counts))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, count in enumerate(counts):
        damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * count.total() / average)
        for word, times in count.items():
            postings[word].append((number, rarity[word] * times * (SATURATION + 1) / (times + damping)))
    return dict(postings)
