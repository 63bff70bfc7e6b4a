"""The verbs of votes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.tables import votes
from bot.community.votes import Ballot, Counted, Poll, Tally, is_taken_back

__all__ = ["Votes"]

#: Seconds for which the count of all servers stands: it goes over every vote there is.
COUNT_STANDS = 60.0


class Votes:
    """Who voted for what, on which server."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._counting = asyncio.Lock()  # so that many who ask at once make one count
        self._counted: tuple[Poll, float] | None = None  # of all servers, and until when it stands

    async def click(self, ballot: Ballot, at: datetime) -> Counted:
        """Casts the vote, or takes it back where it stands. Raises StoreError like every verb: then nothing changed."""

        async def clicked(connection: AsyncConnection) -> Counted:
            cast_at = await connection.scalar(select(votes.c.cast_at).where(_is(ballot)).with_for_update())
            voted = cast_at is None or not is_taken_back(cast_at, at)
            if cast_at is None:
                await _cast(connection, ballot, at)
            elif not voted:
                await connection.execute(delete(votes).where(_is(ballot)))
            return Counted(voted, await _count(connection, ballot.server, ballot.montage))

        return await self._database.write(clicked)

    async def count(self, server: int, montage: str) -> int:
        """How many voted for a montage on a server."""
        return await self._database.read(lambda connection: _count(connection, server, montage))

    async def of_server(self, server: int) -> Poll:
        """How a server voted."""
        return await self._database.read(lambda connection: _of_server(connection, server))

    async def of_all(self) -> Poll:
        """How all servers voted together, up to a minute ago. Whoever votes on two of them is a voter of both, but one
        of the people."""
        async with self._counting:
            if self._counted is None or self._counted[1] <= self._clock():
                self._counted = await self._database.read(_of_all), self._clock() + COUNT_STANDS
            return self._counted[0]


async def _cast(connection: AsyncConnection, ballot: Ballot, at: datetime) -> None:
    """Adds the vote, unless another process did at the same moment."""
    row = {"server": ballot.server, "montage": ballot.montage, "member": ballot.user, "cast_at": at}
    await connection.execute(insert_into(connection, votes).values(row).on_conflict_do_nothing())


async def _count(connection: AsyncConnection, server: int, montage: str) -> int:
    alike = and_(votes.c.server == server, votes.c.montage == montage)
    return await connection.scalar(select(func.count()).select_from(votes).where(alike)) or 0


async def _of_server(connection: AsyncConnection, server: int) -> Poll:
    here = votes.c.server == server
    people = await connection.scalar(select(func.count(votes.c.member.distinct())).where(here)) or 0
    counted = select(votes.c.montage, func.count()).where(here).group_by(votes.c.montage)
    rows = (await connection.execute(counted)).all()
    return Poll(people, tuple(Tally(montage, number, people) for montage, number in rows))


async def _of_all(connection: AsyncConnection) -> Poll:
    people = await connection.scalar(select(func.count(votes.c.member.distinct()))) or 0
    voters = (
        select(votes.c.server, func.count(votes.c.member.distinct()).label("voters"))
        .group_by(votes.c.server)
        .subquery()
    )
    by_server = (
        select(votes.c.montage, votes.c.server, func.count().label("votes"))
        .group_by(votes.c.montage, votes.c.server)
        .subquery()
    )
    together = (
        select(by_server.c.montage, func.sum(by_server.c.votes), func.sum(voters.c.voters), func.count())
        .join(voters, by_server.c.server == voters.c.server)
        .group_by(by_server.c.montage)
    )
    rows = (await connection.execute(together)).all()
    return Poll(people, tuple(Tally(montage, int(number), int(of), on) for montage, number, of, on in rows))


def _is(ballot: Ballot) -> ColumnElement[bool]:
    return and_(votes.c.server == ballot.server, votes.c.montage == ballot.montage, votes.c.member == ballot.user)
