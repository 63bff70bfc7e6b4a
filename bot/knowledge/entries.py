"""All entries of all files, and the catalogue made of them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.ids import film_id
from bot.knowledge.model import Film, FilmEntry, Montage, RankedList, Record


class Entries(Record, frozen=True, kw_only=True):
    """What the files say, in their order: the form that is compiled."""

    films: tuple[FilmEntry, ...]
    lists: tuple[RankedList, ...]

    def catalogue(self, fingerprint: str) -> Catalogue:
        return Catalogue(self.montages(), self.lists, fingerprint)

    def montages(self) -> Iterator[Montage]:
        for entry in self.films:
            film = _film(entry)
            for montage in entry.montages:
                yield Montage(film=film, entry=montage)


def _film(entry: FilmEntry) -> Film:
    """The film without its montages."""
    return Film(
        id=film_id(entry.title, entry.year, entry.imdb_id),
        title=entry.title,
        year=entry.year,
        directors=entry.directors,
        imdb_id=entry.imdb_id,
        names=entry.names,
        franchise=entry.franchise,
    )
