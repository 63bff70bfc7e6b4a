"""Engines: how a connection to SQLite or PostgreSQL is opened, and how a transaction on it begins."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.community.store.address import Address

__all__ = ["CONNECTIONS", "READING", "engine_at"]

#: The option of a connection that only reads: on SQLite it waits for no writer.
READING = "only_reading"
CONNECTIONS = 5
NAME = "montage-bot"


def engine_at(address: Address, seconds: float) -> AsyncEngine:
    """An engine, not connected yet, whose statements wait no longer than that for others."""
    return _of_file(address.file, seconds) if address.file else _of_server(address.server, seconds)


def _of_file(file: Path, seconds: float) -> AsyncEngine:
    url = URL.create("sqlite+aiosqlite", database=str(file))  # whatever stands in its name
    engine = create_async_engine(url, pool_size=CONNECTIONS, max_overflow=0, pool_timeout=seconds)

    def connected(connection: Any, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # Python's own sqlite3 would begin late, and then overwrite what it read
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        cursor.execute("PRAGMA synchronous = FULL")  # what was confirmed is on the disk
        cursor.close()

    def taken(_connection: Any, _entry: ConnectionPoolEntry, _proxy: Any) -> None:
        if not file.exists():
            raise DisconnectionError(f"{file} is gone")  # else it would be written to where nobody finds it

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "checkout", taken)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Whoever reads and then writes holds the lock from the first: no other can write in between."""
    only_reads = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _of_server(server: str, seconds: float) -> AsyncEngine:
    settings = {"application_name": NAME, "statement_timeout": f"{round(seconds * 1000)}"}

    async def connected() -> Any:
        import asyncpg  # only who has a server needs what talks to it

        try:
            async with asyncio.timeout(seconds):
                return await asyncpg.connect(server, server_settings=settings)
        except (asyncpg.PostgresError, asyncpg.InterfaceError) as refused:
            raise ConnectionError(str(refused)) from None

    return create_async_engine(
        "postgresql+asyncpg://",  # the address has a password in it, which no message of the engine may show
        async_creator=connected,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=seconds,
        pool_pre_ping=True,
    )
