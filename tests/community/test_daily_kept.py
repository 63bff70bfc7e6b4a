"""What is kept of the daily montage, on both databases: puzzles, tries, and what was announced."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from bot.community.daily.announcing import Announcement
from bot.community.daily.order import next_puzzle
from bot.community.daily.streaks import Streak
from bot.community.daily.tries import Judged, Standing, Try
from bot.community.store.address import Address
from bot.community.store.announcements import AGAIN_AFTER
from bot.community.store.database import Database
from bot.community.store.store import Store

FIRST, DAY = date(2026, 1, 1), timedelta(days=1)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MAYA, THEO = 2**62 + 1, 2**62 + 2
IDS = [f"montage-{number}" for number in range(30)]


async def test_a_day_already_played_stays_whatever_montages_there_are_later(store: Store) -> None:
    days = [FIRST + DAY * number for number in range(10)]
    before = [await store.daily.puzzle(day, IDS) for day in days]
    assert before == [next_puzzle(IDS, Counter(filter(None, before[:at]))) for at in range(10)]
    more = [f"new-{number}" for number in range(60)]
    for there in ([*IDS, *more], more, IDS[:3]):
        assert [await store.daily.puzzle(day, there) for day in days] == before
    after = await store.daily.puzzle(FIRST + DAY * 10, [*IDS, *more])
    assert after not in before
    assert await store.daily.puzzle(FIRST + DAY * 11, []) is None
    assert await store.daily.puzzle(FIRST, []) == before[0]


async def test_all_processes_that_open_a_day_at_once_get_the_same_puzzle(store: Store, address: Address) -> None:
    await store.daily.puzzle(FIRST, IDS)
    stores = [store, *(Store(Database(address, longest=30)) for _ in range(2))]
    days = [FIRST + DAY * (1 + number % 2) for number in range(12)]
    try:
        found = await asyncio.gather(*(each.daily.puzzle(day, IDS) for each, day in zip(stores * 4, days, strict=True)))
    finally:
        for each in stores[1:]:
            await each.close()
    told = {day: {montage for montage, other in zip(found, days, strict=True) if other == day} for day in days}
    assert [len(each) for each in told.values()] == [1, 1]
    assert len({*found, await store.daily.puzzle(FIRST, IDS)}) == 3


async def test_a_try_is_kept_as_it_is_and_is_begun_once(store: Store, database: Database) -> None:
    assert await store.daily.begun(FIRST, MAYA) is None
    assert await store.daily.begin(FIRST, MAYA, NOON) == Try(FIRST, NOON)
    wrong = await store.daily.change(FIRST, MAYA, lambda before: before.guessed(Judged.WRONG, NOON))
    assert wrong == Try(FIRST, NOON, clues=2, guesses=1)
    later = NOON + timedelta(minutes=3)
    assert await store.daily.begin(FIRST, MAYA, later) == wrong
    found = await store.daily.change(FIRST, MAYA, lambda before: before.guessed(Judged.RIGHT, later))
    again = Store(database).daily
    assert await again.begun(FIRST, MAYA) == found == Try(FIRST, NOON, 2, 1, Standing.FOUND, later)
    assert await again.begun(FIRST, THEO) is None
    assert await again.begun(FIRST + DAY, MAYA) is None
    assert await again.change(FIRST, THEO, lambda before: before.given_up(NOON)) is None


async def test_of_guesses_sent_at_once_none_is_lost(store: Store, address: Address) -> None:
    await store.daily.begin(FIRST, MAYA, NOON)
    other = Store(Database(address, longest=30))
    try:
        await asyncio.gather(
            *(
                each.daily.change(FIRST, MAYA, lambda before: before.guessed(Judged.CLOSE, NOON))
                for each in [store, other] * 4
            )
        )
    finally:
        await other.close()
    played = await store.daily.begun(FIRST, MAYA)
    assert played is not None
    assert played.guesses == 8


@pytest.mark.parametrize(
    ("found", "lost", "streak"),
    [((0, 1, 2), (), Streak(3, 3)), ((0, 1), (2,), Streak(2, 2)), ((0,), (1, 2), Streak(0, 1)), ((), (), Streak())],
)
async def test_a_streak_counts_what_was_found(
    store: Store, found: tuple[int, ...], lost: tuple[int, ...], streak: Streak
) -> None:
    for number in (*found, *lost):
        day, judged = FIRST + DAY * number, Judged.RIGHT if number in found else Judged.WRONG
        await store.daily.begin(day, MAYA, NOON)
        await store.daily.change(day, MAYA, lambda before, judged=judged: before.guessed(judged, NOON))
        await store.daily.begin(day, THEO, NOON)
    assert await store.daily.streak(MAYA, FIRST + DAY * 2) == streak


async def test_a_server_has_one_announcement_the_last_that_was_set(store: Store) -> None:
    first = Announcement(1, 11, time(9, 30), "Europe/Berlin", NOON)
    other = Announcement(2, 21, time(0), "UTC", NOON)
    await store.announcements.set(first)
    await store.announcements.set(other)
    second = replace(first, channel=12, at=time(23, 59), zone="America/Argentina/ComodRivadavia")
    await store.announcements.set(second)
    assert sorted(await store.announcements.every(), key=lambda each: each.server) == [second, other]
    await store.announcements.end(1)
    await store.announcements.end(1)
    assert await store.announcements.every() == (other,)


async def test_of_all_that_would_announce_a_day_one_is_told_to(store: Store, address: Address) -> None:
    await store.announcements.every()
    other = Store(Database(address, longest=30))
    try:
        taken = await asyncio.gather(*(each.announcements.take(1, FIRST, NOON) for each in [store, other] * 5))
    finally:
        await other.close()
    assert sum(taken) == 1
    assert await store.announcements.take(2, FIRST, NOON)
    assert await store.announcements.take(1, FIRST + DAY, NOON)


async def test_what_a_killed_process_took_another_announces_and_what_is_done_nobody(store: Store) -> None:
    take, later = store.announcements.take, NOON + AGAIN_AFTER
    assert await take(1, FIRST, NOON)
    assert not await take(1, FIRST, later - timedelta(seconds=1))
    assert await take(1, FIRST, later)
    assert not await take(1, FIRST, later)
    assert await store.announcements.announced(FIRST) == frozenset()
    await store.announcements.done(1, FIRST)
    assert await store.announcements.announced(FIRST) == {1}
    assert not await take(1, FIRST, later + DAY)
