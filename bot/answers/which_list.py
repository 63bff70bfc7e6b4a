"""The question back, which of several lists of one publisher is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bot.answers.answer import Answer, Listing, Outcome, Row
from bot.answers.compose import listed
from bot.answers.phrases import spoken
from bot.answers.wording import credit_of, number_said
from bot.knowledge.model import RankedList
from bot.language.question import Question


def which_list(question: Question, lists: Sequence[RankedList]) -> Answer:
    """The lists that may be meant, each to be picked."""
    who = spoken([*dict.fromkeys(ranked.publisher or ranked.credit for ranked in lists)])
    headline = f"Of {who} I know {number_said(len(lists))} lists that may be meant. Which one do you mean?"
    answer = listed(question, (), headline, Listing("", f"Lists of {who}", "", tuple(_rows(lists))))
    return replace(answer, outcome=Outcome.CHOICE)


def _rows(lists: Iterable[RankedList]) -> Iterable[Row]:
    """A line for each list, by its author where the title is that of several."""
    titles = [ranked.title for ranked in lists]
    for ranked in lists:
        whose = ranked.author if ranked.author and titles.count(ranked.title) > 1 else ""
        label = f"{whose}: {ranked.title}" if whose else ranked.title
        yield Row("·", label, credit_of(ranked), None, ranked.title, credit_of(ranked), list_id=ranked.id)
