"""Settings: what follows from them, and how they are kept and seen by other processes."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.community.settings import MOST_CHANNELS, ServerSettings
from bot.community.store import revisions as timing
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.settings import Settings
from bot.community.store.store import Store

HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2
CHANNEL, OTHER = 11, 12
PATIENCE = 20.0  # seconds: what is tried here is what is known, not how soon


@pytest.mark.parametrize(
    ("settings", "asked", "private"),
    [
        (ServerSettings(), None, False),
        (ServerSettings(), True, True),
        (ServerSettings(private=True), None, True),
        (ServerSettings(private=True), False, False),
        (ServerSettings(channels=(CHANNEL,)), None, False),
        (ServerSettings(channels=(OTHER,)), None, True),
        (ServerSettings(channels=(OTHER,)), False, True),
    ],
)
def test_an_answer_is_private_where_the_server_or_whoever_asks_says_so(
    settings: ServerSettings, asked: bool | None, private: bool
) -> None:
    assert settings.is_private(CHANNEL, asked) is private


@pytest.mark.parametrize(
    ("settings", "answers"),
    [
        (ServerSettings(), True),
        (ServerSettings(private=True), True),
        (ServerSettings(mentions=False), False),
        (ServerSettings(channels=(CHANNEL,)), True),
        (ServerSettings(channels=(OTHER,)), False),
    ],
)
def test_a_mention_is_answered_where_all_may_see_it(settings: ServerSettings, answers: bool) -> None:
    assert settings.answers_messages_in(CHANNEL) is answers


async def test_what_was_decided_is_kept(address: Address, store: Store, database: Database) -> None:
    channels = tuple(range(2**63 - MOST_CHANNELS, 2**63))
    decided = ServerSettings("consensus", private=True, mentions=False, channels=channels, suggestions=CHANNEL)
    assert await store.settings.change(HERE, lambda _: decided) == decided
    again = Settings(database)
    assert again.of(HERE) == ServerSettings()
    await again.look()
    assert again.of(HERE) == decided
    assert again.of(ELSEWHERE) == again.of(None) == ServerSettings()


async def test_of_changes_at_once_none_is_lost(store: Store, address: Address) -> None:
    await store.settings.change(HERE, lambda before: before)
    others = [Database(address, longest=30) for _ in range(2)]
    ids = range(1, MOST_CHANNELS + 1)
    try:
        await asyncio.gather(*(Settings(others[each % 2]).change(HERE, adding(each)) for each in ids))
    finally:
        for each in others:
            await each.close()
    await store.settings.look()
    assert sorted(store.settings.of(HERE).channels) == [*ids]


def adding(channel: int):  # noqa: ANN201  a change of settings
    return lambda before: replace(before, channels=(*before.channels, channel))


async def test_a_change_is_seen_by_another_process_within_two_seconds(store: Store, address: Address) -> None:
    await store.settings.change(HERE, lambda before: replace(before, private=True))
    async with Store.at(address) as other:
        for _ in range(20):
            await asyncio.sleep(0.1)
            if other.settings.of(HERE).private:
                break
        assert other.settings.of(HERE).private
        await store.settings.change(HERE, lambda before: replace(before, private=False))
        for _ in range(20):
            await asyncio.sleep(0.1)
            if not other.settings.of(HERE).private:
                return
    raise AssertionError("the change was not seen")


async def test_what_was_decided_is_known_before_anybody_asks(store: Store, address: Address) -> None:
    await store.settings.change(HERE, lambda before: replace(before, private=True))
    async with Store.at(address) as other:
        await other.know(PATIENCE)
        assert other.settings.of(HERE).private


async def test_tables_that_take_longer_to_make_than_a_look_may_are_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # for so long no table can be made
    async with Store(Database(Address(file), longest=0.1)) as store:
        knowing = asyncio.create_task(store.know(PATIENCE))
        await asyncio.sleep(1)
        assert not knowing.done()
        other.execute("ROLLBACK")
        await knowing
    other.close()


async def test_without_a_database_nobody_waits_for_what_was_decided(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with Store.at(Address(tmp_path / "file" / "no-folder.sqlite3")) as store:
        await store.know(PATIENCE)  # each look fails, and that is the end of it
    begun = time.monotonic()
    await Store.at(Address(tmp_path / "closed.sqlite3")).know(0.05)
    assert time.monotonic() - begun < PATIENCE


async def test_settings_are_known_while_the_database_is_away_and_learnt_again_from_another(
    store: Store, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert timing.PAUSE <= 1
    await store.settings.change(HERE, lambda before: replace(before, private=True))
    await store.settings.look()
    await store.settings.change(HERE, lambda before: replace(before, mentions=False))
    assert store.settings.of(HERE) == ServerSettings(private=True, mentions=False)
    monkeypatch.setattr(store.settings, "_seen", 1000)
    await store.settings.look()
    assert store.settings.of(HERE) == ServerSettings(private=True, mentions=False)
