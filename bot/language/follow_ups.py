"""Questions that lean on the last answer: "who sings it?", "and the fourth one?", "another one by him"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage
from bot.language.candidates import Finder
from bot.language.context import Context
from bot.language.forms.another import Another
from bot.language.forms.common import about
from bot.language.forms.form import Asked, Form, Forms
from bot.language.forms.narrowing import Narrowing
from bot.language.forms.picking import Picking
from bot.language.forms.walking import Walking
from bot.language.leaning import Leaning
from bot.language.misplaced import known
from bot.language.question import Claim, Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups, of_things

#: What is not asked of another film because it was asked of one: these are about more than a film.
_BEYOND_A_FILM = frozenset({Intent.LIST, Intent.COUNT, Intent.COMPARE, Intent.CHECK, Intent.AT_RANK, Intent.NOTHING})
_NUMBER_IN_TITLE = re.compile(r"[:\s]+(?:\d+\w*|[IVX]+|Vol.*|Part.*)$")


class FollowUps:
    """Reads a question in the light of the last answer."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self.forms: Forms = (
            Form("is it in", self._is_it_in, leans=True),
            Form("the same of another", self._same_of_another, leans=True),
            *Narrowing(catalogue).forms,
            *Another(catalogue, finder).forms,
            *Walking(catalogue).forms,
            *Picking(catalogue, finder, scenes).forms,
            Form("another film of the series", self._another_film, leans=True),
            *Leaning(catalogue, finder, scenes).forms,
        )

    def _shown(self, asked: Asked) -> list[Montage]:
        return known(self._catalogue, asked.context.montages)

    def _is_it_in(self, asked: Asked) -> Question | None:
        """ "Is that in Rocky?": whether what was shown is in the film named."""
        reading, shown = asked.reading, asked.context.montages[:1]
        if not self._shown(asked) or not asked.named.films or not of_follow_ups.IS_IT_IN.search(reading.said):
            return None
        films = tuple(film.id for film in asked.named.films)
        return Question(reading.text, Intent.CHECK, montages=shown, films=films, claim=Claim(films=films))

    def _same_of_another(self, asked: Asked) -> Question | None:
        """ "And in Top Gun: Maverick?": what was asked last, of another film."""
        if asked.context.is_empty or len(asked.named.films) != 1 or asked.context.intent in _BEYOND_A_FILM:
            return None
        intent = of_things.thing_asked(asked.reading.said, film=True, song=False)
        if intent is not Intent.DESCRIBE or of_things.DESCRIBE.search(asked.reading.said):
            return None
        return self._of_film(asked.reading, asked.named.films[0], asked.context)

    def _another_film(self, asked: Asked) -> Question | None:
        """ "And in the first film?", "the sequel": another film of the series the last answer was about."""
        reading, shown = asked.reading, self._shown(asked)
        found = of_follow_ups.VERSION.search(reading.plain)
        if not shown or not found:
            return None
        film, which = shown[0].film, found[1] or found[2]
        other = None if which in ("remake", "reboot") else self._of_series(film, which)
        if other:
            return self._of_film(reading, other, asked.context)
        if found[1] and not of_follow_ups.FILM.search(found[0]):
            return None  # "the second one" may be anything
        lacking = f"the {which} film of the {film.title} series" if found[1] else f"the {which} of {film.title}"
        return Question(reading.text, Intent.NOTHING, lack=Lack.NO_SUCH_VERSION, about=lacking)

    def _of_series(self, film: Film, which: str) -> Film | None:
        series = sorted(self._catalogue.series(film.franchise), key=lambda each: each.year)
        if which in ("sequel", "next"):
            return next((each for each in series if each.year > film.year), None)
        if which in ("prequel", "previous"):
            return next((each for each in reversed(series) if each.year < film.year), None)
        wanted = of_follow_ups.SERIES_NUMBERS[which]
        if wanted == 1:
            base = _NUMBER_IN_TITLE.sub("", film.title)
            return next((each for each in series if base.startswith(each.title)), series[0] if series else film)
        numbered = re.compile(rf"\b{wanted}\b|\b{'I' * wanted}\b")
        return next((each for each in series if numbered.search(each.title)), None)

    def _of_film(self, reading: Reading, film: Film, context: Context) -> Question:
        found = self._finder.of_films((film,), reading)
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        again = intent is Intent.DESCRIBE and not of_things.DESCRIBE.search(reading.said)
        if again and context.intent not in _BEYOND_A_FILM:
            intent = context.intent
        question = about(reading, intent, found, films=(film.id,))
        return replace(question, aspects=context.aspects) if again else question
