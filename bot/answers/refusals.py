"""Honest refusals: why we cannot answer, and the nearest names when any are near."""

from __future__ import annotations

from msgspec.structs import replace

from bot.answers.answer import Answer
from bot.answers.compose import unknown
from bot.answers.phrases import labels_said, nickname, songs_spoken, spoken
from bot.answers.wording import ANYTHING
from bot.knowledge.catalogue import Catalogue
from bot.language.question import Lack, Question
from bot.language.suggestions import Suggester

#: Nearest names offered with a refusal.
MOST_SUGGESTIONS = 3
_DEFAULT = "I don't know that one."
_SENTENCES = {
    Lack.NOTHING_SAID: "There is nothing to look up in that.",
    Lack.OFF_TOPIC: "I only know film montages and their music.",
    Lack.NOT_OURS_TO_KNOW: "I know the montages of {about} and their music, but not that about it.",
    Lack.ABSENT_FILM: "I have no montage from {about}.",
    Lack.ABSENT_SONG: "I know no montage with “{about}”.",
    Lack.NO_SUCH_PLACE: "The list has no {about}.",
    Lack.GREETED: f"Hello! {ANYTHING}",
    Lack.THANKED: "You are welcome.",
    Lack.ASKED_WHO: "I am Montage Bot, a program that knows film montages and their music.",
}
#: Where somebody may know a montage that we do not.
_MAY_BE_MISSING = frozenset(
    {Lack.NOT_UNDERSTOOD, Lack.ABSENT_FILM, Lack.ABSENT_SONG, Lack.NOT_THERE, Lack.NO_SUCH_VERSION}
)


class Refusals:
    """Says what we do not know."""

    def __init__(self, catalogue: Catalogue, suggester: Suggester) -> None:
        self._catalogue = catalogue
        self._suggester = suggester

    def answer(self, question: Question) -> Answer:
        """The refusal that fits why the question cannot be answered."""
        near = self._near(question)
        answer = unknown(question, self._sentence(question), near)
        return replace(answer, lacking=question.lack is None or question.lack in _MAY_BE_MISSING)

    def _near(self, question: Question) -> tuple[str, ...]:
        if question.lack in (Lack.ABSENT_FILM, Lack.ABSENT_SONG, Lack.NO_SUCH_VERSION):
            return tuple(
                label for label in self._suggester.near(question.about, MOST_SUGGESTIONS) if label != question.about
            )
        return self._suggester.near(question.text, MOST_SUGGESTIONS) if question.lack is Lack.NOT_UNDERSTOOD else ()

    def _sentence(self, question: Question) -> str:
        if question.excluded:
            return self._no_other(question)
        if question.lack is Lack.NOT_THERE:
            return self._what_is_there(question)
        if question.lack is Lack.NO_SUCH_VERSION:
            return self._only(question)
        return _SENTENCES.get(question.lack or Lack.NOT_UNDERSTOOD, _DEFAULT).format(about=question.about)

    def _no_other(self, question: Question) -> str:
        named = [film.label for each in question.excluded if (film := self._catalogue.film(each))]
        return f"I know no other{f' besides {spoken(named)}' if named else ''}."

    def _only(self, question: Question) -> str:
        """The versions that there are instead of the one asked for."""
        kin = [film for each in question.kin if (film := self._catalogue.film(each))]
        if len(kin) == 1:
            return f"I only know the {kin[0].year} {kin[0].title}."
        return f"I only know {labels_said(kin)}." if kin else f"I do not know {question.about}."

    def _what_is_there(self, question: Question) -> str:
        """What is known of the first film named, when the rest of the question is not."""
        film = next((film for each in question.films if (film := self._catalogue.film(each))), None)
        if film is None:
            return _DEFAULT
        known = [f"{songs_spoken(montage)} ({nickname(montage)})" for montage in self._catalogue.montages_of(film)]
        return f"I don't know that of {film.label}. What I know there: {'; '.join(known)}."
