"""The catalogue: every montage, film, song and list, immutable, with the look-ups the other rooms need."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bot.knowledge.model import Confidence, Film, ListItem, Montage, RankedList
from bot.knowledge.names import folded
from bot.knowledge.shelves import Shelves

Key = TypeVar("Key")
Value = TypeVar("Value")


class Catalogue:
    """All montages and lists, in a fixed order. Built once, never changed; a reload makes another one."""

    def __init__(self, montages: Iterable[Montage], lists: Iterable[RankedList], fingerprint: str = "") -> None:
        self.montages: tuple[Montage, ...] = tuple(montages)
        self.lists: tuple[RankedList, ...] = tuple(
            sorted(lists, key=lambda each: (not each.default, each.title, each.id))
        )
        self.fingerprint = fingerprint

    @cached_property
    def films(self) -> tuple[Film, ...]:
        return tuple({montage.film.id: montage.film for montage in self.montages}.values())

    @cached_property
    def _montage_by_id(self) -> Mapping[str, Montage]:
        return MappingProxyType({montage.id: montage for montage in self.montages})

    @cached_property
    def _film_by_id(self) -> Mapping[str, Film]:
        return MappingProxyType({film.id: film for film in self.films})

    @cached_property
    def _montages_by_film(self) -> Mapping[str, tuple[Montage, ...]]:
        return by_key((montage.film.id, montage) for montage in self.montages)

    @cached_property
    def _list_by_id(self) -> Mapping[str, RankedList]:
        return MappingProxyType({each.id: each for each in self.lists})

    @cached_property
    def _places(self) -> Mapping[str, tuple[tuple[RankedList, ListItem], ...]]:
        return by_key((item.montage, (each, item)) for each in self.lists for item in each.items if item.montage)

    @cached_property
    def _montages_by_series(self) -> Mapping[str, tuple[Montage, ...]]:
        return by_key((montage.film.franchise, montage) for montage in self.montages)

    @cached_property
    def _films_by_series(self) -> Mapping[str, tuple[Film, ...]]:
        return by_key((film.franchise, film) for film in self.films)

    @cached_property
    def _montages_by_wrong_film(self) -> Mapping[str, tuple[Montage, ...]]:
        return by_key((title, montage) for montage in self.montages for title in _wrong_films(montage))

    @cached_property
    def _montages_by_character(self) -> Mapping[str, tuple[Montage, ...]]:
        return by_key((name, montage) for montage in self.montages for name in characters_of(montage))

    def renown(self, montage: Montage) -> tuple[bool, bool, int, int]:
        """What to sort by: the best confirmed, the real montages, those named in most published lists, then by year."""
        doubtful = montage.entry.confidence is not Confidence.HIGH
        return (doubtful, not montage.entry.strict, -len(self.places_of(montage)), montage.film.year)

    @cached_property
    def by_renown(self) -> tuple[Montage, ...]:
        return tuple(sorted(self.montages, key=self.renown))

    @cached_property
    def place(self) -> Sequence[int]:
        """Where each montage of `by_renown` stands in the catalogue."""
        places = {montage.id: place for place, montage in enumerate(self.montages)}
        return array("I", (places[montage.id] for montage in self.by_renown))

    @cached_property
    def shelves(self) -> Shelves:
        """The montages by what they are, numbered as in `by_renown`."""
        return Shelves(self.by_renown)

    def titled(self, title: str, year: int | None = None) -> tuple[Montage, ...]:
        """The montages of the films of exactly that title, and of that year if one is given."""
        alike = (self.by_renown[number] for number in self.shelves.titled(folded(title)))
        exact = (montage for montage in alike if montage.film.title == title)
        return tuple(montage for montage in exact if year in (None, montage.film.year))

    def of_series(self, franchise: str) -> tuple[Montage, ...]:
        """The montages of a series of films, by its name as the files write it."""
        return self._montages_by_series.get(franchise, ())

    def series(self, franchise: str | None) -> tuple[Film, ...]:
        """The films of a series, by its name as the files write it."""
        return self._films_by_series.get(franchise, ()) if franchise else ()

    def taken_for(self, title: str) -> tuple[Montage, ...]:
        """The montages known to be wrongly thought to be in a film of that title."""
        return self._montages_by_wrong_film.get(title, ())

    def showing(self, character: str) -> tuple[Montage, ...]:
        """The montages in which somebody is seen, by one of their names as the files write it."""
        return self._montages_by_character.get(character, ())

    def montage(self, montage_id: str) -> Montage | None:
        return self._montage_by_id.get(montage_id)

    def film(self, film_id: str) -> Film | None:
        return self._film_by_id.get(film_id)

    def montages_of(self, film: Film) -> tuple[Montage, ...]:
        """The film's montages in the order of its file; empty when the film is not of this catalogue."""
        return self._montages_by_film.get(film.id, ())

    def ranked_list(self, list_id: str) -> RankedList | None:
        return self._list_by_id.get(list_id)

    def keeps(self, other: Catalogue) -> bool:
        """Whether it has every film, song, montage and list of another one as it was there; it may have more."""
        return all(
            (mine := self.montage(each.id)) and mine.film == each.film and mine.entry.songs == each.entry.songs
            for each in other.montages
        ) and all(self.ranked_list(each.id) == each for each in other.lists)

    def warm(self) -> None:
        """Makes every look-up now that would be made when it is first needed."""
        for name, each in vars(Catalogue).items():
            if isinstance(each, cached_property):
                getattr(self, name)

    @property
    def default_list(self) -> RankedList | None:
        """The list that answers when none is named: the one marked `default`."""
        return self.lists[0] if self.lists and self.lists[0].default else None

    def places_of(self, montage: Montage) -> tuple[tuple[RankedList, ListItem], ...]:
        """Every list that names the montage, the default one first, with the item that does."""
        return self._places.get(montage.id, ())

    def rank_of(self, montage: Montage, ranked: RankedList) -> int | None:
        """The montage's place in that list; None when the list does not place it."""
        return next((item.rank for item in ranked.items if item.montage == montage.id), None)


def by_key(pairs: Iterable[tuple[Key | None, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


def characters_of(montage: Montage) -> Sequence[str]:
    """Who is seen in a montage, each name once: "Wade Wilson / Deadpool" as a whole and under both names."""
    return [*dict.fromkeys(part for each in montage.entry.characters for part in (each, *each.split(" / ")))]


def _wrong_films(montage: Montage) -> Sequence[str]:
    return [*dict.fromkeys(each.wrong_film for each in montage.entry.confusions if each.wrong_film)]
