"""Montages by where they are set: "which montages are set in Paris?", "how many take place in New York?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.selection import Filter, select
from bot.language.filters import filter_of
from bot.language.fold import ARTICLES
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.lexicon import asking_words
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.stems import EMPTY_WORDS
from bot.language.whereabouts import Whereabouts
from bot.language.wording import of_lists
from bot.language.wording.of_things import SONG

#: What is set somewhere, montages or films with them, or that something is set.
_SET = expression(r"\b(?:montages?|scenes?|sequences?|ones?|films|movies|set|located|takes? place|happens?|plays?)\b")
#: A place stands behind one of these, or behind "set on".
_BEFORE = frozenset({"in", "around", "near"})
_SET_BEFORE = frozenset({"on", "at"})
#: The most words that name a place: "6th Street Orphanage".
MOST_WORDS = 4
#: What the names of countries are about as words by which questions are asked.
_COUNTRY = frozenset({"abroad"})


class SetIn:
    """Finds the place that is named, by what is known of where montages are set."""

    def __init__(self, catalogue: Catalogue, whereabouts: Whereabouts) -> None:
        self._catalogue = catalogue
        self._whereabouts = whereabouts

    def anywhere(self, asked: Asked) -> Question | None:
        """The same of a place that is called by its name, however it is put: "the Detroit ones", "Boston?"."""
        if asked.named.films or asked.reading.songs or _asks_for_another_thing(asked.reading):
            return None
        return self._first_of(asked, self._whereabouts.named(asked.reading))

    def read(self, asked: Asked) -> Question | None:
        """The montages set in a place where we have any, with whatever else they are limited to; or how many."""
        reading = asked.reading
        if asked.named.films or reading.songs:
            return None  # the filter knows nothing of them
        if not _SET.search(reading.plain):
            return None
        return self._first_of(asked, _phrases(reading))

    def _first_of(self, asked: Asked, names: Iterable[str]) -> Question | None:
        """What is set in the first of some places where anything is."""
        reading = asked.reading
        place = next((each for each in names if self._is_a_place(each)), None)
        if place is None:
            return None
        intent = Intent.COUNT if of_lists.count_asked(reading.said) else Intent.LIST
        return Question(reading.text, intent, chosen=msgspec.structs.replace(filter_of(reading), setting=place))

    def _is_a_place(self, words: str) -> bool:
        return bool(select(self._catalogue, Filter(setting=words)))


def _asks_for_another_thing(reading: Reading) -> bool:
    """Whether something else in a place is asked for than montages: "which hotels are in Vegas?", "the Russia song"."""
    if SONG.search(reading.said):
        return True
    words = [texts[0] for texts in reading.texts_at if texts]
    behind = (word for before, word in pairwise(words) if before in ("which", "what"))
    return any(word not in EMPTY_WORDS and word not in asking_words() for word in behind)


def _phrases(reading: Reading) -> Iterator[str]:
    """What may name a place, as it was typed: the words behind "in", the most first."""
    words = reading.words
    for at in filter(lambda at: _announces(reading, at), range(len(words) - 1)):
        start = at + 1 + (words[at + 1].folded in ARTICLES)
        for end in range(min(start + MOST_WORDS, len(words)), start, -1):
            run = words[start:end]
            if all(word.opens for word in run[1:]) and _tells([word.folded for word in run]):
                yield " ".join(word.raw for word in run)


def _announces(reading: Reading, at: int) -> bool:
    """Whether a place stands behind a word, in any language."""
    behind_set = at > 0 and "set" in reading.texts_at[at - 1]
    return not (_SET_BEFORE | _BEFORE if behind_set else _BEFORE).isdisjoint(reading.texts_at[at])


def _tells(run: Sequence[str]) -> bool:
    """Whether words may name a place: no small word at either end, and more than words by which questions are asked."""
    asked = asking_words()
    ends = EMPTY_WORDS.isdisjoint((run[0], run[-1]))
    return ends and any(not word.isdigit() and asked.get(word, _COUNTRY) <= _COUNTRY for word in run)


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "place called by its name": ("got the Detroit ones?",),
    "set in a place": ("which montages are set in Paris?", "how many montages take place in New York?"),
}


def forms(library: Library) -> Forms:
    """What is set in a place."""
    set_in = SetIn(library.catalogue, library.whereabouts)
    return (Form("set in a place", set_in.read), Form("place called by its name", set_in.anywhere))
