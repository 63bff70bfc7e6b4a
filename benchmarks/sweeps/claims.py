"""What is claimed: true of everything that the catalogue says is so, and never of what it does not."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.sweeps.subjects import (
    ANY,
    FOUND,
    NEVER_A_YES,
    asked,
    films_of,
    films_with,
    named,
    songs_of,
    with_others,
)
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import folded
from tests.questions.scoring import Expect, Item


def true_claims(catalogue: Catalogue) -> Iterator[Item]:
    yes: Expect = {"outcome": FOUND, "verdict": True}
    for montage, song in songs_of(catalogue):
        yield asked(f"is {song.title} in {montage.film.title}?", yes)
        yield asked(f"is {song.title} from {montage.film.label}?", yes)
        yield asked(f"does {montage.film.title} have {song.title} in it", yes)
        yield asked(f"is {song.title} in {montage.film.title} by {song.artist}?", yes)
    for film, _, _ in films_of(catalogue):
        yield asked(f"did {film.directors[0]} direct {film.title}?", yes)
        yield asked(f"is {film.title} from {film.year}?", yes)


def false_claims(catalogue: Catalogue) -> Iterator[Item]:
    """A song of a film half the catalogue away, another's director, another year."""
    montages = catalogue.montages
    for at, (montage, song) in enumerate(songs_of(catalogue)):
        other = montages[(at + len(montages) // 2) % len(montages)]
        if other.film.label not in films_with(catalogue, song):
            yield asked(f"is {song.title} in {other.film.label}?", NEVER_A_YES)
        if not {folded(song.artist)} & {folded(each.artist) for _, each in songs_of(catalogue) if each in other.songs}:
            yield asked(f"is {song.title} by {other.songs[0].artist}?", NEVER_A_YES)
        if not set(other.film.directors) & set(montage.film.directors):
            yield asked(f"did {other.film.directors[0]} direct {montage.film.label}?", NEVER_A_YES)
    for film, _, _ in films_of(catalogue):
        yield asked(f"did {film.title} come out in {film.year + 3}?", NEVER_A_YES)


def songs_nobody_knows(catalogue: Catalogue) -> Iterator[Item]:
    songs = ("Hotel California", "Stairway to Heaven", "Purple Haze", "Rolling in the Deep", "Smells Like Teen Spirit")
    for at, (film, _, _) in enumerate(films_of(catalogue)):
        yield asked(f"is {songs[at % len(songs)]} in {film.title}?", NEVER_A_YES)


def what_two_films_share(catalogue: Catalogue) -> Iterator[Item]:
    for film, songs, _, other in with_others(catalogue, 3):
        same = bool(set(film.directors) & set(other.directors))
        text = f"do {film.title} and {other.title} have the same director?"
        yield asked(text, {"outcome": ANY, "verdict": same})
        theirs = {folded(song.title) for each in catalogue.montages_of(other) for song in each.songs}
        text = f"do {film.title} and {other.title} use the same song?"
        yield asked(text, {"outcome": ANY, "verdict": not theirs.isdisjoint(map(folded, songs))})


SWEEPS = named((true_claims, false_claims, songs_nobody_knows, what_two_films_share))
