"""PostgreSQL away or hanging: a vote is refused in time, and all goes on by itself when it is back."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from urllib.parse import quote, urlsplit

import asyncpg
import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.database import UNSURE
from bot.community.store.tables import votes
from bot.community.votes import Counted
from bot.errors import StoreError
from tests.community.failing import BALLOT, NOON, hasty, in_the_end, refused


class Way:
    """A way to PostgreSQL that can be cut or made to hang."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._open = asyncio.Event()
        self._open.set()
        self.port = 0

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for each in self._writers:
            each.transport.abort()
        await asyncio.sleep(0.05)

    def hang(self) -> None:
        self._open.clear()

    def go_on(self) -> None:
        self._open.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._host, self._port)
        self._writers |= {writer, back}
        await asyncio.gather(self._pass_on(reader, back), self._pass_on(there, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65_536):
                await self._open.wait()
                writer.write(data)
        except ConnectionError:
            pass
        finally:
            writer.close()


@pytest.fixture
async def way(server: str) -> AsyncIterator[Way]:
    probe = await asyncpg.connect(server)
    port = await probe.fetchval("SELECT inet_server_port()") or 5432
    await probe.close()
    made = Way("127.0.0.1", int(port))
    await made.start()
    yield made
    made.go_on()
    await made.cut()


@pytest.fixture
async def url(server: str, way: Way) -> str:
    """The address of the test's schema, by that way."""
    probe = await asyncpg.connect(server)
    user, database, schema = await probe.fetchval("SELECT ARRAY[current_user, current_database(), current_schema()]")
    await probe.close()
    password = urlsplit(server).password
    name = f"{quote(user)}:{password}" if password else quote(user)
    url = f"postgresql://{name}@127.0.0.1:{way.port}/{quote(database)}?sslmode=disable&search_path={schema}"
    try:
        await (await asyncpg.connect(url)).close()
    except asyncpg.InvalidAuthorizationSpecificationError as refusal:
        if os.environ.get("MONTAGE_TEST_POSTGRES_URL"):
            raise
        pytest.skip(f"PostgreSQL takes nobody over the network: {refusal}")
    return url


async def test_a_server_that_is_away_refuses_votes_until_it_is_back(way: Way, url: str) -> None:
    async with hasty(url, there=True) as store:
        assert await store.votes.click(BALLOT, NOON) == Counted(True, 1)
        await way.cut()
        await refused(store)
        await refused(store)
        await way.start()
        assert await in_the_end(store) == Counted(True, 2)


async def test_a_server_that_hangs_refuses_votes_in_time(way: Way, url: str) -> None:
    async with hasty(url, there=True) as store:
        await store.votes.click(BALLOT, NOON)
        way.hang()
        await refused(store)
        way.go_on()
        assert (await in_the_end(store)).voted


async def test_what_was_broken_off_while_it_was_saved_is_not_said_to_be_lost(way: Way, url: str) -> None:
    async with hasty(url, there=True) as store:
        await store.votes.click(BALLOT, NOON)

        async def hang_at_the_end(connection: AsyncConnection) -> None:
            await connection.execute(delete(votes))
            way.hang()

        with pytest.raises(StoreError) as raised:
            await store._database.write(hang_at_the_end)
        assert str(raised.value) == UNSURE
        way.go_on()
        assert (await in_the_end(store)).voted


async def test_a_server_that_was_away_at_the_start_is_taken_up_later(way: Way, url: str) -> None:
    await way.cut()
    async with hasty(url) as store, store:
        await refused(store)
        await way.start()
        assert await in_the_end(store) == Counted(True, 1)
