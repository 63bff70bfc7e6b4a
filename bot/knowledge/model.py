"""The shape of what we know: the values the data files are made of, and the model their checks and schema come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from bot.knowledge.kinds import Kind

LONGEST_ID = 60  # characters: ids travel in buttons, which hold a hundred

Text = Annotated[str, Meta(min_length=1)]
Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=LONGEST_ID,
        description="small letters, digits and single hyphens: rocky-iv-training",
    ),
]
ImdbId = Annotated[str, Meta(pattern=r"^tt[0-9]{7,8}$", description="the id in the film's IMDb address: tt0075148")]
Url = Annotated[
    str, Meta(pattern=r"^https?://\S+$", description="a whole address that starts with https:// or http://")
]
Year = Annotated[int, Meta(ge=1000, le=2100, description="a year of four digits: 1976")]
FilmYear = Annotated[int, Meta(ge=1888, le=2100, description="the year a film came out, of four digits: 1976")]
Place = Annotated[int, Meta(ge=1, description="a place in a list, counted from 1")]

Tags = Annotated[
    tuple[Kind, ...],
    Meta(description="whatever else it is, most telling first", extra_json_schema={"uniqueItems": True}),
]


class Confidence(StrEnum):
    """High: a page names film and song for that scene. Medium: only part of it is on a page."""

    HIGH = "high"
    MEDIUM = "medium"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every value: nothing unknown let in. Frozen and named fields only: each class has to say so itself."""


class Song(Record, frozen=True, kw_only=True):
    """One piece of music as it is heard in a montage; `score` marks a cue of the film score.

    `credited_as` is what else the performer is called on the record.
    """

    title: Text
    artist: Text
    credited_as: Text | None = None
    vocals: tuple[Text, ...] = ()
    composers: tuple[Text, ...] = ()
    year: Year | None = None
    score: bool = False
    names: tuple[Text, ...] = ()


class Confusion(Record, frozen=True, kw_only=True):
    """A mistake people make about a montage, and what is true."""

    sentence: Text
    wrong_film: Text | None = None
    wrong_song: Text | None = None
    wrong_artist: Text | None = None
    right_film: Text | None = None
    right_song: Text | None = None
    right_artist: Text | None = None


class Source(Record, frozen=True, kw_only=True):
    """Where facts come from: a page, or one of our own ranked lists (the article) by its id."""

    supports: Annotated[tuple[Text, ...], Meta(min_length=1)]
    url: Url | None = None
    list: Slug | None = None


class MontageEntry(Record, frozen=True, kw_only=True):
    """A montage as its file writes it, below its film."""

    id: Slug
    kind: Kind
    tags: Tags = ()
    strict: bool
    description: Text
    songs: tuple[Song, ...]
    confidence: Confidence
    characters: tuple[Text, ...] = ()
    setting: Text | None = None
    names: tuple[Text, ...] = ()
    scene: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    confusions: tuple[Confusion, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Everything it may be found as: its kind, then its tags."""
        return (self.kind, *self.tags)


class FilmEntry(Record, frozen=True, kw_only=True):
    """A film as its file writes it, with the montages it has."""

    title: Text
    year: FilmYear
    directors: Annotated[tuple[Text, ...], Meta(min_length=1)]
    imdb_id: ImdbId
    montages: Annotated[tuple[MontageEntry, ...], Meta(min_length=1)]
    names: tuple[Text, ...] = ()
    franchise: Text | None = None


class MontageFile(Record, frozen=True, kw_only=True):
    """One file of data/montages: the films of a decade."""

    films: Annotated[tuple[FilmEntry, ...], Meta(min_length=1)]


class ListItem(Record, frozen=True, kw_only=True):
    """One place in a published list: a montage of ours, or only a film where we have none or cannot tell which."""

    film: Text
    rank: Place | None = None
    year: FilmYear | None = None
    montage: Slug | None = None
    song: Text | None = None
    credited_to: Text | None = None

    @property
    def label(self) -> str:
        """What a list names at a place: "Rocky V (1990)", or the title alone where the list gives no year."""
        return f"{self.film} ({self.year})" if self.year else self.film

    note: Text | None = None


class RankedList(Record, frozen=True, kw_only=True):
    """A list somebody published: what is ranked, by whom and when, and the places that were seen."""

    id: Slug
    title: Text
    ordered: bool
    complete: bool
    items: Annotated[tuple[ListItem, ...], Meta(min_length=1)]
    publisher: Text | None = None
    author: Text | None = None
    date: Text | None = None
    url: Url | None = None
    subject: Text | None = None
    note: Text | None = None
    default: bool = False

    @property
    def credit(self) -> str:
        """Who made the list, as a reader would say it: "Alex Zakrzewski, MuscleMag"; one of the two is always there."""
        return ", ".join(name for name in (self.author, self.publisher) if name)


class Film(Record, frozen=True, kw_only=True):
    """A film of the catalogue, without its montages."""

    id: Slug
    title: Text
    year: FilmYear
    directors: tuple[Text, ...]
    imdb_id: ImdbId
    names: tuple[Text, ...] = ()
    franchise: Text | None = None

    @property
    def label(self) -> str:
        return f"{self.title} ({self.year})"


class Montage(Record, frozen=True, kw_only=True):
    """A montage and the film it is in: the unit every answer rests on."""

    film: Film
    entry: MontageEntry

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def songs(self) -> tuple[Song, ...]:
        return self.entry.songs


def credits_of(song: Song) -> tuple[str, ...]:
    """Whoever performs, sings or composed the song, as far as it is known."""
    return (song.artist, *song.vocals, *song.composers)
