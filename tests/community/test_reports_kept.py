"""Reported mistakes: how many may wait, who settles one, and how it is kept, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.community.reports import MOST_WAITING, MOST_WAITING_OF_ONE, Report, full, settled
from bot.community.store.store import Store
from bot.community.suggestions import Below
from bot.errors import MontageBotError

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2
MAYA, INES, PAUL = 2**61 + 1, 2**61 + 2, 2**61 + 3
WAITS = Report(1, HERE, MAYA, "rocky", "Wrong steps.")
DONE = Report(1, HERE, MAYA, "rocky", "Wrong steps.", INES, NOON)


@pytest.mark.parametrize(
    ("before", "settle", "after"),
    [
        (WAITS, True, (PAUL, NOON)),
        (DONE, False, (None, None)),
        (DONE, True, None),
        (WAITS, False, None),
        (Report(1, HERE, MAYA, "rocky", "", None, NOON), True, None),
    ],
)
def test_what_is_settled_is_settled_until_it_is_opened_again(
    before: Report, settle: bool, after: tuple[int | None, datetime | None] | None
) -> None:
    assert settled(before, settle, PAUL, NOON) == after


@pytest.mark.parametrize(
    ("of_one", "of_all", "begins"),
    [
        (0, 0, ""),
        (MOST_WAITING_OF_ONE - 1, MOST_WAITING - 1, ""),
        (MOST_WAITING_OF_ONE, MOST_WAITING_OF_ONE, "You have 5 reports"),
        (0, MOST_WAITING, "50 reports wait"),
    ],
)
def test_so_many_may_wait(of_one: int, of_all: int, begins: str) -> None:
    said = full(of_one, of_all)
    assert said.startswith(begins)
    assert bool(said) is bool(begins)


async def test_of_two_moderators_one_settles_it(store: Store) -> None:
    report = await store.reports.report(HERE, MAYA, "rocky", "Wrong steps.", NOON, Below(3, 4))
    both = [store.reports.settle(HERE, report.number, True, by, NOON) for by in (INES, PAUL)]
    first, second = await asyncio.gather(*both)
    assert sorted((first.done, second.done)) == [False, True]
    assert first.report == second.report
    assert first.report.settled_by in (INES, PAUL)
    assert first.report.below == Below(3, 4)


async def test_a_server_settles_nothing_of_another(store: Store) -> None:
    report = await store.reports.report(HERE, MAYA, "rocky", "Wrong steps.", NOON)
    with pytest.raises(MontageBotError, match="not kept any more"):
        await store.reports.settle(ELSEWHERE, report.number, True, INES, NOON)


async def test_what_is_settled_makes_room(store: Store) -> None:
    reports = [await store.reports.report(HERE, MAYA, "rocky", "Wrong.", NOON) for _ in range(MOST_WAITING_OF_ONE)]
    with pytest.raises(MontageBotError, match="You have 5 reports"):
        await store.reports.report(HERE, MAYA, "rocky", "Wrong.", NOON)
    await store.reports.settle(HERE, reports[0].number, True, INES, NOON)
    assert (await store.reports.report(HERE, MAYA, "rocky", "Wrong.", NOON)).number > reports[-1].number


async def test_what_is_withdrawn_is_not_kept(store: Store) -> None:
    report = await store.reports.report(HERE, MAYA, "rocky", "Wrong.", NOON)
    await store.reports.withdraw(HERE, report.number)
    assert await store.people.records_of(MAYA) == {}
