"""One of several that were shown or offered, or of the same film: by number, year, people, songs or the scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage
from bot.language.candidates import Candidates, Finder
from bot.language.context import Context
from bot.language.evidence.belonging import targets_of
from bot.language.forms.common import PEOPLE, as_before
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.walking import LAST, place_said
from bot.language.misplaced import known
from bot.language.numbers import NUMBER, years_told
from bot.language.question import Question
from bot.language.respelling import Respelling
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups as wording

#: Of a longer list nobody has more before their eyes.
MOST_OFFERED = 50
_CARDINAL = expression(NUMBER)
_OLDER = frozenset("old older oldest early earlier earliest".split())
_NEWER = frozenset("new newer newest late later latest recent younger".split())


class Picking:
    """Picks from what was shown, or from what else there is of its film."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._respelling = Respelling(scenes)

    @property
    def forms(self) -> Forms:
        picks = {
            "picked": self._by_position,
            "picked by age": self._by_age,
            "picked by year": self._by_year,
            "the other one": self._other,
            "picked by what is said": self._by_words,
            "another scene": self._scene_beside,
        }
        return tuple(Form(name, partial(self._read, read), leans=True) for name, read in picks.items())

    def _read(self, pick: Callable[[Asked, Sequence[Montage]], Candidates | None], asked: Asked) -> Question | None:
        found = pick(asked, shown) if (shown := known(self._catalogue, asked.context.montages)) else None
        if found is None or not found.montages:
            return None
        return as_before(asked, found, songs=tuple(song.target for song in asked.reading.songs))

    def _offered(self, context: Context, shown: Sequence[Montage]) -> Sequence[Montage]:
        """What may be picked from: several that were shown, or the list of which the one shown is."""
        return shown if len(shown) > 1 else known(self._catalogue, filter(None, context.rows)) or shown

    @staticmethod
    def _by_position(asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The second", "number 3", "the last one"."""
        context = asked.context
        alone = not (context.was_choice or context.was_list)
        numbered = any(_CARDINAL.fullmatch(token.text) for token in asked.reading.tokens)
        if context.rows or (alone and numbered and shown[0].film.franchise):
            return None  # it is a place in a list, or a film of the series: "what about 2?"
        place = place_said(asked.reading) if len(shown) > 1 else None
        at = len(shown) if place == LAST else place or 0
        return Candidates((shown[at - 1],)) if 0 < at <= len(shown) else None

    def _by_age(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The older of the two", "and the later one": the first or last of its films by year."""
        said = set(asked.reading.plain.split())
        if not said & (_OLDER | _NEWER):
            return None
        by_year = sorted(self._offered(asked.context, shown), key=lambda montage: montage.film.year)
        if by_year[0].film.year == by_year[-1].film.year:
            return None
        return Candidates((by_year[0 if said & _OLDER else -1],))

    def _by_year(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The 2007 one", "the 86 one": of what was offered, else of the series."""
        series = shown[0].film.franchise
        of_series = self._catalogue.of_series(series) if series else ()
        others = [each for each in of_series if each.film != shown[0].film]
        offered = self._offered(asked.context, shown)
        for pool in (offered if len(offered) > 1 else (), others):
            wanted = years_told(asked.reading.plain, (montage.film.year for montage in pool))
            if fitting := [montage for montage in pool if montage.film.year in wanted]:
                return self._finder.among(fitting, asked.reading.left, asked.reading)
        return None

    def _other(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The other one": of two, else of the film."""
        if "other" not in asked.reading.plain.split():
            return None
        others = [each for each in (shown if len(shown) > 1 else self._of_film(shown)) if each.id != shown[0].id]
        return self._finder.among(others, asked.reading.left, asked.reading)

    def _by_words(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "The tournament one", "the Al Green one": of what was offered, by what is said of it."""
        offered, context = self._offered(asked.context, shown), asked.context
        several = len(offered) > 1 and (context.was_choice or context.was_list or offered is not shown)
        return self._fitting(asked, offered[:MOST_OFFERED], shown) if several else None

    def _scene_beside(self, asked: Asked, shown: Sequence[Montage]) -> Candidates | None:
        """ "And the opening?", "no, the parade": another scene of the film talked of, where the words fit it better."""
        if asked.context.was_list and len({montage.film.id for montage in shown}) > 1:
            return None  # no one film is talked of
        corrects = wording.CORRECTS.search(asked.reading.plain)
        pool = [each for each in self._of_film(shown) if not corrects or each.id != shown[0].id]
        found = self._fitting(asked, pool, shown) if len(self._of_film(shown)) > 1 else None
        return None if found and found.montages[:1] == (shown[0],) else found

    def _of_film(self, shown: Sequence[Montage]) -> Sequence[Montage]:
        return self._catalogue.montages_of(shown[0].film)

    def _fitting(self, asked: Asked, pool: Sequence[Montage], shown: Sequence[Montage]) -> Candidates | None:
        reading = asked.reading
        people = {meaning.target for kind in PEOPLE for meaning in reading.named(kind)}
        wanted = people.union(meaning.target for meaning in reading.songs)
        own = [each for each in pool if wanted.intersection(targets_of(each))]
        if own and not all(wanted.intersection(targets_of(each)) for each in (*pool, *shown[:1])):
            return self._finder.among(own, reading.left, reading)
        return self._finder.fitting(pool, self._respelling.told(reading, pool), reading) if pool else None


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "picked": (("which song plays in footloose", "the second"),),
    "picked by age": (("Compare Creed and Creed II.", "Who directed the newer one?"),),
    "picked by year": (("spider-man song", "the 2004 one"),),
    "the other one": (("hot fuzz song", "no the other one"),),
    "picked by what is said": (("matilda song", "the pancake one"),),
    "another scene": (("rocky 4 song", "the one were he drives at nite"),),
}


def forms(library: Library) -> Forms:
    """Picking from what was shown."""
    return Picking(library.catalogue, library.finder, library.scenes).forms
