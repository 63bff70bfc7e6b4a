"""The verbs of reported mistakes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.reports import Report, full, settled
from bot.community.store.database import Database
from bot.community.store.revisions import next_revision
from bot.community.store.tables import reports
from bot.community.suggestions import Below
from bot.errors import MontageBotError

__all__ = ["Reports", "Settled"]

TOPIC = "reports"
GONE = "That report is not kept any more."

_rows = reports.c


class Settled(Struct, frozen=True):
    """What settling, or the opposite, has come to: the report as it stands now, and whether it was this that did it."""

    report: Report
    done: bool


class Reports:
    """What is said to be wrong, server by server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def report(
        self, server: int, member: int, montage: str, said: str, at: datetime, below: Below | None = None
    ) -> Report:
        """Keeps a report. Raises StoreError, or MontageBotError where too many wait already."""

        async def reported(connection: AsyncConnection) -> Report:
            await next_revision(connection, TOPIC)  # so that nobody else counts at the same moment
            waiting = and_(_rows.server == server, _rows.settled_at.is_(None))
            of_all = await _count(connection, waiting)
            of_one = await _count(connection, and_(waiting, _rows.member == member))
            if refusal := full(of_one, of_all):
                raise MontageBotError(refusal)
            row = {"server": server, "member": member, "montage": montage, "said": said, "made_at": at}
            where = {"channel": below.channel, "message": below.message} if below else {}
            made = await connection.execute(insert(reports).values(row | where).returning(_rows.number))
            return Report(made.scalar_one(), server, member, montage, said, below=below)

        return await self._database.write(reported)

    async def withdraw(self, server: int, number: int) -> None:
        """Forgets a report that could not be passed on to anybody."""
        waiting = and_(_is(server, number), _rows.settled_at.is_(None))
        await self._database.write(lambda connection: connection.execute(delete(reports).where(waiting)))

    async def settle(self, server: int, number: int, settle: bool, by: int, at: datetime) -> Settled:
        """Settles a report, or lets it wait again, unless somebody else was faster. Raises StoreError, and
        MontageBotError where there is none."""

        async def done(connection: AsyncConnection) -> Settled:
            await next_revision(connection, TOPIC)
            before = await _one(connection, server, number)
            after = settled(before, settle, by, at)
            if after is None:
                return Settled(before, done=False)
            values = {"settled_by": after[0], "settled_at": after[1]}
            await connection.execute(update(reports).where(_is(server, number)).values(values))
            return Settled(replace(before, settled_by=after[0], settled_at=after[1]), done=True)

        return await self._database.write(done)


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    return await connection.scalar(select(func.count()).select_from(reports).where(which)) or 0


async def _one(connection: AsyncConnection, server: int, number: int) -> Report:
    row = (await connection.execute(select(reports).where(_is(server, number)))).one_or_none()
    if row is None:
        raise MontageBotError(GONE)
    return _report(row)


def _is(server: int, number: int) -> ColumnElement[bool]:
    return and_(_rows.server == server, _rows.number == number)


def _report(row: Row[Any]) -> Report:
    below = Below(row.channel, row.message) if row.channel and row.message else None
    return Report(row.number, row.server, row.member, row.montage, row.said, row.settled_by, row.settled_at, below)
