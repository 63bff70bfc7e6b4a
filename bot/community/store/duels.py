"""The verbs of duels. Whoever votes or closes locks the duel first, so that no vote comes after its count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.duels import MOST_OPEN, Choice, Duel, Rating, Score, Settled, Side, is_over, may_close, rated
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.tables import duel_ratings, duel_votes, duels

__all__ = ["Duels"]

#: How long whoever closed a duel is left to tell, before another process does.
GRACE = timedelta(seconds=10)
#: How long it is tried to tell how a duel ended.
LONGEST_TOLD = timedelta(days=1)
AT_ONCE = 20  # duels that are closed in a turn


class Duels:
    """The duels of all servers, told apart by theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, duel: Duel) -> bool:
        """Begins a duel; False where too many go on. Raises StoreError like every verb: then nothing changed."""

        async def opened(connection: AsyncConnection) -> bool:
            going_on = and_(duels.c.server == duel.server, duels.c.closed.is_(False))
            if (await connection.scalar(select(func.count()).select_from(duels).where(going_on)) or 0) >= MOST_OPEN:
                return False
            await connection.execute(insert_into(connection, duels).values(_values(duel)).on_conflict_do_nothing())
            return True

        return await self._database.write(opened)

    async def place(self, duel: int, channel: int, message: int) -> None:
        """Where the message of a duel stands."""
        where = update(duels).where(duels.c.duel == duel).values(channel=channel, message=message)
        await self._database.write(lambda connection: connection.execute(where))

    async def choose(self, server: int, duel: int, user: int, side: Side, at: datetime) -> Choice:
        """Counts a member for a side, and no longer for the other."""

        async def chosen(connection: AsyncConnection) -> Choice:
            found = await _locked(connection, server, duel)
            if found is None or is_over(found, at):
                return Choice(counts=False)
            theirs = and_(duel_votes.c.duel == duel, duel_votes.c.member == user)
            before = await connection.scalar(select(duel_votes.c.side).where(theirs))
            row = {"server": server, "duel": duel, "member": user, "side": side.value}
            insert = insert_into(connection, duel_votes).values(row)
            await connection.execute(
                insert.on_conflict_do_update(index_elements=["duel", "member"], set_={"side": side.value})
            )
            return Choice(True, before not in (None, side), (await _score(connection, duel)).voters)

        return await self._database.write(chosen)

    async def close(self, server: int, duel: int, at: datetime, user: int = 0) -> Settled | None:
        """Closes a duel, for good, and rates; None where that user may not yet, or there is no such duel."""

        async def closed(connection: AsyncConnection) -> Settled | None:
            found = await _locked(connection, server, duel)
            if found is None or not may_close(found, user, at):
                return None
            if not found.closed:
                await _settle(connection, found, min(at, found.closes_at))
            after = await _locked(connection, server, duel)
            return after and Settled(after, await _ratings(connection, server), just_now=not found.closed)

        return await self._database.write(closed)

    async def told(self, duel: int) -> None:
        """The message of a duel says how it ended, or never will."""
        said = update(duels).where(duels.c.duel == duel).values(told=True)
        await self._database.write(lambda connection: connection.execute(said))

    async def due(self, at: datetime) -> Sequence[Duel]:
        """Duels to be closed, and those whose end nobody has told though somebody should have; the oldest first."""
        overdue = and_(duels.c.closed, duels.c.closes_at <= at - GRACE, duels.c.closes_at > at - LONGEST_TOLD)
        due = or_(and_(duels.c.closed.is_(False), duels.c.closes_at <= at), overdue)
        wanted = select(duels).where(duels.c.told.is_(False), due).order_by(duels.c.closes_at).limit(AT_ONCE)
        rows = await self._database.read(lambda connection: connection.execute(wanted))
        return [_duel(row) for row in rows]

    async def next_end(self, at: datetime) -> datetime | None:
        """When the next duel is due, which may be past."""
        waiting = or_(duels.c.closed.is_(False), duels.c.closes_at > at - LONGEST_TOLD)
        first = select(func.min(duels.c.closes_at)).where(duels.c.told.is_(False), waiting)
        return await self._database.read(lambda connection: connection.scalar(first))


async def _locked(connection: AsyncConnection, server: int, duel: int) -> Duel | None:
    """A duel of that server, which nobody else changes until the end of the transaction."""
    wanted = select(duels).where(duels.c.duel == duel, duels.c.server == server).with_for_update()
    row = (await connection.execute(wanted)).one_or_none()
    return _duel(row) if row else None


async def _settle(connection: AsyncConnection, duel: Duel, at: datetime) -> None:
    """Counts, rates, and forgets who was for which, and who started it."""
    score = await _score(connection, duel.id)
    await connection.execute(
        update(duels)
        .where(duels.c.duel == duel.id)
        .values(closed=True, closes_at=at, starter=None, first_votes=score.first, second_votes=score.second)
    )
    await connection.execute(delete(duel_votes).where(duel_votes.c.duel == duel.id))
    if score.voters:
        await _rate(connection, duel, score)


async def _rate(connection: AsyncConnection, duel: Duel, score: Score) -> None:
    for montage in sorted((duel.first, duel.second)):  # in one order, or two duels would wait for each other
        row = _rating_values(Rating()) | {"server": duel.server, "montage": montage}
        await connection.execute(insert_into(connection, duel_ratings).values(row).on_conflict_do_nothing())
    both = duel_ratings.c.montage.in_((duel.first, duel.second))
    wanted = select(duel_ratings).where(duel_ratings.c.server == duel.server, both)
    before = _by_montage(await connection.execute(wanted.order_by(duel_ratings.c.montage).with_for_update()))
    after = rated(before[duel.first], before[duel.second], score)
    for montage, rating in zip((duel.first, duel.second), after, strict=True):
        await connection.execute(update(duel_ratings).where(_is(duel.server, montage)).values(_rating_values(rating)))


async def _score(connection: AsyncConnection, duel: int) -> Score:
    counted = (
        select(duel_votes.c.side, func.count().label("voters"))
        .where(duel_votes.c.duel == duel)
        .group_by(duel_votes.c.side)
    )
    votes: dict[int, int] = {row.side: row.voters for row in await connection.execute(counted)}
    return Score(votes.get(Side.FIRST, 0), votes.get(Side.SECOND, 0))


async def _ratings(connection: AsyncConnection, server: int) -> dict[str, Rating]:
    return _by_montage(await connection.execute(select(duel_ratings).where(duel_ratings.c.server == server)))


def _by_montage(rows: Any) -> dict[str, Rating]:
    return {row.montage: Rating(row.mean, row.deviation, row.duels) for row in rows}


def _is(server: int, montage: str) -> ColumnElement[bool]:
    return and_(duel_ratings.c.server == server, duel_ratings.c.montage == montage)


def _rating_values(rating: Rating) -> dict[str, Any]:
    return {"mean": rating.mean, "deviation": rating.deviation, "duels": rating.duels}


def _values(duel: Duel) -> dict[str, Any]:
    return {
        "duel": duel.id,
        "server": duel.server,
        "first": duel.first,
        "second": duel.second,
        "starter": duel.starter,
        "closes_at": duel.closes_at,
        "closed": False,
        "first_votes": 0,
        "second_votes": 0,
        "told": False,
    }


def _duel(row: Row[Any]) -> Duel:
    return Duel(
        id=row.duel,
        server=row.server,
        first=row.first,
        second=row.second,
        starter=row.starter,
        closes_at=row.closes_at,
        closed=row.closed,
        score=Score(row.first_votes, row.second_votes),
        channel=row.channel,
        message=row.message,
    )
