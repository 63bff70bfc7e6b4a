"""The verbs of questions that were not answered. They are noted in memory and kept a moment later: no answer waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.revisions import next_revision
from bot.community.store.tables import unanswered
from bot.community.unanswered import MOST_NOTED, Unanswered, superfluous
from bot.errors import StoreError

__all__ = ["UnansweredQuestions"]

TOPIC = "unanswered"
#: Questions written in one transaction: so many are surely written in time.
AT_ONCE = 100

_rows = unanswered.c


class _Key(Struct, frozen=True):
    server: int
    question: str


class UnansweredQuestions:
    """How often what was asked in vain, server by server."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._noted: dict[_Key, Unanswered] = {}

    def note(self, server: int, question: str, at: datetime, times: int = 1) -> None:
        """Counts a question, as it is to be kept; what is noted while too many wait is let go of."""
        key = _Key(server, question)
        before = self._noted.get(key)
        if question and (before is not None or len(self._noted) < MOST_NOTED):
            self._noted[key] = Unanswered(question, times + (before.times if before else 0), at)

    async def keep(self) -> None:
        """Writes what was noted since. Raises StoreError; then what is not written is still noted."""
        while self._noted:
            some = {key: self._noted.pop(key) for key in list(self._noted)[:AT_ONCE]}
            try:
                await self._database.write(partial(_add, noted=some))
            except StoreError:
                for key, each in some.items():
                    self.note(key.server, each.question, each.asked_at, each.times)
                raise

    async def of_server(self, server: int, most: int) -> tuple[Unanswered, ...]:
        """What was asked in vain on a server, most asked first. Raises StoreError."""
        most_first = (_rows.times.desc(), _rows.asked_at.desc(), _rows.question)
        query = select(unanswered).where(_rows.server == server).order_by(*most_first).limit(most)

        async def read(connection: AsyncConnection) -> tuple[Unanswered, ...]:
            return tuple(_unanswered(row) for row in await connection.execute(query))

        await self.keep()
        return await self._database.read(read)

    async def forget(self, server: int) -> None:
        """Begins to count anew."""
        self._noted = {key: each for key, each in self._noted.items() if key.server != server}
        here = delete(unanswered).where(_rows.server == server)
        await self._database.write(lambda connection: connection.execute(here))


async def _add(connection: AsyncConnection, noted: Mapping[_Key, Unanswered]) -> None:
    await next_revision(connection, TOPIC)  # so that two processes wait for one another, in no circle
    rows = [
        {"server": key.server, "question": key.question, "times": each.times, "asked_at": each.asked_at}
        for key, each in noted.items()
    ]
    insert = insert_into(connection, unanswered)
    more = {"times": unanswered.c.times + insert.excluded.times, "asked_at": insert.excluded.asked_at}
    counted = insert.on_conflict_do_update(index_elements=["server", "question"], set_=more)
    await connection.execute(counted, rows)
    for server in {key.server for key in noted}:
        await _make_room(connection, server)


async def _make_room(connection: AsyncConnection, server: int) -> None:
    here = select(unanswered).where(_rows.server == server).order_by(_rows.question)
    beyond = superfluous([_unanswered(row) for row in await connection.execute(here)])
    if beyond:
        await connection.execute(delete(unanswered).where(_rows.server == server, _rows.question.in_(beyond)))


def _unanswered(row: Row[Any]) -> Unanswered:
    return Unanswered(row.question, row.times, row.asked_at)
