"""The catalogue: every montage, film, song and list, immutable, with the look-ups the other rooms need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bot.knowledge.model import Film, ListItem, Montage, RankedList, credits_of
from bot.knowledge.names import folded

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
    def _montages_by_credit(self) -> Mapping[str, tuple[Montage, ...]]:
        """Montages by every word of the names of who directed the film and who is heard."""
        return by_key((word, montage) for montage in self.montages for word in _credited(montage))

    def crediting(self, word: str) -> tuple[Montage, ...]:
        """The montages with a folded word in the names of their directors, performers and composers."""
        return self._montages_by_credit.get(word, ())

    def of_series(self, franchise: str) -> tuple[Montage, ...]:
        """The montages of a series of films, by its name as the files write it."""
        return self._montages_by_series.get(franchise, ())

    def montage(self, montage_id: str) -> Montage | None:
        return self._montage_by_id.get(montage_id)

    def film(self, film_id: str) -> Film | None:
        return self._film_by_id.get(film_id)

    def montages_of(self, film: Film) -> tuple[Montage, ...]:
        """The film's montages in the order of its file; empty when the film is not of this catalogue."""
        return self._montages_by_film.get(film.id, ())

    def ranked_list(self, list_id: str) -> RankedList | None:
        return self._list_by_id.get(list_id)

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


def _credited(montage: Montage) -> set[str]:
    names = (*montage.film.directors, *(name for song in montage.songs for name in credits_of(song)))
    return {word for name in names for word in folded(name).split()}
