"""The verbs of where the bot is and was: a server it has left is forgotten after a while, in all tables."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.privacy import leaving_before, reconciled
from bot.community.store.columns import SERVER
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.tables import TABLES, servers

__all__ = ["Servers"]

AT_ONCE = 20  # servers that are forgotten in a turn


class Servers:
    """The servers the bot is on, and those it has left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def joined(self, server: int) -> None:
        """The bot is there, for the first time or again."""
        await self._database.write(lambda connection: _is_here(connection, [server]))

    async def left(self, server: int, at: datetime) -> None:
        """The bot is there no longer; when it left before, that counts."""
        await self._database.write(lambda connection: _is_gone(connection, [server], at))

    async def reconcile(self, present: Collection[int], is_ours: Callable[[int], bool], at: datetime) -> None:
        """Makes up for comings and goings that nobody told: `present` are the servers of this process."""

        async def done(connection: AsyncConnection) -> None:
            known = {row.server: row.left_at for row in await connection.execute(select(servers))}
            changed = reconciled(known, present, is_ours)
            await _is_here(connection, changed.here)
            await _is_gone(connection, changed.gone, at)

        await self._database.write(done)

    async def forget_left(self, is_ours: Callable[[int], bool], at: datetime) -> tuple[int, ...]:
        """Deletes all that is kept of servers that were left long enough ago; which they are.

        Each process forgets its own: whoever knows what is deleted by heart has to hear of it.
        """
        before = servers.c.left_at <= leaving_before(at)
        wanted = select(servers.c.server).where(before).order_by(servers.c.left_at)
        due = filter(is_ours, await self._database.read(lambda connection: connection.scalars(wanted)))
        return tuple([each for each in islice(due, AT_ONCE) if await self._forget(each, at)])

    async def _forget(self, server: int, at: datetime) -> bool:
        """Whether it was still to be forgotten; the bot may have come back in between."""

        async def forgotten(connection: AsyncConnection) -> bool:
            still = select(servers.c.server).where(servers.c.server == server, servers.c.left_at <= leaving_before(at))
            if await connection.scalar(still.with_for_update()) is None:
                return False
            for table in TABLES.sorted_tables:
                if SERVER in table.columns:
                    await connection.execute(delete(table).where(table.columns[SERVER] == server))
            return True

        return await self._database.write(forgotten)


async def _is_here(connection: AsyncConnection, present: Collection[int]) -> None:
    if present:
        rows = [{"server": each, "left_at": None} for each in sorted(present)]
        insert = insert_into(connection, servers)
        await connection.execute(insert.on_conflict_do_update(index_elements=["server"], set_={"left_at": None}), rows)


async def _is_gone(connection: AsyncConnection, gone: Collection[int], at: datetime) -> None:
    if gone:
        rows = [{"server": each, "left_at": at} for each in sorted(gone)]
        insert = insert_into(connection, servers)
        still_here = servers.c.left_at.is_(None)
        left = insert.on_conflict_do_update(index_elements=["server"], set_={"left_at": at}, where=still_here)
        await connection.execute(left, rows)
