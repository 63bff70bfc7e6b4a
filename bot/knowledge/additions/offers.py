"""What is offered instead of an answer: a film, song, person or scene that is here already and nearly the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import msgspec

from bot.knowledge.additions.draft import FILM, Answer, Draft
from bot.knowledge.additions.likeness import films_like, montages_like, people_like, series_like, songs_like
from bot.knowledge.additions.questions import Question
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.documents import Where
from bot.knowledge.model import Film, Montage, Song
from bot.knowledge.names import folded


@dataclass(frozen=True)
class Offer:
    """Something that may be meant: how it is called, and the answers if it is; none when nothing is left to add."""

    label: str
    answers: tuple[Answer, ...] = ()


def offers(catalogue: Catalogue, draft: Draft, question: Question, text: str) -> list[Offer]:
    """What may be meant by an answer, the likeliest first; empty when nothing here is like it."""
    match question.pattern:
        case ("title",):
            return [_of_film(catalogue, film) for film in films_like(catalogue, text)]
        case ("franchise",):
            return [Offer(name, ((question.where, name),)) for name in series_like(catalogue, text)]
        case (*_, "songs", "title"):
            same = [_of_montage(each) for each in _with_song(catalogue, draft, text)]
            return same + [_of_song(song, question.where[:-1]) for song in songs_like(catalogue, text)]
        case (*_, "directors" | "artist" | "composers" | "vocals"):
            return [Offer(name, ((question.where, name),)) for name in people_like(catalogue, text)]
        case (*_, "description"):
            return [_of_montage(montage) for montage in montages_like(catalogue, text)]
        case _:
            return []


def film_here(catalogue: Catalogue, draft: Draft) -> Draft:
    """The draft, with its film as the one here where that has its title and year: somebody may have added it since."""
    title, year = folded(draft.text("title")), draft.text("year")
    here = next((each.id for each in catalogue.films if (folded(each.title), str(each.year)) == (title, year)), None)
    if draft.film_id or here is None:
        return draft
    of_montage = (step for step in draft.steps if any(where[0] == "montages" for where, _ in step))
    return Draft((((FILM, here),), *of_montage))


def _of_film(catalogue: Catalogue, film: Film) -> Offer:
    told = ", ".join(montage.id for montage in catalogue.montages_of(film))
    return Offer(f"{film.label}, which has {told}", ((FILM, film.id),))


def _of_montage(montage: Montage) -> Offer:
    songs = ", ".join(song.title for song in montage.songs)
    return Offer(f"{montage.id}, here already: {montage.film.label} with {songs}. {montage.entry.description}")


def _with_song(catalogue: Catalogue, draft: Draft, title: str) -> list[Montage]:
    """The montages of the same film that have the song."""
    film = catalogue.film(draft.film_id) if draft.film_id else None
    montages: Sequence[Montage] = catalogue.montages_of(film) if film else ()
    return [each for each in montages if folded(title) in {folded(song.title) for song in each.songs}]


def _of_song(song: Song, where: Where) -> Offer:
    year = f" ({song.year})" if song.year else ""
    return Offer(f"{song.title} by {song.artist}{year}, as it stands here", tuple(_answers(song, where)))


def _answers(song: Song, where: Where) -> Iterator[Answer]:
    """Everything that is known of the song, as if it had been typed."""
    for name, value in msgspec.structs.asdict(song).items():
        if isinstance(value, tuple):
            names = cast("tuple[str, ...]", value)
            yield from (((*where, name, place), each) for place, each in enumerate(names))
            yield (*where, name, len(names)), None
        elif isinstance(value, bool):
            yield (*where, name), "yes" if value else None
        else:
            yield (*where, name), None if value is None else str(value)
