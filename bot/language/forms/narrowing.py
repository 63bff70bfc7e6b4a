"""A list that was shown, narrowed or changed: "only the 80s ones", "and from the 90s?", "without the Rocky films"."""

from __future__ import annotations

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.knowledge.selection import Filter
from bot.language.context import Context
from bot.language.filters import changed, filter_of, narrowed
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.forms.leaning import is_whole
from bot.language.misplaced import known
from bot.language.names import NameKind
from bot.language.question import Intent, Question
from bot.language.wording import of_follow_ups as wording

_LISTS = (Intent.LIST, Intent.COUNT, Intent.AT_RANK)


class Narrowing:
    """Changes one thing about the list that was shown."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @property
    def forms(self) -> Forms:
        return (
            Form("the list without some", self._without, leans=True, cue=wording.LEAVES_OUT),
            Form("the list, changed", self._changed, leans=True),
        )

    def _changed(self, asked: Asked) -> Question | None:
        """The list by another filter; of a list that has none, the part that fits."""
        context, wanted = asked.context, _filter(asked)
        if wanted.is_empty or is_whole(asked.reading):
            return None
        if context.chosen.is_empty or context.list_id:
            return self._part(asked, changed(context.chosen, wanted))
        if context.intent not in _LISTS:
            return None
        question = Question(asked.reading.text, context.intent, chosen=changed(context.chosen, wanted))
        return replace(question, place=1) if context.intent is Intent.AT_RANK else question

    def _part(self, asked: Asked, chosen: Filter) -> Question | None:
        """What fits of the published list talked of, or of the rows that were shown."""
        rows = self._published(asked.context) or self._rows(asked)
        left = [montage for montage in rows if chosen.admits(montage)]
        if left or not rows:
            return self._those(asked, left, chosen) if rows else None
        return Question(asked.reading.text, Intent.LIST, chosen=chosen)  # none of those, but there may be others

    def _without(self, asked: Asked) -> Question | None:
        """The rows that were shown but for those of the films, series, people or years named."""
        rows = self._rows(asked)
        said = asked.reading.plain
        if not rows or not (wording.LEAVES_OUT.search(said) or wording.DENIES.search(said)):
            return None
        films, unwanted = {film.id for film in asked.named.films}, _filter(asked)
        left = [each for each in rows if each.film.id not in films and (unwanted.is_empty or not unwanted.admits(each))]
        return self._those(asked, left, asked.context.chosen, unwanted) if len(left) < len(rows) else None

    def _rows(self, asked: Asked) -> list[Montage]:
        return known(self._catalogue, filter(None, asked.context.rows))

    def _published(self, context: Context) -> list[Montage]:
        """The montages of the published list that is talked of."""
        ranked = self._catalogue.ranked_list(context.list_id) if context.list_id else None
        return known(self._catalogue, [item.montage for item in ranked.items if item.montage] if ranked else ())

    @staticmethod
    def _those(asked: Asked, left: list[Montage], chosen: Filter, unwanted: Filter | None = None) -> Question:
        named = [unwanted.artist, unwanted.director, unwanted.franchise] if unwanted else []
        out = (*(film.id for film in asked.named.films), *(each for each in named if each)) if unwanted else ()
        return Question(
            asked.reading.text,
            Intent.LIST,
            montages=tuple(montage.id for montage in left),
            list_id=asked.context.list_id,
            chosen=chosen,
            excluded=out,
            of_those=True,
        )


def _filter(asked: Asked) -> Filter:
    """The filter a message names, with the series of films, if one is named."""
    chosen, series = filter_of(asked.reading), asked.reading.named(NameKind.FRANCHISE)
    return narrowed(chosen, franchise=series[0].target) if series else chosen


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "the list without some": (("Which of your montages has Randy Newman?", "Without the Toy Story films."),),
    "the list, changed": (("queen montages", "and from the 90s?"),),
}


def forms(library: Library) -> Forms:
    """A list once more, with one thing about it changed."""
    return Narrowing(library.catalogue).forms
