"""Lists: the published rankings, the consensus of them all, and what there is of a kind, a decade or a person."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answers.answer import Answer, Listing
from bot.answers.card import Cards
from bot.answers.compose import answered, listed, row_of, unknown
from bot.answers.filters_said import counted, described, montages_said, one_montage
from bot.answers.keys import FILTER_PREFIX, ShortNames, cut_of, cut_to, filter_from, key_of
from bot.answers.lazy import Each
from bot.answers.phrases import spoken
from bot.answers.published_lists import LISTS_KEY, PublishedLists
from bot.answers.standings import Rankings, Standings, mainly_by
from bot.answers.which_list import which_list
from bot.answers.wording import (
    mentioned_sentence,
    unmet_sentence,
)
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.model import Montage, RankedList
from bot.knowledge.selection import Filter, select
from bot.language.naming import song_key
from bot.language.question import Aspect, Intent, Question

_GONE = "That list is not in the catalogue any more. /montage list shows the ones that are."
_BEST = "the best confirmed and those most often named in published lists come first, then by year."
_BY_RENOWN = f"No ranking: {_BEST}"
_BY_KIND = f"No ranking: those that are it above all, then those that are it among other things; of each {_BEST}"
_UNNUMBERED = "; those without a number are in too few lists"
_FOOTER = "Unranked; best-sourced first"
_BY_YEAR = {
    Aspect.FIRST: ("oldest", "By year, the oldest first."),
    Aspect.LAST: ("newest", "By year, the newest first."),
}
#: A list longer than this is read by nobody to where a film's next montage stands.
MOST_SORTED = 500
#: Montages named of what there is besides what was asked for.
NAMED = 3


class Lists:
    """Answers that are lists."""

    def __init__(self, cards: Cards, rankings: Rankings, names: ShortNames) -> None:
        self._cards = cards
        self._catalogue = catalogue = cards.catalogue
        self._rankings = rankings
        self._names = names
        self._published = PublishedLists(catalogue, rankings)

    def answer(self, question: Question) -> Answer:
        """The list a question asks for: a published one, a ranking cut to its "top", or everything that fits."""
        if question.unmet:
            return self._unmet(question)
        if question.people and question.montages:
            return self._of_people(question)
        ranked = self._list_of(question)
        if question.list_id == CONSENSUS_ID:
            return self._ranked(question, self._rankings.of_consensus())
        if ranked and question.other_lists:
            others = (other for each in question.other_lists if (other := self._catalogue.ranked_list(each)))
            return which_list(question, (ranked, *others))
        if ranked and self._is_published(question, ranked):
            return self._published.whole(replace(question, chosen=Filter()), ranked)
        if question.top and question.intent is Intent.LIST:
            return self._top(question)
        return self._chosen(question, self._fitting(question))

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
        if key == LISTS_KEY:
            return self._published.all_of_them(question)
        prefix, _, filtered = key.partition(":")
        if prefix == CONSENSUS_ID:
            return (
                self._ranked(question, self._rankings.of_consensus())
                if not filtered
                else self._top_by(question, filtered)
            )
        if key.startswith(FILTER_PREFIX):
            return self._by_filter(question, key)
        ranked = self._catalogue.ranked_list(prefix) if key else self._catalogue.default_list
        chosen = filter_from(filtered, self._names) if filtered else Filter()
        if ranked is None or chosen is None:
            return unknown(question, _GONE)
        return self._published.whole(replace(question, chosen=chosen), ranked)

    def is_list(self, key: str) -> bool:
        """Whether there is a list of that id."""
        return key == CONSENSUS_ID or self._catalogue.ranked_list(key) is not None

    def none_called(self, question: Question) -> Answer:
        """That there is no list of the name that was typed, and those there are."""
        return self._published.all_of_them(question, missing=question.text)

    def _by_filter(self, question: Question, key: str) -> Answer:
        chosen = filter_from(key, self._names)
        if chosen is None:
            return unknown(question, _GONE)
        question = replace(question, chosen=chosen)
        return self._chosen(question, self._fitting(question))

    def _top_by(self, question: Question, key: str) -> Answer:
        chosen = filter_from(key, self._names)
        top = cut_of(key) or question.top
        return unknown(question, _GONE) if chosen is None else self._top(replace(question, chosen=chosen, top=top))

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
            return self._chosen(question, ())
        with_them = replace(question.chosen, artist=spoken(question.people[:2]), director=None)
        return self._chosen(question, montages, said=with_them, key=key_of(_with_people(question)))

    def _chosen(
        self, question: Question, montages: Sequence[Montage], *, said: Filter | None = None, key: str = ""
    ) -> Answer:
        """All that fits, under how many they are; `said` is what they are called where the filter is not."""
        said = said or question.chosen
        if question.intent is Intent.COUNT:
            return self._counted(question, montages, said)
        if not montages:
            return unknown(question, f"I know no {montages_said(said)}.")
        if len(montages) == 1:
            only = f"I know one {one_montage(said)}: {montages[0].film.label}."
            return answered(question, self._cards, montages, only)
        together = _by_film(montages)
        title = counted(len(montages), said)
        headline = self._first_in_time(question, together[0]) or f"{title}."
        return listed(question, together, headline, self._fitted(question, together, title, said, key))

    @staticmethod
    def _fitted(question: Question, montages: Sequence[Montage], title: str, said: Filter, key: str = "") -> Listing:
        films = len({montage.film.id for montage in montages})
        by_year = next((order for aspect, (_, order) in _BY_YEAR.items() if aspect in question.aspects), "")
        order = by_year or (_BY_KIND if question.chosen.kinds else _BY_RENOWN)
        of_all = f"Every montage {described(said)} that I know, from {films} film{'' if films == 1 else 's'}."
        return Listing(
            key or key_of(question.chosen),
            title,
            f"{of_all} {order}",
            Each(montages, row_of),
            chosen=question.chosen,
            footer=by_year.rstrip(".") or _FOOTER,
            method=order,
        )

    @staticmethod
    def _first_in_time(question: Question, first: Montage) -> str:
        asked = next((word for aspect, (word, _) in _BY_YEAR.items() if aspect in question.aspects), "")
        return f"The {asked} I know is from {first.film.label}." if asked else ""

    def _counted(self, question: Question, montages: Sequence[Montage], said: Filter) -> Answer:
        together = _by_film(montages)
        title = counted(len(montages), said)
        headline = f"{title}{self._songs_of(question.chosen.artist, montages)}."
        return listed(question, together, headline, self._fitted(question, together, title, said))

    @staticmethod
    def _songs_of(artist: str | None, montages: Sequence[Montage]) -> str:
        """How many songs by somebody they have, which may be what was counted."""
        if artist is None:
            return ""
        named = Filter(artist=artist)
        songs = {song_key(song) for each in montages for song in each.songs if named.admits_song(song)}
        return f", to {len(songs)} song{'' if len(songs) == 1 else 's'}"

    def _top(self, question: Question) -> Answer:
        """The ranking of what fits, as far as it was asked for; what no ranking places follows without a number."""
        standings = self._rankings.of(question.chosen)
        if not standings.places:
            return self._chosen(question, self._fitting(question)[: question.top])
        return self._ranked(question, standings)

    def _ranked(self, question: Question, standings: Standings) -> Answer:
        top = question.top or len(standings.places)
        rows = tuple(each.row for each in standings.places)
        if not question.chosen.is_empty:
            rows += self._rankings.rest(question.chosen, standings)
            top = question.top or len(rows)
        rows = rows[:top] if top > 0 else rows[top:]
        unnumbered = _UNNUMBERED if rows and not rows[-1].place[:1].isdigit() else ""
        listing = replace(
            standings.listing(rows),
            key=cut_to(standings.key, question.top),
            chosen=question.chosen,
            footer=standings.footer + unnumbered,
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
        others = f" I know {counted(len(known), question.chosen)}: {names}" if known else ""
        more = ", and more." if len(known) > NAMED else "." if known else ""
        return unknown(question, unmet_sentence(question.unmet, question.chosen) + others + more)


def _by_film(montages: Sequence[Montage]) -> Sequence[Montage]:
    """The montages in their order, but those of one film together, where its first stands."""
    if len(montages) > MOST_SORTED:
        return montages
    films: dict[str, list[Montage]] = {}
    for montage in montages:
        films.setdefault(montage.film.id, []).append(montage)
    return [montage for of_film in films.values() for montage in of_film]


def _with_people(question: Question) -> Filter:
    """The filter that brings back what is listed of somebody: whoever is named, in the years and of the kind asked."""
    chosen = question.chosen
    return chosen if chosen.director else replace(chosen, artist=question.people[0])
