"""Where a scene really is that is said to be in another film, and what is named by its scenes or people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage
from bot.language.candidates import LEAST_EXPLAINED_ELSEWHERE, NONE, SERIES_LEAD, Candidates
from bot.language.names import NameKind
from bot.language.naming import song_key, song_names, title_key
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex, Sighting

_NAMES = (
    NameKind.FILM, NameKind.SONG, NameKind.FRANCHISE, NameKind.ABSENT, NameKind.LIST, NameKind.CHARACTER,
    NameKind.ARTIST, NameKind.DIRECTOR,
)  # fmt: skip


class Misplaced:
    """Finds the scenes that are in another film than the one they are said to be in."""

    def __init__(self, catalogue: Catalogue, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._scenes = scenes

    def mistaken_for(self, title: str, reading: Reading) -> Candidates:
        """The scene known to be taken for one of this film, when the words fit it better than the film's own."""
        if not _tells(reading):
            return NONE
        pool, own = self._catalogue.taken_for(title), self._catalogue.titled(title)
        found = self._scenes.search(reading.left, among=[montage.id for montage in (*pool, *own)], most=1)
        best = self._catalogue.montage(found[0].montage_id) if found else None
        fits = best in pool and found[0].explained >= LEAST_EXPLAINED_ELSEWHERE
        return Candidates((best,)) if best and fits else NONE

    def taken_for(self, montage: Montage, songs: Collection[str], reading: Reading) -> Montage | None:
        """The scene of the same film that is described, where the song named is known to be wrongly thought to be."""
        if not _tells(reading):
            return None
        pool = {each.id: each for each in self._catalogue.montages_of(montage.film)}
        found = self._scenes.search(reading.left, among=pool)
        own = next((at for at, each in enumerate(found) if each.montage_id == montage.id), 0)
        for sighting in found[:own]:
            other = pool[sighting.montage_id]
            wrong = {self._key_of(each.wrong_song) for each in other.entry.confusions if each.wrong_song}
            if not wrong.isdisjoint(songs) and sighting.explained >= LEAST_EXPLAINED_ELSEWHERE:
                return other
        return None

    def _key_of(self, title: str) -> str:
        """The key of the song of ours that goes by a title, else that of the title."""
        key = title_key(title)
        return self._called.get(key, key)

    @cached_property
    def _called(self) -> Mapping[str, str]:
        songs = [song for montage in self._catalogue.montages for song in montage.songs]
        return {title_key(name): song_key(song) for song in songs for name in song_names(song)}

    def in_series(self, film: Film, reading: Reading) -> Candidates:
        """The scene of another film of the series that fits far better: "does he run up the steps in Rocky IV?"."""
        if not film.franchise or not _tells(reading):
            return NONE
        series = {each.id: each.film for each in self._catalogue.of_series(film.franchise)}
        found = self._scenes.search(reading.left_beside(*_NAMES), among=series, most=len(series))
        own = next((each for each in found if series[each.montage_id] == film), None)
        others = [each for each in found if series[each.montage_id] != film]
        if not others or others[0].explained < LEAST_EXPLAINED_ELSEWHERE or not _is_ahead(others[0], own):
            return NONE
        films = {series[each.montage_id].id for each in others if each.score == others[0].score}
        best = self._catalogue.montage(others[0].montage_id)
        return Candidates((best,), clear=len(films) == 1) if best else NONE


def nicknamed(catalogue: Catalogue, reading: Reading) -> list[Montage]:
    """The montages that are named by what they are called: "emo Peter Parker"."""
    return known(catalogue, (meaning.target for meaning in reading.named(NameKind.MONTAGE)))


def known(catalogue: Catalogue, montage_ids: Iterable[str]) -> list[Montage]:
    """The montages with these ids."""
    return [montage for each in montage_ids if (montage := catalogue.montage(each))]


def films_of_characters(catalogue: Catalogue, reading: Reading) -> list[Film]:
    """The films named by nothing but somebody in them, where that is one film: "Butch Cassidy"."""
    found: list[Film] = []
    for meaning in reading.named(NameKind.CHARACTER):
        films = list(dict.fromkeys(montage.film for montage in catalogue.showing(meaning.target)))
        found += films if len(films) == 1 else []
    return found


def _tells(reading: Reading) -> bool:
    """Whether more than a word is said beside the names: a character may come back in any film of a series."""
    return len(set(reading.left_beside(*_NAMES))) > 1


def _is_ahead(best: Sighting, own: Sighting | None) -> bool:
    return own is None or best.score >= SERIES_LEAD * own.score
