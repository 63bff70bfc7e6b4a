"""One of several that were shown or offered, or of the same film: by number, year, people, songs or the scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.candidates import Candidates, Finder
from bot.language.evidence.belonging import targets_of
from bot.language.forms.common import about
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.walking import LAST, intent_of, place_said
from bot.language.lexicon import describes
from bot.language.misplaced import known
from bot.language.naming import song_key
from bot.language.numbers import ordinal, years
from bot.language.question import Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.stems import stem
from bot.language.wording import of_follow_ups as wording


class Picking:
    """Picks from what was shown."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes

    @property
    def forms(self) -> Forms:
        picks = {
            "picked": self._by_position,
            "picked by year": self._by_year,
            "the other one": self._other,
            "picked by what is said": self._by_words,
        }
        return tuple(Form(name, partial(self._read, read), leans=True) for name, read in picks.items())

    def _read(self, pick: Callable[[Asked, Sequence[Montage]], Candidates | None], asked: Asked) -> Question | None:
        shown = known(self._catalogue, asked.context.montages)
        found = pick(asked, shown) if shown else None
        if found is None or not found.montages:
            return None
        songs = tuple(song.target for song in asked.reading.songs)
        return about(asked.reading, intent_of(asked), found, songs=songs)

    @staticmethod
    def _by_position(asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The second", "the third one", "the older of the two"."""
        montage = _positioned(asked.reading.plain, shown) if len(shown) > 1 else None
        return Candidates((montage,)) if montage else None

    def _by_year(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The 2007 one": of what was offered, else of the series."""
        wanted = years(asked.reading.plain)
        if not wanted:
            return None
        series = {montage.film.franchise for montage in shown[:1]} - {None}
        of_series = [each for each in self._catalogue.montages if each.film.franchise in series]
        for pool in (shown, of_series):
            if fitting := [montage for montage in pool if montage.film.year in wanted]:
                return self._finder.among(fitting, asked.reading.left, asked.reading)
        return None

    def _other(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The other one": of two, else of the film."""
        if not wording.OTHER.search(asked.reading.plain):
            return None
        pool = shown if len(shown) > 1 else self._catalogue.montages_of(shown[0].film)
        others = [montage for montage in pool if montage.id != shown[0].id]
        return self._finder.among(others, asked.reading.left, asked.reading)

    def _by_words(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "No, the tournament one", "the Al Green one": what was offered, or the film's, by what is said of it."""
        reading = asked.reading
        films = dict.fromkeys(montage.film for montage in shown)
        pool = [each for film in films for each in self._catalogue.montages_of(film)]
        if not asked.context.was_choice and wording.CORRECTING.search(reading.plain):
            pool = [each for each in pool if each.id != shown[0].id] or pool
        songs = {meaning.target for meaning in reading.songs}
        heard = [each for each in pool if songs & {song_key(song) for song in each.songs}]
        found = self._finder.among(heard or pool, reading.left, reading)
        return found if heard or (found.montages and self._is_said(found.montages[0], reading)) else None

    def _is_said(self, montage: Montage, reading: Reading) -> bool:
        named = {meaning.target for mention in reading.mentions for meaning in mention.meanings}
        telling = (stem(token.text) for token in reading.tokens if describes(token.text))
        return bool(named & set(targets_of(montage))) or any(self._scenes.says(montage.id, each) for each in telling)


def _positioned(plain: str, shown: Sequence[Montage]) -> Montage | None:
    if wording.OF_TWO.search(plain):
        by_year = sorted(shown, key=lambda montage: montage.film.year)
        newer = wording.NEWER.search(plain) and not wording.OLDER.search(plain)
        return by_year[-1] if newer else by_year[0]
    place = _place(plain)
    at = len(shown) if place == LAST else place or 0
    return shown[at - 1] if 0 < at <= len(shown) else None


def _place(plain: str) -> int | None:
    if place := place_said(plain):
        return place
    if found := wording.NTH.search(plain) or wording.THE_NTH.search(plain):
        return ordinal(found[1])
    return LAST if wording.LAST_ONE.search(plain) else None
