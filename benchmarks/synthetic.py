"""Catalogues of any size: the real one cut short, or filled up with films made by recombining its words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.ids import slug
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, Film, Montage, MontageEntry, Song

SEED = 1976
#: Words of a made-up title, as often as in the catalogue: one to four, two most often.
TITLE_WIDTHS = (1, 2, 2, 2, 3, 3, 4)
#: Films a director, and songs a performer, has made on average.
FILMS_A_PERSON = 4
#: Words of the one sentence said of a made-up scene.
SCENE_WORDS = 12


@dataclass(frozen=True, slots=True)
class WordPool:
    """The words of the real catalogue, each as often as it is used there."""

    words: tuple[str, ...]
    taken: frozenset[str]  # titles it has
    people: tuple[str, ...]
    scenes: tuple[str, ...]


def sized(catalogue: Catalogue, films: int) -> Catalogue:
    """A catalogue of so many films: those of the default list first, then the other real ones, then made-up ones."""
    real = _leading_first(catalogue)[:films]
    montages = [montage for film in real for montage in catalogue.montages_of(film)]
    made = _made_up(_pool(catalogue), films - len(real))
    return Catalogue([*montages, *made], catalogue.lists)


def _leading_first(catalogue: Catalogue) -> list[Film]:
    ranked = catalogue.default_list
    placed = [catalogue.montage(item.montage or "") for item in (ranked.items if ranked else ())]
    return list(dict.fromkeys([*(montage.film for montage in placed if montage), *catalogue.films]))


def _pool(catalogue: Catalogue) -> WordPool:
    songs = [song for montage in catalogue.montages for song in montage.songs]
    titles = (*(film.title for film in catalogue.films), *(song.title for song in songs))
    return WordPool(
        words=_words(titles),
        taken=frozenset(map(slug, titles)),
        people=_words([name for film in catalogue.films for name in film.directors]),
        scenes=_words([cue for montage in catalogue.montages for cue in montage.entry.cues]),
    )


def _words(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for text in texts for word in text.split() if word[0].isalnum())


def _made_up(pool: WordPool, count: int) -> Iterator[Montage]:
    """So many montages, each of a film and with a song of its own; the same ones at every run."""
    chance = random.Random(SEED)  # noqa: S311 - makes titles, guards nothing
    films, songs = _titles(pool, chance, count), _titles(pool, chance, count)
    people = [" ".join(chance.choices(pool.people, k=2)) for _ in range(1 + count // FILMS_A_PERSON)]
    return (
        _montage(film, song, chance.choices(people, k=2), " ".join(chance.choices(pool.scenes, k=SCENE_WORDS)), chance)
        for film, song in zip(films, songs, strict=True)
    )


def _titles(pool: WordPool, chance: random.Random, count: int) -> list[str]:
    """So many titles that the catalogue has not, no two alike."""
    titles: dict[str, str] = {}
    while len(titles) < count:
        title = " ".join(chance.choices(pool.words, k=chance.choice(TITLE_WIDTHS)))
        if slug(title) not in pool.taken:
            titles.setdefault(slug(title), title)
    return list(titles.values())


def _montage(title: str, song: str, people: Sequence[str], scene: str, chance: random.Random) -> Montage:
    director, performer = people
    year = chance.randint(1930, 2025)
    film = Film(id=f"{slug(title)}-{year}", title=title, year=year, directors=(director,), imdb_id="tt0000000")
    entry = MontageEntry(
        id=film.id,
        kind=chance.choice(list(Kind)),
        strict=True,
        description=scene,
        songs=(Song(title=song, artist=performer),),
        confidence=Confidence.HIGH,
    )
    return Montage(film=film, entry=entry)
