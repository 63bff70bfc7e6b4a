"""The catalogue for people who want the data: as JSON, whole, or as CSV, one line a song of a montage."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Literal

import msgspec

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage, Record, Song

Format = Literal["json", "csv"]

COLUMNS = (
    "montage", "film", "film_year", "directors", "imdb_id", "franchise", "kind", "tags", "strict", "song", "artist",
    "vocals", "composers", "song_year", "score", "characters", "setting", "description", "confidence", "sources",
)  # fmt: skip
_BETWEEN = "; "
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(catalogue: Catalogue, form: Format) -> str:
    """The whole catalogue as text that ends in a newline; JSON has the lists too, CSV only the montages."""
    return as_json(catalogue) if form == "json" else as_csv(catalogue)


def as_json(catalogue: Catalogue) -> str:
    """One object: films with their montages below them as in the data files, with film ids, and the lists."""
    films = [
        {**_plain(film), "montages": [_plain(montage.entry) for montage in catalogue.montages_of(film)]}
        for film in catalogue.films
    ]
    value = {"films": films, "lists": [_plain(each) for each in catalogue.lists]}
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def as_csv(catalogue: Catalogue) -> str:
    """RFC 4180 with a head line; no cell begins like a formula, which a spreadsheet would compute."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for montage in catalogue.montages for row in _rows(montage))
    return text.getvalue()


def _plain(record: Record) -> dict[str, object]:
    return msgspec.convert(msgspec.to_builtins(record), dict[str, object])


def _rows(montage: Montage) -> Iterator[tuple[str, ...]]:
    film, entry = montage.film, montage.entry
    sources = _BETWEEN.join(source.url or f"list {source.list}" for source in entry.sources)
    for song in montage.songs:
        yield (
            *(
                montage.id,
                film.title,
                str(film.year),
                _BETWEEN.join(film.directors),
                film.imdb_id,
                film.franchise or "",
            ),
            *(entry.kind.value, _BETWEEN.join(entry.tags), _yes_or_no(entry.strict)),
            *(*_song(song), _BETWEEN.join(entry.characters)),
            *(entry.setting or "", entry.description, entry.confidence.value, sources),
        )


def _song(song: Song) -> tuple[str, ...]:
    vocals, composers = _BETWEEN.join(song.vocals), _BETWEEN.join(song.composers)
    return song.title, song.artist, vocals, composers, str(song.year or ""), _yes_or_no(song.score)


def _yes_or_no(value: bool) -> str:
    return "true" if value else "false"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
