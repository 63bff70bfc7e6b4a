"""Another than what was given: "another one by him", "what other film has it", "besides that", "any more?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Film, Montage
from bot.knowledge.selection import Filter, select
from bot.language.candidates import Finder
from bot.language.context import Context
from bot.language.filters import filter_of, narrowed
from bot.language.forms.common import ids, people_named, senses_of
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.lexicon import DOMAIN
from bot.language.misplaced import known
from bot.language.naming import people_of, song_key
from bot.language.question import Aspect, Intent, Question
from bot.language.wording import of_follow_ups as wording

_HELD = DOMAIN | {"list", "piece"}
_ELSEWHERE = frozenset("already also before first originally too".split())
_Maker = Callable[[Asked, Montage], Filter | None]
_Link = Callable[[Asked, Montage], Question | None]


class Another:
    """Finds what else there is of the film, song, person, series or kind talked of, and never what was given."""

    def __init__(self, catalogue: Catalogue, finder: Finder) -> None:
        self._catalogue = catalogue
        self._finder = finder

    @property
    def forms(self) -> Forms:
        """One form for each thing that the other one may have in common with what was given."""
        links: dict[str, tuple[_Link, re.Pattern[str] | None]] = {
            "another of its performer": (partial(self._of_maker, _performer), wording.SAME_MAKER),
            "another of its director": (partial(self._of_maker, _director), wording.SAME_DIRECTOR),
            "all of its performer": (partial(_all, _performer), wording.SAME_MAKER),
            "all of its director": (partial(_all, _director), wording.SAME_DIRECTOR),
            "another film of the song": (self._of_song, wording.SAME_SONG),
            "another of the film": (self._of_film, wording.SAME_FILM),
            "another of the series": (self._of_series, wording.SAME_SERIES),
            "another such": (self._of_such, None),
            "another of the same": (self._of_same, wording.ONE_MORE),
        }
        return tuple(Form(name, partial(self._read, read), leans=True, cue=cue) for name, (read, cue) in links.items())

    def _read(self, link: _Link, asked: Asked) -> Question | None:
        shown = next(iter(known(self._catalogue, asked.context.montages[:1])), None)
        return link(asked, shown) if shown else None

    def _of_maker(self, maker: _Maker, asked: Asked, shown: Montage) -> Question | None:
        """ "By the same band", "of his": another with whoever performs, or directed."""
        senses, said = senses_of(asked.reading), asked.reading.plain
        somebody = senses & {"perform", "direct"} or wording.SAME_MAKER.search(said)
        chosen = maker(asked, shown) if _asks_another(asked) and somebody else None
        return self._chosen(asked, chosen) if chosen else None

    def _of_song(self, asked: Asked, shown: Montage) -> Question | None:
        """The song of before in other films: the one asked about, else all that are heard."""
        if not shown.songs or not (_asks_another(asked) or _asks_where(asked)):
            return None
        found = self._with_song(asked, shown)
        return found if found.montages or _asks_another(asked) else None

    def _with_song(self, asked: Asked, shown: Montage) -> Question:
        heard = tuple(song_key(song) for song in shown.songs)
        keys = tuple(key for key in asked.context.songs if key in heard) or heard
        left = self._left(asked, self._finder.of_songs(keys, asked.reading).montages)
        return self._question(asked, Intent.MONTAGE_OF_SONG, left, songs=keys)

    def _of_film(self, asked: Asked, shown: Montage) -> Question | None:
        return self._from_film(asked, shown.film) if _asks_another(asked) else None

    def _from_film(self, asked: Asked, film: Film) -> Question:
        pool = [*known(self._catalogue, asked.context.montages), *self._catalogue.montages_of(film)]
        own = dict.fromkeys(montage for montage in pool if montage.film == film)
        left = self._finder.among(_not_given(own, asked), asked.reading.left, asked.reading).montages
        return self._question(asked, Intent.SONG_OF_MONTAGE, left, films=ids([film]))

    def _of_series(self, asked: Asked, shown: Montage) -> Question | None:
        series = shown.film.franchise
        return self._chosen(asked, narrowed(Filter(), franchise=series)) if series and _asks_another(asked) else None

    def _of_such(self, asked: Asked, shown: Montage) -> Question | None:
        """ "Another makeover montage", "something else by Chuck Berry": as the question itself says."""
        chosen = filter_of(asked.reading)
        return None if chosen.is_empty or not _asks_another(asked) else self._chosen(asked, chosen)

    def _of_same(self, asked: Asked, shown: Montage) -> Question | None:
        """ "Another one", and no more said: as what was given was asked for."""
        context = asked.context
        if not _asks_another(asked):
            return None
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


def _asks_another(asked: Asked) -> bool:
    return wording.ANOTHER.search(asked.reading.plain) is not None


def _asks_where(asked: Asked) -> bool:
    """Whether films are talked of, or where or when else something was."""
    said = {token.text for token in asked.reading.tokens}
    if "again" in said:
        return False  # "which film again?" asks for what was said
    return bool(senses_of(asked.reading) & {"film", "serial", "where"} or said & _ELSEWHERE)


def _performer(asked: Asked, shown: Montage) -> Filter | None:
    """Whoever performs, unless the director was talked of and no music is."""
    first = sorted(shown.songs, key=lambda song: song_key(song) not in asked.context.songs)  # the one asked about
    artist = next((person for song in first for person in people_of(song)), None)
    senses = senses_of(asked.reading)
    means = bool(senses & {"song", "perform"}) or not ("direct" in senses or director_asked(asked.context))
    return Filter(artist=artist) if artist and means else None


def _director(asked: Asked, shown: Montage) -> Filter | None:
    """Whoever directed, unless music is talked of."""
    return None if senses_of(asked.reading) & {"song", "perform"} else Filter(director=shown.film.directors[0])


def director_asked(context: Context) -> bool:
    """Whether the director was asked about last."""
    return Aspect.DIRECTOR in context.aspects or context.chosen.director is not None


def _all(maker: _Maker, asked: Asked, shown: Montage) -> Question | None:
    """ "Which songs of theirs do you have": everything of whoever is meant, what was given too."""
    holds = senses_of(asked.reading) & _HELD
    points = holds and wording.THEIRS.search(asked.reading.plain) and not people_named(asked.reading)
    chosen = maker(asked, shown) if points else None
    return Question(asked.reading.text, Intent.LIST, chosen=chosen) if chosen else None


def _given(context: Context) -> tuple[str, ...]:
    """What was given in this conversation; at least what was shown first of the last answer."""
    return tuple(dict.fromkeys((*context.told, *context.montages[:1])))


def _not_given(pool: Iterable[Montage], asked: Asked) -> list[Montage]:
    given = _given(asked.context)
    return [montage for montage in pool if montage.id not in given]


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "another of its performer": (("who performs Eye of the Tiger?", "what other song by them do you know?"),),
    "another of its director": (("Who directed Juno?", "What else did he direct?"),),
    "another film of the song": (("Which song plays in Megamind?", "Which other film uses it?"),),
    "another such": (("makeover montage in hairspray", "another heist one"),),
}


def forms(library: Library) -> Forms:
    """What else there is beside what was given."""
    return Another(library.catalogue, library.finder).forms
