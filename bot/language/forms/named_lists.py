"""Which published list is meant: by its title, in its own or other words, by who published it, and by who wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.model import RankedList
from bot.knowledge.names import folded
from bot.language.fold import words
from bot.language.names import NameKind
from bot.language.reading import Reading
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.versions import Named


class NamedLists:
    """The published lists of one catalogue, as questions name them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._said = {ranked.id: _stems(f"{ranked.title} {ranked.author or ''}") for ranked in catalogue.lists}
        self._titled = by_key((folded(ranked.title), ranked.id) for ranked in catalogue.lists)
        self._words = {ranked.id: frozenset(each.folded for each in words(_text(ranked))) for ranked in catalogue.lists}

    def words(self, reading: Reading) -> frozenset[str]:
        """The words by which the lists that may be meant are known: none of them limits a list."""
        default = self._catalogue.default_list
        meant = (*self.meant(reading), *([default.id] if default else ()))
        return frozenset[str]().union(*(self._words.get(each, frozenset[str]()) for each in meant))

    def meant(self, reading: Reading) -> tuple[str, ...]:
        """The ids of the lists that may be meant, the likeliest first: the one named most often and most fully."""
        names = [meaning.target for each in reading.mentions_of(NameKind.LIST) for meaning in each.of(NameKind.LIST)]
        named = Counter([*names, *self._quoted(reading)])
        if not named and not any(word.folded.startswith(CONSENSUS_ID) for word in reading.words):
            return ()
        said = {stem(word.folded) for word in reading.words}
        if CONSENSUS_ID in named or (CONSENSUS_ID in said and not named):
            return (CONSENSUS_ID,)
        fits = {each: (named[each], len(said & self._said[each])) for each in named}
        best = max(fits.values(), default=None)
        meant = [ranked for each, fit in fits.items() if fit == best and (ranked := self._catalogue.ranked_list(each))]
        meant.sort(key=lambda ranked: (not ranked.ordered, -len(ranked.items), ranked.id))
        return tuple(ranked.id for ranked in meant)

    def _quoted(self, reading: Reading) -> Iterator[str]:
        """Lists whose whole titles stand in quotation marks, however ordinary: "Best 80s Movie Montages"."""
        said = " ".join(word.folded for word in reading.words if word.quoted)
        yield from self._titled.get(said, ())

    def beside_title(self, reading: Reading, named: Named, lists: tuple[str, ...]) -> Named:
        """The films named, without one that only stands in the title of the list: "the Rocky training montages"."""
        title = self._said.get(next(iter(lists), ""), frozenset[str]())
        inside = {
            meaning.target
            for mention in reading.mentions_of(NameKind.FILM)
            if {stem(word) for word in mention.text.split()} <= title
            for meaning in mention.of(NameKind.FILM)
        }
        return replace(named, films=tuple(film for film in named.films if film.id not in inside))


def _text(ranked: RankedList) -> str:
    return f"{ranked.title} {ranked.publisher or ''} {ranked.author or ''}"


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.folded) for word in words(text) if word.folded not in EMPTY_WORDS)
