"""Another than what was given: "another one by him", "what other film has it", "besides that", "any more?"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Film, Montage
from bot.knowledge.selection import Filter, select
from bot.language.candidates import Finder
from bot.language.context import Context
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import ids
from bot.language.forms.form import Asked, Form, Forms
from bot.language.misplaced import known
from bot.language.naming import people_of, song_key
from bot.language.question import Aspect, Intent, Question
from bot.language.wording import of_follow_ups as wording
from bot.language.wording import of_lists


class Another:
    """Finds what else there is of the film, song, person, series or kind talked of, and never what was given."""

    def __init__(self, catalogue: Catalogue, finder: Finder) -> None:
        self._catalogue = catalogue
        self._finder = finder

    @property
    def forms(self) -> Forms:
        """One form for each thing that the other one may have in common with what was given."""
        links = {
            "another of its maker": self._of_maker,
            "another film of the song": self._of_song,
            "another of the film": self._of_film,
            "another of the series": self._of_series,
            "another such": self._of_such,
            "another of the same": self._of_same,
        }
        others = (Form(name, partial(self._read, read), leans=True) for name, read in links.items())
        return (*others, Form("all of its maker", self._all_of_maker, leans=True))

    def _read(self, link: Callable[[Asked, Montage], Question | None], asked: Asked) -> Question | None:
        shown = next(iter(known(self._catalogue, asked.context.montages[:1])), None)
        asks = wording.ANOTHER.search(asked.reading.plain)
        return link(asked, shown) if shown and asks else None

    def _of_maker(self, asked: Asked, shown: Montage) -> Question | None:
        """ "By the same band", "of his": whoever performs, unless directing is talked of."""
        return (
            self._chosen(asked, self._maker(asked, shown)) if wording.SAME_MAKER.search(asked.reading.plain) else None
        )

    def _all_of_maker(self, asked: Asked) -> Question | None:
        """ "Which of his films do you have": what was given is one of them."""
        shown = next(iter(known(self._catalogue, asked.context.montages[:1])), None)
        listed = wording.SAME_MAKER.search(asked.reading.plain) and of_lists.PLURAL.search(asked.reading.said)
        if not shown or not listed:
            return None
        return Question(asked.reading.text, Intent.LIST, chosen=self._maker(asked, shown))

    def _maker(self, asked: Asked, shown: Montage) -> Filter:
        artist = next((person for song in shown.songs for person in people_of(song)), None)
        if artist is None or self._means_director(asked):
            return Filter(director=shown.film.directors[0])
        return Filter(artist=artist)

    @staticmethod
    def _means_director(asked: Asked) -> bool:
        said, context = asked.reading.plain, asked.context
        if wording.DIRECTING.search(said):
            return True
        if wording.PERFORMING.search(said):
            return False
        directed = Aspect.DIRECTOR in context.aspects or context.chosen.director is not None
        return directed or wording.DIRECTORS_OWN.search(said) is not None

    def _of_song(self, asked: Asked, shown: Montage) -> Question | None:
        """The song of before in other films: the one asked about, else all that are heard."""
        if not shown.songs or not wording.SAME_SONG.search(asked.reading.plain):
            return None
        return self._with_song(asked, shown)

    def _with_song(self, asked: Asked, shown: Montage) -> Question:
        heard = tuple(song_key(song) for song in shown.songs)
        keys = tuple(key for key in asked.context.songs if key in heard) or heard
        left = self._left(asked, self._finder.of_songs(keys, asked.reading).montages)
        return self._question(asked, Intent.MONTAGE_OF_SONG, left, songs=keys)

    def _of_film(self, asked: Asked, shown: Montage) -> Question | None:
        if not wording.SAME_FILM.search(asked.reading.plain):
            return None
        return self._from_film(asked, shown.film)

    def _from_film(self, asked: Asked, film: Film) -> Question:
        pool = [*known(self._catalogue, asked.context.montages), *self._catalogue.montages_of(film)]
        own = dict.fromkeys(montage for montage in pool if montage.film == film)
        left = self._finder.among(_not_given(own, asked), asked.reading.left, asked.reading).montages
        return self._question(asked, Intent.SONG_OF_MONTAGE, left, films=ids([film]))

    def _of_series(self, asked: Asked, shown: Montage) -> Question | None:
        series = shown.film.franchise
        if series is None or not wording.SAME_SERIES.search(asked.reading.plain):
            return None
        return self._chosen(asked, narrowed(Filter(), franchise=series))

    def _of_such(self, asked: Asked, shown: Montage) -> Question | None:
        """ "Another makeover montage", "something else by Chuck Berry": as the question itself says."""
        chosen = filter_of(asked.reading)
        return None if chosen.is_empty else self._chosen(asked, chosen)

    def _of_same(self, asked: Asked, shown: Montage) -> Question | None:
        """ "Another one", and no more said: as what was given was asked for."""
        context = asked.context
        if context.intent is Intent.RANDOM:
            return Question(asked.reading.text, Intent.RANDOM, chosen=context.chosen, given=_given(context))
        if not context.chosen.is_empty:
            return self._chosen(asked, context.chosen)
        if context.people:
            return self._chosen(asked, Filter(artist=context.people[0]))
        asked_for_film = bool(context.songs) or bool(wording.FILM.search(asked.reading.plain))
        of_film = self._from_film(asked, shown.film)
        return self._with_song(asked, shown) if asked_for_film or not of_film.montages else of_film

    def _chosen(self, asked: Asked, chosen: Filter) -> Question:
        pool = sorted(select(self._catalogue, chosen), key=self._likelihood)
        return self._question(asked, Intent.LIST, self._left(asked, pool), chosen=chosen)

    def _likelihood(self, montage: Montage) -> tuple[bool, bool, int]:
        doubtful = montage.entry.confidence is not Confidence.HIGH
        return (doubtful, not montage.entry.strict, -len(self._catalogue.places_of(montage)))

    def _left(self, asked: Asked, pool: Sequence[Montage]) -> list[Montage]:
        """Those not given yet, of other films than those given where there are any, or where a film is asked for."""
        given = known(self._catalogue, _given(asked.context))
        left = _not_given(pool, asked)
        if wording.ANOTHER_SONG.search(asked.reading.plain):
            heard = {song_key(song) for montage in given for song in montage.songs}
            left = [montage for montage in left if not {song_key(song) for song in montage.songs} <= heard]
        films = {montage.film for montage in given}
        elsewhere = [montage for montage in left if montage.film not in films]
        return elsewhere if elsewhere or wording.FILM.search(asked.reading.plain) else left

    @staticmethod
    def _question(
        asked: Asked,
        intent: Intent,
        left: Sequence[Montage],
        *,
        films: tuple[str, ...] = (),
        songs: tuple[str, ...] = (),
        chosen: Filter | None = None,
    ) -> Question:
        return Question(
            asked.reading.text,
            intent,
            montages=tuple(montage.id for montage in left),
            films=films,
            songs=songs,
            chosen=chosen or Filter(),
            top=1 if wording.ONE_MORE.search(asked.reading.plain) else None,
            given=_given(asked.context),
        )


def _given(context: Context) -> tuple[str, ...]:
    """What was given in this conversation; at least what was shown first of the last answer."""
    return tuple(dict.fromkeys((*context.told, *context.montages[:1])))


def _not_given(pool: Iterable[Montage], asked: Asked) -> list[Montage]:
    given = _given(asked.context)
    return [montage for montage in pool if montage.id not in given]
