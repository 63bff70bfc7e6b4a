"""Songs and whoever is heard, scenes and whoever is seen."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.sweeps.subjects import FOUND, asked, films_with, found, labels, named, songs_of
from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.model import Montage
from bot.knowledge.names import folded
from tests.questions.scoring import Item


def songs_alone(catalogue: Catalogue) -> Iterator[Item]:
    titles = {folded(film.title) for film in catalogue.films}
    for _, song in songs_of(catalogue):
        if folded(song.title) not in titles:
            yield asked(song.title, {"outcome": FOUND, "any_songs": [song.title]})


def films_of_songs(catalogue: Catalogue) -> Iterator[Item]:
    for montage, song in songs_of(catalogue):
        films = films_with(catalogue, song)[:5]
        heard = {"outcome": FOUND, "any_songs": [song.title]}
        if song.title != montage.film.title:
            yield asked(f"what film is {song.title} from?", {"outcome": FOUND, "films": films})
            yield asked(f"in which montage do you hear {song.title}", heard)
        yield asked(f"{song.title} by {song.artist}", heard)


def songs_beside_films(catalogue: Catalogue) -> Iterator[Item]:
    """A song and its film in one breath: the film named comes before others with the same song."""
    for montage, song in songs_of(catalogue):
        there = {**found(montage.film), "any_songs": [song.title]}
        yield asked(f"{montage.film.title} {song.title}", there)
        yield asked(f"who sings {song.title} in {montage.film.title}?", there)
        own = [each.title for each in montage.songs if each.artist == song.artist]
        own += [
            each.title
            for other in catalogue.montages_of(montage.film)
            for each in other.songs
            if each.artist == song.artist
        ]
        yield asked(f"{song.artist} song in {montage.film.title}", {**found(montage.film), "any_songs": own})


def who_is_heard(catalogue: Catalogue) -> Iterator[Item]:
    by_title = by_key((folded(song.title), song.artist) for _, song in songs_of(catalogue))
    for _, song in songs_of(catalogue):
        if len(set(by_title[folded(song.title)])) == 1:
            yield asked(f"who performs {song.title}?", {"outcome": FOUND, "text": [song.artist]})


def years_of_songs(catalogue: Catalogue) -> Iterator[Item]:
    by_title = by_key((folded(song.title), song.year) for _, song in songs_of(catalogue))
    for _, song in songs_of(catalogue):
        if song.year and len(set(by_title[folded(song.title)])) == 1:
            yield asked(f"when did {song.title} come out?", {"outcome": FOUND, "text": [str(song.year)]})


def people(catalogue: Catalogue) -> Iterator[Item]:
    """What somebody performed or directed."""
    performed = by_key((song.artist, montage) for montage, song in songs_of(catalogue))
    directed = by_key((name, montage) for montage in catalogue.montages for name in montage.film.directors)
    for name, montages in performed.items():
        yield asked(f"montages with songs by {name}", {"outcome": FOUND, "films": labels(montages)})
        yield asked(f"what songs by {name} do you know?", {"outcome": FOUND, "films": labels(montages)})
    for name, montages in directed.items():
        yield asked(f"montages directed by {name}", {"outcome": FOUND, "films": labels(montages)})
        yield asked(f"which films of {name} do you know?", {"outcome": FOUND, "films": labels(montages)})


def characters(catalogue: Catalogue) -> Iterator[Item]:
    """Whom one sees, with the film's name and without."""
    for montage in catalogue.montages:
        for name in montage.entry.characters[:2]:
            yield asked(f"which song plays with {name} in {montage.film.title}", found(montage.film))
    for name, montages in by_key((each.entry.characters[0], each) for each in _peopled(catalogue)).items():
        if len(labels(montages)) == 1 and " " in name:
            text = f"which film has the montage with {name}"
            yield asked(text, {"outcome": FOUND, "films": labels(montages)})


def _peopled(catalogue: Catalogue) -> Iterator[Montage]:
    return (each for each in catalogue.montages if each.entry.characters)


def in_their_own_words(catalogue: Catalogue) -> Iterator[Item]:
    """A scene in the words of its cue."""
    for montage in catalogue.montages:
        for cue in montage.entry.cues[:2]:
            yield asked(f"which film has the montage where {cue}?", found(montage.film))


SWEEPS = named(
    (
        songs_alone,
        films_of_songs,
        songs_beside_films,
        who_is_heard,
        years_of_songs,
        people,
        characters,
        in_their_own_words,
    )
)
