"""Numbers that only grow, so that other processes can ask for what has changed since they last looked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.inserting import insert_into
from bot.community.store.tables import changes
from bot.errors import StoreError

__all__ = ["PAUSE", "follow", "next_revision"]

#: Seconds between two looks at what other processes have changed.
PAUSE = 1.0


async def follow(*looks: Callable[[], Awaitable[None]], looked: Callable[[], object]) -> None:
    """Looks again and again at all that may have changed, until it is cancelled; tells each time that it has."""
    while True:
        for look in looks:
            with suppress(StoreError):  # which the database has told the log
                await look()
        looked()
        await asyncio.sleep(PAUSE)


async def next_revision(connection: AsyncConnection, topic: str) -> int:
    """The number of a change, taken first of all in its transaction: the next change waits until this one is committed.

    So nobody sees a number before a lower one, and of what is read and changed afterwards nothing is lost.
    """
    first = insert_into(connection, changes).values(topic=topic, revision=1)
    await connection.execute(
        first.on_conflict_do_update(index_elements=["topic"], set_={"revision": changes.c.revision + 1})
    )
    return await connection.scalar(select(changes.c.revision).where(changes.c.topic == topic)) or 1
