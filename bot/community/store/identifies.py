"""The verbs of identifies: all processes take turns at Discord's buckets, and a shard that comes too often rests.

A turn is a moment, not a lock: whoever dies before it leaves a gap, and nobody waits for them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.identifies import Identified, Turn, identified_again, rest_of, turn_at
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.tables import identified_shards, identify_buckets

__all__ = ["Identifies"]

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

_buckets, _shards = identify_buckets.c, identified_shards.c


class Identifies:
    """When which bucket is free, and how often each shard identified lately."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, shard: int, bucket: int, spacing: timedelta, longest_queue: timedelta) -> Turn:
        """The next turn at a bucket, which is free again a `spacing` later; none while the shard has to rest."""

        async def take(connection: AsyncConnection) -> Turn:
            free_at = await _free_at(connection, bucket)
            now = await _now(connection)
            rest = rest_of(await _identified(connection, shard), now)
            if rest:
                return Turn(rest, granted=False)
            at = turn_at(free_at, now, longest_queue)
            query = update(identify_buckets).where(_buckets.bucket == bucket)
            await connection.execute(query.values(free_at=at + spacing))
            return Turn(at - now, granted=True)

        return await self._database.write(take)

    async def identified(self, shard: int) -> None:
        """The shard uses its turn now, which counts."""

        async def count(connection: AsyncConnection) -> None:
            now = await _now(connection)
            counted = identified_again(await _identified(connection, shard), now)
            values = {"times": counted.times, "at": counted.at}
            insert = insert_into(connection, identified_shards).values({"shard": shard} | values)
            await connection.execute(insert.on_conflict_do_update(index_elements=["shard"], set_=values))

        await self._database.write(count)


async def _free_at(connection: AsyncConnection, bucket: int) -> datetime:
    """When the bucket is free; all others who want it wait from now on until we are done."""
    first = insert_into(connection, identify_buckets).values(bucket=bucket, free_at=LONG_AGO)
    await connection.execute(first.on_conflict_do_nothing())
    query = select(_buckets.free_at).where(_buckets.bucket == bucket).with_for_update()
    return await connection.scalar(query) or LONG_AGO


async def _identified(connection: AsyncConnection, shard: int) -> Identified | None:
    row = (await connection.execute(select(identified_shards).where(_shards.shard == shard))).one_or_none()
    return None if row is None else Identified(row.times, row.at)


async def _now(connection: AsyncConnection) -> datetime:
    """By the clock of the server, which is the same for all processes; a file has but one machine."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: Any = await connection.scalar(select(func.clock_timestamp()))
    return now
