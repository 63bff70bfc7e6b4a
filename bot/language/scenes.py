"""Scenes found by description: BM25 over everything said of a montage, widened by words of near meaning."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage
from bot.knowledge.names import fold_word
from bot.knowledge.remembering import remembered
from bot.language.lexicon import near_words
from bot.language.postings import Postings, count_in, packed, unpacked
from bot.language.retrieval import Term, best_first, best_of_all, scores_among
from bot.language.stems import telling
from bot.language.typos import SHORTEST

#: BM25's saturation and length weights, tuned on the open questions (see docs/performance.md).
SATURATION = 0.9
LENGTH_WEIGHT = 0.6
#: What a word of near meaning counts beside the word itself, before its own nearness.
NEAR_WEIGHT = 0.7
#: A name or prop in a character list or montage name weighs as much as so many mentions in prose.
NAME_WEIGHT = 3
#: Words with what they mean, and descriptions with what fits them best, that are kept ready: one question asks for the
#: same again and again.
MOST_TERMS, MOST_SEARCHES, MOST_NEARNESSES = 1024, 16, 1024

#: Montages found at least for a description: who asks for few of them and who asks for more are answered at once.
FEWEST_SOUGHT = 25

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)*")


class Description(Struct, frozen=True):
    """The words of a description, and how much they tell together."""

    terms: Sequence[Term]
    rarity: float


class Sighting(Struct, frozen=True):
    """A montage that fits a description: by its number in the index, and with its score."""

    montage_id: str
    score: float
    number: int
    description: Description

    @property
    def explained(self) -> float:
        """How much of the description it explains, 0 to 1; worked out when asked for, as it is of the best alone."""
        found = sum(term.rarity * term.nearness(self.number) for term in self.description.terms)
        return found / (self.description.rarity or 1.0)


class SceneIndex:
    """What is seen in every montage, by word. Built once; read only after.

    `words` has for each word the montages it is said of, by number, with what it scores there (see `packed_words`).
    They are unpacked word by word as questions need them, which keeps the start short. A small index `beside` a large
    one takes from there how rare a word is.
    """

    def __init__(
        self, montage_ids: Sequence[str], words: Mapping[str, bytes], beside: SceneIndex | None = None
    ) -> None:
        self._ids = montage_ids
        self._beside = beside
        self._words = words
        self._number = {montage_id: number for number, montage_id in enumerate(montage_ids)}
        self._unpacked: dict[str, Postings] = {}
        self.size: int = len(montage_ids) + (beside.size if beside else 0)
        self.most_rare = _rarity(1, self.size)
        self._term = remembered(self._term_of, MOST_TERMS)
        #: How near what is said of a montage comes to a word: 1 for the word itself, 0 for nothing like it.
        self.nearness = remembered(self._nearness_of, MOST_NEARNESSES)
        self._best = remembered(self._best_of, MOST_SEARCHES)

    def __contains__(self, stem: str) -> bool:
        return stem in self._words

    @cached_property
    def _longer(self) -> dict[str, list[str]]:
        """Words long enough to be mended when misspelt, by their first letter."""
        words: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= SHORTEST:
                words[word[0]].append(word)
        return words

    def warm(self) -> None:
        """Makes now what the first search would have to wait for."""
        _ = self._longer
        near_words("")

    def _postings(self, stem: str) -> Postings:
        """The postings of a word that is said of something; only those are kept, so that no question adds to them."""
        found = self._unpacked.get(stem)
        if found is None:
            found = self._unpacked[stem] = unpacked(self._words[stem])
        return found

    def says(self, montage_id: str, stem: str) -> bool:
        """Whether anything said of the montage uses the word."""
        number = self._number.get(montage_id)
        return number is not None and stem in self._words and self._postings(stem).score(number) > 0

    def saying(self, stem: str) -> list[str]:
        """The montages of which anything said uses the word, in their order."""
        return [self._ids[number] for number in self._postings(stem).numbers] if stem in self._words else []

    def _nearness_of(self, montage_id: str, stem: str) -> float:
        number = self._number.get(montage_id)
        if number is None:
            return 0.0
        return next((near for postings, near in self._term(stem).meant if postings.score(number) > 0), 0.0)

    def rarity(self, stem: str) -> float:
        """How much a word tells: more the fewer montages it is said of, most when of none."""
        times = self.times(stem)
        return _rarity(times, self.size) if times else self.most_rare

    def times(self, stem: str) -> int:
        """Of how many montages a word is said."""
        body = self._words.get(stem)
        return (count_in(body) if body else 0) + (self._beside.times(stem) if self._beside else 0)

    def search(self, stems: Sequence[str], among: Iterable[str] | None = None, most: int = 10) -> list[Sighting]:
        """The montages that fit the words best, best first; `among` limits them to some montage ids."""
        words = tuple(dict.fromkeys(stems))
        terms = [self._term(word) for word in words]
        description = Description(terms, sum(term.rarity for term in terms))
        if among is None:
            best = self._best(words, max(most, FEWEST_SOUGHT))[:most]
        else:
            scores = scores_among(terms, self._numbers(among))
            best = [(number, scores[number]) for number in best_first(scores, most)]
        return [Sighting(self._ids[number], score, number, description) for number, score in best]

    def _best_of(self, words: tuple[str, ...], most: int) -> Sequence[tuple[int, float]]:
        """The numbers of the montages that fit some words best, with their scores, best first."""
        scores = best_of_all(map(self._term, words), most)
        return tuple((number, scores[number]) for number in best_first(scores, most))

    def _numbers(self, montage_ids: Iterable[str]) -> list[int]:
        return [self._number[each] for each in montage_ids if each in self._number]

    def _term_of(self, word: str) -> Term:
        """A word with the words that mean it, as far as they are said of anything."""
        meant = [(self._postings(other), nearness) for other, nearness in self._meant_by(word) if other in self._words]
        return Term(meant, self.rarity(word))

    def _meant_by(self, word: str) -> Iterator[tuple[str, float]]:
        known = word in self._words
        near = near_words(word)
        if not known and not near and len(word) >= SHORTEST:
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


def packed_words(catalogue: Catalogue, beside: SceneIndex | None = None) -> dict[str, bytes]:
    """What `SceneIndex` is made of: for each word said of montages, what it scores in which."""
    counts = [_counted(montage) for montage in catalogue.montages]
    size = len(counts) + (beside.size if beside else 0)
    average = sum(count.total() for count in counts) / max(1, len(counts))
    said: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for word in count:
            said[word].append(number)
    damping = [SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * count.total() / average) for count in counts]
    return {
        word: packed(
            numbers,
            [
                rarity * times * (SATURATION + 1) / (times + damping[number])
                for rarity in (_rarity(len(numbers) + (beside.times(word) if beside else 0), size),)
                for number in numbers
                for times in (counts[number][word],)
            ],
        )
        for word, numbers in said.items()
    }
