"""Choosing montages by what they are: kind, years, people, series, setting."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Film, Montage, Record, Song, credits_of
from bot.knowledge.names import folded
from bot.knowledge.shelves import Shelf, Shelves


class Filter(Record, frozen=True, kw_only=True):
    """What a montage must be to be chosen; whatever is left out does not matter.

    One of `kinds` is enough, as kind or tag alike, unless a montage must be of `every_kind`. `first_year` and
    `last_year` are years of the film, both included. `artist` is whoever performs, sings or composes; people, series
    and settings are compared by whole words without regard to case, accents and punctuation. `besides` are series and
    titles of which no film is wanted.
    """

    kinds: tuple[Kind, ...] = ()
    every_kind: bool = False
    first_year: int | None = None
    last_year: int | None = None
    artist: str | None = None
    director: str | None = None
    franchise: str | None = None
    setting: str | None = None
    strict: bool | None = None
    besides: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == Filter(every_kind=self.every_kind)

    def admits(self, montage: Montage) -> bool:
        return self._admits_what_it_is(montage) and self._admits_its_film(montage) and self._admits_its_music(montage)

    def _admits_what_it_is(self, montage: Montage) -> bool:
        entry = montage.entry
        return (
            self._admits_kinds(entry.kinds)
            and (self.strict is None or entry.strict == self.strict)
            and (self.setting is None or _mentions(entry.setting or "", self.setting))
        )

    def _admits_kinds(self, kinds: tuple[Kind, ...]) -> bool:
        met = [kind in kinds for kind in self.kinds]
        return not met or (all(met) if self.every_kind else any(met))

    def _admits_its_film(self, montage: Montage) -> bool:
        film = montage.film
        return (
            (self.first_year is None or film.year >= self.first_year)
            and (self.last_year is None or film.year <= self.last_year)
            and (self.director is None or any(_mentions(name, self.director) for name in film.directors))
            and (self.franchise is None or _is_of_series(film, self.franchise))
            and not any(_is_of_series(film, name) for name in self.besides)
        )

    def _admits_its_music(self, montage: Montage) -> bool:
        return self.artist is None or any(map(self.admits_song, montage.songs))

    def admits_song(self, song: Song) -> bool:
        """Whether the performer or composer asked for has a part in a song."""
        return self.artist is None or any(_mentions(name, self.artist) for name in credits_of(song))


def select(catalogue: Catalogue, chosen: Filter) -> tuple[Montage, ...]:
    """The montages the filter admits, in the order of the catalogue."""
    if chosen.is_empty:
        return catalogue.montages
    places = sorted(catalogue.place[number] for number in _admitted(catalogue, chosen))
    return tuple(catalogue.montages[place] for place in places)


def by_renown(catalogue: Catalogue, chosen: Filter) -> tuple[Montage, ...]:
    """The montages the filter admits, best known first."""
    if chosen.is_empty:
        return catalogue.by_renown
    return tuple(catalogue.by_renown[number] for number in _admitted(catalogue, chosen))


def likeliest(catalogue: Catalogue, chosen: Filter) -> tuple[Montage, ...]:
    """The montages the filter admits: before those only tagged with what was asked those that are it above all."""
    if not chosen.kinds:
        return by_renown(catalogue, chosen)
    mainly = catalogue.shelves.mainly_of(chosen.kinds)
    numbers = sorted(_admitted(catalogue, chosen), key=lambda number: number not in mainly)
    return tuple(catalogue.by_renown[number] for number in numbers)


def _admitted(catalogue: Catalogue, chosen: Filter) -> list[int]:
    """The numbers of the montages the filter admits, best known first."""
    shelves = sorted(_shelves(catalogue.shelves, chosen), key=len)
    numbers = list(shelves[0])
    for shelf in shelves[1:]:
        there = set(shelf)
        numbers = [number for number in numbers if number in there]
    if chosen.artist is chosen.director is chosen.setting is None and not chosen.besides:
        return numbers
    return [number for number in numbers if chosen.admits(catalogue.by_renown[number])]


def _shelves(shelves: Shelves, chosen: Filter) -> Iterator[Shelf]:
    """The shelves that hold all that the filter admits: exactly that, but for names of several words."""
    if chosen.kinds:
        yield from map(shelves.of_kinds, [[kind] for kind in chosen.kinds] if chosen.every_kind else [chosen.kinds])
    if chosen.strict is not None:
        yield shelves.of_strictness(chosen.strict)
    if chosen.first_year is not None or chosen.last_year is not None:
        yield shelves.of_years(chosen.first_year, chosen.last_year)
    if chosen.franchise is not None:
        yield shelves.of_series(folded(chosen.franchise))
    for person in (chosen.artist, chosen.director):
        if person is not None:
            yield from [shelves.crediting(word) for word in folded(person).split()] or [()]
    if chosen.setting is not None:
        yield from [shelves.set_in(word) for word in folded(chosen.setting).split()] or [()]


def _is_of_series(film: Film, series: str) -> bool:
    """Whether a film belongs to a series, by the series' name or by a title that goes on from it."""
    wanted = folded(series)
    named = folded(film.franchise or "") == wanted or f"{folded(film.title)} ".startswith(f"{wanted} ")
    return bool(wanted) and named


def _mentions(text: str, name: str) -> bool:
    """Whether the name stands in the text as whole words: Survivor, but not part of Survivors."""
    wanted = folded(name)
    return bool(wanted) and f" {wanted} " in f" {folded(text)} "
