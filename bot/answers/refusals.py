"""Honest refusals: why we cannot answer, and the nearest names when any are near."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.compose import unknown
from bot.answers.wording import ANYTHING
from bot.knowledge.catalogue import Catalogue
from bot.language.question import Lack, Question
from bot.language.suggestions import Suggester

#: Nearest names offered with a refusal.
MOST_SUGGESTIONS = 3


class Refusals:
    """Says what we do not know."""

    def __init__(self, catalogue: Catalogue, suggester: Suggester) -> None:
        self._catalogue = catalogue
        self._suggester = suggester

    def answer(self, question: Question) -> Answer:
        """The refusal that fits why the question cannot be answered."""
        near = self._near(question)
        return unknown(question, self._sentence(question), near)

    def _near(self, question: Question) -> tuple[str, ...]:
        if question.lack in (Lack.ABSENT_FILM, Lack.NO_SUCH_VERSION):
            return tuple(
                label for label in self._suggester.near(question.about, MOST_SUGGESTIONS) if label != question.about
            )
        return self._suggester.near(question.text, MOST_SUGGESTIONS) if question.lack is Lack.NOT_UNDERSTOOD else ()

    @staticmethod
    def _sentence(question: Question) -> str:
        match question.lack:
            case Lack.NOTHING_SAID:
                return f"There is nothing to look up in that. {ANYTHING}"
            case Lack.OFF_TOPIC:
                return f"I only know film montages and their music. {ANYTHING}"
            case Lack.NOT_OURS_TO_KNOW:
                return f"I know the montages of {question.about} and their music, but not that about it."
            case Lack.ABSENT_FILM:
                return f"I have no montage from {question.about}."
            case Lack.NO_SUCH_VERSION:
                return f"I have nothing of {question.about}, only what the catalogue lists."
            case Lack.NO_SUCH_PLACE:
                return f"The list has no {question.about}."
            case _:
                return f"I don't know that one. {ANYTHING}"
