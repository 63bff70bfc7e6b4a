"""Catalogues of any size: the real one cut short, or filled up with films made by recombining its words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Film, Kind, Montage, MontageEntry, Song
from bot.knowledge.names import slug

SEED = 1976
#: Words of a made-up title, as often as in the catalogue: one to four, two most often.
TITLE_WIDTHS = (1, 2, 2, 2, 3, 3, 4)
#: Words of the one sentence said of a made-up scene.
SCENE_WORDS = 12


@dataclass(frozen=True, slots=True)
class WordPool:
    """The words of the real catalogue, each as often as it is used there."""

    titles: tuple[str, ...]
    people: tuple[str, ...]
    scenes: tuple[str, ...]


def sized(catalogue: Catalogue, films: int) -> Catalogue:
    """A catalogue of so many films: those of the default list first, then the other real ones, then made-up ones."""
    real = _leading_first(catalogue)[:films]
    kept = {film.id for film in real}
    montages = [montage for film in real for montage in catalogue.montages_of(film)]
    made = _made_up(_pool(catalogue), films - len(real), kept)
    return Catalogue([*montages, *made], catalogue.lists)


def _leading_first(catalogue: Catalogue) -> list[Film]:
    ranked = catalogue.default_list
    placed = [catalogue.montage(item.montage or "") for item in (ranked.items if ranked else ())]
    return list(dict.fromkeys([*(montage.film for montage in placed if montage), *catalogue.films]))


def _pool(catalogue: Catalogue) -> WordPool:
    songs = [song for montage in catalogue.montages for song in montage.songs]
    titles = (*(film.title for film in catalogue.films), *(song.title for song in songs))
    return WordPool(
        titles=_words(titles),
        people=_words([name for film in catalogue.films for name in film.directors]),
        scenes=_words([cue for montage in catalogue.montages for cue in montage.entry.cues]),
    )


def _words(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for text in texts for word in text.split() if word[0].isalnum())


def _made_up(pool: WordPool, count: int, taken: set[str]) -> Iterator[Montage]:
    """So many montages, each of a film of its own; the same ones at every run."""
    chance = random.Random(SEED)  # noqa: S311 - makes titles, guards nothing
    while count > 0:
        montage = _montage(pool, chance)
        if montage.film.id not in taken:
            taken.add(montage.film.id)
            count -= 1
            yield montage


def _montage(pool: WordPool, chance: random.Random) -> Montage:
    title, year = _title(pool, chance), chance.randint(1930, 2025)
    key = f"{slug(title)}-{year}"
    scene = " ".join(chance.choices(pool.scenes, k=SCENE_WORDS))
    song = Song(title=_title(pool, chance), artist=_person(pool, chance))
    film = Film(id=key, title=title, year=year, directors=(_person(pool, chance),), imdb_id="tt0000000")
    entry = MontageEntry(
        id=key,
        kind=chance.choice(list(Kind)),
        strict=True,
        description=scene,
        songs=(song,),
        confidence=Confidence.HIGH,
    )
    return Montage(film=film, entry=entry)


def _title(pool: WordPool, chance: random.Random) -> str:
    return " ".join(chance.choices(pool.titles, k=chance.choice(TITLE_WIDTHS)))


def _person(pool: WordPool, chance: random.Random) -> str:
    return " ".join(chance.choices(pool.people, k=2))
