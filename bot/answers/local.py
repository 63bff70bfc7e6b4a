"""What one server knows beyond the catalogue: a small guide over its own montages, beside the one that all share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bot.answers.answer import Answer, Beside, Card, Listing, Option, Outcome, Row
from bot.answers.card import options
from bot.answers.compose import listed, row_of, unknown
from bot.answers.guide import Guide, Suggestion
from bot.answers.keys import FILTER_PREFIX, within
from bot.answers.memory import Memory
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter
from bot.language.question import Intent, Lack, Question
from bot.language.reader import Account

__all__ = ["OWN_LIST", "OWN_TITLE", "LocalGuide"]

#: The list of a server's own montages: its key, which no published list can have, and its title.
OWN_LIST, OWN_TITLE = "server--montages", "This server's montages"
MARK = "this server's"
ORIGIN = "This server's own: suggested by a member, approved by its moderators"
CAUTION = "Suggested by a member of this server and approved by its moderators; we have read no page about it."
NONE_THERE = "This server has no such montage of its own."
#: How much likelier, in log-odds, its own montage has to be meant before it goes before one that all know.
LEAD = 1.0
#: Own names offered before the others while somebody types.
MOST_OWN = 5


class LocalGuide(Guide):
    """Answers as the guide that all share does, and from the montages of one server where those are meant.

    Only the small guide is made anew: all of the other one is shared.
    """

    def __init__(self, shared: Guide, montages: Iterable[Montage]) -> None:
        vars(self).update(vars(shared))  # instead of making all of it again
        self._own = Guide(Catalogue(montages, ()), absent=(), memory=Memory(), beside=shared)

    def _montage(self, montage: str) -> Montage | None:
        return self._own.catalogue.montage(montage) or self.catalogue.montage(montage)

    def ask(self, text: str, conversation: str | None = None) -> Answer:
        shared, own = self.account(text, conversation), self._own.account(text, conversation)
        films = _films(self._own.catalogue, own.question) & _films(self.catalogue, shared.question)
        known = films and not own.question.songs  # of a film that all know, what all know comes first
        sure = _is_surer(own, shared) and not known
        return self._either(shared.question, own.question, conversation, sure=sure)

    def song_of_film(self, film: str, conversation: str | None = None) -> Answer:
        return self._either(self.film_asked(film), self._own.film_asked(film), conversation)

    def film_of_song(self, song: str, conversation: str | None = None) -> Answer:
        return self._either(self.song_asked(song), self._own.song_asked(song), conversation)

    def show(self, montage: str, conversation: str | None = None) -> Answer:
        if self.catalogue.montage(montage):
            return self._from_all(self.montage_asked(montage), conversation)
        own = self._own.montage_asked(montage.removesuffix(f" · {MARK}"))
        return self._either(self.montage_asked(montage), own, conversation, sure=self._own.has(montage))

    def turn_to(self, montage: str, conversation: str) -> None:
        if self._own.has(montage):
            self._own.turn_to(montage, conversation)
            self.forget_shared(conversation)
        else:
            super().turn_to(montage, conversation)

    def forget_shared(self, conversation: str | None) -> None:
        """What was talked of is the server's own now."""
        super().forget(conversation)

    def forget(self, conversation: str | None) -> None:
        super().forget(conversation)
        self._own.forget(conversation)

    def listing(self, key: str = "", conversation: str | None = None) -> Answer:
        prefix, _, filtered = key.partition(":")
        if prefix == OWN_LIST:
            return self._own_list(self._responder.chosen_by(filtered))
        return self._with_rows(super().listing(key, conversation))

    def list_named(self, name: str, chosen: Filter, conversation: str | None = None) -> Answer:
        if folded(name) in (folded(OWN_LIST), folded(OWN_TITLE)):
            return self._own_list(self._as_meant(chosen))
        return super().list_named(name, chosen, conversation)

    def where(self, chosen: Filter, conversation: str | None = None) -> Answer:
        return self._from_all(Question("", Intent.LIST, chosen=self._as_meant(chosen)), conversation)

    def suggest_films(self, typed: str) -> tuple[Suggestion, ...]:
        own = (each for each in self._own.suggest_films(typed) if self.catalogue.film(each.value) is None)
        return (*_marked_choices(own), *super().suggest_films(typed))

    def suggest_songs(self, typed: str) -> tuple[Suggestion, ...]:
        shared = super().suggest_songs(typed)
        known = {each.value for each in shared}
        return (*_marked_choices(each for each in self._own.suggest_songs(typed) if each.value not in known), *shared)

    def suggest_montages(self, typed: str) -> tuple[Suggestion, ...]:
        return (*_marked_choices(self._own.suggest_montages(typed)), *super().suggest_montages(typed))

    def suggest_lists(self, typed: str) -> tuple[Suggestion, ...]:
        shared = super().suggest_lists(typed)
        return (*shared, Suggestion(OWN_TITLE, OWN_LIST)) if folded(typed) in folded(OWN_TITLE) else shared

    def _either(self, question: Question, own: Question, conversation: str | None, *, sure: bool = False) -> Answer:
        """The answer of the one guide or the other; where both know something, the other's is offered beside."""
        if not own.montages or own.lack:
            return self._from_all(question, conversation)
        shared = self._responder.respond(question)
        if sure or (shared.outcome is Outcome.UNKNOWN and not _is_another(question, own)):
            self.forget_shared(conversation)
            return _marked(self._own.answer(own, conversation))
        return self._beside(self._from_all(question, conversation), own)

    def _from_all(self, question: Question, conversation: str | None) -> Answer:
        answer = self.answer(question, conversation)
        if answer.outcome is not Outcome.UNKNOWN:
            self._own.forget(conversation)
        if question.intent is Intent.LIST and answer.listing is None and not question.chosen.is_empty:
            return self._with_few(answer, question.chosen)
        return self._with_rows(answer)

    def _with_few(self, answer: Answer, chosen: Filter) -> Answer:
        """Where nothing or hardly anything is in a list, what the server has."""
        fitting = self._fitting(chosen)
        if not fitting or not answer.cards:
            return self._own_list(chosen) if fitting else answer
        return _offering(answer, fitting, Beside.MORE)

    def _beside(self, answer: Answer, own: Question) -> Answer:
        """The answer, and the server's own montages that may be meant as well."""
        if answer.listing or not (answer.cards or answer.options):
            return answer
        known = (montage for each in own.montages if (montage := self._own.catalogue.montage(each)))
        montages = [montage for montage in known if own.songs or montage.film.label in answer.films]
        return _offering(answer, montages, answer.beside) if montages else answer

    def _with_rows(self, answer: Answer) -> Answer:
        """What a list of all there is of something has, and what the server has of it behind that."""
        listing = answer.listing
        if listing is None or not listing.key.startswith(FILTER_PREFIX):
            return answer
        rows = [_row(montage) for montage in self._fitting(listing.chosen)]
        if not rows:
            return answer
        footer = f"{listing.footer}; the last {'is' if len(rows) == 1 else f'{len(rows)} are'} {MARK}"
        return replace(answer, listing=replace(listing, rows=(*listing.rows, *rows), footer=footer.lstrip("; ")))

    def _own_list(self, chosen: Filter) -> Answer:
        question, fitting = Question("", Intent.LIST, chosen=chosen), self._fitting(chosen)
        if not fitting:
            return unknown(question, NONE_THERE)
        listing = Listing(
            within(OWN_LIST, chosen), OWN_TITLE, f"{ORIGIN}.", tuple(map(row_of, fitting)), chosen=chosen, footer=ORIGIN
        )
        return listed(question, fitting, f"{OWN_TITLE}:", listing)

    def _fitting(self, chosen: Filter) -> Sequence[Montage]:
        return [montage for montage in self._own.catalogue.montages if chosen.admits(montage)]


