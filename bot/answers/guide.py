"""The one door to the domain: text or an option in, an Answer out."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterable, Mapping

from msgspec import structs

from bot.answers.answer import Answer, Outcome
from bot.answers.judging import Closeness, names_of_film
from bot.answers.keys import within
from bot.answers.memory import Memory
from bot.answers.puzzles import Puzzle, Puzzles
from bot.answers.respond import Responder
from bot.answers.voted import Voted, VotedPlace
from bot.answers.why import Why, why
from bot.answers.wording import HINTS
from bot.answers.workouts import Tune, tunes
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Montage
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter
from bot.language.kinds_said import kind_called
from bot.language.lexicon import Lexicon
from bot.language.names import NameKind
from bot.language.question import Intent, Question
from bot.language.reader import Account, Reader
from bot.language.suggestions import Suggester, Suggestion

__all__ = ["Guide", "Suggestion", "Voted", "VotedPlace", "collect_from_now_on"]

#: New objects after which garbage is looked for. An answer on Discord leaves two dozen behind, in circles not of ours:
#: a thousand answers wait, in some megabytes. By Python's own 700 a sixth of all time goes into looking.
NEW_OBJECTS = 50_000
#: Looks among those new before one among those that outlived it: none, since the guide of a server is a circle, too.
LOOKS_BEFORE = 0


class Guide:
    """Everything that can be asked of one catalogue. Immutable but for the short memory of conversations."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        absent: Iterable[str] | None = None,
        chance: random.Random | None = None,
        memory: Memory | None = None,
        beside: Guide | None = None,
    ) -> None:
        """A few montages may have a guide of their own `beside` one that knows a whole catalogue."""
        self.catalogue = catalogue
        lexicon = Lexicon()
        self._reader = Reader(catalogue, lexicon, absent, beside._reader if beside else None)
        self._suggester = Suggester(catalogue, lexicon, self._reader.names.exact)
        self._responder = Responder(catalogue, self._reader.songbook, self._suggester, chance or random.Random())  # noqa: S311 - picks a montage, guards nothing
        self._memory = Memory() if memory is None else memory
        self._puzzles = Puzzles(catalogue, lexicon)

    def renewed(self, catalogue: Catalogue) -> Guide:
        """A guide over another catalogue. Conversations go on where all that they may be about is still the same."""
        return Guide(catalogue, memory=self._memory if catalogue.keeps(self.catalogue) else None)

    def warm(self) -> None:
        """Makes now whatever else would be made when it is first needed: to be called before anybody waits."""
        self._suggester.warm()  # first, since it takes the most room while it is made: what follows fills that
        self._reader.warm()
        self._responder.warm()
        for text in HINTS:
            self.ask(text)
        collect_from_now_on()

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
        return self._told(conversation, question, self._responder.respond(question))

    def song_of_film(self, film: str, conversation: str | None = None) -> Answer:
        """Which song plays in a film, given by id, label or any text. The conversation has no say in which film."""
        return self.answer(self.film_asked(film), conversation)

    def film_asked(self, film: str) -> Question:
        """The question after the song in a film, given by id, label or any text."""
        meant = film if self.catalogue.film(film) else self._suggester.films.meant(film)
        return self._reader.options.film(meant)

    def film_of_song(self, song: str, conversation: str | None = None) -> Answer:
        """Which films use a song, given by key, label, title or any text."""
        return self.answer(self.song_asked(song), conversation)

    def song_asked(self, song: str) -> Question:
        """The question after the films of a song, given by key, label, title or any text."""
        meant = song if self._reader.songbook.has(song) else self._suggester.songs.meant(song)
        return self._reader.options.song(meant)

    def show(self, montage: str, conversation: str | None = None) -> Answer:
        """The card of a montage, given by id, label or any text."""
        return self.answer(self.montage_asked(montage), conversation)

    def montage_asked(self, montage: str) -> Question:
        """The question after one montage, given by id, label or any text."""
        known = self.catalogue.montage(montage) or self.catalogue.montage(self._suggester.montages.meant(montage))
        return Question(montage, Intent.DESCRIBE, (known.id,)) if known else self._reader.parse(montage)

    def has(self, montage: str) -> bool:
        """Whether there is a montage of that id."""
        return self._montage(montage) is not None

    def _montage(self, montage: str) -> Montage | None:
        return self.catalogue.montage(montage)

    def forget(self, conversation: str | None) -> None:
        """Lets a conversation begin anew."""
        self._memory.forget(conversation)

    def turn_to(self, montage: str, conversation: str) -> None:
        """Lets a conversation go on about a montage, given by id, where it was about something else."""
        if self.catalogue.montage(montage) and montage not in self._memory.context(conversation).montages[:1]:
            self.show(montage, conversation)

    def listing(self, key: str = "", conversation: str | None = None) -> Answer:
        """A list by the key of a listing, by label, title or publisher; the default list for none."""
        question = Question(key, Intent.LIST)
        answer = self._responder.lists.by_key(question, self._suggester.lists.meant(key))
        if answer.outcome is Outcome.UNKNOWN and (named := self._reader.options.ranked_list(key)):
            answer = self._responder.lists.by_key(question, named)
        return self._told(conversation, question, answer)

    def list_named(self, name: str, chosen: Filter, conversation: str | None = None) -> Answer:
        """What a filter admits of the list that somebody typed the name of; all the lists where there is none."""
        meant = self._suggester.lists.meant(name)
        key = meant if self._responder.lists.is_list(meant) else self._reader.options.ranked_list(name)
        question = Question(name, Intent.LIST)
        lists = self._responder.lists
        answer = lists.by_key(question, within(key, self._as_meant(chosen))) if key else lists.none_called(question)
        return self._told(conversation, question, answer)

    def voted(self, ranking: Voted, key: str, conversation: str | None = None) -> Answer:
        """A ranking by votes, or what of it the key of a listing admits."""
        question = Question(key, Intent.LIST)
        return self._told(conversation, question, self._responder.voted(question, ranking, self._montage))

    def critics(self) -> Mapping[str, int]:
        """The rank of each montage that the consensus of the published rankings places."""
        return self._responder.critics()

    def is_list(self, key: str) -> bool:
        """Whether there is a list of that id."""
        return self._responder.lists.is_list(key)

    def key_within(self, list_id: str, chosen: Filter) -> str:
        """The key of what a filter admits of a list, its names typed or picked."""
        return within(list_id, self._as_meant(chosen))

    def where(self, chosen: Filter, conversation: str | None = None) -> Answer:
        """Every montage the filter admits; the default list when it admits all."""
        return self.answer(Question("", Intent.LIST, chosen=self._as_meant(chosen)), conversation)

    def random(self, conversation: str | None = None, key: str = "") -> Answer:
        """Any montage, or any such as the key of a random answer says; none that the conversation has had."""
        chosen, told = self._responder.chosen_by(key), self._memory.context(conversation).told
        return self.answer(Question("", Intent.RANDOM, chosen=chosen, given=told), conversation)

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

    def suggest_kinds(self, typed: str) -> tuple[Suggestion, ...]:
        """Kinds and tags of montages, those of most montages first; at most 25."""
        return self._suggester.kinds.complete(typed)

    def kind_meant(self, typed: str) -> Kind | None:
        """The kind that was picked, or whose word was typed, misspelt or not; None where it could be several."""
        word = folded(self._suggester.kinds.meant(typed))
        known = next((kind for kind in Kind if word == folded(kind)), None) or kind_called(word)
        near = {suggestion.value for suggestion in self.suggest_kinds(typed)} if word and not known else set[str]()
        return Kind(near.pop()) if len(near) == 1 else known

    def closeness(self, typed: str, names: Iterable[str], kind: NameKind) -> Closeness:
        """How near a typed answer comes to a film, song or performer of these names."""
        return self._reader.judge.closeness(typed, names, kind)

    def puzzle_ids(self) -> tuple[str, ...]:
        """The montages that make a puzzle."""
        return self._puzzles.ids()

    def puzzle(self, montage_id: str) -> Puzzle:
        """The puzzle of a montage. Raises LookupError where there is none such."""
        return self._puzzles.of(montage_id)

    def judged(self, montage_id: str, typed: str) -> Closeness:
        """How near a typed answer comes to the film of a puzzle."""
        montage = self.catalogue.montage(montage_id)
        return self.closeness(typed, names_of_film(montage.film) if montage else (), NameKind.FILM)

    def tunes(self, chosen: Filter) -> tuple[Tune, ...]:
        """The songs that a set list can be made of."""
        return tunes(self.catalogue, self._as_meant(chosen))

    def _as_meant(self, chosen: Filter) -> Filter:
        """The filter with its names as they are in the catalogue, typed or picked."""
        suggester = self._suggester
        return structs.replace(
            chosen,
            artist=chosen.artist and suggester.performers.meant(chosen.artist),
            director=chosen.director and suggester.directors.meant(chosen.director),
            franchise=chosen.franchise and suggester.series.meant(chosen.franchise),
        )

    def _told(self, conversation: str | None, question: Question, answer: Answer) -> Answer:
        self._memory.remember(conversation, answer, question)
        return answer


def collect_from_now_on() -> None:
    """What is here stays: looking for garbage in sixty thousand films takes half a second. A start collects none."""
    gc.unfreeze()  # what stayed so far may be garbage by now
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, LOOKS_BEFORE, LOOKS_BEFORE)
    gc.enable()
