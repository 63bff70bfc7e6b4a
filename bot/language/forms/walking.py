"""Places in a list just talked of: "and the one after that", "two?", "who is above it", "the last one"."""

from __future__ import annotations

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID
from bot.language.context import Context
from bot.language.forms.form import Asked, Form, Forms
from bot.language.numbers import number, ordinal
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.wording import of_follow_ups as wording
from bot.language.wording import of_things

#: "The last": counted from the end.
LAST = -1
#: What is asked of a list, and not of one in it.
_OF_LISTS = frozenset(
    {Intent.LIST, Intent.COUNT, Intent.COMPARE, Intent.AT_RANK, Intent.RANK, Intent.CHECK, Intent.RANDOM}
)


class Walking:
    """Goes from place to place in the list talked of: a published one, a ranking, or the rows that were shown."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @property
    def forms(self) -> Forms:
        return (Form("the place beside", self._beside, leans=True), Form("another place", self._place, leans=True))

    def _beside(self, asked: Asked) -> Question | None:
        """The place after or before the one talked of."""
        found, place = wording.BESIDE_IT.search(asked.reading.plain), asked.context.place
        if not found or not place:
            return None
        words = next(group for group in found.groups() if group)
        up = wording.GOES_UP.match(words) or wording.UPWARDS.search(asked.reading.plain)
        return self._at(asked, place - 1 if up else place + 1)

    def _place(self, asked: Asked) -> Question | None:
        """A place by its number, when a list was talked of."""
        place = place_said(asked.reading.plain)
        return self._at(asked, place) if place and (asked.context.place or asked.context.rows) else None

    def _at(self, asked: Asked, place: int) -> Question | None:
        context = asked.context
        if self._is_numbered(context):
            if place == 0:
                return _no_place(asked.reading, place)
            return Question(
                asked.reading.text, Intent.AT_RANK, place=place, list_id=context.list_id, chosen=context.chosen
            )
        at = len(context.rows) if place == LAST else place
        if not 0 < at <= len(context.rows):
            return _no_place(asked.reading, place)
        montage = context.rows[at - 1]
        return Question(asked.reading.text, intent_of(asked), montages=(montage,)) if montage else None

    def _is_numbered(self, context: Context) -> bool:
        """Whether the list talked of gives places: a published one with an order, or a ranking of what fits."""
        if not context.rows or context.list_id == CONSENSUS_ID:
            return True
        ranked = self._catalogue.ranked_list(context.list_id) if context.list_id else None
        first = ranked.items[: len(context.rows)] if ranked and ranked.ordered else ()
        return bool(first) and tuple(item.montage or "" for item in first) == context.rows


def intent_of(asked: Asked) -> Intent:
    """What is asked of the one picked: what the message says, else what was asked of the one before."""
    intent = of_things.thing_asked(asked.reading.said, film=True, song=False)
    said_again = intent is not Intent.DESCRIBE or of_things.DESCRIBE.search(asked.reading.said)
    return intent if said_again or asked.context.intent in _OF_LISTS else asked.context.intent


def place_said(plain: str) -> int | None:
    """The place that is all a message says; counted from the end below 0."""
    found = wording.PLACE.search(plain) or wording.PICK.search(plain)
    text = next((group for group in found.groups() if group), "") if found else ""
    return LAST if text in ("last", "final") else number(text) or ordinal(text) if text else None


def _no_place(reading: Reading, place: int) -> Question:
    return Question(reading.text, Intent.NOTHING, lack=Lack.NO_SUCH_PLACE, about=f"number {place}")
