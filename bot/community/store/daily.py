"""The verbs of the daily montage: which puzzle a day has, and how far somebody has come with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.daily.order import next_puzzle
from bot.community.daily.streaks import Streak, streak_of
from bot.community.daily.tries import Standing, Try
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.revisions import next_revision
from bot.community.store.tables import daily_puzzles, daily_tries

__all__ = ["Daily"]

TOPIC = "daily"

_puzzles, _tries = daily_puzzles.c, daily_tries.c


class Daily:
    """Puzzles day by day, and tries at them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def puzzle(self, day: date, montages: Collection[str]) -> str | None:
        """The montage of a day: settled when first asked for, and then for good, whatever montages there are later.

        None where there are none. Raises StoreError, like every verb.
        """
        settled = await self._database.read(lambda connection: _puzzle_of(connection, day))
        if settled is not None or not montages:
            return settled

        async def settle(connection: AsyncConnection) -> str | None:
            await next_revision(connection, TOPIC)  # one after the other: two days are not to choose at once
            if before := await _puzzle_of(connection, day):
                return before
            montage = next_puzzle(montages, await _played(connection))
            await connection.execute(insert_into(connection, daily_puzzles).values(day=day, montage=montage))
            return montage

        return await self._database.write(settle)

    async def begin(self, day: date, member: int, at: datetime) -> Try:
        """Somebody's try at the puzzle of a day: the one that was begun, or else a new one."""
        begun = await self.begun(day, member)
        if begun is not None:
            return begun

        async def begin(connection: AsyncConnection) -> Try:
            row = {"day": day, "member": member} | _values(Try(day, at))
            await connection.execute(insert_into(connection, daily_tries).values(row).on_conflict_do_nothing())
            return await _try_of(connection, day, member) or Try(day, at)

        return await self._database.write(begin)

    async def begun(self, day: date, member: int) -> Try | None:
        """Somebody's try at the puzzle of a day; None where none was begun."""
        return await self._database.read(lambda connection: _try_of(connection, day, member))

    async def change(self, day: date, member: int, changed: Callable[[Try], Try]) -> Try | None:
        """What `changed` makes of a try; of several at once, one after the other. None where none was begun."""

        async def change(connection: AsyncConnection) -> Try | None:
            before = await _try_of(connection, day, member, lock=True)
            if before is None:
                return None
            after = changed(before)
            if after != before:
                await connection.execute(update(daily_tries).where(_is(day, member)).values(_values(after)))
            return after

        return await self._database.write(change)

    async def streak(self, member: int, today: date) -> Streak:
        """The streak of somebody."""
        query = select(_tries.day).where(and_(_tries.member == member, _tries.standing == Standing.FOUND))
        days = await self._database.read(lambda connection: connection.scalars(query))
        return streak_of(days, today)


async def _puzzle_of(connection: AsyncConnection, day: date) -> str | None:
    return await connection.scalar(select(_puzzles.montage).where(_puzzles.day == day))


async def _played(connection: AsyncConnection) -> dict[str, int]:
    rows = await connection.execute(select(_puzzles.montage, func.count().label("times")).group_by(_puzzles.montage))
    return {row.montage: row.times for row in rows}


async def _try_of(connection: AsyncConnection, day: date, member: int, *, lock: bool = False) -> Try | None:
    query = select(daily_tries).where(_is(day, member))
    row = (await connection.execute(query.with_for_update() if lock else query)).one_or_none()
    return _try(row) if row else None


def _is(day: date, member: int) -> ColumnElement[bool]:
    return and_(_tries.day == day, _tries.member == member)


def _try(row: Row[Any]) -> Try:
    return Try(row.day, row.begun_at, row.clues, row.guesses, Standing(row.standing), row.ended_at)


def _values(played: Try) -> dict[str, Any]:
    return {
        "begun_at": played.begun_at,
        "clues": played.clues,
        "guesses": played.guesses,
        "standing": str(played.standing),
        "ended_at": played.ended_at,
    }
