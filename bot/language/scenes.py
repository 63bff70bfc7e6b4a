"""Scenes found by description: BM25 over everything said of a montage, widened by words of near meaning."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    """What is seen in every montage, by word. Built once; read only after.

    `packed` has for each word the montages it is said of, by number, with what it scores there: "3 1.25 17 0.8".
    It is unpacked word by word as questions need it, which keeps the start short.
    """

    def __init__(self, montage_ids: Sequence[str], packed: Mapping[str, str]) -> None:
        self._ids = montage_ids
        self._packed = packed
        self._number = {montage_id: number for number, montage_id in enumerate(montage_ids)}
        self._unpacked: dict[str, dict[int, float]] = {}
        self._most_rare = _rarity(1, len(montage_ids))

    def __contains__(self, stem: str) -> bool:
        return stem in self._packed

    @cached_property
    def _longer(self) -> dict[str, list[str]]:
        """Words long enough to be mended when misspelt, by their first letter."""
        words: dict[str, list[str]] = defaultdict(list)
        for word in self._packed:
            if len(word) >= SHORTEST_MENDED:
                words[word[0]].append(word)
        return words

    def _postings(self, stem: str) -> dict[int, float]:
        found = self._unpacked.get(stem)
        if found is None:
            parts = self._packed.get(stem, "").split()
            found = {int(number): float(score) for number, score in zip(parts[::2], parts[1::2], strict=True)}
            self._unpacked[stem] = found if stem in self._packed else {}
        return found

    def says(self, montage_id: str, stem: str) -> bool:
        """Whether anything said of the montage uses the word."""
        return self._number.get(montage_id) in self._postings(stem)

    def nearness(self, montage_id: str, stem: str) -> float:
        """How near what is said of the montage comes to the word: 1 for the word itself, 0 for nothing like it."""
        number = self._number.get(montage_id)
        return max((near for other, near in self._meant_by(stem) if number in self._postings(other)), default=0.0)

    def rarity(self, stem: str) -> float:
        """How much a word tells: more the fewer montages it is said of, most when of none."""
        times = len(self._postings(stem))
        return _rarity(times, len(self._ids)) if times else self._most_rare

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
        best = sorted(
            (number for number in scores if allowed is None or number in allowed), key=lambda each: -scores[each]
        )
        return [Sighting(self._ids[number], scores[number], explained[number] / total) for number in best[:most]]

    def _fits(self, word: str) -> Mapping[int, tuple[float, float]]:
        """For every montage with the word or one near it: what that scores, and how near it was."""
        best: dict[int, tuple[float, float]] = {}
        for other, nearness in self._meant_by(word):
            for number, score in self._postings(other).items():
                if number not in best or nearness * score > best[number][0]:
                    best[number] = (nearness * score, nearness)
        return best

    def _meant_by(self, word: str) -> Iterator[tuple[str, float]]:
        known = word in self._packed
        near = near_words(word)
        if not known and not near and len(word) >= SHORTEST_MENDED:
            mended = extractOne(word, self._longer.get(word[0], ()), scorer=OSA.distance, score_cutoff=1)
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


def _rarity(times: int, montages: int) -> float:
    """The usual inverse document frequency of BM25."""
    return math.log(1 + (montages - times + 0.5) / (times + 0.5))


def packed_words(catalogue: Catalogue) -> dict[str, str]:
    """What `SceneIndex` is made of: for each word said of montages, what it scores in which."""
    counts = [_counted(montage) for montage in catalogue.montages]
    average = sum(count.total() for count in counts) / max(1, len(counts))
    found = Counter(word for count in counts for word in count)
    packed: dict[str, list[str]] = defaultdict(list)
    for number, count in enumerate(counts):
        damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * count.total() / average)
        for word, times in count.items():
            score = _rarity(found[word], len(counts)) * times * (SATURATION + 1) / (times + damping)
            packed[word].append(f"{number} {score:.3f}")
    return {word: " ".join(parts) for word, parts in packed.items()}
