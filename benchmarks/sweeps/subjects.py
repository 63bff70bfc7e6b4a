"""What the sweeps ask about, and what they expect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.model import Film, Montage, Song
from bot.knowledge.names import folded
from tests.questions.scoring import Expect, Item, Turn

#: What is asked of a catalogue, by the promise it tries.
Sweeps: TypeAlias = Mapping[str, Callable[[Catalogue], Iterator[Item]]]

ANSWERED = ["answer"]
#: An answer, or the question which of several is meant.
FOUND = ["answer", "choice"]
#: Not said to be so: refused, asked back, or found false.
ANY = ["answer", "choice", "unknown"]
REFUSED: Expect = {"outcome": ["unknown"]}
NEVER_A_YES: Expect = {"outcome": ANY, "verdict": False}


def asked(question: str, expect: Expect, *following: tuple[str, Expect]) -> Item:
    """A question, or a conversation that goes on from it."""
    return Item("sweep", (Turn(question, expect), *(Turn(*each) for each in following)))


def named(sweeps: Iterable[Callable[[Catalogue], Iterator[Item]]]) -> Sweeps:
    """Sweeps by what their functions are called."""
    return {sweep.__name__.replace("_", " "): sweep for sweep in sweeps}


def films_of(catalogue: Catalogue) -> list[tuple[Film, list[str], Expect]]:
    """Every film whose title is its own, with its songs, and the answer that has it."""
    titled = by_key((folded(film.title), film) for film in catalogue.films)
    return [
        (film, [song.title for each in catalogue.montages_of(film) for song in each.songs], found(film))
        for film in catalogue.films
        if len(titled[folded(film.title)]) == 1
    ]


def found(film: Film) -> Expect:
    """The film is answered, or asked back among others of the same name."""
    return {"outcome": FOUND, "films": [film.label]}


def with_others(catalogue: Catalogue, parts: int) -> Iterator[tuple[Film, list[str], Expect, Film]]:
    """Every film beside another one, a part of the catalogue away."""
    films = films_of(catalogue)
    for at, each in enumerate(films):
        yield (*each, films[(at + len(films) // parts) % len(films)][0])


def songs_of(catalogue: Catalogue) -> Iterator[tuple[Montage, Song]]:
    for montage in catalogue.montages:
        for song in montage.songs:
            yield montage, song


def films_with(catalogue: Catalogue, song: Song) -> list[str]:
    """The films that have a song of that title."""
    return labels(each for each, other in songs_of(catalogue) if folded(other.title) == folded(song.title))


def labels(montages: Iterable[Montage]) -> list[str]:
    """The films of some montages, each once."""
    return list(dict.fromkeys(each.film.label for each in montages))
