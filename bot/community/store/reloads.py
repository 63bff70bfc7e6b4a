"""The verbs of reloads: one process is told to read its data anew, and all others hear of it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from bot.community.store.database import Database
from bot.community.store.revisions import next_revision
from bot.community.store.tables import changes

__all__ = ["Reloads"]

TOPIC = "reload"


class Reloads:
    """Calls that go to all processes; who does not listen is not told, and looks for none."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heard: Callable[[], object] | None = None
        self._seen: int | None = None  # None: what was called before this process began is none of its business

    def listen(self, heard: Callable[[], object]) -> None:
        """From now on `heard` is called, in the event loop, for each call of another process."""
        self._heard = heard

    async def call(self) -> None:
        """Tells all others. Raises StoreError."""
        self._seen = await self._database.write(lambda connection: next_revision(connection, TOPIC))

    async def look(self) -> None:
        """Hears what others have called. Raises StoreError; then it is heard later."""
        if self._heard is None:
            return
        query = select(changes.c.revision).where(changes.c.topic == TOPIC)
        newest = await self._database.read(lambda connection: connection.scalar(query)) or 0
        if self._seen is not None and newest > self._seen:
            self._heard()
        self._seen = newest
