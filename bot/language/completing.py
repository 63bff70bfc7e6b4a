"""Names completed as they are typed, typos and all."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.language.fold import name_key
from bot.language.typos import typo_budget

#: Discord shows at most 25 choices (docs.discord.com, application commands, autocomplete).
MOST_CHOICES = 25
#: Letters that must be typed before a misspelling is forgiven.
FEWEST_FOR_TYPOS = 3
#: Names looked at behind one beginning; a longer typed text narrows them.
MOST_BEHIND = 500
#: Misspelt beginnings followed.
MOST_BEGINNINGS = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A choice of an autocomplete: what is shown, and the stable value that is submitted."""

    label: str
    value: str


class Completer:
    """Completes one kind of name. Look-ups cost about as much for sixty thousand names as for three hundred.

    Every name is filed under its text from each of its words on, and without spaces; texts and what they suggest lie in
    two parallel rows, which for many names takes a third of the memory of a dictionary.
    """

    def __init__(self, entries: Iterable[tuple[str, Suggestion]], first: Iterable[Suggestion]) -> None:
        numbers: dict[Suggestion, int] = {}
        filed = sorted(
            {(text, numbers.setdefault(each, len(numbers))) for name, each in entries for text in _texts(name)}
        )
        self._suggestions = tuple(numbers)
        self._texts = [text for text, _ in filed]
        self._meant = array("L", (number for _, number in filed))
        self._words: dict[str, set[str]] = defaultdict(set)
        for text in self._texts:
            self._words[text[:1]].add(text.partition(" ")[0])
        self._cut: dict[tuple[str, int], list[str]] = {}
        self._first = tuple(dict.fromkeys(first))[:MOST_CHOICES]

    def complete(self, typed: str) -> tuple[Suggestion, ...]:
        """At most 25 suggestions, best first; what is sensible when nothing is typed."""
        key = " ".join(name_key(typed[:100]))
        if not key:
            return self._first
        found = dict.fromkeys(self._beginning(key))
        if len(found) < MOST_CHOICES:
            found |= dict.fromkeys(self._beginning(key.replace(" ", "")))
        if len(found) < MOST_CHOICES and len(key) >= FEWEST_FOR_TYPOS:
            found |= dict.fromkeys(self._misspelt(key))
        return tuple(found)[:MOST_CHOICES]

    def _range(self, key: str) -> range:
        """Where the texts stand that begin so."""
        start = bisect_left(self._texts, key)
        return range(start, bisect_left(self._texts, key + "\U0010ffff", start))

    def _beginning(self, key: str) -> Iterator[Suggestion]:
        """Names, or names from a later word on, that begin so: the shortest first."""
        places = sorted(self._range(key)[:MOST_BEHIND], key=lambda place: len(self._texts[place]))
        yield from (self._suggestions[self._meant[place]] for place in places)

    def _misspelt(self, key: str) -> Iterator[Suggestion]:
        """Names whose beginning is within the typo budget of what was typed; the first letter must be right."""
        budget = max(1, typo_budget(len(key)))
        word, space, _ = key.partition(" ")
        words = sorted(self._words.get(key[0], ())) if space else self._cut_words(key[0], len(word))
        near = extract(word, words, scorer=OSA.distance, score_cutoff=budget, limit=MOST_BEGINNINGS)
        behind = (self._texts[place] for each, _, _ in near for place in self._range(each)[:MOST_BEHIND])
        ends = (len(key), len(key) + 1, len(key) - 1)
        cut = sorted({text[:end] for text in behind for end in ends})
        for text, _, _ in extract(key, cut, scorer=OSA.distance, score_cutoff=budget, limit=MOST_BEGINNINGS):
            yield from self._beginning(text)

    def _cut_words(self, first: str, length: int) -> list[str]:
        """How the words with that first letter begin, about as long as what was typed; worked out once each."""
        found = self._cut.get((first, length))
        if found is None:
            ends = (length, length + 1, length - 1)
            found = sorted({each[:end] for each in self._words.get(first, ()) for end in ends})
            self._cut[first, length] = found
        return found


def _texts(name: str) -> Iterator[str]:
    """A name as it may be begun: from each of its words on, and without spaces."""
    tokens = name_key(name)
    yield from (" ".join(tokens[position:]) for position in range(len(tokens)))
    if len(tokens) > 1:
        yield "".join(tokens)
