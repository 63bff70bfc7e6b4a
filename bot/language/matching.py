"""Names found in the words of a question: exact ones first and longest, then misspelt ones within a typo budget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.knowledge.expressions import expression
from bot.knowledge.remembering import remembered
from bot.language.fold import ORDINAL, Word
from bot.language.lexicon import Lexicon
from bot.language.mishearing import Misheard
from bot.language.name_book import NameBook
from bot.language.names import MOST_JOINED, Commonness, Match, Name, first_sound
from bot.language.small_words import SmallWords
from bot.language.sounds import Sounds, sound
from bot.language.stems import EMPTY_WORDS
from bot.language.typos import LONG_NAME, typo_budget

#: Words looked at for names. Of a longer message only the sentences around its question are read.
MOST_WORDS = 90
#: A word this common in names leads to no candidate by itself.
MOST_POSTINGS = 80
#: Names compared at most for one question: bounds the time of the worst.
MOST_CANDIDATES = 250
#: Words of names that one word may be a misspelling of.
MOST_NEAR = 15
#: A number by itself, or written on to a word, in Roman numerals where no word ends so.
_NUMBER = expression(r"^\d+|\d+$|(?<=[a-z])i{2,3}$")
#: Added to the typos of a word that is another word altogether: more than any budget.
FAR = 100
#: Names shorter than this are not recognised by their sound: too many words sound alike.
SHORTEST_BY_SOUND = 7


class Windows:
    """The words of a question as they are compared, with the letters in any run of them at a glance."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self._ends = [0, *accumulate(map(len, keys))]

    def length(self, start: int, size: int) -> int:
        """Letters in words[start : start + size]."""
        return self._ends[start + size] - self._ends[start]


