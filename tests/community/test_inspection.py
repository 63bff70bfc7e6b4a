"""A look at a database says how far its tables are, or why it lets nobody in; on both kinds, and it changes nothing."""

from __future__ import annotations

import asyncio
import socket
import time
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.address import Address, address_of
from bot.community.store.database import Database
from bot.community.store.inspection import Found, look_at
from bot.community.store.steps import steps
from bot.community.store.taking import MIGRATIONS
from bot.errors import StoreError
from tests.community.refusing import refusing


async def look_at_step(address: Address, database: Database, step: str) -> Found:
    """What is found where that step was the last one taken."""

    async def take(connection: AsyncConnection) -> None:
        await connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})

    await database.write(take)
    return await look_at(address)


async def test_the_tables_are_known_to_be_missing_older_newer_or_right(address: Address, database: Database) -> None:
    assert await look_at(address) is Found.EMPTY
    assert await look_at(address) is Found.EMPTY, "looking makes nothing"
    await database.write(lambda connection: connection.execute(text("SELECT 1")))
    assert await look_at(address) is Found.CURRENT
    first, *_, last = steps()
    assert await look_at_step(address, database, first) is Found.OLDER
    assert await look_at_step(address, database, "9999") is Found.NEWER
    assert await look_at_step(address, database, last) is Found.CURRENT


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("28P01", Found.PASSWORD),
        ("28000", Found.USER),
        ("3D000", Found.NO_DATABASE),
        ("53300", Found.BUSY),
        ("57P03", Found.BUSY),
        ("42501", Found.NO_RIGHTS),
        ("XX000", Found.REFUSED),
    ],
)
async def test_a_server_that_lets_nobody_in_says_why(code: str, found: Found) -> None:
    with refusing(code) as port:
        assert await look_at(address_of(f"postgresql://maya:geheim@127.0.0.1:{port}/bot")) is found


async def test_a_server_without_encryption_is_no_server_for_who_wants_it() -> None:
    with refusing("28P01") as port:
        address = address_of(f"postgresql://maya:geheim@127.0.0.1:{port}/bot?sslmode=require")
        assert await look_at(address) is Found.NOT_ENCRYPTED


async def test_a_server_that_is_silent_is_waited_for_no_longer_than_said() -> None:
    begun = time.monotonic()
    with refusing("") as port:
        assert await look_at(address_of(f"postgresql://127.0.0.1:{port}/bot"), 0.3) is Found.SILENT
    assert time.monotonic() - begun < 3


async def test_a_server_that_is_not_there_is_away() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]  # where nobody listens
        assert await look_at(address_of(f"postgresql://127.0.0.1:{port}/bot")) is Found.AWAY


async def test_a_database_that_a_server_has_not_is_told(server: str) -> None:
    address = address_of(server)
    place, _, _ = address.server.partition("?")
    assert await look_at(Address(server=f"{place.rpartition('/')[0]}/no_such_database")) is Found.NO_DATABASE


async def test_who_may_make_no_tables_is_told_so(server: str) -> None:
    assert await look_at(Address(server=f"{address_of(server).server}_that_is_missing")) is Found.NO_RIGHTS


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Maya, " * 100, "utf-8")
    assert asyncio.run(look_at(Address(file))) is Found.NOT_OURS
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_the_files_of_the_steps_name_them_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    every = ScriptDirectory.from_config(config).walk_revisions()
    assert steps() == tuple(step.revision for step in every)[::-1]


async def test_a_database_that_is_newer_than_the_bot_is_left_as_it_is(address: Address, database: Database) -> None:
    assert await look_at_step(address, database, "9999") is Found.NEWER
    other = Database(address)
    with pytest.raises(StoreError):
        await other.read(lambda connection: connection.execute(text("SELECT 1")))
    await other.close()
    assert await look_at(address) is Found.NEWER
