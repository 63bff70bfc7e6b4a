"""Which published list is meant: by its title, in its own or other words, by who published it, and by who wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage, RankedList
from bot.knowledge.names import folded
from bot.language import spellings
from bot.language.fold import name_key, words
from bot.language.forms.list_numbers import place_at
from bot.language.names import NameKind
from bot.language.question import Question
from bot.language.reading import Reading
from bot.language.restrictions import LISTS
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.versions import Named

#: So many words in a row that are words of a list's title are taken for a part of it.
FEWEST_OF_A_TITLE = 3
#: What stands before the title of a list: "number 3 in Best 80s Movie Montages".
_YEAR = expression(r" \(\d{4}\)$")
_BEFORE_TITLE = tuple(f"{word}{article}" for word in ("in", "on", "of", "from") for article in ("", " the"))


class Held(Struct, frozen=True):
    """A film in a list: its title as names are compared, its label, and where it stands."""

    title: tuple[str, ...]
    label: str
    list_id: str
    place: int


class NamedLists:
    """The published lists of one catalogue, as questions name them. Few questions do: what they need is made then."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _said(self) -> Mapping[str, frozenset[str]]:
        return {ranked.id: _stems(f"{ranked.title} {ranked.author or ''}") for ranked in self._catalogue.lists}

    @cached_property
    def _titles(self) -> Mapping[str, tuple[str, ...]]:
        return by_key((folded(ranked.title), ranked.id) for ranked in self._catalogue.lists)

    @cached_property
    def _places(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        return by_key((film, place) for ranked in self._catalogue.lists for film, place in _films_alone(ranked))

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return {ranked.id: frozenset(each.folded for each in words(_text(ranked))) for ranked in self._catalogue.lists}

    def warm(self) -> None:
        """Makes now what the first question about a list would have to wait for."""
        for name, each in vars(NamedLists).items():
            if isinstance(each, cached_property):
                getattr(self, name)

    def words(self, reading: Reading) -> frozenset[str]:
        """The words by which the lists that may be meant are known: none of them limits a list."""
        default = self._catalogue.default_list
        meant = (*self.meant(reading), *([default.id] if default else ()))
        return frozenset[str]().union(*(self._words.get(each, frozenset[str]()) for each in meant))

    def meant(self, reading: Reading) -> tuple[str, ...]:
        """The ids of the lists that may be meant, the likeliest first: the one named most often and most fully."""
        names = [meaning.target for each in reading.mentions_of(NameKind.LIST) for meaning in each.of(NameKind.LIST)]
        named = Counter([*names, *self._titled(reading)])
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

    def places_in(self, reading: Reading, lists: tuple[str, ...]) -> frozenset[int]:
        """The numbers that are places, where a list is named: none of its title, nor how long it is."""
        if not reading.mentions_of(NameKind.LIST):
            return frozenset()
        ranked = (each for key in lists if (each := self._catalogue.ranked_list(key)))
        sizes, titled = frozenset[int]().union(*map(_sizes, ranked)), self.title_positions(reading, lists)
        places = (place_at(reading, at, sizes) for at in range(len(reading.words)) if at not in titled)
        return frozenset(filter(None, places))

    def _titled(self, reading: Reading) -> Iterator[str]:
        """Lists whose whole titles stand in quotation marks or where a list is asked about, however ordinary."""
        quoted = " ".join(word.folded for word in reading.words if word.quoted)
        said = f" {' '.join(word.folded for word in reading.words)} "
        for title, ids in self._titles.items():
            announced = title in said and any(f" {before} {title} " in said for before in _BEFORE_TITLE)
            if announced or title == quoted:
                yield from ids

    def place_of(self, film: str, lists: tuple[str, ...]) -> tuple[str, int] | None:
        """Where a film stands of which a list names nothing but the title: in the list that is meant, else in any."""
        places = self._places.get(folded(_YEAR.sub("", film)), ())
        return min(places, key=lambda place: lists.index(place[0]) if place[0] in lists else len(lists), default=None)

    def claimed(self, question: Question, reading: Reading) -> Question:
        """The claim about the list that is named, if one is: that something is on it, when nothing more is said."""
        claim, lists = question.claim, self.meant(reading)
        if not lists or not claim or claim.songs or claim.people or claim.years:
            return question
        told = replace(claim, ranked=True, unexplained="", unheard="", described=False)
        return replace(question, list_id=self.placing_first(lists, question.montages)[0], claim=told)

    def placing_first(self, lists: tuple[str, ...], montages: Iterable[str]) -> tuple[str, ...]:
        """Lists that may be meant alike, those first that place what is asked about, or at least its film."""
        asked = [montage for each in montages if (montage := self._catalogue.montage(each))]
        placing = [key for montage in asked for key in self._placing(montage)]
        return tuple(sorted(lists, key=lambda each: each not in placing))

    def _placing(self, montage: Montage) -> Iterator[str]:
        yield from (ranked.id for ranked, item in self._catalogue.places_of(montage) if item.rank is not None)
        yield from (list_id for list_id, _ in self._places.get(folded(montage.film.title), ()))

    def held(self, reading: Reading, lists: tuple[str, ...]) -> Held | None:
        """The film that a list which is named ranks without a montage of ours.

        Where its list is named a title needs nothing else to announce it: "Maxim, where's Teen Wolf Too".
        """
        keys = tuple(word.key for word in reading.words)
        said = {keys[mention.start : mention.end] for mention in reading.mentions_of(NameKind.FILM)}
        named = (ranked for each in lists if (ranked := self._catalogue.ranked_list(each)))
        found = (held for ranked in named for held in _held_alone(ranked) if _runs_in(held.title, keys))
        best = max(found, key=lambda held: len(held.title), default=None)
        return None if best is None or any(_runs_in(best.title, film) for film in said) else best

    def title_positions(self, reading: Reading, lists: tuple[str, ...]) -> frozenset[int]:
        """Where a part of the likeliest list's title stands: so many words, or some before "list": "the Rocky list"."""
        title = self._words.get(next(iter(lists), ""), frozenset[str]())
        runs = groupby(range(len(reading.words)), lambda at: reading.words[at].folded in title)
        parts = (tuple(run) for is_of_title, run in runs if is_of_title)
        return frozenset(
            at for part in parts if len(part) >= FEWEST_OF_A_TITLE or _is_listed(reading, part[-1] + 1) for at in part
        )

    def beside_title(self, reading: Reading, named: Named, lists: tuple[str, ...]) -> Named:
        """The films named, without those that only stand in the title of the list: "the Rocky training montages"."""
        return self._beside(reading, named, self.title_positions(reading, lists))

    def beside_subject(self, reading: Reading, named: Named, lists: tuple[str, ...]) -> Named:
        """The same without any that the title of the list has, however alone: what a place is of is its subject."""
        title = self._words.get(next(iter(lists), ""), frozenset[str]())
        subject = frozenset(at for at, word in enumerate(reading.words) if word.folded in title)
        return self._beside(reading, named, subject)

    @staticmethod
    def _beside(reading: Reading, named: Named, titled: frozenset[int]) -> Named:
        inside, beside = set[str](), set[str]()
        for mention in reading.mentions_of(NameKind.FILM):
            ids = {meaning.target for meaning in mention.of(NameKind.FILM)}
            (inside if titled.issuperset(range(mention.start, mention.end)) else beside).update(ids)
        return replace(named, films=tuple(film for film in named.films if film.id not in inside - beside))


def _held_alone(ranked: RankedList) -> Iterator[Held]:
    """The films a list ranks without a montage of ours."""
    for item in ranked.items:
        if item.rank and not item.montage:
            yield Held(min(spellings.forms(name_key(item.film)), key=len), item.label, ranked.id, item.rank)


def _runs_in(title: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether all words of a title stand in a row."""
    width = len(title)
    return any(keys[at : at + width] == title for at in range(len(keys) - width + 1))


def _films_alone(ranked: RankedList) -> Iterator[tuple[str, tuple[str, int]]]:
    """The films a list ranks without a montage of ours, each with its place."""
    return ((folded(item.film), (ranked.id, item.rank)) for item in ranked.items if item.rank and not item.montage)


def _sizes(ranked: RankedList) -> Iterator[int]:
    yield max(len(ranked.items), *(item.rank or 0 for item in ranked.items))
    yield from (int(key) for key in name_key(ranked.title) if key.isdigit())


def _is_listed(reading: Reading, at: int) -> bool:
    """Whether a word for a list stands there."""
    return at < len(reading.words) and reading.words[at].folded in LISTS


def _text(ranked: RankedList) -> str:
    return f"{ranked.title} {ranked.publisher or ''} {ranked.author or ''}"


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.folded) for word in words(text) if word.folded not in EMPTY_WORDS)
