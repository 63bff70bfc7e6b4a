"""When shards are opened: in their turn, after a rest, without a database, and on a day on which few are left."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.loopback import Loopback
from bot.community import identifies as rules
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.identifies import Identifies
from bot.community.store.store import Store
from bot.discord_app import turns
from bot.discord_app.turns import Turns

SPACING = 0.4  # seconds
SOON = SPACING / 2


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "SPACING", timedelta(seconds=SPACING))
    monkeypatch.setattr(rules, "FIRST_REST", timedelta(seconds=SPACING))
    monkeypatch.setattr(turns, "SHORTLY", 0.0)


@pytest.fixture
async def opened(store: Store) -> Store:
    """A store that has its tables: to make them takes a moment."""
    await store.votes.count(0, "rocky")
    return store


async def seconds(shards: Turns, *numbers: int) -> float:
    """That the shards take to have their turns one after the other."""
    begun = time.monotonic()
    for number in numbers:
        await shards.near(number)
        await shards.use(number)
    return time.monotonic() - begun


async def test_shards_of_two_processes_are_opened_one_after_the_other(opened: Store) -> None:
    one, other = Turns(opened.identifies, 4, (0, 1)), Turns(opened.identifies, 4, (2, 3))
    begun = time.monotonic()
    await asyncio.gather(seconds(one, 0, 1), seconds(other, 2, 3))
    assert time.monotonic() - begun >= SPACING * 2.9


async def test_shards_of_two_buckets_wait_for_each_other_no_longer(opened: Store) -> None:
    one, other = Turns(opened.identifies, 4, (0, 2)), Turns(opened.identifies, 4, (1, 3))
    one.buckets = other.buckets = 2
    begun = time.monotonic()
    await asyncio.gather(seconds(one, 0, 2), seconds(other, 1, 3))
    assert SPACING - 0.01 <= time.monotonic() - begun < SPACING * 3


async def test_whoever_dies_before_their_turn_holds_up_nobody(opened: Store) -> None:
    dead = asyncio.create_task(seconds(Turns(opened.identifies, 2, (0,)), 0, 0))
    await asyncio.sleep(SOON)
    dead.cancel()
    assert await seconds(Turns(opened.identifies, 2, (1,)), 1) < SPACING * 4


async def test_a_turn_that_passed_while_connecting_is_not_used(opened: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LATEST", 0.0)
    late = Turns(opened.identifies, 2, (0,))
    await late.near(0)
    await asyncio.sleep(SOON)
    assert await seconds(Turns(opened.identifies, 2, (1,)), 1) > 0
    await late.use(0)
    assert (await opened.identifies.take(1, 0, timedelta(0), timedelta(1))).after > timedelta(seconds=SOON)


async def test_a_turn_that_is_waited_for_too_long_is_kept(opened: Store) -> None:
    """discord.py waits for a minute, and then connects anew."""
    await seconds(Turns(opened.identifies, 2, (1,)), 1)
    waiting = Turns(opened.identifies, 2, (0,))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(SOON / 2):
            await waiting.use(0)
    assert await seconds(waiting, 0) < SPACING


async def test_a_shard_that_dies_again_and_again_rests_and_the_log_says_so(
    opened: Store, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(rules.FREE):
        await opened.identifies.identified(3)
    assert await seconds(Turns(opened.identifies, 4, (3,)), 3) >= SPACING / 2
    (line,) = caplog.messages
    assert line.startswith("Shard 3 was opened again and again within the last hour, so it rests for 0 s")


async def test_without_a_database_shards_are_opened_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", SPACING)
    monkeypatch.setattr(turns, "AGAIN", 0.05)
    (tmp_path / "kept").touch()
    database = Database(Address(tmp_path / "kept" / "store.sqlite3"), again_after=0.0)
    alone = Turns(Identifies(database), 4, (0, 1))
    assert await seconds(alone, 0) >= SPACING
    monkeypatch.setattr(turns, "AGAIN", 60.0)
    assert await seconds(alone, 1) < SPACING * 10, "patience is lost but once"
    await database.close()
    told = [line for line in caplog.messages if line.startswith("The database is away, so shard")]
    assert len(told) == 2


class LateInTheDay(Loopback):
    """A Discord that takes nothing more of the bot today; the day ends in a third of a second."""

    def _limit(self) -> dict[str, int]:
        return super()._limit() | {"remaining": 0, "reset_after": 300}


def test_on_a_day_on_which_few_connections_are_left_it_waits_and_says_so() -> None:
    with LateInTheDay() as discord, discord.program("run") as program:
        discord.wait_until_ready()
        program.kill()
        _, errors = program.communicate()
    assert b"Of the 1000 connections that Discord takes from this bot within a day, 0 are left, so it waits" in errors
