"""What every verb rests on: no update is lost, several processes may start at once, and the schema is as told."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData, Table, func, insert, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.address import Address
from bot.community.store.database import Database, Ending
from bot.community.store.engine import engine_at
from bot.community.store.store import Store
from bot.community.store.tables import TABLES
from bot.community.store.upgrade import LOCK, upgrade
from bot.community.votes import Ballot
from bot.errors import MontageBotError
from tests.community.failing import NOON

ROOT = Path(__file__).resolve().parents[2]
UPDATES, CONNECTED = 200, 4
PATIENCE = 30.0  # seconds of the fixture's database
counters = Table("counters", MetaData(), Column("id", Integer, primary_key=True), Column("number", Integer))


async def add_one(connection: AsyncConnection) -> None:
    """Reads, thinks, and writes what it thought."""
    number = await connection.scalar(select(counters.c.number).with_for_update())
    await asyncio.sleep(0)
    await connection.execute(update(counters).values(number=(number or 0) + 1))


async def begin_to_count(connection: AsyncConnection) -> None:
    await connection.run_sync(counters.metadata.create_all)
    await connection.execute(insert(counters).values(id=1, number=0))


async def number_in(connection: AsyncConnection) -> int | None:
    return await connection.scalar(select(counters.c.number))


async def test_of_two_hundred_updates_at_once_none_is_lost(address: Address, database: Database) -> None:
    await database.write(begin_to_count)
    others = [Database(address, longest=60) for _ in range(CONNECTED)]  # each with connections of its own
    try:
        await asyncio.gather(*(others[number % CONNECTED].write(add_one) for number in range(UPDATES)))
    finally:
        for each in others:
            await each.close()
    assert await database.read(number_in) == UPDATES


async def test_whoever_watches_is_told_the_shelf_the_ending_and_the_seconds_of_every_verb(store: Store) -> None:
    told: list[tuple[str, Ending, float]] = []
    store.watch(lambda *done: told.append(done))
    await store.votes.click(Ballot(1, "rocky", 1), NOON)
    await store.votes.of_all()
    with pytest.raises(MontageBotError):
        await store.suggestions.one(1, 1)
    assert [done[:2] for done in told] == [
        ("votes", Ending.DONE),
        ("votes", Ending.DONE),
        ("suggestions", Ending.REFUSED),
    ]
    assert all(0 < seconds < PATIENCE for _, _, seconds in told)


async def test_a_transaction_that_fails_leaves_nothing_behind(database: Database) -> None:
    async def fail(connection: AsyncConnection) -> None:
        await add_one(connection)
        raise ZeroDivisionError

    await database.write(begin_to_count)
    with pytest.raises(ZeroDivisionError):
        await database.write(fail)
    assert await database.read(number_in) == 0


UPGRADE = """
import asyncio, sys
from bot.community.store.address import address_of
from bot.community.store.upgrade import LOCK, upgrade
from bot.community.votes import Ballot
from bot.errors import MontageBotError
from tests.community.failing import NOON
asyncio.run(upgrade(address_of(sys.argv[1])))
"""


async def test_several_processes_may_start_at_once(url: str, database: Database) -> None:
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", UPGRADE, url, cwd=ROOT, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(4)
    ]
    said = [(await each.communicate())[1].decode() for each in started]
    assert said == [""] * 4
    assert await database.read(lambda connection: connection.run_sync(_tables)) == {*TABLES.tables, "alembic_version"}


@asynccontextmanager
async def locked(address: Address) -> AsyncIterator[None]:
    """Another process is about to take the steps, and takes its time."""
    if address.file:
        address.file.parent.mkdir(exist_ok=True)
    engine = engine_at(address, 30)
    async with engine.begin() as connection:
        if address.server:
            await connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        yield
    await engine.dispose()


async def test_whoever_waits_too_long_for_another_to_take_the_steps_gives_up(address: Address) -> None:
    async with locked(address):
        with pytest.raises(TimeoutError):
            await upgrade(address, seconds=0.5)
    await upgrade(address)


async def test_a_start_that_finds_nothing_to_do_waits_for_nobody(address: Address) -> None:
    await upgrade(address)
    async with locked(address):
        await upgrade(address, seconds=5)


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    file = tmp_path / "what? 100% #1 ü.sqlite3"
    asyncio.run(upgrade(Address(file)))
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


async def test_the_migrations_lead_to_the_tables(address: Address, database: Database) -> None:
    await upgrade(address)
    await upgrade(address)  # which changes nothing any more
    assert await database.read(lambda connection: connection.run_sync(_differences)) == []


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _differences(connection: Connection) -> list[object]:
    return [*compare_metadata(MigrationContext.configure(connection), TABLES)]
