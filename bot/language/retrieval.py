"""The best few of many things by the words said of them, without looking at all of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import nlargest

from msgspec import Struct

from bot.language.postings import UNIT, Postings, score_in

#: Looking a thing up in postings costs about as much as going past so many of them.
_LOOK_UP = 4
#: More postings than these are not merged into one: that would take long, and memory.
_MOST_MERGED = 4096
#: Fewer postings are gone past quicker than it is found out whether that is needed.
_FEWEST_SPARED = 512
#: Of so many numbers the highest are found quicker by sorting them all.
_FEW = 2000
#: Sums of the same scores in another order differ by less.
_SLACK = 1e-6


class Term(Struct, frozen=True, dict=True):
    """A word of a description: the postings it is found in, each with how near that word is, and what it tells.

    A thing scores by the word, or one near it, that scores most there.
    """

    meant: Sequence[tuple[Postings, float]]
    rarity: float

    @cached_property
    def highest(self) -> float:
        """What no thing exceeds by this word."""
        return max((nearness * postings.highest for postings, nearness in self.meant), default=0.0)

    @cached_property
    def size(self) -> int:
        """How many postings are gone through for it."""
        return sum(len(numbers) for numbers, _, _ in self._merged)

    def nearness(self, number: int) -> float:
        """How near the word is by which a thing scores; 0 where none is said of it."""
        best = (0.0, 0.0)
        for postings, nearness in self.meant:
            score = nearness * postings.score(number)
            if score > best[0]:
                best = score, nearness
        return best[1]

    @cached_property
    def _merged(self) -> Sequence[tuple[Sequence[int], Sequence[float], float]]:
        """The postings as (numbers, scores, what a score of one counts): all in one, unless that would be large."""
        units = [(postings.numbers, postings.thousandths, nearness / UNIT) for postings, nearness in self.meant]
        if sum(len(numbers) for numbers, _, _ in units) > _MOST_MERGED:
            return units
        best = _best(units)
        numbers = sorted(best)
        return [(array("I", numbers), array("d", [best[number] for number in numbers]), 1.0)]

    def add_to(self, scores: dict[int, float]) -> None:
        """Adds what everything scores by this word."""
        if len(self._merged) == 1:
            ((numbers, worth, unit),), scored = self._merged, scores.get
            for number, each in zip(numbers, worth, strict=True):
                if each:
                    scores[number] = scored(number, 0.0) + unit * each
            return
        best, scored = _best(self._merged), scores.get
        if scores:
            best = {number: scored(number, 0.0) + score for number, score in best.items()}
        scores.update(best)

    def add_among(self, scores: dict[int, float]) -> None:
        """Adds what those that have a score already, be it 0, score by this word: by look-up, or in passing."""
        before = scores.copy()
        for numbers, worth, unit in self._merged:
            if _LOOK_UP * len(before) < len(numbers):
                pairs = [(number, score_in(numbers, worth, number)) for number in before]
            else:
                pairs = zip(numbers, worth, strict=True)
            for number, each in pairs:
                if number in before and (score := before[number] + unit * each) > scores[number]:
                    scores[number] = score


def _best(units: Iterable[tuple[Sequence[int], Sequence[float], float]]) -> dict[int, float]:
    """What everything scores by the one of several words that scores most there."""
    best: dict[int, float] = {}
    known = best.get
    for numbers, scores, unit in units:
        found = {number: unit * each for number, each in zip(numbers, scores, strict=True) if each}
        better = {number: score for number, score in found.items() if score > known(number, 0.0)} if best else found
        best.update(better)
    return best


def scores_among(terms: Iterable[Term], among: Iterable[int]) -> dict[int, float]:
    """What each of some things scores; nothing of those of which no word is said."""
    scores = dict.fromkeys(among, 0.0)
    for term in terms:
        term.add_among(scores)
    return {number: score for number, score in scores.items() if score}


def best_of_all(terms: Iterable[Term], most: int) -> dict[int, float]:
    """The things that score most, with their scores, and perhaps some more.

    The words that can score most come first. Once nothing that has none of them could still come among the best, only
    what was found so far is looked up (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995).
    Whether that is so is asked only where a word's own postings are many, and nothing else rules it out.
    """
    ordered = sorted(terms, key=lambda term: -term.highest)
    whole = left = sum(term.highest for term in ordered)
    scores: dict[int, float] = {}
    for term in ordered:
        worth_it = term.size > max(_FEWEST_SPARED, len(scores) // _LOOK_UP) and whole - left >= left
        if worth_it and (enough := _enough(scores, most, left)):
            scores = {number: score for number, score in scores.items() if score + left >= enough}
            term.add_among(scores)
        else:
            term.add_to(scores)
        left -= term.highest
    return scores


def best_first(scores: dict[int, float], most: int) -> list[int]:
    """The numbers of the highest scores, highest first; of equal scores the lower number."""
    enough = _nth_best(scores, most) - _SLACK
    near = [number for number, score in scores.items() if score >= enough]
    return sorted(near, key=lambda number: (-round(scores[number], 6), number))[:most]


def _enough(scores: dict[int, float], most: int, left: float) -> float:
    """What a thing must score at least to be among the best, when those without a score yet no more can; else 0."""
    nth = _nth_best(scores, most) - _SLACK if len(scores) >= most else 0.0
    return nth if nth > left else 0.0


def _nth_best(scores: dict[int, float], most: int) -> float:
    """The last of the highest scores, as far as there are so many."""
    if not scores or most < 1:
        return 0.0
    if len(scores) > _FEW:
        return nlargest(most, scores.values())[-1]
    return sorted(scores.values(), reverse=True)[:most][-1]
