"""Lists: the published rankings, the consensus of them all, and what there is of a kind, a decade or a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from bot.answers.answer import Answer, Listing, Row
from bot.answers.card import kind_name, spoken
from bot.answers.compose import answered, listed, row_detail, unknown
from bot.answers.keys import FILTER_PREFIX, ShortNames, filter_from, key_of
from bot.answers.lazy import Each
from bot.answers.wording import rank_sentence
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE, Consensus, consensus
from bot.knowledge.model import Kind, ListItem, Montage, RankedList, credits_of
from bot.knowledge.selection import Filter, by_renown, select
from bot.language.question import Intent, Question

_GONE = "That list is not in the catalogue any more. /montage list shows the ones that are."
_ORDER = "No ranking: the best confirmed and those most often named in published lists come first, then by year."


class Lists:
    """Answers that are lists, and questions about places in them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = ShortNames(catalogue)

    def warm(self) -> None:
        """Makes now what the first list or page would have to wait for."""
        _ = self.consensus, self._catalogue.shelves
        self._names.warm()

    @cached_property
    def consensus(self) -> Consensus:
        return consensus(self._catalogue)

    def answer(self, question: Question) -> Answer:
        """The list a question asks for: a published one, or everything that fits its filter, cut to its "top"."""
        if question.people and question.montages:
            return self._of_people(question)
        chosen = question.chosen
        if question.intent is Intent.COUNT and not question.list_id:
            return self._filtered(question)
        beyond = (
            question.top and self._catalogue.default_list and question.top > len(self._catalogue.default_list.items)
        )
        if (
            question.list_id == CONSENSUS_ID
            or (beyond and not question.list_id)
            or (question.top and not chosen.is_empty and not self._is_about_the_default(chosen))
        ):
            return self._consensus(question)
        if question.list_id or chosen.is_empty or (question.top and self._is_about_the_default(chosen)):
            ranked = self._catalogue.ranked_list(question.list_id or "") or self._catalogue.default_list
            if ranked:
                return self._published(question, ranked)
        return self._filtered(question)

    @staticmethod
    def _is_about_the_default(chosen: Filter) -> bool:
        """The default list ranks training montages: asking for the top of those asks for it."""
        return chosen in (Filter(), Filter(kinds=(Kind.TRAINING,)))

    def by_key(self, question: Question, key: str) -> Answer:
        """The list of a key made by one of these answers: a list id, "consensus", or a filter. Unknown keys say so."""
        if key.startswith(FILTER_PREFIX):
            return self._by_filter(question, key)
        if key.partition(":")[0] == CONSENSUS_ID:
            chosen = filter_from(key.partition(":")[2], self._names)
            return self._consensus(replace(question, chosen=chosen)) if chosen else unknown(question, _GONE)
        ranked = self._catalogue.ranked_list(key) if key else self._catalogue.default_list
        if ranked is None:
            return unknown(question, _GONE)
        return self._published(question, ranked)

    def _by_filter(self, question: Question, key: str) -> Answer:
        chosen = filter_from(key, self._names)
        if chosen is None:
            return unknown(question, _GONE)
        return self._filtered(replace(question, chosen=chosen))

    def _filtered(self, question: Question) -> Answer:
        """Everything that fits the filter."""
        montages = by_renown(self._catalogue, question.chosen)
        return self._chosen(question, _mainly_by(question.chosen.artist, montages), describe(question.chosen))

    def _of_people(self, question: Question) -> Answer:
        asked = (montage for each in question.montages if (montage := self._catalogue.montage(each)))
        fitting = sorted(filter(question.chosen.admits, asked), key=self._catalogue.renown)
        montages = _mainly_by(question.people[0], fitting)
        who = spoken(question.people[:2])
        return self._chosen(question, montages, f"with {who}", key=key_of(Filter(artist=question.people[0])))

    def _chosen(self, question: Question, montages: Sequence[Montage], described: str, *, key: str = "") -> Answer:
        if question.intent is Intent.COUNT:
            return self._counted(question, montages, described)
        if not montages:
            return unknown(question, f"I know no montages {described}.")
        if len(montages) == 1:
            return answered(question, self._catalogue, montages, f"One montage {described}: {montages[0].film.label}.")
        rows = Each(montages, _row_of)
        films = len({montage.film.id for montage in montages})
        headline = f"{len(montages)} montages {described}, from {films} film{'s' if films > 1 else ''}."
        return listed(
            question,
            montages,
            headline,
            Listing(key or key_of(question.chosen), f"Montages {described}", _ORDER, rows, chosen=question.chosen),
        )

    def _counted(self, question: Question, montages: Sequence[Montage], described: str) -> Answer:
        rows = Each(montages, _row_of)
        headline = f"{len(montages)} montage{'' if len(montages) == 1 else 's'} {described}.".replace(" .", ".")
        return listed(
            question,
            montages,
            headline,
            Listing(key_of(question.chosen), f"Montages {described}".strip(), _ORDER, rows, chosen=question.chosen),
        )

    def _published(self, question: Question, ranked: RankedList) -> Answer:
        items = ranked.items[: question.top] if question.top and ranked.ordered else ranked.items
        rows = tuple(self._row(item) for item in items)
        named = dict.fromkeys(item.montage for item in items if item.montage)
        montages = tuple(montage for each in named if (montage := self._catalogue.montage(each)))
        headline = f"The top {len(items)} of {ranked.title}:" if len(items) < len(ranked.items) else f"{ranked.title}:"
        films = [_label(item) for item in items]
        return listed(
            question,
            montages,
            headline,
            Listing(ranked.id, ranked.title, note_of(ranked), rows, ranked.url),
            films=films,
        )

    def _row(self, item: ListItem) -> Row:
        montage = self._catalogue.montage(item.montage or "")
        detail = row_detail(montage) if montage else item.song or ""
        return Row(str(item.rank) if item.rank else "·", _label(item), detail, item.montage)

    def _consensus(self, question: Question) -> Answer:
        places = [
            (place, montage)
            for place in self.consensus.places
            if (montage := self._catalogue.montage(place.montage_id))
        ]
        places = [(place, montage) for place, montage in places if question.chosen.admits(montage)][: question.top]
        if not places:
            return self._chosen(question, select(self._catalogue, question.chosen), describe(question.chosen))
        rows = tuple(
            Row(str(place.rank), montage.film.label, self._receipts(place.montage_id, montage), montage.id)
            for place, montage in places
        )
        note = f"From {len(self.consensus.lists_used)} published lists. {self.consensus.method}"
        key = CONSENSUS_ID if question.chosen.is_empty else f"{CONSENSUS_ID}:{key_of(question.chosen)}"
        title = (
            CONSENSUS_TITLE if question.chosen.is_empty else f"{CONSENSUS_TITLE}: montages {describe(question.chosen)}"
        )
        return listed(
            question,
            [montage for _, montage in places],
            f"{title}:",
            Listing(key, title, note, rows, chosen=question.chosen),
        )

    def _receipts(self, montage_id: str, montage: Montage) -> str:
        place = next(each for each in self.consensus.places if each.montage_id == montage_id)
        named: dict[int, list[str]] = defaultdict(list)
        for each in place.receipts:
            if ranked := self._catalogue.ranked_list(each.list_id):
                named[each.rank].append((ranked.publisher or ranked.author or ranked.title).split(" (")[0])
        receipts = "; ".join(f"no. {rank} in {spoken(names)}" for rank, names in named.items())
        return f"{montage.songs[0].title} – {receipts}"

    def at_place(self, question: Question) -> Answer:
        """Who stands at a place of a list."""
        if question.list_id == CONSENSUS_ID:
            return self._at_place_of_consensus(question)
        ranked = self._catalogue.ranked_list(question.list_id or "") or self._catalogue.default_list
        if ranked is None:
            return unknown(question, "There is no ranked list to look in.")
        items = [item for item in ranked.items if item.rank is not None]
        last = max((item.rank or 0 for item in items), default=0)
        place = last + 1 + question.place if question.place and question.place < 0 else question.place
        there = [item for item in items if item.rank == place]
        if not there:
            seen = len(ranked.items) if ranked.complete else f"only part of it: {len(items)}"
            return unknown(question, f"{ranked.title} has no number {place}; I know {seen} places.")
        montages = [m for item in there if item.montage and (m := self._catalogue.montage(item.montage))]
        headline = f"Number {place} in {ranked.title} is {spoken([_label(item) for item in there])}."
        if not montages:
            row = Listing(
                ranked.id, ranked.title, note_of(ranked), tuple(self._row(item) for item in there), ranked.url
            )
            return listed(question, (), headline, row, rank=place, films=[_label(item) for item in there])
        return answered(question, self._catalogue, montages, headline, shown=len(montages), rank=place)

    def _at_place_of_consensus(self, question: Question) -> Answer:
        places = self.consensus.places
        last = max((place.rank for place in places), default=0)
        wanted = last + 1 + question.place if question.place and question.place < 0 else question.place
        there = [place for place in places if place.rank == wanted]
        montages = [montage for place in there if (montage := self._catalogue.montage(place.montage_id))]
        if not montages:
            return unknown(question, f"The consensus of the published rankings has no number {wanted}.")
        films = spoken([montage.film.label for montage in montages])
        headline = f"Number {wanted} in the consensus of the published rankings is {films}."
        return answered(question, self._catalogue, montages, headline, shown=len(montages), rank=wanted)

    def rank_of(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """Where the likeliest of the montages, or any of its film, stands in the list asked about."""
        ranked = self._catalogue.ranked_list(question.list_id or "") or self._catalogue.default_list
        if ranked is None:
            return unknown(question, "There is no ranked list to look in.")
        if question.list_id == CONSENSUS_ID:
            return self._rank_in_consensus(question, montages)
        of_film = (*montages, *self._catalogue.montages_of(montages[0].film))
        placed = next((m for m in of_film if self._catalogue.rank_of(m, ranked)), None)
        if placed is None:
            return answered(question, self._catalogue, montages[:1], self._unranked(montages[0], ranked))
        rank = self._catalogue.rank_of(placed, ranked)
        return answered(question, self._catalogue, [placed], rank_sentence(placed.film, rank, ranked.title), rank=rank)

    def _rank_in_consensus(self, question: Question, montages: Sequence[Montage]) -> Answer:
        film = montages[0].film
        ids = {montage.id for montage in self._catalogue.montages_of(film)}
        place = next((place for place in self.consensus.places if place.montage_id in ids), None)
        shown = [montage for montage in self._catalogue.montages_of(film) if place and montage.id == place.montage_id]
        headline = rank_sentence(film, place.rank if place else None, "the consensus of the published rankings")
        rank = place.rank if place else None
        return answered(question, self._catalogue, shown or montages[:1], headline, rank=rank)

    def _unranked(self, montage: Montage, ranked: RankedList) -> str:
        others = [
            f"no. {item.rank} in {each.title}"
            for each, item in self._catalogue.places_of(montage)
            if item.rank and each != ranked
        ]
        elsewhere = f" It is {spoken(others[:2])}." if others else ""
        return rank_sentence(montage.film, None, ranked.title) + elsewhere


def _mainly_by(artist: str | None, montages: Sequence[Montage]) -> Sequence[Montage]:
    """Those first whose first song is by the artist, when one is asked for; else as they are."""
    if artist is None:
        return montages
    return sorted(montages, key=lambda each: not any(artist in person for person in credits_of(each.songs[0])))


def _row_of(montage: Montage) -> Row:
    return Row("·", montage.film.label, row_detail(montage), montage.id)


def note_of(ranked: RankedList) -> str:
    """Who published a list and when, and whether all of it was seen."""
    parts = [part for part in (ranked.author, ranked.publisher, ranked.date) if part]
    seen = "" if ranked.complete else " Only part of the list was seen."
    order = "" if ranked.ordered else " The list gives no order."
    return ", ".join(parts) + "." + seen + order


def _label(item: ListItem) -> str:
    return f"{item.film} ({item.year})" if item.year else item.film


def describe(chosen: Filter) -> str:
    """A filter in words: "of training from the 1980s with Kenny Loggins"."""
    parts = [f"of {spoken([kind_name(kind) for kind in chosen.kinds])}" if chosen.kinds else "", _years(chosen)]
    parts.append(f"in the {chosen.franchise} films" if chosen.franchise else "")
    parts.append(f"with {chosen.artist}" if chosen.artist else "")
    parts.append(f"in films by {chosen.director}" if chosen.director else "")
    parts.append("in the strict sense" if chosen.strict else "")
    return " ".join(part for part in parts if part) or "in the catalogue"


def _years(chosen: Filter) -> str:
    first, last = chosen.first_year, chosen.last_year
    if first and last:
        if first == last:
            return f"from {first}"
        return f"from the {first}s" if first % 10 == 0 and last == first + 9 else f"from {first} to {last}"
    return f"since {first}" if first else f"up to {last}" if last else ""
