"""Lists: the published rankings, the consensus of them all, and what there is of a kind, a decade or a person."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from bot.answers.answer import Answer, Listing, Row
from bot.answers.card import spoken
from bot.answers.compose import answered, listed, row_detail, unknown
from bot.answers.keys import FILTER_PREFIX, ShortNames, cut_of, cut_to, filter_from, key_of
from bot.answers.lazy import Each
from bot.answers.standings import Rankings, Standings, mainly_by
from bot.answers.wording import described, label_of, mentioned_sentence, note_of, others_sentence, unmet_sentence
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.model import Montage, RankedList
from bot.knowledge.selection import Filter, select
from bot.language.naming import song_key
from bot.language.question import Aspect, Intent, Question

_GONE = "That list is not in the catalogue any more. /montage list shows the ones that are."
_ORDER = "No ranking: the best confirmed and those most often named in published lists come first, then by year."
#: Montages named of what there is besides what was asked for.
NAMED = 3


class Lists:
    """Answers that are lists."""

    def __init__(self, catalogue: Catalogue, rankings: Rankings, names: ShortNames) -> None:
        self._catalogue = catalogue
        self._rankings = rankings
        self._names = names

    def answer(self, question: Question) -> Answer:
        """The list a question asks for: a published one, a ranking cut to its "top", or everything that fits."""
        if question.unmet:
            return self._unmet(question)
        if question.people and question.montages:
            return self._of_people(question)
        ranked = self._list_of(question)
        if question.list_id == CONSENSUS_ID:
            return self._ranked(question, self._rankings.of_consensus())
        if ranked and self._is_published(question, ranked):
            return self._published(question, ranked)
        if question.top and question.intent is Intent.LIST:
            return self._top(question)
        return self._chosen(question, self._fitting(question), described(question.chosen))

    def _list_of(self, question: Question) -> RankedList | None:
        return self._catalogue.ranked_list(question.list_id or "") or self._catalogue.default_list

    def _is_published(self, question: Question, ranked: RankedList) -> bool:
        """Whether a published list as it is answers; the default one does as far as it goes."""
        if question.list_id:
            return True
        if question.intent is Intent.COUNT or question.aspects or abs(question.top or 0) > len(ranked.items):
            return False
        about = self._rankings.is_about_the_default(question.chosen) if question.top else question.chosen.is_empty
        return about and ranked.default

    def by_key(self, question: Question, key: str) -> Answer:
        """The list of a key made by one of these answers: a list id, "consensus", or a filter. Unknown keys say so."""
        prefix, _, filtered = key.partition(":")
        if prefix == CONSENSUS_ID:
            return (
                self._ranked(question, self._rankings.of_consensus())
                if not filtered
                else self._top_by(question, filtered)
            )
        if key.startswith(FILTER_PREFIX):
            return self._by_filter(question, key)
        ranked = self._catalogue.ranked_list(key) if key else self._catalogue.default_list
        if ranked is None:
            return unknown(question, _GONE)
        return self._published(question, ranked)

    def _by_filter(self, question: Question, key: str) -> Answer:
        chosen = filter_from(key, self._names)
        if chosen is None:
            return unknown(question, _GONE)
        question = structs.replace(question, chosen=chosen)
        return self._chosen(question, self._fitting(question), described(chosen))

    def _top_by(self, question: Question, key: str) -> Answer:
        chosen = filter_from(key, self._names)
        top = cut_of(key) or question.top
        return (
            unknown(question, _GONE) if chosen is None else self._top(structs.replace(question, chosen=chosen, top=top))
        )

    def _fitting(self, question: Question) -> Sequence[Montage]:
        """Everything a question's filter admits, the likeliest wanted first; by year when the oldest is asked for."""
        if question.aspects & {Aspect.FIRST, Aspect.LAST}:
            montages = select(self._catalogue, question.chosen)
            last = Aspect.LAST in question.aspects
            return tuple(sorted(montages, key=lambda montage: montage.film.year, reverse=last))
        return self._rankings.likeliest(question.chosen)

    def _of_people(self, question: Question) -> Answer:
        asked = (montage for each in question.montages if (montage := self._catalogue.montage(each)))
        fitting = sorted(filter(question.chosen.admits, asked), key=self._catalogue.renown)
        montages = mainly_by(question.people[0], fitting)
        if not montages and question.chosen.director:  # somebody who directed nothing is asked for as a director
            return self._chosen(question, (), described(question.chosen))
        who = spoken(question.people[:2])
        return self._chosen(question, montages, f"with {who}", key=key_of(_with_people(question)))

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
        headline = self._first_in_time(question, montages[0]) + headline
        return listed(
            question,
            montages,
            headline,
            Listing(key or key_of(question.chosen), f"Montages {described}", _ORDER, rows, chosen=question.chosen),
        )

    @staticmethod
    def _first_in_time(question: Question, first: Montage) -> str:
        which = {Aspect.FIRST: "oldest", Aspect.LAST: "newest"}
        asked = next((word for aspect, word in which.items() if aspect in question.aspects), "")
        return f"The {asked} I know is from {first.film.label}. " if asked else ""

    def _counted(self, question: Question, montages: Sequence[Montage], described: str) -> Answer:
        rows = Each(montages, _row_of)
        songs = self._songs_of(question.chosen.artist, montages)
        headline = f"{len(montages)} montage{'' if len(montages) == 1 else 's'} {described}{songs}."
        return listed(
            question,
            montages,
            headline,
            Listing(key_of(question.chosen), f"Montages {described}".strip(), _ORDER, rows, chosen=question.chosen),
        )

    @staticmethod
    def _songs_of(artist: str | None, montages: Sequence[Montage]) -> str:
        """How many songs by somebody they have, which may be what was counted."""
        if artist is None:
            return ""
        named = Filter(artist=artist)
        songs = {song_key(song) for each in montages for song in each.songs if named.admits_song(song)}
        return f", to {len(songs)} song{'' if len(songs) == 1 else 's'}"

    def _published(self, question: Question, ranked: RankedList) -> Answer:
        items, top = ranked.items, question.top or len(ranked.items)
        if ranked.ordered:
            items = items[:top] if top > 0 else items[top:]
        rows = tuple(map(self._rankings.row, items))
        montages = tuple(m for item in items if item.montage and (m := self._catalogue.montage(item.montage)))
        if question.intent is Intent.COUNT:
            headline = f"{len(items)} places of {ranked.title} are known to me."
            return listed(question, montages, headline, self._listing_of(ranked, rows))
        part = "top" if top > 0 else "last"
        headline = (
            f"The {part} {len(items)} of {ranked.title}:" if len(items) < len(ranked.items) else f"{ranked.title}:"
        )
        others = [each for list_id in question.other_lists if (each := self._catalogue.ranked_list(list_id))]
        return listed(
            question,
            montages,
            headline + others_sentence(others),
            self._listing_of(ranked, rows),
            films=[label_of(item) for item in items],
        )

    @staticmethod
    def _listing_of(ranked: RankedList, rows: tuple[Row, ...]) -> Listing:
        return Listing(ranked.id, ranked.title, note_of(ranked), rows, ranked.url)

    def _top(self, question: Question) -> Answer:
        """The ranking of what fits, as far as it was asked for; what no ranking places follows without a number."""
        standings = self._rankings.of(question.chosen)
        if not standings.places:
            montages = self._fitting(question)[: question.top]
            return self._chosen(question, montages, described(question.chosen))
        return self._ranked(question, standings)

    def _ranked(self, question: Question, standings: Standings) -> Answer:
        top = question.top or len(standings.places)
        rows = tuple(each.row for each in standings.places)
        if not question.chosen.is_empty:
            rows += self._rankings.rest(question.chosen, standings)
            top = question.top or len(rows)
        rows = rows[:top] if top > 0 else rows[top:]
        listing = Listing(
            cut_to(standings.key, question.top), standings.title, standings.note, rows, chosen=question.chosen
        )
        montages = [montage for row in rows if (montage := self._catalogue.montage(row.montage_id or ""))]
        return listed(question, montages, f"{standings.title}:", listing)

    def _unmet(self, question: Question) -> Answer:
        """What is limited by something no filter knows: that we do not know it, and what we know instead."""
        fitting = [montage for each in question.montages if (montage := self._catalogue.montage(each))]
        if fitting:
            films = [*dict.fromkeys(montage.film.label for montage in fitting)]
            return unknown(question, mentioned_sentence(question.unmet, question.chosen, films))
        known = self._fitting(question) if not question.chosen.is_empty and not question.films else ()
        names = spoken([*dict.fromkeys(montage.film.label for montage in known)][:NAMED])
        what = described(question.chosen)
        others = f" {what[0].upper()}{what[1:]} I know {len(known)}: {names}" if known else ""
        more = ", and more." if len(known) > NAMED else "." if known else ""
        return unknown(question, unmet_sentence(question.unmet, question.chosen) + others + more)


def _row_of(montage: Montage) -> Row:
    return Row("·", montage.film.label, row_detail(montage), montage.id)


def _with_people(question: Question) -> Filter:
    """The filter that brings back what is listed of somebody: whoever is named, in the years and of the kind asked."""
    chosen = question.chosen
    return chosen if chosen.director else structs.replace(chosen, artist=question.people[0])
