"""A look at the database from outside: whether it lets us in, and how far its tables are. It changes nothing."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
import ssl
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.community.store.address import Address
from bot.community.store.steps import VERSIONS, steps

__all__ = ["Found", "look_at"]

#: Seconds that a look at a server may take.
PATIENCE = 5.0


class Found(StrEnum):
    """What a look comes to."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    NOT_OURS = "not ours"  # a file, but no database
    UNKNOWN_HOST = "unknown host"
    AWAY = "away"
    SILENT = "silent"
    NOT_ENCRYPTED = "not encrypted"
    PASSWORD = "password"  # noqa: S105  the kind of fault
    USER = "user"
    NO_DATABASE = "no database"
    BUSY = "busy"
    NO_RIGHTS = "no rights"
    REFUSED = "refused"


async def look_at(address: Address, seconds: float = PATIENCE) -> Found:
    """Never raises."""
    if address.file:
        return await asyncio.to_thread(_look_into, address.file)
    try:
        async with asyncio.timeout(seconds):
            return await _look_at_server(address.server)
    except (TimeoutError, OSError) as away:
        return _why_away(away)


async def _look_at_server(server: str) -> Found:
    import asyncpg  # only who has a server needs what talks to it

    try:
        connection = await asyncpg.connect(server)
        try:
            return await _found_on(connection)
        finally:
            connection.terminate()
    except asyncpg.InvalidPasswordError:
        return Found.PASSWORD
    except asyncpg.InvalidAuthorizationSpecificationError:
        return Found.USER
    except asyncpg.InvalidCatalogNameError:
        return Found.NO_DATABASE
    except (asyncpg.TooManyConnectionsError, asyncpg.CannotConnectNowError):
        return Found.BUSY
    except asyncpg.InsufficientPrivilegeError:
        return Found.NO_RIGHTS
    except (asyncpg.PostgresError, asyncpg.InterfaceError):
        return Found.REFUSED


async def _found_on(connection: Any) -> Found:
    if await connection.fetchval("SELECT to_regclass($1)", VERSIONS) is None:
        may_make = await connection.fetchval("SELECT has_schema_privilege(current_schema(), 'CREATE')")
        return Found.EMPTY if may_make else Found.NO_RIGHTS
    return _standing(await connection.fetchval(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608  a name of ours


def _why_away(away: OSError) -> Found:
    if isinstance(away, TimeoutError):
        return Found.SILENT
    if isinstance(away, socket.gaierror):
        return Found.UNKNOWN_HOST
    return Found.NOT_ENCRYPTED if isinstance(away, ssl.SSLError) or "SSL" in str(away) else Found.AWAY


def _look_into(file: Path) -> Found:
    if not file.exists() or not file.stat().st_size:
        return Found.EMPTY
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return _found_in(connection)
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return Found.BUSY
    except sqlite3.Error:
        return Found.NOT_OURS


def _found_in(connection: sqlite3.Connection) -> Found:
    known = connection.execute("SELECT name FROM sqlite_master WHERE name = ?", [VERSIONS]).fetchone()
    if known is None:
        return Found.EMPTY
    row = connection.execute(f"SELECT version_num FROM {VERSIONS}").fetchone()  # noqa: S608  a name of ours
    return _standing(row[0] if row else None)


def _standing(step: str | None) -> Found:
    known = steps()
    if step is None:
        return Found.EMPTY
    if step not in known:
        return Found.NEWER
    return Found.CURRENT if step == known[-1] else Found.OLDER
