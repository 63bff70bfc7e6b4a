"""The verbs of settings. What they are is known without waiting, as it was a second ago, whoever changed it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.settings import ServerSettings
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.revisions import next_revision
from bot.community.store.tables import server_settings
from bot.errors import StoreError

__all__ = ["Settings"]

TOPIC = "settings"
#: Seconds between two looks at what other processes have changed.
PAUSE = 1.0
UNDECIDED = ServerSettings()

_rows = server_settings.c


class Settings:
    """What was decided, server by server."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, ServerSettings] = {}
        self._seen = 0

    def of(self, server: int | None) -> ServerSettings:
        """The settings of a server as they are known: never waits, and goes on while the database is away."""
        return self._known.get(server or 0, UNDECIDED)

    async def change(self, server: int, changed: Callable[[ServerSettings], ServerSettings]) -> ServerSettings:
        """What `changed` makes of the settings of a server. Raises StoreError; then they stay as they were."""

        async def change(connection: AsyncConnection) -> ServerSettings:
            revision = await next_revision(connection, TOPIC)
            row = (await connection.execute(select(server_settings).where(_rows.server == server))).one_or_none()
            after = changed(_settings(row) if row else UNDECIDED)
            values = _values(after) | {"revision": revision}
            insert = insert_into(connection, server_settings).values({"server": server} | values)
            await connection.execute(insert.on_conflict_do_update(index_elements=["server"], set_=values))
            return after

        self._known[server] = await self._database.write(change)
        return self._known[server]

    async def look(self) -> None:
        """Learns what has changed. Raises StoreError; then all stays known as it was."""
        newest = await self._database.read(lambda connection: connection.scalar(select(func.max(_rows.revision)))) or 0
        if newest < self._seen:  # another database, from an older day
            self._seen = 0
            self._known.clear()
        if newest > self._seen:
            rows = await self._database.read(self._changed)
            self._known |= {row.server: _settings(row) for row in rows}
            self._seen = max((row.revision for row in rows), default=self._seen)

    async def follow(self) -> None:
        """Looks again and again, until it is cancelled."""
        while True:
            with suppress(StoreError):  # which the database has told the log
                await self.look()
            await asyncio.sleep(PAUSE)

    async def _changed(self, connection: AsyncConnection) -> list[Row[Any]]:
        rows = await connection.execute(select(server_settings).where(_rows.revision > self._seen))
        return [*rows]


def _settings(row: Row[Any]) -> ServerSettings:
    return ServerSettings(row.default_list, row.private, row.mentions, row.channels, row.suggestions)


def _values(settings: ServerSettings) -> dict[str, Any]:
    return {
        "default_list": settings.default_list,
        "private": settings.private,
        "mentions": settings.mentions,
        "channels": settings.channels,
        "suggestions": settings.suggestions,
    }
