"""The verbs of quizzes in flight. Each changes one only from the state it was thought to be in, so that of two timers,
or two clicks, one does nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.quiz.running import (
    PAUSE,
    Begun,
    Closed,
    Phase,
    Quiz,
    Refusal,
    Taken,
    ends_after_resuming,
    is_abandoned,
    may_resume,
    refusal_of,
    seconds_to_answer,
)
from bot.community.quiz.scoring import Score, Try, awards_of, tried
from bot.community.quiz.subjects import Verdict
from bot.community.store.database import Database
from bot.community.store.inserting import insert_into
from bot.community.store.quiz_rows import (
    awards_kept,
    change_quiz,
    earned_in,
    forget_quiz,
    keep_try,
    lock_quiz,
    quiz_in,
    quiz_values,
    tries_of,
)
from bot.community.store.tables import quiz_points, quizzes

__all__ = ["Quizzes"]


class Quizzes:
    """The quizzes that run now; of one that is over only the points are left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, quiz: Quiz, at: datetime) -> Begun:
        """Begins a quiz, unless one runs in the channel. Raises StoreError like every verb: then nothing changed."""

        async def begin(connection: AsyncConnection) -> Begun:
            there = await _in_channel(connection, quiz.channel)
            if there is not None and is_abandoned(there, at):
                await forget_quiz(connection, there.id)
            insert = insert_into(connection, quizzes).values(quiz_values(quiz))
            await connection.execute(insert.on_conflict_do_nothing())
            runs = await _in_channel(connection, quiz.channel) or quiz
            return Begun(runs, runs.id == quiz.id)

        return await self._database.write(begin)

    async def of(self, quiz_id: int) -> Quiz | None:
        """A quiz as it stands; None when it is over."""

        async def of(connection: AsyncConnection) -> Quiz | None:
            row = (await connection.execute(select(quizzes).where(quizzes.c.id == quiz_id))).one_or_none()
            return quiz_in(row) if row else None

        return await self._database.read(of)

    async def all(self) -> Sequence[Quiz]:
        """Every quiz that runs, or did when a process ended."""

        async def every(connection: AsyncConnection) -> Sequence[Quiz]:
            return [quiz_in(row) for row in await connection.execute(select(quizzes).order_by(quizzes.c.id))]

        return await self._database.read(every)

    async def resume(self, quiz_id: int, at: datetime) -> Quiz | None:
        """Takes a quiz up in a new process; None when it is over, or ends because it was taken up too often."""

        async def resume(connection: AsyncConnection) -> Quiz | None:
            quiz = await lock_quiz(connection, quiz_id)
            if quiz is None or may_resume(quiz, at):
                later = quiz and replace(quiz, resumed=quiz.resumed + 1, ends_at=ends_after_resuming(quiz, at))
                return await change_quiz(connection, later) if later else None
            await forget_quiz(connection, quiz_id)
            return None

        return await self._database.write(resume)

    async def move(self, quiz: Quiz, channel: int) -> Quiz | None:
        """The quiz is played in that channel, which was opened for it."""
        return await self._change(quiz, lambda now: replace(now, channel=channel))

    async def asked(self, quiz: Quiz, message: int, at: datetime) -> Quiz | None:
        """The round is to be seen in a message, and the time to answer begins."""
        ends_at = at + timedelta(seconds=seconds_to_answer(hard=quiz.hard))
        return await self._change(quiz, lambda now: replace(now, message=message, ends_at=ends_at))

    async def close(self, quiz: Quiz, at: datetime) -> Closed | None:
        """Ends the round and gives the points, once."""

        async def close(connection: AsyncConnection) -> Closed | None:
            now = await lock_quiz(connection, quiz.id)
            if now is None or not _is_at(now, quiz):
                return None
            awards = awards_of(await tries_of(connection, now), hard=now.hard)
            if awards:
                row = {"quiz": now.id, "number": now.number, "server": now.server, "earned_at": at}
                rows = [row | {"member": each.member, "points": each.points, "counts": each.counts} for each in awards]
                await connection.execute(quiz_points.insert(), rows)
            after = replace(now, phase=Phase.REVEALING, ends_at=at, resumed=0)
            return Closed(await change_quiz(connection, after), awards)

        return await self._database.write(close)

    async def closed(self, quiz: Quiz) -> Closed:
        """What a round that was closed has earned, for whoever has still to say it."""
        return Closed(quiz, await self._database.read(lambda connection: awards_kept(connection, quiz)))

    async def shown(self, quiz: Quiz, at: datetime) -> Quiz | None:
        """The answer was revealed; the pause until the next round begins."""
        return await self._change(quiz, lambda now: replace(now, phase=Phase.SHOWING, ends_at=at + PAUSE))

    async def go_on(self, quiz: Quiz, at: datetime) -> Quiz | None:
        """Begins the next round."""

        def following(now: Quiz) -> Quiz:
            ends_at = at + timedelta(seconds=seconds_to_answer(hard=now.hard))
            return replace(now, number=now.number + 1, phase=Phase.ASKING, message=None, ends_at=ends_at)

        return await self._change(quiz, following)

    async def earned(self, quiz_id: int) -> tuple[Score, ...]:
        """What everybody has earned in a quiz that runs."""
        return await self._database.read(lambda connection: earned_in(connection, quiz_id))

    async def end(self, quiz_id: int) -> tuple[Score, ...] | None:
        """Ends a quiz, whatever it is doing, and says what everybody earned in it; None when it was over."""

        async def end(connection: AsyncConnection) -> tuple[Score, ...] | None:
            if await lock_quiz(connection, quiz_id) is None:
                return None
            scores = await earned_in(connection, quiz_id)
            await forget_quiz(connection, quiz_id)
            return scores

        return await self._database.write(end)

    async def answer(
        self, quiz_id: int, number: int, member: int, answer: str, judged: Callable[[Quiz], Verdict], at: datetime
    ) -> Taken:
        """Takes an answer to a round, if there may be one; `judged` says what it is worth."""

        def answered(quiz: Quiz, before: Try, tries: Sequence[Try]) -> Try:
            place = max((each.place for each in tries), default=0) + 1
            return tried(before, judged(quiz), answer, place)

        return await self._take(quiz_id, number, member, at, answered)

    async def hint(self, quiz_id: int, number: int, member: int, at: datetime) -> Taken:
        """Notes that somebody has the hint; who has answered gets none."""
        return await self._take(quiz_id, number, member, at, lambda _quiz, before, _tries: replace(before, hinted=True))

    async def _take(
        self, quiz_id: int, number: int, member: int, at: datetime, made: Callable[[Quiz, Try, Sequence[Try]], Try]
    ) -> Taken:
        async def take(connection: AsyncConnection) -> Taken:
            quiz = await lock_quiz(connection, quiz_id)  # whoever answers waits for whoever answered before
            if quiz is None or quiz.number != number:
                return Taken(quiz, refusal=Refusal.OVER)
            tries = await tries_of(connection, quiz)
            before = next((each for each in tries if each.member == member), Try(member))
            refusal = refusal_of(quiz, number, before, at)
            if refusal is not None:
                return Taken(quiz, before, refusal)
            after = made(quiz, before, tries)
            await keep_try(connection, quiz, after)
            return Taken(quiz, after)

        return await self._database.write(take)

    async def _change(self, thought: Quiz, changed: Callable[[Quiz], Quiz]) -> Quiz | None:
        """Changes a quiz from the state it was thought to be in; None when it is in another by now."""

        async def change(connection: AsyncConnection) -> Quiz | None:
            now = await lock_quiz(connection, thought.id)
            return await change_quiz(connection, changed(now)) if now and _is_at(now, thought) else None

        return await self._database.write(change)


def _is_at(now: Quiz, thought: Quiz) -> bool:
    return (now.number, now.phase) == (thought.number, thought.phase)


async def _in_channel(connection: AsyncConnection, channel: int) -> Quiz | None:
    here = select(quizzes).where(quizzes.c.channel == channel).with_for_update()
    row = (await connection.execute(here)).one_or_none()
    return quiz_in(row) if row else None
