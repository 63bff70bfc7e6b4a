"""Places: what stands at one, what stands beside something, and where something stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bot.answers.answer import Answer, Beside
from bot.answers.card import Cards
from bot.answers.compose import answered, listed, unknown
from bot.answers.filters_said import montages_said
from bot.answers.keys import ShortNames, filter_from
from bot.answers.phrases import spoken
from bot.answers.standings import Rankings, Standing, Standings
from bot.answers.which_list import which_list
from bot.answers.wording import others_sentence, rank_sentence
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.model import Film, Montage, RankedList
from bot.language.naming import song_key
from bot.language.question import Question

_NO_LIST = "There is no ranked list to look in."


class Places:
    """Answers questions about places."""

    def __init__(self, cards: Cards, rankings: Rankings, names: ShortNames) -> None:
        self._cards = cards
        self._catalogue = cards.catalogue
        self._rankings = rankings
        self._names = names

    def at_place(self, question: Question) -> Answer:
        """What stands at a place of a ranking, or beside what is named."""
        standings = self._standings(question)
        if standings is None or question.unmet:
            return self._no_such_list(question)
        if question.beside is not None:
            return self._beside(question, standings)
        place = question.place or 0
        meant = self._having(question, place)
        if len(meant) > 1:
            return which_list(question, meant)
        if meant and not standings.at(place):
            return self.at_place(replace(question, list_id=meant[0].id, other_lists=()))
        there = standings.at(place)
        if question.until:
            return self._range(question, standings)
        if not standings.places and place == 1 and not question.list_id:
            return self._best_known(question)
        if not there:
            return self._nothing_at(question, standings, place)
        return self._those(question, standings, there)

    def rank_of(self, question: Question, montages: Sequence[Montage]) -> Answer:
        """Where the likeliest of the montages, or any of its film, stands; where several films stand."""
        standings = self._standings(question)
        if standings is None or question.unmet:
            return self._no_such_list(question)
        films = [film for each in question.films if (film := self._catalogue.film(each))]
        films = films or [*dict.fromkeys(self._films_with(question.songs, montages, standings))]
        if len({film.title for film in films}) > 1:
            return self._ranks_of(question, standings, films, montages)
        placed = standings.placed((*montages, *self._catalogue.montages_of(montages[0].film)))
        film = montages[0].film
        if placed is None:
            headline = rank_sentence(film, None, standings.spoken) + self._elsewhere(montages[0], standings)
            return answered(question, self._cards, montages[:1], headline)
        there = placed.montage or montages[0]
        headline = rank_sentence(there.film, placed.rank, standings.spoken) + self._in_others(question, there)
        return answered(question, self._cards, [there], headline, rank=placed.rank, ranked_in=standings.title)

    def _having(self, question: Question, place: int) -> Sequence[RankedList]:
        """The lists that may be meant alike and have such a place, when something else stands there in each."""
        keys = (question.list_id, *question.other_lists) if question.other_lists else ()
        lists = [ranked for each in keys if (ranked := self._catalogue.ranked_list(each or ""))]
        there = {ranked.id: self._rankings.published(ranked).at(place) for ranked in lists}
        having = [ranked for ranked in lists if there[ranked.id]]
        answers = {tuple(each.row.label for each in there[ranked.id]) for ranked in having}
        return having if len(answers) > 1 else having[:1]

    def _standings(self, question: Question) -> Standings | None:
        """The ranking asked about: one that is named, that of a filter, or the default list."""
        prefix, _, filtered = (question.list_id or "").partition(":")
        if prefix == CONSENSUS_ID:
            chosen = filter_from(filtered, self._names) if filtered else None
            return self._rankings.of(chosen) if chosen else self._rankings.of_consensus()
        if not question.list_id and not self._rankings.is_about_the_default(question.chosen):
            return self._rankings.of(question.chosen)
        return self._rankings.meant(question.list_id)

    @staticmethod
    def _no_such_list(question: Question) -> Answer:
        if not question.unmet:
            return unknown(question, _NO_LIST)
        return unknown(question, f"I have rankings of film montages, and none “{question.unmet}”.")

    def _nothing_at(self, question: Question, standings: Standings, place: int) -> Answer:
        if not standings.places and not question.list_id:
            what = montages_said(question.chosen)
            return unknown(question, f"No published ranking I know places {what} often enough to rank them.")
        if not standings.places:
            return unknown(question, f"{standings.title} gives no order.")
        seen = standings.size or str(len(standings.places))
        wanted = place if place >= 0 else standings.last + 1 + place
        return unknown(question, f"{standings.title} has no number {wanted}; I know {seen} places.")

    def _best_known(self, question: Question) -> Answer:
        """The first of what fits where no ranking places any."""
        montages = self._rankings.likeliest(question.chosen)
        what = montages_said(question.chosen)
        if not montages:
            return unknown(question, f"I know no {what}.")
        named = len(self._catalogue.places_of(montages[0]))
        why = f"named in {named} published list{'s' if named > 1 else ''}" if named else "well confirmed"
        headline = f"No published ranking places the {what}; the first I would name, {why}, is"
        return answered(question, self._cards, montages, f"{headline} {montages[0].film.label}.", beside=Beside.MORE)

    def _those(self, question: Question, standings: Standings, there: Sequence[Standing]) -> Answer:
        rank, names = there[0].rank, spoken([each.row.label for each in there])
        headline = f"Number {rank} in {standings.spoken} is {names}.{self._others(question)}"
        montages = [each.montage for each in there if each.montage]
        if montages:
            return answered(
                question,
                self._cards,
                montages,
                headline,
                shown=len(montages),
                rank=rank,
                ranked_in=standings.title,
            )
        return self._rows(question, standings, there, headline, rank)

    @staticmethod
    def _rows(
        question: Question, standings: Standings, places: Sequence[Standing], headline: str, rank: int | None = None
    ) -> Answer:
        rows = tuple(each.row for each in places)
        listing = standings.listing(rows)
        montages = [each.montage for each in places if each.montage]
        return listed(question, montages, headline, listing, rank=rank, films=[row.label for row in rows])

    def _range(self, question: Question, standings: Standings) -> Answer:
        """Several places in a row."""
        first, last = question.place or 1, question.until or 1
        there = [each for each in standings.places if first <= each.rank <= last]
        if not there:
            return self._nothing_at(question, standings, first)
        return self._rows(question, standings, there, f"Places {first} to {there[-1].rank} of {standings.spoken}:")

    def _beside(self, question: Question, standings: Standings) -> Answer:
        films = [film for each in question.films if (film := self._catalogue.film(each))]
        named = [standings.placed(self._catalogue.montages_of(film)) for film in films]
        ranks = [each.rank for each in named if each]
        if len(ranks) < len(films):
            missing = next(film for film, each in zip(films, named, strict=True) if each is None)
            return unknown(question, rank_sentence(missing, None, standings.spoken))
        if not question.beside:
            return self._between(question, standings, min(ranks), max(ranks))
        there = standings.at(ranks[0] + question.beside) if ranks[0] + question.beside > 0 else ()
        if there:
            return self._those(question, standings, there)
        where = "after" if question.beside > 0 else "before"
        headline = f"Nothing comes {where} {films[0].label}: it is number {ranks[0]} in {standings.spoken}."
        alone = [each.montage for each in named if each and each.montage]
        return (
            answered(question, self._cards, alone, headline, rank=ranks[0], ranked_in=standings.title)
            if alone
            else unknown(question, headline)
        )

    def _between(self, question: Question, standings: Standings, first: int, last: int) -> Answer:
        there = [each for each in standings.places if first < each.rank < last]
        if len(there) == 1:
            return self._those(question, standings, there)
        if not there:
            return unknown(question, f"Nothing stands between number {first} and number {last} of {standings.spoken}.")
        names = spoken([each.row.label for each in there])
        headline = f"Between number {first} and number {last} of {standings.spoken} stand {names}."
        return self._rows(question, standings, there, headline)

    def _ranks_of(
        self, question: Question, standings: Standings, films: Sequence[Film], montages: Sequence[Montage]
    ) -> Answer:
        placed = [standings.placed(self._catalogue.montages_of(film)) for film in films]
        sentences = [
            rank_sentence(film, each.rank if each else None, standings.spoken)
            for film, each in zip(films, placed, strict=True)
        ]
        shown = [
            each.montage if each and each.montage else _of_film(film, montages) or self._catalogue.montages_of(film)[0]
            for film, each in zip(films, placed, strict=True)
        ]
        return answered(question, self._cards, shown, " ".join(sentences), shown=len(shown))

    def _films_with(self, songs: Sequence[str], montages: Sequence[Montage], standings: Standings) -> Iterator[Film]:
        """For each song the film that has a place, where any has; else the likeliest."""
        for song in songs:
            having = [each.film for each in montages if any(song_key(heard) == song for heard in each.songs)]
            placed = (film for film in having if standings.placed(self._catalogue.montages_of(film)))
            yield from having and (next(placed, having[0]),)

    def _in_others(self, question: Question, montage: Montage) -> str:
        """Where else it stands of what may be meant as well; what else was published there, when it stands in none."""
        lists = [ranked for each in question.other_lists if (ranked := self._catalogue.ranked_list(each))]
        montages = self._catalogue.montages_of(montage.film)
        places = (
            (self._rankings.published(ranked), self._rankings.published(ranked).placed(montages)) for ranked in lists
        )
        also = [f"number {placed.rank} in {standings.spoken}" for standings, placed in places if placed]
        return f" It is also {spoken(also)}." if also else self._others(question)

    def _others(self, question: Question) -> str:
        others = [each for list_id in question.other_lists if (each := self._catalogue.ranked_list(list_id))]
        return others_sentence(others)

    def _elsewhere(self, montage: Montage, standings: Standings) -> str:
        others = [
            f"no. {item.rank} in {each.title}"
            for each, item in self._catalogue.places_of(montage)
            if item.rank and each.id != standings.key
        ]
        return f" It is {spoken(others[:2])}." if others else ""


def _of_film(film: Film, montages: Sequence[Montage]) -> Montage | None:
    return next((montage for montage in montages if montage.film == film), None)
