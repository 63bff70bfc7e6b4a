"""Places in a list just talked of: "and the one after that", "two?", "who is above it", "the last one"."""

from __future__ import annotations

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.expressions import expression
from bot.language.candidates import Candidates
from bot.language.context import Context
from bot.language.forms.common import as_before
from bot.language.forms.form import Asked, Examples, Form, Forms, Library
from bot.language.lexicon import describes
from bot.language.misplaced import known
from bot.language.numbers import NUMBER, ORDINAL, is_number, number, ordinal
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading

#: A message that says more than this beside a number counts something else.
MOST_BESIDE = 1
#: "The last": counted from the end.
LAST = -1
_LAST = frozenset("last final bottom".split())
_RANKED = {"winner": 1, "runner": 2, "silver": 2, "bronze": 3}
_ORDINAL, _NUMBER = expression(ORDINAL), expression(NUMBER)
_ONE = frozenset({"one", "1"})
#: A "one" behind these is a number.
_COUNTING = frozenset("number no nr num and n then rank place position spot option about".split())
#: What is counted behind these is many: "the two", "top 3".
_NO_PLACE = frozenset({"the", "top", "best"})
#: The words for the place before the one talked of, and for the place after it.
_WAYS = {
    **dict.fromkeys("above before ahead preceding over higher up previous prior better".split(), -1),
    **dict.fromkeys("after below behind under beneath following follows lower down next past worse".split(), 1),
}


class Walking:
    """Goes from place to place in the list talked of: a published one, a ranking, or the rows that were shown."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @property
    def forms(self) -> Forms:
        return (Form("the place beside", self._beside, leans=True), Form("another place", self._place, leans=True))

    def _beside(self, asked: Asked) -> Question | None:
        """The place after or before the one talked of; the last word that says which way counts: "the next one up"."""
        texts = [token.text for token in asked.reading.tokens]
        ways, place = [_WAYS[text] for text in texts if text in _WAYS], asked.context.place
        return self._at(asked, place + ways[-1]) if place and ways and _RANKED.keys().isdisjoint(texts) else None

    def _place(self, asked: Asked) -> Question | None:
        """A place by its number, when a list was talked of."""
        place = place_said(asked.reading)
        if not place or not (asked.context.place or asked.context.rows):
            return None
        beside = [token for token in asked.reading.tokens if describes(token.text) and not is_number(token.text)]
        return self._at(asked, place) if len(beside) <= MOST_BESIDE else None

    def _at(self, asked: Asked, place: int) -> Question | None:
        context = asked.context
        place = len(context.rows) if place == LAST and context.rows else place
        if self._is_numbered(context):
            if place == 0:
                return _no_place(asked.reading, place)
            return Question(
                asked.reading.text, Intent.AT_RANK, place=place, list_id=context.list_id, chosen=context.chosen
            )
        if not 0 < place <= len(context.rows):
            return _no_place(asked.reading, place)
        montage = context.rows[place - 1]
        return as_before(asked, Candidates(tuple(found))) if (found := known(self._catalogue, (montage,))) else None

    def _is_numbered(self, context: Context) -> bool:
        """Whether the list talked of gives places: a published one with an order, or a ranking of what fits."""
        if not context.rows or context.list_id == CONSENSUS_ID:
            return True
        ranked = self._catalogue.ranked_list(context.list_id) if context.list_id else None
        first = ranked.items[: len(context.rows)] if ranked and ranked.ordered else ()
        return bool(first) and tuple(item.montage or "" for item in first) == context.rows


def place_said(reading: Reading) -> int | None:
    """The place a message says; counted from the end below 0. "One" is mostly none: "the other one"."""
    texts = [token.text for token in reading.tokens]
    for before, text in zip(["", *texts], texts, strict=False):
        if text in _LAST:
            return LAST
        if text in _RANKED or _ORDINAL.fullmatch(text):
            return _RANKED.get(text) or ordinal(text)
        counted = before not in _NO_PLACE and (text not in _ONE or before in _COUNTING or len(texts) == 1)
        if counted and _NUMBER.fullmatch(text):
            return number(text)
    return None


def _no_place(reading: Reading, place: int) -> Question:
    return Question(reading.text, Intent.NOTHING, lack=Lack.NO_SUCH_PLACE, about=f"number {place}")


#: Messages of each form, and in pairs what was said before; every other form leaves them alone.
EXAMPLES: Examples = {
    "the place beside": (("number 4 on the list", "and the next?"),),
    "another place": (("top 3", "3?"),),
}


def forms(library: Library) -> Forms:
    """Another place of the list that is talked of."""
    return Walking(library.catalogue).forms
