"""Both databases: SQLite in a folder of the test's own, PostgreSQL in a schema of its own where a server answers."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

import bot.community.store.taking  # noqa: F401  a test that holds a time is not to wait for Alembic
from bot.community.store.address import Address, address_of
from bot.community.store.database import Database
from bot.community.store.store import Store

#: The local socket or port 5432, as whoever runs the tests.
LOCAL = "postgresql:///postgres"
PATIENCE = 30.0  # seconds: what is tried here is what is kept, not how soon


async def postgres() -> str:
    """A PostgreSQL server to try things on; the test is skipped where none was named and none answers."""
    named = os.environ.get("MONTAGE_TEST_POSTGRES_URL")
    if named:
        return named  # then it has to answer
    try:
        await (await asyncpg.connect(LOCAL, timeout=2)).close()
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as away:
        pytest.skip(f"no PostgreSQL answers, and MONTAGE_TEST_POSTGRES_URL names none: {away}")
    return LOCAL


@pytest.fixture
async def server() -> AsyncIterator[str]:
    """The address of an empty schema of a PostgreSQL server."""
    server, schema = await postgres(), f"montage_test_{secrets.token_hex(6)}"
    await _do(server, f"CREATE SCHEMA {schema}")
    yield f"{server}{'&' if '?' in server else '?'}search_path={schema}"
    await _do(server, f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The address of a file in a folder that is not there yet."""
    return f"sqlite:///{tmp_path}/kept/votes.sqlite3"


@pytest.fixture(params=["file", "server"], ids=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, of each kind."""
    return request.getfixturevalue(request.param)


async def _do(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(statement)
    await connection.close()


@pytest.fixture
def address(url: str) -> Address:
    return address_of(url)


@pytest.fixture
async def database(address: Address) -> AsyncIterator[Database]:
    patient = Database(address, longest=PATIENCE)
    yield patient
    await patient.close()


@pytest.fixture
async def store(database: Database) -> Store:
    return Store(database)
