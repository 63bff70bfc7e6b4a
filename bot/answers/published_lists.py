"""The published lists: each as it is, or what of it a filter admits; and the list of them all."""

from __future__ import annotations

from msgspec.structs import replace

from bot.answers.answer import Answer, Listing, Outcome, Row
from bot.answers.compose import listed, unknown
from bot.answers.filters_said import counted, montages_said
from bot.answers.keys import within
from bot.answers.standings import Rankings
from bot.answers.wording import credit_of, footer_of, method_of, note_of, others_sentence
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE
from bot.knowledge.model import ListItem, RankedList
from bot.language.question import Intent, Question

#: What the list of all lists goes by among them.
LISTS_KEY = "lists"


class PublishedLists:
    """Answers with published lists."""

    def __init__(self, catalogue: Catalogue, rankings: Rankings) -> None:
        self._catalogue = catalogue
        self._rankings = rankings

    def whole(self, question: Question, ranked: RankedList) -> Answer:
        """A list as it was published, or its top, or what of it the question's filter admits."""
        items = self._asked_for(question, ranked)
        if not items:
            return unknown(question, f"{ranked.title} has no {montages_said(question.chosen)} that I know of.")
        montages = [montage for item in items if (montage := self._catalogue.montage(item.montage or ""))]
        return listed(
            question,
            montages,
            self._headline(question, ranked, len(items)),
            self._listing(question, ranked, items),
            films=[] if question.intent is Intent.COUNT else [item.label for item in items],
        )

    def all_of_them(self, question: Question, missing: str = "") -> Answer:
        """Every list by its title and who published it; also when there is none of a name."""
        lists = sorted(self._catalogue.lists, key=lambda each: not each.default)
        rows = [_row_of(each.id, each.title, credit_of(each)) for each in lists]
        rows.insert(1, _row_of(CONSENSUS_ID, CONSENSUS_TITLE, "made from those that give an order"))
        headline = f"I know no list called “{missing}”. These are the ones I know:" if missing else "All lists I know:"
        listing = Listing(LISTS_KEY, "All lists", "", tuple(rows))
        answer = listed(question, (), headline, listing)
        return replace(answer, outcome=Outcome.UNKNOWN) if missing else answer

    @staticmethod
    def _others(question: Question, catalogue: Catalogue) -> str:
        return others_sentence([each for key in question.other_lists if (each := catalogue.ranked_list(key))])

    def _asked_for(self, question: Question, ranked: RankedList) -> tuple[ListItem, ...]:
        if _is_limited(question):
            return tuple(item for item in ranked.items if self._fits(question, item))
        top = question.top or len(ranked.items)
        return ranked.items if not ranked.ordered else ranked.items[:top] if top > 0 else ranked.items[top:]

    def _fits(self, question: Question, item: ListItem) -> bool:
        montage = self._catalogue.montage(item.montage or "")
        return montage is not None and question.chosen.admits(montage)

    def _headline(self, question: Question, ranked: RankedList, count: int) -> str:
        if question.intent is Intent.COUNT:
            return f"I know {count} places of {ranked.title}."
        if _is_limited(question):
            return f"{counted(count, question.chosen)} in {ranked.title}:"
        part = "top" if (question.top or 1) > 0 else "last"
        headline = f"The {part} {count} of {ranked.title}:" if count < len(ranked.items) else f"{ranked.title}:"
        return headline + self._others(question, self._catalogue)

    def _listing(self, question: Question, ranked: RankedList, items: tuple[ListItem, ...]) -> Listing:
        numbers = ", numbered as in the list" if ranked.ordered else ""
        of_all = f"{len(items)} of {len(ranked.items)}{numbers}; " if _is_limited(question) else ""
        return Listing(
            within(ranked.id, question.chosen),
            ranked.title,
            note_of(ranked),
            tuple(map(self._rankings.row, items)),
            ranked.url,
            chosen=question.chosen,
            footer=f"{of_all}{footer_of(ranked)}",
            method=method_of(ranked),
        )


def _row_of(list_id: str, title: str, credit: str) -> Row:
    return Row("·", title, credit, None, title, credit, list_id=list_id)


def _is_limited(question: Question) -> bool:
    """Whether a filter goes through the list."""
    return not question.chosen.is_empty
