"""The verbs of suggestions. What was approved is known without waiting, as it was a second ago, whoever approved it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, json
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.database import Database
from bot.community.store.revisions import next_revision
from bot.community.store.tables import suggestions
from bot.community.suggestions import (
    MOST_APPROVED,
    TOO_MANY_APPROVED,
    Below,
    Decision,
    Facts,
    State,
    Suggestion,
    full,
    outcome_of,
)
from bot.errors import MontageBotError

__all__ = ["Approved", "Decided", "Suggestions"]

TOPIC = "suggestions"
MOST_AT_ONCE = 1000
GONE = "That suggestion is not kept any more."

_rows = suggestions.c


class Decided(Struct, frozen=True):
    """What a decision has come to: the suggestion as it stands now, and whether it was this decision that did it."""

    suggestion: Suggestion
    done: bool


class Approved(Struct, frozen=True):
    """What a server has approved, number by number; a change makes another one."""

    written: Mapping[int, str]

    def facts(self) -> dict[int, Facts]:
        return {number: _facts(text) for number, text in self.written.items()}


NONE = Approved({})


class Suggestions:
    """What was suggested, server by server."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._approved: dict[int, Approved] = {}
        self._seen = 0

    def approved(self, server: int | None) -> Approved:
        """What a server has approved as it is known: never waits, and goes on while the database is away."""
        return self._approved.get(server or 0, NONE)

    async def suggest(
        self, server: int, member: int, facts: Facts, at: datetime, below: Below | None = None
    ) -> Suggestion:
        """Keeps a suggestion. Raises StoreError, or MontageBotError where too many wait already."""

        async def suggested(connection: AsyncConnection) -> Suggestion:
            await next_revision(connection, TOPIC)  # so that nobody else counts at the same moment
            waiting = and_(_rows.server == server, _rows.state == State.OPEN)
            of_all = await _count(connection, waiting)
            of_one = await _count(connection, and_(waiting, _rows.member == member))
            if refusal := full(of_one, of_all):
                raise MontageBotError(refusal)
            row = {"server": server, "member": member, "facts": _written(facts), "state": State.OPEN, "made_at": at}
            where = {"channel": below.channel, "message": below.message} if below else {}
            made = await connection.execute(insert(suggestions).values(row | where).returning(_rows.number))
            return Suggestion(made.scalar_one(), server, member, facts, State.OPEN, below=below)

        return await self._database.write(suggested)

    async def one(self, server: int, number: int) -> Suggestion:
        """A suggestion of a server. Raises StoreError, and MontageBotError where there is none."""
        return await self._database.read(lambda connection: _one(connection, server, number))

    async def withdraw(self, server: int, number: int) -> None:
        """Forgets a suggestion that could not be passed on to anybody."""
        await self._database.write(
            lambda connection: connection.execute(
                delete(suggestions).where(_is(server, number), _rows.state == State.OPEN)
            )
        )

    async def edit(self, server: int, number: int, facts: Facts) -> Decided:
        """Other facts for a suggestion that waits; one that was decided on meanwhile stays as it is."""

        async def edited(connection: AsyncConnection) -> Decided:
            await next_revision(connection, TOPIC)
            before = await _one(connection, server, number)
            if before.state is not State.OPEN:
                return Decided(before, done=False)
            values = {"facts": _written(facts)}
            await connection.execute(update(suggestions).where(_is(server, number)).values(values))
            return Decided(replace(before, facts=facts), done=True)

        return await self._database.write(edited)

    async def decide(self, server: int, number: int, decision: Decision, by: int, at: datetime) -> Decided:
        """Decides, unless somebody else was faster: then it is told what they made of it. Raises StoreError."""

        async def decided(connection: AsyncConnection) -> Decided:
            revision = await next_revision(connection, TOPIC)
            before = await _one(connection, server, number)
            state = outcome_of(before.state, decision)
            if state is None:
                return Decided(before, done=False)
            if state is State.APPROVED:
                await _has_room(connection, server)
            after = replace(before, state=state, decided_by=by, decided_at=at)
            values = {"state": state, "decided_by": by, "decided_at": at, "revision": revision}
            await connection.execute(update(suggestions).where(_is(server, number)).values(values))
            return Decided(after, done=True)

        result = await self._database.write(decided)
        self._learn([(server, number, result.suggestion.state, _written(result.suggestion.facts))])
        return result

    async def all_approved(self) -> list[Suggestion]:
        """What was approved on all servers, oldest first."""
        return await self._database.read(_all_approved)

    def forget(self, server: int) -> None:
        """What was approved there is deleted."""
        self._approved.pop(server, None)

    async def look(self) -> None:
        """Learns what has changed. Raises StoreError; then all stays known as it was."""
        newest = await self._database.read(lambda connection: connection.scalar(select(func.max(_rows.revision)))) or 0
        if newest < self._seen:  # another database, from an older day
            self._seen = 0
            self._approved.clear()
        while newest > self._seen and (rows := await self._database.read(self._changed)):
            self._learn((row.server, row.number, State(row.state), row.facts) for row in rows)
            self._seen = rows[-1].revision

    async def _changed(self, connection: AsyncConnection) -> list[Row[Any]]:
        """The next changes, as many as are surely read in time."""
        changed = select(suggestions).where(_rows.revision > self._seen).order_by(_rows.revision).limit(MOST_AT_ONCE)
        return [*await connection.execute(changed)]

    def _learn(self, changed: Iterable[tuple[int, int, State, str]]) -> None:
        servers: dict[int, dict[int, str]] = {}
        for server, number, state, facts in changed:
            known = servers.setdefault(server, dict(self.approved(server).written))
            if state is State.APPROVED:
                known[number] = facts
            else:
                known.pop(number, None)
        for server, known in servers.items():
            if known != self.approved(server).written:
                self._approved[server] = Approved(dict(sorted(known.items())))


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    return await connection.scalar(select(func.count()).select_from(suggestions).where(which)) or 0


async def _has_room(connection: AsyncConnection, server: int) -> None:
    approved = await _count(connection, and_(_rows.server == server, _rows.state == State.APPROVED))
    if approved >= MOST_APPROVED:
        raise MontageBotError(TOO_MANY_APPROVED.format(most=MOST_APPROVED))


async def _one(connection: AsyncConnection, server: int, number: int) -> Suggestion:
    row = (await connection.execute(select(suggestions).where(_is(server, number)))).one_or_none()
    if row is None:
        raise MontageBotError(GONE)
    return _suggestion(row)


async def _all_approved(connection: AsyncConnection) -> list[Suggestion]:
    rows = await connection.execute(select(suggestions).where(_rows.state == State.APPROVED).order_by(_rows.number))
    return [_suggestion(row) for row in rows]


def _is(server: int, number: int) -> ColumnElement[bool]:
    return and_(_rows.server == server, _rows.number == number)


def _suggestion(row: Row[Any]) -> Suggestion:
    state, facts = State(row.state), _facts(row.facts)
    below = Below(row.channel, row.message) if row.channel and row.message else None
    return Suggestion(row.number, row.server, row.member, facts, state, row.decided_by, row.decided_at, below)


def _written(facts: Facts) -> str:
    return json.encode(facts).decode()


def _facts(written: str) -> Facts:
    return json.decode(written, type=Facts)
