"""Questions in many people's words, asked of things of the catalogue: what is right follows from the data.

Every line of `phrased.tsv` is a way to ask by somebody who saw neither the program nor other questions. Each is asked
of a few things drawn at random, always the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.sweeps.subjects import (
    ANSWERED,
    FOUND,
    NEVER_A_YES,
    REFUSED,
    films_of,
    films_with,
    found,
    labels,
    songs_of,
)
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, ListItem, Montage, RankedList, Song
from bot.knowledge.names import folded
from bot.language.lexicon import Lexicon
from bot.language.whereabouts import place_names
from tests.questions.scoring import Expect, Item, Turn

FILE = Path(__file__).with_suffix(".tsv")
PHRASED = "phrased"
SEED = 2026
#: Of ways written in small letters, so many are asked with names in small letters too.
LOWER = 0.7
#: Shorter titles of songs are everyday words.
SHORTEST_TITLE = 4
_KINDS, _DECADES = ("training", "makeover", "romance", "dance"), {"80s": 1980, "90s": 1990, "2000s": 2000}
#: The categories of the question files, where they are called otherwise.
_CATEGORIES = {
    "song": "song_of_montage",
    "film": "montage_of_song",
    "director": "facts",
    "year": "facts",
    "yes": "check",
    "no": "check",
    "older": "compare",
    "kind": "list",
    "people": "list",
    "place": "rank",
    "lack": "not_in_catalogue",
    "other": "out_of_scope",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask: what is asked, and the words, with names to fill in."""

    about: str
    words: str

    @property
    def source(self) -> str:
        return f"{PHRASED}: {self.about}"


def ways() -> list[Way]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [Way(*line.split("\t")) for line in lines if not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class _Things:
    """What one question is filled in with."""

    montage: Montage
    song: Song
    other: Film  # of another year, without the song
    ranked: RankedList
    item: ListItem
    kind: str
    decade: str
    cue: str


class Phrased:
    """Fills ways to ask in with things of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._chance = random.Random(SEED)  # noqa: S311 - makes questions, guards nothing

    def items(self, way: Way, times: int) -> Iterator[Item]:
        """The way asked of so many things; once when it names none."""
        for _ in range(times if "{" in way.words else 1):
            things = self._things(alone=way.about in ("song", "describe"))
            text, expect = self._filled(way, things), _EXPECTED[way.about](way, things, self._catalogue)
            yield Item(_CATEGORIES.get(way.about, way.about), (Turn(text, expect),))

    @cached_property
    def _films(self) -> Sequence[Film]:
        return [film for film, _, _ in films_of(self._catalogue)]

    @cached_property
    def _songs(self) -> Sequence[tuple[Montage, Song]]:
        titles = {folded(film.title) for film in self._catalogue.films}
        every = songs_of(self._catalogue)
        return [each for each in every if folded(each[1].title) not in titles and len(each[1].title) >= SHORTEST_TITLE]

    @cached_property
    def _alone(self) -> Sequence[tuple[Montage, Song]]:
        """The songs of films that have one montage."""
        return [each for each in self._songs if len(self._catalogue.montages_of(each[0].film)) == 1]

    @cached_property
    def _whereabouts(self) -> Sequence[str]:
        return [*place_names(self._catalogue, Lexicon()).values()]

    @cached_property
    def _places(self) -> Sequence[tuple[RankedList, ListItem]]:
        """Places that one montage of ours has for itself, in lists whose publisher has no other."""
        lists = self._catalogue.lists
        publishers = [ranked.publisher for ranked in lists]
        alone = [each for each in lists if each.ordered and each.publisher and publishers.count(each.publisher) == 1]
        return [
            (ranked, item)
            for ranked in alone
            for item in ranked.items
            if item.rank and item.montage and _is_once(item, ranked.items)
        ]

    def _things(self, *, alone: bool) -> _Things:
        chance = self._chance
        montage, song = chance.choice(self._alone if alone else self._songs)
        having = films_with(self._catalogue, song)
        others = [film for film in self._films if film.year != montage.film.year and film.label not in having]
        ranked, item = chance.choice(self._places)
        return _Things(
            montage,
            song,
            chance.choice(others),
            ranked,
            item,
            chance.choice(_KINDS),
            chance.choice([*_DECADES]),
            chance.choice(montage.entry.cues),
        )

    def _filled(self, way: Way, things: _Things) -> str:
        film = {"no": things.other, "rank": self._listed(things.item)}.get(way.about, things.montage.film)
        names: Mapping[str, object] = {
            "film": film.title,
            "year": film.year,
            "other": things.other.title,
            "song": things.song.title,
            "artist": things.song.artist,
            "person": self._chance.choice((things.song.artist, *film.directors)),
            "character": next(iter(things.montage.entry.characters), "Rocky"),
            "place": self._chance.choice(self._whereabouts),
            "cue": things.cue,
            "kind": things.kind,
            "decade": things.decade,
            "list": things.ranked.publisher,
            "n": things.item.rank,
        }
        text = way.words
        for name, value in names.items():
            text = text.replace(f"{{{name}}}", str(value))
        is_small = way.words == way.words.lower() and self._chance.random() < LOWER
        return text.lower() if is_small else text

    def _listed(self, item: ListItem) -> Film:
        montage = self._catalogue.montage(item.montage or "")
        if montage is None:
            raise LookupError(item.montage)
        return montage.film


def _is_once(item: ListItem, items: Sequence[ListItem]) -> bool:
    return all(item is each or (item.rank != each.rank and item.film != each.film) for each in items)


def _of_song(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    return {"outcome": FOUND, "any_songs": [things.song.title]}


def _of_film(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    return found(things.montage.film)


def _of_its_song(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    return {**found(things.montage.film), "any_songs": [song.title for song in things.montage.songs]}


def _of_either(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    return (_of_song if "{song}" in way.words else _of_film)(way, things, catalogue)


def _of_fact(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    film = things.montage.film
    return {"outcome": FOUND, "text": [str(film.year) if way.about == "year" else film.directors[0]]}


def _older(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    first = min(things.montage.film, things.other, key=lambda film: film.year)
    return {"outcome": ANSWERED, "films": [first.label]}


def _of_kind(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    others = (each for each in catalogue.montages if each.film.year // 10 * 10 != _DECADES[things.decade])
    return {"outcome": ANSWERED, "not_films": labels(others) if "{decade}" in way.words else []}


def _placed(way: Way, things: _Things, catalogue: Catalogue) -> Expect:
    return {"outcome": ANSWERED, "rank": things.item.rank}


def _always(expect: Expect) -> Callable[[Way, _Things, Catalogue], Expect]:
    return lambda way, things, catalogue: expect


#: What is right, by what is asked.
_EXPECTED: Mapping[str, Callable[[Way, _Things, Catalogue], Expect]] = {
    "song": _of_its_song,
    "film": _of_song,
    "performer": _of_either,
    "describe": _of_film,
    "scene": _of_film,
    "yes": _always({"outcome": ANSWERED, "verdict": True}),
    "no": _always(NEVER_A_YES),
    "director": _of_fact,
    "year": _of_fact,
    "older": _older,
    "kind": _of_kind,
    "people": _always({"outcome": FOUND}),
    "rank": _placed,
    "place": _placed,
    "lack": _always(REFUSED),
    "other": _always(REFUSED),
}
