"""The ranking made of all lists follows its published rule, and shows its receipts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import FEWEST_LISTS, Consensus, Receipt, consensus
from bot.knowledge.entries import Entries
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, FilmEntry, ListItem, MontageEntry, RankedList, Song


def _film(title: str, *ids: str) -> FilmEntry:
    montages = tuple(
        MontageEntry(
            id=each,
            kind=Kind.OTHER,
            strict=True,
            description="So.",
            songs=(Song(title="S", artist="A"),),
            confidence=Confidence.HIGH,
        )
        for each in ids
    )
    return FilmEntry(title=title, year=2000, directors=("D",), imdb_id="tt0000001", montages=montages)


FILMS = (_film("A", "a"), _film("B", "b"), _film("C", "c"), _film("Two", "one", "other"))


def _list(name: str, *places: str, ordered: bool = True, subject: str | None = None, first: int = 1) -> RankedList:
    """Places are montage ids, or film titles in capitals for items that point to no montage."""
    items = tuple(
        ListItem(
            film=place if place[0].isupper() else "?",
            year=2000,
            rank=first + number if ordered else None,
            montage=None if place[0].isupper() else place,
        )
        for number, place in enumerate(places)
    )
    return RankedList(id=name, title=name, publisher="P", ordered=ordered, complete=False, items=items, subject=subject)


def _consensus(*lists: RankedList) -> Consensus:
    return consensus(Entries(films=FILMS, lists=lists).catalogue(""))


def _order(found: Consensus) -> list[tuple[int, str]]:
    return [(place.rank, place.montage_id) for place in found.places]


def test_the_score_is_the_sum_of_reciprocal_ranks() -> None:
    found = _consensus(_list("x", "a", "b"), _list("y", "b", "a", first=4))
    assert [place.score for place in found.places] == [
        float(Fraction(1, 61) + Fraction(1, 65)),
        float(Fraction(1, 62) + Fraction(1, 64)),
    ]
    assert _order(found) == [(1, "a"), (2, "b")]


def test_a_montage_of_one_list_does_not_enter_however_high_it_stands_there() -> None:
    assert _order(_consensus(_list("x", "c", "a"), _list("y", "a"))) == [(1, "a")]


def test_equal_scores_share_a_rank_and_the_next_is_skipped() -> None:
    found = _consensus(_list("x", "a", "b", "c"), _list("y", "b", "a", "c"))
    assert _order(found) == [(1, "a"), (1, "b"), (3, "c")]


def test_lists_of_one_subject_and_unordered_lists_have_no_say() -> None:
    found = _consensus(_list("x", "a"), _list("y", "a", subject="Rocky films"), _list("z", "a", ordered=False))
    assert found.places == ()
    assert found.lists_used == ("x",)


def test_each_place_says_which_list_put_it_where() -> None:
    found = _consensus(_list("x", "a", "b"), _list("y", "b", "a"))
    assert found.places[0].receipts == (Receipt(list_id="x", rank=1), Receipt(list_id="y", rank=2))


def test_a_film_of_several_montages_counts_for_the_one_lists_name_most() -> None:
    found = _consensus(_list("x", "TWO".title()), _list("y", "other"))
    assert _order(found) == [(1, "other")]
    assert found.places[0].receipts == (Receipt(list_id="x", rank=1, by_film=True), Receipt(list_id="y", rank=1))


def test_a_film_of_several_montages_counts_for_none_when_none_leads() -> None:
    found = _consensus(_list("x", "Two"), _list("y", "Two", "one", "other"), _list("z", "one", "other"))
    assert [receipt.by_film for place in found.places for receipt in place.receipts] == [False] * 4


def test_a_list_counts_a_montage_once_at_its_best_place() -> None:
    found = _consensus(_list("x", "a", "b", "a"), _list("y", "a"))
    assert found.places[0].receipts == (Receipt(list_id="x", rank=1), Receipt(list_id="y", rank=1))


def test_the_order_of_the_lists_does_not_matter() -> None:
    lists = (_list("x", "a", "b", "c"), _list("y", "b", "c"), _list("z", "c", "a"))
    assert _consensus(*lists) == _consensus(*reversed(lists))


def test_the_real_consensus_rests_on_enough_lists_and_leaves_subjects_out(catalogue: Catalogue) -> None:
    found = consensus(catalogue)
    subjects = {each.id for each in catalogue.lists if each.subject}
    assert len(found.lists_used) >= 25
    assert not subjects & set(found.lists_used)
    assert len(found.places) >= 15
    for place in found.places:
        assert len(place.receipts) >= FEWEST_LISTS
        for receipt in place.receipts:
            ranked = catalogue.ranked_list(receipt.list_id)
            assert ranked is not None
            assert any(item.rank == receipt.rank for item in ranked.items)


@pytest.mark.parametrize("name", ["Cormack", "2009", "60"])
def test_the_method_names_its_source(catalogue: Catalogue, name: str) -> None:
    assert name in consensus(catalogue).method