def _offering(answer: Answer, montages: Sequence[Montage], beside: Beside) -> Answer:
    """The answer with some of the server's own beside it, which are what `beside` says unless there are others."""
    offered = tuple(_marked_option(each) for each in options(montages, of_one_film=False))
    return replace(answer, options=(*answer.options, *offered), beside=answer.beside if answer.options else beside)


def _films(catalogue: Catalogue, question: Question) -> set[str]:
    """The films of the montages a question is about."""
    return {montage.film.label for each in question.montages if (montage := catalogue.montage(each))}


def _is_surer(own: Account, shared: Account) -> bool:
    return own.belief > own.least and own.belief > max(shared.belief, shared.least) + LEAD


def _is_another(shared: Question, own: Question) -> bool:
    """Whether a film is named that all know of, and the server's own was only taken to be misspelt so."""
    return shared.lack in (Lack.ABSENT_FILM, Lack.NO_SUCH_VERSION) and bool(own.read_as)


def _marked(answer: Answer) -> Answer:
    """The answer with a word on whose montages these are."""
    cards = tuple(_marked_card(card) for card in answer.cards)
    return replace(answer, cards=cards, options=tuple(_marked_option(each) for each in answer.options))


def _marked_card(card: Card) -> Card:
    return replace(card, ranked_in=ORIGIN, caution=CAUTION, others=tuple(_marked_option(each) for each in card.others))


def _marked_option(option: Option) -> Option:
    return replace(option, detail=f"{option.detail} · {MARK}" if option.detail else MARK)


def _row(montage: Montage) -> Row:
    row = row_of(montage)
    return replace(row, detail=f"{row.detail} · {MARK}", song=f"{row.song} · {MARK}")


def _marked_choices(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(f"{each.label} · {MARK}", each.value) for each in [*suggestions][:MOST_OWN])
