"""From Question to Answer: each kind of question to the part that answers it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bot.answers.about import about
from bot.answers.answer import Answer, Beside
from bot.answers.card import Cards
from bot.answers.checks import Checks
from bot.answers.comparisons import comparison
from bot.answers.compose import answered, choice
from bot.answers.keys import ShortNames, filter_from, key_of
from bot.answers.lists import Lists
from bot.answers.others import others, part_of_list
from bot.answers.places import Places
from bot.answers.refusals import Refusals
from bot.answers.standings import Rankings
from bot.answers.voted import Voted, voted
from bot.answers.wording import headline
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage, Song
from bot.knowledge.selection import Filter, select
from bot.language.naming import song_key
from bot.language.question import Intent, Question
from bot.language.songbook import Songbook
from bot.language.suggestions import Suggester


class Responder:
    """Answers questions from one catalogue."""

    def __init__(self, catalogue: Catalogue, songbook: Songbook, suggester: Suggester, chance: random.Random) -> None:
        self._catalogue = catalogue
        self._cards = cards = Cards(catalogue)
        self._chance = chance
        self._rankings, self._names = Rankings(catalogue), ShortNames(catalogue)
        self.lists = Lists(cards, self._rankings, self._names)
        self._places = Places(cards, self._rankings, self._names)
        self._checks = Checks(cards, songbook, self._rankings)
        self._refusals = Refusals(catalogue, suggester)

    def warm(self) -> None:
        """Makes now what the first answer of each kind would have to wait for."""
        self._catalogue.warm()
        self._rankings.warm()
        self._names.warm()
        self._checks.warm()

    def respond(self, question: Question) -> Answer:
        """The answer to a question; never raises."""
        if question.given and question.intent is not Intent.RANDOM:
            return others(question, self._cards, self._montages(question.given), self._montages(question.montages))
        if question.of_those:
            return part_of_list(question, self._cards, self._montages(question.montages))
        match question.intent:
            case Intent.HELP:
                return about(question, self._catalogue)
            case Intent.RANDOM:
                return self._random(question)
            case Intent.LIST | Intent.COUNT:
                return self.lists.answer(question)
            case Intent.AT_RANK:
                return self._places.at_place(question)
            case _:
                return self._of_montages(question)

    def voted(self, question: Question, ranking: Voted, montage_of: Callable[[str], Montage | None]) -> Answer:
        """What the key in the question's text admits of a ranking by votes."""
        return voted(question, montage_of, self._names, ranking)

    def critics(self) -> dict[str, int]:
        """The rank of each montage that the consensus of the published rankings places."""
        return {place.montage_id: place.rank for place in self._rankings.consensus.places}

    def _montages(self, ids: Sequence[str]) -> tuple[Montage, ...]:
        return tuple(montage for each in ids if (montage := self._catalogue.montage(each)))

    def _of_montages(self, question: Question) -> Answer:
        """A question about montages; without any it cannot be answered."""
        montages = self._montages(question.montages)
        if not montages or question.lack:
            return self._refusals.answer(question)
        match question.intent:
            case Intent.COMPARE if len(montages) > 1:
                return comparison(question, self._cards, montages)
            case Intent.CHECK:
                return self._checks.answer(question, montages)
            case Intent.RANK:
                return self._places.rank_of(question, montages)
            case _:
                return self._about(question, montages)

    def _about(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """A question about one thing: the card when it is clear which, else the question back."""
        if question.songs and question.intent in (Intent.MONTAGE_OF_SONG, Intent.PERFORMER) and not question.films:
            return self._of_songs(question, montages)
        if not question.clear and len(montages) > 1:
            return choice(question, self._catalogue, montages)
        shown = montages if question.films else montages[:1]
        songs = self._songs_asked(question, montages[0])
        return answered(question, self._cards, shown, headline(question, montages[:1], songs))

    def _of_songs(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """A song in several montages answers with all of them."""
        songs = self._songs_asked(question, montages[0])
        said = headline(question, montages, songs)
        return answered(question, self._cards, montages, said, beside=Beside.ALSO_IN)

    @staticmethod
    def _songs_asked(question: Question, montage: Montage) -> tuple[Song, ...]:
        return tuple(song for song in montage.songs if song_key(song) in question.songs)

    def chosen_by(self, key: str) -> Filter:
        """What the key of a filter chooses by; everything, when it makes no sense any more."""
        return filter_from(key, self._names) or Filter()

    def _random(self, question: Question) -> Answer:
        fitting = select(self._catalogue, question.chosen) or self._catalogue.montages
        new = [montage for montage in fitting if montage.id not in question.given] if question.given else ()
        pool = new or fitting
        if not pool:
            return self._refusals.answer(question)
        montage = self._chance.choice(pool)
        answer = answered(question, self._cards, [montage], headline(question, [montage], ()))
        return replace(answer, again=key_of(question.chosen))
