"""The verbs of announcements: where the daily montage is announced, and that a day's is so once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.daily.announcing import Announcement
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.tables import daily_announced, daily_channels

__all__ = ["AGAIN_AFTER", "Announcements"]

#: What was taken and not done within this time, another process may take: whoever took it is gone. Discord remembers a
#: nonce for some minutes, so that a message that got through all the same is not posted a second time.
AGAIN_AFTER = timedelta(minutes=1)
MINUTES = 60

_channels, _announced = daily_channels.c, daily_announced.c


class Announcements:
    """Where and when the daily montage is announced, server by server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def every(self) -> tuple[Announcement, ...]:
        """Those of all servers."""
        rows = await self._database.read(lambda connection: connection.execute(select(daily_channels)))
        return tuple(map(_announcement, rows))

    async def set(self, wanted: Announcement) -> None:
        """Announces from now on as it is wanted, in the place of what was so before on the server."""
        values = {
            "channel": wanted.channel,
            "minute": wanted.at.hour * MINUTES + wanted.at.minute,
            "zone": wanted.zone,
            "since": wanted.since,
        }

        async def put(connection: AsyncConnection) -> None:
            insert = insert_into(connection, daily_channels).values({"server": wanted.server} | values)
            await connection.execute(insert.on_conflict_do_update(index_elements=["server"], set_=values))

        await self._database.write(put)

    async def end(self, server: int) -> None:
        """Announces on a server no more."""
        query = delete(daily_channels).where(_channels.server == server)
        await self._database.write(lambda connection: connection.execute(query))

    async def announced(self, day: date) -> frozenset[int]:
        """The servers that are done with a day."""
        query = select(_announced.server).where(and_(_announced.day == day, _announced.is_done))
        return frozenset(await self._database.read(lambda connection: connection.scalars(query)))

    async def take(self, server: int, day: date, at: datetime) -> bool:
        """Whether it is for us to announce a day's on a server: of all that try at once, one is told so."""
        row = {"server": server, "day": day, "taken_at": at, "is_done": False}
        here = and_(_announced.server == server, _announced.day == day)

        async def take(connection: AsyncConnection) -> bool:
            insert = insert_into(connection, daily_announced).values(row).on_conflict_do_nothing()
            if (await connection.execute(insert)).rowcount == 1:
                return True
            left = and_(here, _announced.is_done.is_(False), _announced.taken_at <= at - AGAIN_AFTER)
            return (await connection.execute(update(daily_announced).where(left).values(taken_at=at))).rowcount == 1

        return await self._database.write(take)

    async def done(self, server: int, day: date) -> None:
        """It is announced, or never can be: nobody else has to try."""
        here = and_(_announced.server == server, _announced.day == day)
        query = update(daily_announced).where(here).values(is_done=True)
        await self._database.write(lambda connection: connection.execute(query))


def _announcement(row: Row[Any]) -> Announcement:
    return Announcement(row.server, row.channel, time(*divmod(row.minute, MINUTES)), row.zone, row.since)
