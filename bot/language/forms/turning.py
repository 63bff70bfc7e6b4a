"""Turning to another film: one that is named, or another of the series: "and Top Gun?", "no, the sequel"."""

from __future__ import annotations

import re

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Film
from bot.knowledge.names import ROMAN
from bot.language.candidates import Finder
from bot.language.evidence.belonging import telling_words
from bot.language.forms.common import as_before, asks_a_thing, ids, montage_ids
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.walking import place_said
from bot.language.misplaced import known
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.wording.of_follow_ups import FILM, IS_IT_IN, VERSION

_NUMBER_IN_TITLE = expression(r"[:\s]+(?:\d+\w*|[IVX]+|Vol.*|Part.*)$")
_FIRST = frozenset("original old older oldest".split())
_LATER = frozenset("sequel next newer newest latest following after".split())
_EARLIER = frozenset("prequel previous earlier before".split())
_AGAIN = frozenset("remake reboot".split())
#: Words that mean a version of a film whether we have one or not.
_VERSIONS = _AGAIN | {"sequel", "prequel", "original"}
_ROMAN = {digits: roman for roman, digits in ROMAN.items()} | {"5": "v"}


class Turning:
    """Asks of another film."""

    def __init__(self, catalogue: Catalogue, finder: Finder) -> None:
        self._catalogue = catalogue
        self._finder = finder

    @property
    def forms(self) -> Forms:
        return (
            Form("is it in", self._is_it_in, leans=True, cue=IS_IT_IN),
            Form("the same of another", self._same_of_another, leans=True),
            Form("another film of the series", self._another_film, leans=True, cue=VERSION),
        )

    def _is_it_in(self, asked: Asked) -> Question | None:
        """ "Is that in Rocky?": whether what was shown is in the film named."""
        shown, films = known(self._catalogue, asked.context.montages), ids(asked.named.films)
        if not films or not shown:
            return None
        there = (each for each in shown if asked.context.songs and each.film.id in films)  # a song may be in several
        first = next(there, shown[0]).id
        claim = Claim(films=films, described=True)
        return Question(asked.reading.text, Intent.CHECK, montages=(first,), films=films, claim=claim)

    def _same_of_another(self, asked: Asked) -> Question | None:
        """ "And in Top Gun: Maverick?": what was asked last, of another film."""
        asks = asks_a_thing(asked.reading) or IS_IT_IN.search(asked.reading.plain)
        if asked.context.is_empty or len(asked.named.films) != 1 or asks:
            return None
        return self._of_film(asked, asked.named.films[0])

    def _of_film(self, asked: Asked, film: Film) -> Question:
        found = self._finder.of_films((film,), asked.reading)
        if asked.context.intent is Intent.RANK and not asks_a_thing(asked.reading):
            montages, list_id = montage_ids(found), asked.context.list_id
            return Question(asked.reading.text, Intent.RANK, montages=montages, films=(film.id,), list_id=list_id)
        return as_before(asked, found, films=(film.id,))

    def _another_film(self, asked: Asked) -> Question | None:
        """ "And in the first film?", "the sequel": another film of the series the last answer was about."""
        shown = known(self._catalogue, asked.context.montages[:1])
        said = [token.text for token in asked.reading.tokens]
        place = 1 if _FIRST & set(said) else place_said(asked.reading)
        if (asked.context.place or asked.context.was_choice) and not FILM.search(asked.reading.plain):
            place = None  # one of the list talked of, or of what was offered
        which = next((text for text in said if text in _LATER | _EARLIER | _VERSIONS), f"number {place}")
        if not shown or asked.context.was_list:
            return None
        film = shown[0].film
        if other := self._by_its_words(film, frozenset(said)) or self._of_series(film, which, place):
            return self._of_film(asked, other)
        if which in _VERSIONS:
            about = f"the {which} of {film.title}"
        elif FILM.search(asked.reading.plain) and place:
            about = f"{which} of the {film.title} series"
        else:
            return None
        return Question(asked.reading.text, Intent.NOTHING, lack=Lack.NO_SUCH_VERSION, about=about, kin=(film.id,))

    def _by_its_words(self, film: Film, said: frozenset[str]) -> Film | None:
        """The film of the series by what its title has and this one's has not: "what about 2U?"."""
        own = telling_words(film.title)
        series = self._catalogue.series(film.franchise) if film.franchise else ()
        more = ((each, telling_words(each.title) - own) for each in series)
        return next((each for each, words in more if words and words <= said), None)

    def _of_series(self, film: Film, which: str, place: int | None) -> Film | None:
        """The film of the series that is so many places, or just, before or after this one."""
        base = _NUMBER_IN_TITLE.sub("", film.title)
        series = sorted(self._catalogue.series(film.franchise), key=lambda each: each.year) if film.franchise else []
        family = [each for each in series if each.title.startswith(base)]
        series = family if len(family) > 1 else series
        if which in _LATER:
            return next((each for each in series if each.year > film.year), None)
        if which in _EARLIER:
            return next((each for each in reversed(series) if each.year < film.year), None)
        if not place or which in _AGAIN:
            return None
        if place == 1:
            named = (each for each in series if base.startswith(each.title) and each != film)
            return next(named, series[0] if series else film)
        return next((each for each in series if self._is_numbered(each, place)), None)

    def _is_numbered(self, film: Film, place: int) -> bool:
        """Whether the film, or a montage by any of its names, bears the number."""
        number = re.compile(rf"\b(?:{place}|{_ROMAN.get(f'{place}', place)})\b", re.IGNORECASE)
        names = (name for montage in self._catalogue.montages_of(film) for name in montage.entry.names)
        return any(number.search(name) for name in (film.title, *film.names, *names))


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "the same of another": (("Who directed Drive?", "And Tootsie?"),),
    "another film of the series": (("What plays in Toy Story?", "Sorry, I meant the third film."),),
}


def forms(library: Library) -> Forms:
    """Questions that turn from what was shown to another film."""
    return Turning(library.catalogue, library.finder).forms
