"""A set list: songs in an order that builds up, of about the length that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from random import Random

from msgspec import Struct

__all__ = ["TYPICAL_LENGTH", "Pace", "SetList", "Track", "set_list"]

#: Seconds assumed of a song whose length no source gives.
TYPICAL_LENGTH = 210


class Pace(StrEnum):
    """How hard it shall be; part of custom ids, so the words stay."""

    EASY = "easy"
    STEADY = "steady"
    HARD = "hard"


#: The effort that a list of a pace begins and ends with.
SLOPES = {Pace.EASY: (1.0, 3.0), Pace.STEADY: (1.5, 4.5), Pace.HARD: (3.0, 5.0)}


class Track(Struct, frozen=True):
    """A song of a montage, and how much effort the montage shows, from 1 to 5."""

    montage: str
    film: str
    song: str  # two of the same are one song
    effort: float
    seconds: int | None = None  # None where no source says

    @property
    def length(self) -> int:
        return TYPICAL_LENGTH if self.seconds is None else self.seconds


class SetList(Struct, frozen=True):
    """The tracks in order, and whether there were enough of them for what was asked."""

    tracks: tuple[Track, ...]
    is_enough: bool

    @property
    def seconds(self) -> int:
        return sum(track.length for track in self.tracks)

    @property
    def assumed(self) -> int:
        """Of how many tracks the length is assumed."""
        return sum(track.seconds is None for track in self.tracks)


def set_list(tracks: Iterable[Track], seconds: int, pace: Pace, chance: Random) -> SetList:
    """Tracks of about so many seconds, each song once, a film again only where there are too few, effort rising."""
    pool = _shuffled(tracks, chance)
    average = sum(track.length for track in pool) / len(pool) if pool else TYPICAL_LENGTH
    wanted = max(1, round(seconds / average))
    chosen: list[Track] = []
    while pool and _is_nearer(chosen, pool, seconds, wanted, pace):
        track = _fitting(chosen, pool, _effort_at(len(chosen), wanted, pace))
        pool.remove(track)
        chosen.append(track)
    ordered = sorted(chosen, key=lambda track: track.effort)
    return SetList(tuple(ordered), bool(pool) or _length(chosen) >= seconds - average / 2)


def _shuffled(tracks: Iterable[Track], chance: Random) -> list[Track]:
    pool = sorted(tracks, key=lambda track: (track.montage, track.song))
    chance.shuffle(pool)
    return [*{track.song: track for track in pool}.values()]


def _is_nearer(chosen: Sequence[Track], pool: Sequence[Track], seconds: int, wanted: int, pace: Pace) -> bool:
    """Whether another track brings the list nearer to its length."""
    following = _fitting(chosen, pool, _effort_at(len(chosen), wanted, pace))
    length = _length(chosen)
    return not chosen or abs(length + following.length - seconds) < abs(length - seconds)


def _fitting(chosen: Sequence[Track], pool: Sequence[Track], effort: float) -> Track:
    """The track nearest to the effort wanted, of a film not yet in the list where there is one."""
    films = {track.film for track in chosen}
    return min(pool, key=lambda track: (track.film in films, abs(track.effort - effort)))


def _effort_at(position: int, wanted: int, pace: Pace) -> float:
    first, last = SLOPES[pace]
    return first + (last - first) * min(position / max(wanted - 1, 1), 1.0)


def _length(tracks: Iterable[Track]) -> int:
    return sum(track.length for track in tracks)
