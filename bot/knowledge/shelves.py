"""Montages by what they are: kind, year, series, people, setting. Numbers on shelves: none has to be looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from bot.knowledge.kinds import Kind
from bot.knowledge.model import Montage, credits_of
from bot.knowledge.names import folded

Key = TypeVar("Key", bound=Hashable)
#: Ascending numbers of montages: four bytes each.
Shelf = Sequence[int]


class Shelves:
    """The numbers of montages, as they are counted in the order given, by everything a filter can ask for."""

    def __init__(self, montages: Sequence[Montage]) -> None:
        self.everything: Shelf = range(len(montages))
        self._by_kind = _shelved((kind, at) for at, montage in enumerate(montages) for kind in montage.entry.kinds)
        self._by_main_kind = _shelved((montage.entry.kind, at) for at, montage in enumerate(montages))
        self._by_strictness = _shelved((montage.entry.strict, at) for at, montage in enumerate(montages))
        self._by_year = _shelved((montage.film.year, at) for at, montage in enumerate(montages))
        self._by_series = _shelved(
            (folded(series), at) for at, montage in enumerate(montages) if (series := montage.film.franchise)
        )
        self._by_credit = _shelved((word, at) for at, montage in enumerate(montages) for word in _credited(montage))
        self._by_setting = _shelved((word, at) for at, montage in enumerate(montages) for word in _set_in(montage))
        titled = sorted((f"{folded(montage.film.title)} ", at) for at, montage in enumerate(montages))
        self._titles = [title for title, _ in titled]
        self._titled = array("I", (at for _, at in titled))

    def of_kinds(self, kinds: Iterable[Kind]) -> Shelf:
        """Those of any of the kinds, whether it is their kind or a tag."""
        return sorted({number for kind in kinds for number in self._by_kind.get(kind, ())})

    def mainly_of(self, kinds: Iterable[Kind]) -> frozenset[int]:
        """Those whose own kind is one of these, and not only a tag."""
        return frozenset(chain.from_iterable(self._by_main_kind.get(kind, ()) for kind in kinds))

    def of_strictness(self, strict: bool) -> Shelf:
        return self._by_strictness.get(strict, ())

    def of_years(self, first: int | None, last: int | None) -> Shelf:
        """Those of films from one year to another, both included."""
        within = (
            shelf
            for year, shelf in self._by_year.items()
            if (first is None or first <= year) and (last is None or year <= last)
        )
        return _merged(within)

    def of_series(self, series: str) -> Shelf:
        """Those of a series' films, by its name, or by the words their titles begin with; the name is folded."""
        start = bisect_left(self._titles, f"{series} ")
        end = bisect_left(self._titles, f"{series}!", start)  # "!" comes right after the space
        return sorted({*self._by_series.get(series, ()), *self._titled[start:end]}) if series else ()

    def titled(self, title: str) -> Shelf:
        """Those of the films of that folded title."""
        return self._titled[bisect_left(self._titles, f"{title} ") : bisect_right(self._titles, f"{title} ")]

    def crediting(self, word: str) -> Shelf:
        """Those with a folded word in the names of their directors, performers and composers."""
        return self._by_credit.get(word, ())

    def set_in(self, word: str) -> Shelf:
        """Those with a folded word in what is known of where they are set."""
        return self._by_setting.get(word, ())


def _shelved(pairs: Iterable[tuple[Key, int]]) -> Mapping[Key, Shelf]:
    shelves: dict[Key, array[int]] = defaultdict(lambda: array("I"))
    for key, number in pairs:
        shelves[key].append(number)
    return dict(shelves)


def _merged(shelves: Iterable[Shelf]) -> Shelf:
    """Several shelves that share nothing as one."""
    return sorted(chain.from_iterable(shelves))


def _credited(montage: Montage) -> Iterator[str]:
    """Every word of the names of who directed the film and who is heard, each once."""
    names = (*montage.film.directors, *(name for song in montage.songs for name in credits_of(song)))
    yield from dict.fromkeys(word for name in names for word in folded(name).split())


def _set_in(montage: Montage) -> Iterator[str]:
    """Every word of where a montage is set, each once."""
    yield from dict.fromkeys(folded(montage.entry.setting or "").split())