class Matcher:
    """Finds the names of one catalogue in any words."""

    def __init__(self, names: NameBook, lexicon: Lexicon) -> None:
        self.names = names
        self._lexicon = lexicon
        self._near = remembered(self._near_tokens)
        self._misheard = Misheard(names, self._near)
        self._small_words = SmallWords(names.names)
        self._sounds = Sounds(names.names)

    def exact(self, words: Sequence[Word], before: Sequence[Word] = ()) -> list[Match]:
        """The names that stand in the words as they are, but for spaces; only about those that were others before."""
        words, before = words[:MOST_WORDS], before[:MOST_WORDS]
        if not before:
            return list(self._exact(words, range(len(words))))
        changed = [at for at, (word, other) in enumerate(zip(words, before, strict=True)) if word is not other]
        return list(self._exact(words, changed))

    def misspelt(self, words: Sequence[Word], exact: Sequence[Match]) -> list[Match]:
        """The names within their typo budget, about words that exact matches leave unexplained."""
        words = words[:MOST_WORDS]
        keys = [word.key for word in words]
        windows = Windows(keys)
        covered = {position for match in exact if _stands_alone(match) for position in range(match.start, match.end)}
        typed = (match for name, at in self._candidates(words, covered) for match in self._compared(name, windows, at))
        heard = (*self._misheard.matches(keys), *self._sounds.matches(keys))
        found = (*typed, *heard, *self._small_words.matches(keys))
        return [match for match in found if not self._is_cut(words[match.start : match.end])]

    def _exact(self, words: Sequence[Word], about: Sequence[int]) -> Iterator[Match]:
        """The names in the words, at least all of those with a word at one of the positions in them."""
        exact, joined, keys = self.names.exact, self.names.joined, [word.key for word in words]
        for start, first in enumerate(keys):
            text = squashed = first
            longest = self.names.longest.get(first, 0)
            most = max(MOST_JOINED, longest)
            nearest = bisect_left(about, start)
            if nearest == len(about) or about[nearest] >= start + most:
                continue
            for end, key in enumerate(keys[start : start + most], start + 1):
                width = end - start
                if width > 1:
                    text = f"{text} {key}"
                exactly = exact.get(text) if width <= longest else None
                if (name := exactly) and not self._is_cut(words[start:end]) and not _counts(name, words[start]):
                    yield Match(name, start, end)
                if width <= MOST_JOINED:
                    squashed = f"{squashed}{key}" if width > 1 else key
                    name = joined.get(squashed) or (exact.get(squashed) if width > 1 else None)
                    if name and name.text != text and not self._is_plain_word(squashed, width):
                        yield Match(name, start, end)

    @staticmethod
    def _is_cut(words: Sequence[Word]) -> bool:
        """ "which came first, rocky or...": an ordinal before a comma belongs to no title behind it."""
        return len(words) > 1 and bool(ORDINAL.fullmatch(words[0].key)) and not words[1].opens

    def _is_plain_word(self, squashed: str, width: int) -> bool:
        return width == 1 and self._lexicon.is_ordinary(squashed)

    def _candidates(self, words: Sequence[Word], covered: set[int]) -> Iterator[tuple[Name, int]]:
        """Names that share a word, or one nearly so spelt, with the words about one that may be misspelt.

        A word of everyday speech is hardly ever a slip: where all are, no name is sought.
        """
        seen: set[tuple[str, int]] = set()
        for position, word in enumerate(words):
            if position in covered or self._lexicon.is_common(word.folded):
                continue
            for token, where in self._leads(words, position):
                for name, at in self.names.words.of(token, MOST_POSTINGS):
                    mark = (name.text, where - at)
                    if mark not in seen and len(seen) < MOST_CANDIDATES:
                        seen.add(mark)
                        yield name, where - at

    def _leads(self, words: Sequence[Word], position: int) -> Iterator[tuple[str, int]]:
        """Words by which to know the name that this one is part of: itself, what is spelt like it, its neighbours."""
        key = words[position].key
        if key not in EMPTY_WORDS:
            yield key, position
        yield from ((token, position) for token in self._near(key))
        for way in (range(position - 1, -1, -1), range(position + 1, len(words))):
            beside = next((at for at in way if words[at].key not in EMPTY_WORDS), None)
            if beside is not None:
                yield words[beside].key, beside

    def _near_tokens(self, token: str) -> tuple[str, ...]:
        """Words of names within a typo or two of this one; numerals are never near anything."""
        if len(token) < 4 or token.isdigit():
            return ()
        budget = 1 if len(token) < 6 else 2
        near: list[str] = []
        for length in range(len(token) - budget, len(token) + budget + 1):
            pool = self.names.alike(first_sound(token), length)
            if pool:
                hits = extract(token, pool, scorer=OSA.distance, score_cutoff=budget, limit=MOST_NEAR)
                near.extend(hit[0] for hit in hits if _numbers([hit[0]]) == _numbers([token]))
        return tuple(near)

    def _compared(self, name: Name, windows: Windows, begin: int) -> Iterator[Match]:
        """The run of words that is the name with the fewest typos, if any is within its budget.

        A name of as many words begins where its shared word says; one written with a space more or less begins beside.
        """
        goal = Goal(name)
        width, last = len(goal.tokens), len(windows.keys)
        best: Match | None = None
        for size, shift in ((width, 0), (width - 1, 0), (width - 1, 1), (width + 1, -1), (width + 1, 0)):
            start = begin + shift
            if (
                size < 1
                or start < 0
                or start + size > last
                or abs(windows.length(start, size) - len(goal.joined)) > goal.budget
            ):
                continue
            typos = self.typos(goal, windows.keys[start : start + size])
            if typos and (best is None or typos < best.typos):
                best = Match(name, start, start + size, typos)
        if best:
            yield best

    def typos(self, goal: Goal, tokens: Sequence[str]) -> int | None:
        """How many typos make the words the name; None when more than its budget, or when numbers differ."""
        text = "".join(tokens)
        typos = OSA.distance(text, goal.joined, score_cutoff=goal.budget + 1)
        if typos > goal.budget + 1 or _numbers(tokens) != _numbers(goal.tokens):
            return None
        if len(tokens) != len(goal.tokens) and not self._is_joined(goal, tokens):
            return None
        if text[0] != goal.joined[0]:
            typos += 1  # people rarely miss the first letter
        swapped = self._swapped(goal, tokens)
        typos += swapped
        if (
            typos > goal.budget
            and not swapped % FAR
            and len(text) >= SHORTEST_BY_SOUND
            and sound(text) == sound(goal.joined)
        ):
            typos = goal.budget
        return typos if typos <= goal.budget else None

    def _is_joined(self, goal: Goal, tokens: Sequence[str]) -> bool:
        """Whether fewer or more words can be the same letters, joined or split ("topgun"), not words left out."""
        if abs(sum(map(len, tokens)) - len(goal.joined)) > 1:
            return False
        return not all(self._lexicon.is_ordinary(token) for token in tokens)

    def _swapped(self, goal: Goal, tokens: Sequence[str]) -> int:
        """Ordinary words where the name has others: "karate dog" is not a misspelt "karate kid"."""
        if len(tokens) != len(goal.tokens):
            return 0
        differing = [(ours, theirs) for ours, theirs in zip(tokens, goal.tokens, strict=True) if ours != theirs]
        if len(tokens) >= LONG_NAME and len(differing) == 1 and differing[0][1] in EMPTY_WORDS:
            return 0  # "guardians o the galaxy"
        beyond = sum(max(0, OSA.distance(ours, theirs) - _word_budget(ours, theirs)) for ours, theirs in differing)
        return beyond * FAR + sum(
            self._lexicon.is_ordinary(ours) + self._lexicon.is_common(ours) for ours, _ in differing
        )


class Goal:
    """A name taken apart for comparison, once for all the places it is compared at."""

    __slots__ = ("budget", "joined", "tokens")

    def __init__(self, name: Name) -> None:
        self.tokens = name.tokens
        self.joined = name.squashed
        self.budget = typo_budget(len(self.joined))


def _numbers(tokens: Sequence[str]) -> list[str]:
    """What must be typed right: "Rocky III" is never "Rocky IV", nor is "predator2" ever "Predator"."""
    return [number for token in tokens for number in _NUMBER.findall(token)]


def _word_budget(ours: str, theirs: str) -> int:
    """Typos allowed in one word of a longer name: short words are spelt right or are other words."""
    shorter = min(len(ours), len(theirs))
    return 0 if shorter < 3 else 1 if shorter < 6 else 2


def _stands_alone(match: Match) -> bool:
    """A match that explains its words for good: no misspelt name is sought beneath it."""
    return match.name.commonness is not Commonness.COMMON


def _counts(name: Name, word: Word) -> bool:
    """Whether a digit is a number and no title of one word: "1" is not the song "One", "9" is the film "9"."""
    if not (word.folded.isdigit() and name.text == word.key):
        return False
    return not any(any(map(str.isdigit, meaning.label)) for meaning in name.meanings)
