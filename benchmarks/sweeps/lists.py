"""Places in lists, lists of what fits, and conversations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.sweeps.subjects import ANSWERED, FOUND, NEVER_A_YES, asked, found, labels, named, with_others
from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.kinds import Kind
from bot.knowledge.model import ListItem, Montage, RankedList
from bot.knowledge.names import folded
from tests.questions.scoring import Expect, Item


def places(catalogue: Catalogue) -> Iterator[Item]:
    """Every place of every list that is numbered, by the title of the list."""
    titled = by_key((folded(ranked.title), ranked) for ranked in catalogue.lists)
    for ranked in (each for each in catalogue.lists if each.ordered and len(titled[folded(each.title)]) == 1):
        for item, montage in _placed(catalogue, ranked):
            expect: Expect = {"outcome": FOUND, "films": [montage.film.label], "rank": item.rank}
            yield asked(f"what is number {item.rank} in {ranked.title}", expect)
            if _is_once(item, ranked):
                yield asked(f"where is {montage.film.label} in {ranked.title}?", expect)


def places_by_publisher(catalogue: Catalogue) -> Iterator[Item]:
    """The same, by who published or wrote the only list they have; films that lists alone name have places too."""
    ways = (
        "where does {film} rank on the {who} list?",
        "what place did {who} give {film}?",
        "{who} ranked montages: where did {film} come",
        "in {who}'s ranking, what number is {film}?",
        "where did {film} end up in the ranking by {who}",
    )
    for ranked, who in _publishers(catalogue):
        for at, item in enumerate(ranked.items):
            if item.rank and _is_once(item, ranked):
                montage = catalogue.montage(item.montage or "")
                expect: Expect = {"outcome": ANSWERED, "rank": item.rank}
                way = ways[at % len(ways)] if montage else ways[0]
                films = {"films": [montage.film.label]} if montage else {}
                yield asked(way.format(film=item.film, who=who), {**expect, **films})


def first_places(catalogue: Catalogue) -> Iterator[Item]:
    for ranked, who in _publishers(catalogue):
        first = next((montage for item, montage in _placed(catalogue, ranked) if item.rank == 1), None)
        if first:
            expect: Expect = {"outcome": ANSWERED, "films": [first.film.label], "rank": 1}
            yield asked(f"what did {who} put first?", expect)
            yield asked(f"number one on the {who} list", expect)


def which_ranks_higher(catalogue: Catalogue) -> Iterator[Item]:
    """Two neighbours in a list that is named."""
    for ranked in (each for each in catalogue.lists if each.ordered):
        once = [montage for item, montage in _placed(catalogue, ranked) if _is_once(item, ranked)]
        for higher, lower in pairwise(once):
            text = f"which ranks higher in {ranked.title}, {lower.film.label} or {higher.film.label}?"
            yield asked(text, {"outcome": ANSWERED, "films": [higher.film.label]})


def _publishers(catalogue: Catalogue) -> Iterator[tuple[RankedList, str]]:
    """The lists that give an order, with every publisher or author who has no other."""
    credits = [(ranked, who) for ranked in catalogue.lists for who in (ranked.publisher, ranked.author) if who]
    of = by_key((folded(who), ranked) for ranked, who in credits)
    return ((ranked, who) for ranked, who in credits if ranked.ordered and len(of[folded(who)]) == 1)


def _placed(catalogue: Catalogue, ranked: RankedList) -> Iterator[tuple[ListItem, Montage]]:
    """The places that one montage of ours has for itself."""
    for item in ranked.items:
        montage = catalogue.montage(item.montage or "")
        if montage and item.rank and sum(each.rank == item.rank for each in ranked.items) == 1:
            yield item, montage


def _is_once(item: ListItem, ranked: RankedList) -> bool:
    return sum(each.film == item.film for each in ranked.items) == 1


def filters(catalogue: Catalogue) -> Iterator[Item]:
    """Every kind in every decade that has it, and every year: only films that have both."""
    montages = catalogue.montages
    for kind in sorted({kind for each in montages for kind in each.entry.kinds} - {Kind.OTHER}):
        for decade in sorted({_decade(each) for each in montages if kind in each.entry.kinds}):
            others = labels(each for each in montages if _decade(each) != decade)
            text = f"{kind.label} montages from the {decade}s"
            yield asked(text, {"outcome": FOUND, "not_films": others})
    for year in sorted({each.film.year for each in montages}):
        others = labels(each for each in montages if each.film.year != year)
        yield asked(f"montages from {year}", {"outcome": FOUND, "not_films": others})


def _decade(montage: Montage) -> int:
    return montage.film.year // 10 * 10


def asked_further(catalogue: Catalogue) -> Iterator[Item]:
    """A film, then what is asked of it without its name, then another film."""
    for film, songs, expect, other in with_others(catalogue, 4):
        further: list[tuple[str, Expect]] = [
            ("who directed it?", {"outcome": FOUND, "text": [film.directors[0]]}),
            ("what year is it from?", {"outcome": FOUND, "text": [str(film.year)]}),
        ]
        if len(catalogue.montages_of(film)) == 1:
            further += [("what happens in it?", found(film)), (f"is it in {other.title}?", NEVER_A_YES)]
        text = f"which song plays in {film.title}?"
        yield asked(text, {**expect, "any_songs": songs}, *further, (f"and in {other.title}?", found(other)))


SWEEPS = named((places, places_by_publisher, first_places, which_ranks_higher, filters, asked_further))
