"""Choosing montages by what they are: kind, years, people, series."""

from __future__ import annotations

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Kind, Montage, Record, Song, credits_of
from bot.knowledge.names import folded


class Filter(Record, frozen=True, kw_only=True):
    """What a montage must be to be chosen; whatever is left out does not matter.

    `first_year` and `last_year` are years of the film, both included. `artist` is whoever performs, sings or composes;
    people and series are compared by whole words without regard to case, accents and punctuation.
    """

    kinds: tuple[Kind, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    artist: str | None = None
    director: str | None = None
    franchise: str | None = None
    strict: bool | None = None

    @property
    def is_empty(self) -> bool:
        return self == Filter()

    def admits(self, montage: Montage) -> bool:
        return self._admits_what_it_is(montage) and self._admits_its_film(montage) and self._admits_its_music(montage)

    def _admits_what_it_is(self, montage: Montage) -> bool:
        entry = montage.entry
        return (not self.kinds or entry.kind in self.kinds) and (self.strict is None or entry.strict == self.strict)

    def _admits_its_film(self, montage: Montage) -> bool:
        film = montage.film
        return (
            (self.first_year is None or film.year >= self.first_year)
            and (self.last_year is None or film.year <= self.last_year)
            and (self.director is None or any(_mentions(name, self.director) for name in film.directors))
            and (self.franchise is None or _is_of_series(film, self.franchise))
        )

    def _admits_its_music(self, montage: Montage) -> bool:
        return self.artist is None or any(map(self.admits_song, montage.songs))

    def admits_song(self, song: Song) -> bool:
        """Whether the performer or composer asked for has a part in a song."""
        return self.artist is None or any(_mentions(name, self.artist) for name in credits_of(song))


def select(catalogue: Catalogue, chosen: Filter) -> tuple[Montage, ...]:
    """The montages the filter admits, in the order of the catalogue."""
    people = (chosen.artist, chosen.director)
    pools = [catalogue.crediting(word) for name in people if name for word in folded(name).split()]
    pool = min((catalogue.montages, *pools), key=len)
    return tuple(montage for montage in pool if chosen.admits(montage))


def _is_of_series(film: Film, series: str) -> bool:
    """Whether a film belongs to a series, by the series' name or by a title that goes on from it."""
    wanted = folded(series)
    return folded(film.franchise or "") == wanted or f"{folded(film.title)} ".startswith(f"{wanted} ")


def _mentions(text: str, name: str) -> bool:
    """Whether the name stands in the text as whole words: Survivor, but not part of Survivors."""
    wanted = folded(name)
    return bool(wanted) and f" {wanted} " in f" {folded(text)} "
