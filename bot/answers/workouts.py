"""Montage songs to work out to: what there is of a kind and decade, and how much effort each montage shows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from bot.answers.card import listening, search_words
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import MontageEntry
from bot.knowledge.selection import Filter, by_renown
from bot.language.naming import song_key

__all__ = ["Tune", "tunes"]

#: How much effort is seen in a montage of a kind, from 1 to 5. No source says how fast the songs are: this is ours.
EFFORT = {
    5: (Kind.TRAINING, Kind.SPORTS, Kind.BATTLE, Kind.CHASE),
    4: (Kind.DANCE, Kind.HAVOC, Kind.SUITING_UP, Kind.SUPERPOWERS, Kind.RISE, Kind.KILLINGS),
    3: (Kind.PREPARATION, Kind.BUILDING, Kind.WORK, Kind.HEIST, Kind.PERFORMANCE, Kind.SING_ALONG, Kind.RECRUITMENT,
        Kind.MAKEOVER, Kind.CLEANING, Kind.COMEDY),
    1: (Kind.HEARTBREAK, Kind.FALL, Kind.FALLING_IN_LOVE),
}  # fmt: skip
_EFFORT = {kind: effort for effort, kinds in EFFORT.items() for kind in kinds}
#: Of any other kind.
LITTLE = 2
#: Its kind says so much more than each of its tags.
OF_KIND = 2


class Tune(Struct, frozen=True):
    """A song of a montage, as a set list has it."""

    montage_id: str
    film_id: str
    film: str  # "Rocky (1976)"
    key: str  # two of the same are one song
    title: str
    artist: str
    listen: str  # where to hear it
    effort: float


def tunes(catalogue: Catalogue, chosen: Filter) -> tuple[Tune, ...]:
    """The songs of all montages that a filter admits; of several in one montage, the first heard."""
    return tuple(_tunes(catalogue, chosen))


def _tunes(catalogue: Catalogue, chosen: Filter) -> Iterator[Tune]:
    for montage in by_renown(catalogue, chosen):
        for song in montage.songs[:1]:
            yield Tune(
                montage.id,
                montage.film.id,
                montage.film.label,
                f"{song_key(song)}/{song.artist}",
                song.title,
                song.artist,
                listening(search_words(song))[0].url,
                _effort_of(montage.entry),
            )


def _effort_of(entry: MontageEntry) -> float:
    """The mean of what its kind and tags show, its kind counting more."""
    shown = [_EFFORT.get(kind, LITTLE) for kind in (*[entry.kind] * OF_KIND, *entry.tags)]
    return sum(shown) / len(shown)
