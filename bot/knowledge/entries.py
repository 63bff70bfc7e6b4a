"""All entries of all files, and the catalogue made of them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, FilmEntry, Montage, RankedList, Record
from bot.knowledge.names import slug


class Entries(Record, frozen=True, kw_only=True):
    """What the files say, in their order: the form that is compiled."""

    films: tuple[FilmEntry, ...]
    lists: tuple[RankedList, ...]

    def catalogue(self, fingerprint: str) -> Catalogue:
        return Catalogue(self._montages(), self.lists, fingerprint)

    def _montages(self) -> Iterator[Montage]:
        for entry in self.films:
            film = _film(entry)
            for montage in entry.montages:
                yield Montage(film=film, entry=montage)


def _film(entry: FilmEntry) -> Film:
    """The film with its id, title and year, which together are its own; a title without Latin letters gives way."""
    return Film(
        id=f"{slug(entry.title) or entry.imdb_id}-{entry.year}",
        title=entry.title,
        year=entry.year,
        directors=entry.directors,
        imdb_id=entry.imdb_id,
        names=entry.names,
        franchise=entry.franchise,
    )
