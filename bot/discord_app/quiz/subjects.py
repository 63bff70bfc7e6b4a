"""What a quiz may ask of our catalogue, and how it hears answers: between the guide and the rules of the quiz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.guide import Guide
from bot.answers.judging import NameKind, names_of_film, names_of_performer, names_of_song
from bot.answers.phrases import spoken
from bot.community.quiz.pool import Pool
from bot.community.quiz.subjects import Ask, Ear, Named, Subject, Verdict
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Montage, Song, credits_of
from bot.knowledge.names import folded

__all__ = ["pool_of"]

KINDS = {Ask.FILM: NameKind.FILM, Ask.SONG: NameKind.SONG, Ask.PERFORMER: NameKind.ARTIST}


def pool_of(guide: Guide) -> Pool:
    """All that can be asked about; to be made once, since it takes a while."""

    def judge(ask: Ask, said: str, names: Sequence[str]) -> Verdict:
        return Verdict(guide.closeness(said, names, KINDS[ask]))

    return Pool(_subjects(guide.catalogue), Ear(folded, judge))


def _subjects(catalogue: Catalogue) -> Iterator[Subject]:
    """Every song of every montage that pages confirm: nobody should lose points to what is not certain."""
    for montage in catalogue.montages:
        if montage.entry.confidence is Confidence.HIGH:
            yield from (_subject(montage, song) for song in montage.songs)


def _subject(montage: Montage, song: Song) -> Subject:
    film, entry = montage.film, montage.entry
    return Subject(
        montage=montage.id,
        film_id=film.id,
        film=Named(film.title, names_of_film(film)),
        year=film.year,
        series=film.franchise or "",
        directors=spoken(film.directors),
        kinds=tuple(entry.kinds),
        song=Named(song.title, names_of_song(song)),
        performer=Named(song.artist, names_of_performer(song)),
        credited=credits_of(song),
        description=entry.description,
        is_score=song.score,
        is_only_song=len(montage.songs) == 1,
    )
