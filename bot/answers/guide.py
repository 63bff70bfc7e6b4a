"""The one door to the domain: text or an option in, an Answer out."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from bot.answers.answer import Answer, Outcome
from bot.answers.memory import Memory
from bot.answers.respond import Responder
from bot.answers.why import Why, why
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film
from bot.knowledge.selection import Filter
from bot.language.lexicon import Lexicon
from bot.language.question import Intent, Question
from bot.language.reader import Account, Reader
from bot.language.suggestions import Suggester, Suggestion

__all__ = ["Guide", "Suggestion"]


class Guide:
    """Everything that can be asked of one catalogue. Immutable but for the short memory of conversations."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        absent: Iterable[str] | None = None,
        chance: random.Random | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.catalogue = catalogue
        lexicon = Lexicon()
        self._reader = Reader(catalogue, lexicon, absent)
        self._suggester = Suggester(catalogue, lexicon)
        self._responder = Responder(catalogue, self._reader.songbook, self._suggester, chance or random.Random())  # noqa: S311 - picks a montage, guards nothing
        self._memory = Memory() if memory is None else memory

    def ask(self, text: str, conversation: str | None = None) -> Answer:
        """The answer to any text; with a conversation's key, in the light of what was answered there before."""
        return self.answer(self.account(text, conversation).question, conversation)

    def account(self, text: str, conversation: str | None = None) -> Account:
        """How a text is read: every reading of it, and the question that follows."""
        return self._reader.account(text, self._memory.context(conversation))

    def why(self, text: str, conversation: str | None = None) -> Why:
        """Why a text is read as it is: what `ask --why` shows."""
        return why(self.account(text, conversation))

    def answer(self, question: Question, conversation: str | None = None) -> Answer:
        """The answer to a question as it was read."""
        return self._told(conversation, question)

    def song_of_film(self, film: str, conversation: str | None = None) -> Answer:
        """Which song plays in a film, given by id, label or any text."""
        known = self.catalogue.film(film) or self._by_label(film)
        if known is None:
            return self._retold(conversation, film, f"which song plays in {film}")
        montages = tuple(montage.id for montage in self.catalogue.montages_of(known))
        question = Question(known.label, Intent.SONG_OF_MONTAGE, montages, clear=len(montages) == 1, films=(known.id,))
        return self._told(conversation, question)

    def film_of_song(self, song: str, conversation: str | None = None) -> Answer:
        """Which films use a song, given by key, title or any text."""
        montages = self._reader.songbook.with_any((song,))
        if not montages:
            return self._retold(conversation, song, f"which film is the song “{song}” from")
        question = Question(song, Intent.MONTAGE_OF_SONG, tuple(montage.id for montage in montages), songs=(song,))
        return self._told(conversation, question)

    def show(self, montage: str, conversation: str | None = None) -> Answer:
        """The card of a montage, given by id or any text."""
        if self.catalogue.montage(montage) is None:
            return self.ask(montage.replace("-", " "), conversation)
        return self._told(conversation, Question(montage, Intent.DESCRIBE, (montage,)))

    def listing(self, key: str = "", conversation: str | None = None) -> Answer:
        """A list by the key of a listing; the default list for none. A key that is no list is asked about as text."""
        question = Question(key, Intent.LIST)
        answer = self._responder.lists.by_key(question, key)
        if answer.outcome is Outcome.UNKNOWN and key:
            asked = self._reader.parse(f"list {key}")
            if asked.intent is Intent.LIST:
                return self._told(conversation, replace(asked, text=key))
        self._memory.remember(conversation, answer, question)
        return answer

    def where(self, chosen: Filter, conversation: str | None = None) -> Answer:
        """Every montage the filter admits; the default list when it admits all."""
        return self._told(conversation, Question("", Intent.LIST, chosen=chosen))

    def random(self, conversation: str | None = None) -> Answer:
        """Any montage."""
        return self._told(conversation, Question("", Intent.RANDOM))

    def about(self) -> Answer:
        """What can be asked."""
        return self._responder.respond(Question("", Intent.HELP))

    def suggest_films(self, typed: str) -> tuple[Suggestion, ...]:
        """Films whose name begins like this, misspelt or not; at most 25."""
        return self._suggester.films.complete(typed)

    def suggest_songs(self, typed: str) -> tuple[Suggestion, ...]:
        """Songs by title or performer; at most 25."""
        return self._suggester.songs.complete(typed)

    def suggest_montages(self, typed: str) -> tuple[Suggestion, ...]:
        """Montages by film, song, character or their own name; at most 25."""
        return self._suggester.montages.complete(typed)

    def suggest_lists(self, typed: str) -> tuple[Suggestion, ...]:
        """Published lists, the default one first; at most 25."""
        return self._suggester.lists.complete(typed)

    def suggest_performers(self, typed: str) -> tuple[Suggestion, ...]:
        """Performers, singers and composers, those of most montages first; at most 25."""
        return self._suggester.performers.complete(typed)

    def suggest_directors(self, typed: str) -> tuple[Suggestion, ...]:
        """Directors, those of most montages first; at most 25."""
        return self._suggester.directors.complete(typed)

    def suggest_series(self, typed: str) -> tuple[Suggestion, ...]:
        """Series of films, those of most montages first; at most 25."""
        return self._suggester.series.complete(typed)

    def _by_label(self, text: str) -> Film | None:
        return next((film for film in self.catalogue.films if film.label == text), None)

    def _retold(self, conversation: str | None, text: str, asked: str) -> Answer:
        """An option that is no suggestion: asked as a question first, then as it stands."""
        answer = self.ask(asked, conversation)
        if answer.outcome is Outcome.UNKNOWN:
            answer = self.ask(text, conversation)
        return replace(answer, question=text)

    def _told(self, conversation: str | None, question: Question) -> Answer:
        answer = self._responder.respond(question)
        self._memory.remember(conversation, answer, question)
        return answer
