"""Names completed as they are typed, typos and all."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from msgspec import Struct
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.knowledge.remembering import remembered
from bot.language.fold import key_of_name, name_key
from bot.language.lexicon import contractions
from bot.language.small_words import SMALL
from bot.language.typos import typo_budget

#: Discord shows at most 25 choices (docs.discord.com, application commands, autocomplete).
MOST_CHOICES = 25
#: Letters that must be typed before a misspelling is forgiven.
FEWEST_FOR_TYPOS = 3
#: Names looked at behind one beginning; a longer typed text narrows them.
MOST_BEHIND = 500
#: Misspelt beginnings followed.
MOST_BEGINNINGS = 8
#: First letters and lengths for which the beginnings of words are kept ready.
MOST_CUT = 64
#: How a name is begun: as it is shown, by another name, or by a part of one.
_SHOWN, _OTHER, _PART, _WAYS = 0, 1, 2, 3


class Suggestion(Struct, frozen=True):
    """A choice of an autocomplete: what is shown, and the stable value that is submitted."""

    label: str
    value: str


class Completer:
    """Completes one kind of name. Look-ups cost about as much for sixty thousand names as for three hundred.

    Every name is filed under its text from each of its words on, without spaces, and without its small words, and what
    is shown as a whole; texts and what they suggest lie in two parallel rows, which for many names takes a third of the
    memory of a dictionary.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Suggestion]],
        first: Iterable[Suggestion],
        renown: Mapping[str, int] | None = None,
        same: dict[str, str] | None = None,
    ) -> None:
        """`renown` says by value how well known a suggestion is; those it leaves out are not.

        `same` are texts that other completers have: they are kept once for all.
        """
        numbers: dict[Suggestion, int] = {}
        filed = [
            _filed(text, _WAYS * numbers.setdefault(each, len(numbers)) + way)
            for name, each in entries
            for text, way in _texts(name, each.label)
        ]
        filed += (
            _filed(" ".join(key_of_name(each.label)), _WAYS * number + _SHOWN) for each, number in numbers.items()
        )
        filed.sort()
        self._suggestions = tuple(numbers)
        same = {} if same is None else same
        self._texts = [same.setdefault(text, text) for line, _ in groupby(filed) for text in (line.partition("\t")[0],)]
        self._meant = array("I", (int(line.partition("\t")[2]) for line, _ in groupby(filed)))
        self._renown = array("H", ((renown or {}).get(each.value, 0) for each in numbers))
        self._known = array(
            "I", (place for place in range(len(self._texts)) if self._renown[self._meant[place] // _WAYS])
        )
        self._known_texts = [self._texts[place] for place in self._known]
        self._words = _words_by_letter(self._texts)
        self._cut_words = remembered(self._cut, MOST_CUT)
        self._first = tuple(dict.fromkeys(first))[:MOST_CHOICES]

    def meant(self, submitted: str) -> str:
        """The value of the suggestion that is shown so, as a label may be submitted as it stands; else the text.

        Case, signs and spaces do not matter where they tell no other apart: "acdc" is typed for "AC/DC".
        """
        tokens = name_key(submitted)
        filed = [each for key in (" ".join(tokens), "".join(tokens)) for each in self._filed_as(key)]
        exact = [each.value for each in filed if each.label == submitted]
        alike = {each.value for each in filed if tokens and "".join(name_key(each.label)) == "".join(tokens)}
        return exact[0] if exact else alike.pop() if len(alike) == 1 else submitted

    def _filed_as(self, key: str) -> Iterator[Suggestion]:
        places = takewhile(lambda place: self._texts[place] == key, _range(self._texts, key))
        return (self._suggestions[self._meant[place] // _WAYS] for place in places)

    def complete(self, typed: str) -> tuple[Suggestion, ...]:
        """At most 25 suggestions, best first; what is sensible when nothing is typed."""
        tokens = name_key(typed[:100])
        key = " ".join(tokens)
        if not key:
            return self._first
        found: dict[Suggestion, None] = {}
        written = _written_out(tokens)
        for other in dict.fromkeys((key, written, key.replace(" ", ""), _without_small(written))):
            if other and len(found) < MOST_CHOICES:
                found |= dict.fromkeys(self._beginning(other))
        if len(found) < MOST_CHOICES and len(key) >= FEWEST_FOR_TYPOS:
            found |= dict.fromkeys(self._misspelt(key))
        return tuple(found)[:MOST_CHOICES]

    def _beginning(self, key: str) -> Iterator[Suggestion]:
        """Names that are just that; that are shown so and begin so; other names that do; those with a later word.

        The well known come first among each. Where very many begin so, these are found among all of them, others among
        the first in the alphabet.
        """
        behind = _range(self._texts, key)[:MOST_BEHIND]
        known = (self._known[at] for at in _range(self._known_texts, key))
        for place in sorted({*behind, *known}, key=lambda place: self._order(place, key)):
            yield self._suggestions[self._meant[place] // _WAYS]

    def _order(self, place: int, key: str) -> tuple[bool, int, int, int, int]:
        text, (number, way) = self._texts[place], divmod(self._meant[place], _WAYS)
        return (way == _PART or text != key, way, -self._renown[number], len(text), place)

    def _misspelt(self, key: str) -> Iterator[Suggestion]:
        """Names whose beginning is within the typo budget of what was typed; the first letter must be right."""
        budget = max(1, typo_budget(len(key)))
        word, space, _ = key.partition(" ")
        words = self._words.get(key[0], ()) if space else self._cut_words(key[0], len(word))
        near = extract(word, words, scorer=OSA.distance, score_cutoff=budget, limit=MOST_BEGINNINGS)
        behind = (self._texts[place] for each, _, _ in near for place in _range(self._texts, each)[:MOST_BEHIND])
        ends = (len(key), len(key) + 1, len(key) - 1)
        cut = sorted({text[:end] for text in behind for end in ends})
        for text, _, _ in extract(key, cut, scorer=OSA.distance, score_cutoff=budget, limit=MOST_BEGINNINGS):
            yield from self._beginning(text)

    def _cut(self, first: str, length: int) -> list[str]:
        """How the words with that first letter begin, about as long as what was typed."""
        ends = (length, length + 1, length - 1)
        return sorted({each[:end] for each in self._words.get(first, ()) for end in ends})


def _filed(text: str, meant: int) -> str:
    """A text and what it means in one line: while hundreds of thousands are sorted, this takes half the memory."""
    return f"{text}\t{meant:08}"


def _range(texts: Sequence[str], key: str) -> range:
    """Where the texts stand, in order as they are, that begin so."""
    start = bisect_left(texts, key)
    return range(start, bisect_left(texts, key + "\U0010ffff", start))


def _words_by_letter(texts: Iterable[str]) -> dict[str, list[str]]:
    """The first words of texts in order, by their first letter."""
    words = sorted({text.partition(" ")[0] for text in texts})
    return {letter: list(each) for letter, each in groupby(words, key=lambda word: word[:1])}


def _texts(name: str, label: str) -> Iterator[tuple[str, int]]:
    """A name as it may be begun, each with the way in which it is.

    It may be begun from each of its words on, without spaces, with contractions written out, and without small words.
    """
    tokens = key_of_name(name)
    whole, written = " ".join(tokens), _written_out(tokens)
    way = _SHOWN if label.startswith(name) else _OTHER
    yield from ((text, way) for text in dict.fromkeys((whole, "".join(tokens), written)))
    yield from ((" ".join(tokens[position:]), _PART) for position in range(1, len(tokens)))
    without = _without_small(written)
    if without and without != written:
        yield without, _PART


def _written_out(tokens: Sequence[str]) -> str:
    """ "you are the best" for "youre the best"."""
    written = contractions()
    return " ".join(written.get(token, token) for token in tokens)


def _without_small(text: str) -> str:
    """ "eye tiger" for "eye of the tiger"."""
    return " ".join(word for word in text.split() if word not in SMALL)
