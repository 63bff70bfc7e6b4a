"""A list of thousands costs no more than the page that is shown, and is the same list."""

from __future__ import annotations

import time

import pytest

from benchmarks.synthetic import sized
from bot.answers.guide import Guide
from bot.answers.lazy import Distinct, Each
from bot.answers.memory import MOST_SHOWN, Memory
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.selection import Filter

FILMS = 4000


@pytest.fixture(scope="module")
def large(catalogue: Catalogue) -> Guide:
    return Guide(sized(catalogue, FILMS), absent=(), memory=Memory())


def test_rows_are_made_only_where_somebody_looks() -> None:
    made: list[int] = []

    def make(item: int) -> int:
        made.append(item)
        return -item

    rows = Each(range(10_000), make)
    assert (len(rows), rows[20:22], rows[-1], made) == (10_000, (-20, -21), -9999, [20, 21, 9999])
    assert Each([1, 2], make) == (-1, -2) != Each([1, 2, 3], make)
    assert tuple(rows)[:2] == (0, -1)


def test_distinct_values_are_made_once_and_each_is_once() -> None:
    times: list[int] = []

    def values() -> str:
        times.append(1)
        return "abca"

    row = Distinct(values)
    assert not times
    assert (list(row), len(row), row[:2], row[-1]) == (["a", "b", "c"], 3, ("a", "b"), "c")
    assert row == ("a", "b", "c")
    assert hash(row) == hash(("a", "b", "c"))
    assert len(times) == 1


def test_a_long_list_has_all_its_rows_and_names(large: Guide) -> None:
    answer = large.where(Filter(first_year=1900))
    assert answer.listing is not None
    count = len(large.catalogue.montages)
    assert len(answer.listing.rows) == len(answer.montages) == len(set(answer.montages)) == count
    assert len(answer.films) == FILMS
    assert [row.montage_id for row in answer.listing.rows] == list(answer.montages)
    again = large.listing(answer.listing.key).listing
    assert again is not None
    assert again.rows[count - 7 :] == answer.listing.rows[count - 7 :]


def test_of_a_long_list_the_beginning_and_the_end_are_remembered(large: Guide) -> None:
    memory, answer = Memory(), large.where(Filter(first_year=1900))
    memory.remember("one", answer)
    remembered = memory.context("one").montages
    assert (len(remembered), remembered[:-1]) == (MOST_SHOWN, tuple(answer.montages[: MOST_SHOWN - 1]))
    assert remembered[-1] == answer.montages[-1]


def test_a_page_of_everything_takes_no_longer_than_a_few_looks_at_it(large: Guide) -> None:
    def spent() -> float:
        start = time.process_time()
        answer = large.where(Filter(first_year=1900))
        assert answer.listing is not None
        assert len(answer.listing.rows[:10]) == 10
        return time.process_time() - start

    def look() -> float:
        start = time.process_time()
        assert {montage.film.id for montage in large.catalogue.montages}
        return time.process_time() - start

    assert min(spent() for _ in range(9)) < 12 * min(look() for _ in range(9)), "all rows alone take fifty"
