"""What is here already that is nearly what somebody answers: films, series, songs, people, scenes."""

from __future__ import annotations

import difflib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage, Song, credits_of
from bot.knowledge.names import folded

Value = TypeVar("Value")

MOST = 5  # offered at once
NEARLY = 0.85  # of difflib's ratio: a letter or two of a name
SHORTEST_WORD = 4
#: How much of what a description tells, weighed by how rare its words are, a montage much like it tells too.
MUCH = 0.3


def films_like(catalogue: Catalogue, title: str) -> list[Film]:
    """Films that go by that title or nearly so."""
    return _near(title, ((name, film) for film in catalogue.films for name in (film.title, *film.names)))


def songs_like(catalogue: Catalogue, title: str) -> list[Song]:
    """Songs of that title or nearly so, each performer's once."""
    named = ((name, song) for song in _songs(catalogue) for name in (song.title, *song.names))
    once = {(song.title, song.artist): song for song in _near(title, named)}
    return [*once.values()]


def people_like(catalogue: Catalogue, name: str) -> list[str]:
    """People who are spelt nearly so, or but for case and accents so; none when one is spelt exactly so."""
    people = {person for song in _songs(catalogue) for person in credits_of(song)}
    people |= {director for film in catalogue.films for director in film.directors}
    return [] if name in people else _near(name, ((person, person) for person in sorted(people)))


def series_like(catalogue: Catalogue, name: str) -> list[str]:
    series = {film.franchise for film in catalogue.films if film.franchise}
    return [] if name in series else _near(name, ((each, each) for each in sorted(series)))


def montages_like(catalogue: Catalogue, description: str) -> list[Montage]:
    """Montages that tell much of what the description tells, the likest first."""
    told = {montage.id: _words_told(montage) for montage in catalogue.montages}
    spread = Counter(word for words in told.values() for word in words)
    weights = {word: math.log(1 + len(told) / (1 + spread[word])) for word in _words(description)}
    whole = sum(weights.values())
    shares = [
        (sum(weight for word, weight in weights.items() if word in told[montage.id]), montage)
        for montage in catalogue.montages
    ]
    much = [(share, montage) for share, montage in shares if whole and share >= MUCH * whole]
    return [montage for _, montage in sorted(much, key=lambda each: -each[0])][:MOST]


def _words_told(montage: Montage) -> frozenset[str]:
    entry = montage.entry
    return _words(" ".join((entry.description, *entry.scene, *entry.characters, entry.setting or "")))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in folded(text).split() if len(word) >= SHORTEST_WORD)


def _songs(catalogue: Catalogue) -> Iterator[Song]:
    return (song for montage in catalogue.montages for song in montage.songs)


def _near(text: str, named: Iterable[tuple[str, Value]]) -> list[Value]:
    """What goes by that very name, or else by one near it, the nearest first, each once."""
    by_name: dict[str, list[Value]] = defaultdict(list)
    for name, value in named:
        by_name[folded(name)].append(value)
    sought = folded(text)
    near = [sought] if sought in by_name else difflib.get_close_matches(sought, by_name, MOST, NEARLY)
    found: list[Value] = []
    for name in near:
        found.extend(value for value in by_name[name] if value not in found)
    return found[:MOST]
