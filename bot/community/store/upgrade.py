"""Bringing the schema up to date: several processes may try at once, and one of them does it."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.community.store.address import Address
from bot.community.store.engine import READING, engine_at
from bot.community.store.steps import last_step, steps

__all__ = ["LOCK", "LONGEST_UPGRADE", "upgrade"]

#: Seconds that it may take, with the wait for another process that is at it.
LONGEST_UPGRADE = 20.0
#: Any number, the same in every process of ours: on PostgreSQL, whoever holds the lock of that number takes the steps.
LOCK = 0x4D4F4E54
#: Seconds that a file is waited for at a time, and between two times.
WAIT, PAUSE = 0.2, 0.05


async def upgrade(address: Address, seconds: float = LONGEST_UPGRADE) -> None:
    """Takes the steps that are missing, all or none. Raises TimeoutError, or whatever the database says."""
    if address.file:
        await asyncio.to_thread(_make_file, address.file)
    engine = engine_at(address, WAIT if address.file else seconds)
    try:
        async with asyncio.timeout(seconds):
            while not await _is_up_to_date(engine):
                if await _took_steps(engine):
                    return
                await asyncio.sleep(PAUSE)  # another process is at it
    finally:
        await engine.dispose()


def _make_file(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)  # who voted for what is nobody else's business


async def _is_up_to_date(engine: AsyncEngine) -> bool:
    """Looked at without a lock: most starts find nothing to do, and wait for nobody."""
    async with engine.connect() as connection:
        reader = await connection.execution_options(**{READING: True})
        return await reader.run_sync(last_step) == steps()[-1]


async def _took_steps(engine: AsyncEngine) -> bool:
    """Whether we got the lock, and so took all steps."""
    from bot.community.store.taking import take_steps  # most starts find nothing to do, and need no Alembic

    try:
        if engine.dialect.name == "sqlite":
            await _write_ahead(engine)
        async with engine.begin() as connection:
            if not await _locked(connection):
                return False
            await connection.run_sync(take_steps)
            return True
    except (OperationalError, sqlite3.OperationalError) as fault:
        if _is_busy(fault):
            return False
        raise


async def _write_ahead(engine: AsyncEngine) -> None:
    """Lets SQLite read while another writes; the file remembers it."""
    async with engine.connect() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.execute_fetchall("PRAGMA journal_mode = WAL")  # past SQLAlchemy, which would begin before


async def _locked(connection: AsyncConnection) -> bool:
    """Until the end of the transaction; on SQLite its beginning has locked."""
    if connection.dialect.name == "sqlite":
        return True
    return bool(await connection.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}))


def _is_busy(fault: Exception) -> bool:
    code = getattr(getattr(fault, "orig", fault), "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
