"""A quiz and its tries as rows of their tables, and back."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Row, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.quiz.questions import Question
from bot.community.quiz.running import Phase, Quiz
from bot.community.quiz.scoring import Award, Score, Try
from bot.community.quiz.subjects import Verdict
from bot.community.store.inserting import insert_into
from bot.community.store.tables import quiz_points, quiz_tries, quizzes

__all__ = [
    "awards_kept",
    "change_quiz",
    "earned_in",
    "forget_quiz",
    "keep_try",
    "lock_quiz",
    "quiz_in",
    "quiz_values",
    "tries_of",
]


def quiz_in(row: Row[Any]) -> Quiz:
    questions = msgspec.json.decode(row.questions, type=tuple[Question, ...])
    return Quiz(
        row.id,
        row.server,
        row.channel,
        row.starter,
        row.hard,
        questions,
        row.ends_at,
        row.number,
        Phase(row.phase),
        row.message,
        row.resumed,
    )


def quiz_values(quiz: Quiz) -> dict[str, Any]:
    return {
        "id": quiz.id,
        "server": quiz.server,
        "channel": quiz.channel,
        "starter": quiz.starter,
        "hard": quiz.hard,
        "questions": msgspec.json.encode(quiz.questions).decode(),
        "ends_at": quiz.ends_at,
        "number": quiz.number,
        "phase": quiz.phase.value,
        "message": quiz.message,
        "resumed": quiz.resumed,
    }


async def lock_quiz(connection: AsyncConnection, quiz_id: int) -> Quiz | None:
    """The quiz, which nobody else changes until the transaction ends; None when it is over."""
    row = (await connection.execute(select(quizzes).where(quizzes.c.id == quiz_id).with_for_update())).one_or_none()
    return quiz_in(row) if row else None


async def change_quiz(connection: AsyncConnection, quiz: Quiz) -> Quiz:
    """Keeps what has changed of a quiz; its questions never do."""
    values = {name: value for name, value in quiz_values(quiz).items() if name not in ("id", "questions")}
    await connection.execute(quizzes.update().where(quizzes.c.id == quiz.id).values(values))
    return quiz


async def forget_quiz(connection: AsyncConnection, quiz_id: int) -> None:
    """Lets go of everything but the points that count."""
    uncounted = and_(quiz_points.c.quiz == quiz_id, quiz_points.c.counts.is_(False))
    for statement in (
        delete(quiz_points).where(uncounted),
        delete(quiz_tries).where(quiz_tries.c.quiz == quiz_id),
        delete(quizzes).where(quizzes.c.id == quiz_id),
    ):
        await connection.execute(statement)


async def tries_of(connection: AsyncConnection, quiz: Quiz) -> tuple[Try, ...]:
    """What was done in the round that the quiz is at."""
    rows = await connection.execute(select(quiz_tries).where(_of_round(quiz)))
    return tuple(_try_in(row) for row in rows)


async def keep_try(connection: AsyncConnection, quiz: Quiz, row: Try) -> None:
    values = {
        "verdict": row.verdict.value if row.verdict else None,
        "answer": row.answer,
        "place": row.place,
        "tries": row.tries,
        "hinted": row.hinted,
    }
    keys = {"quiz": quiz.id, "number": quiz.number, "member": row.member}
    insert = insert_into(connection, quiz_tries).values(keys | values | {"server": quiz.server})
    await connection.execute(insert.on_conflict_do_update(index_elements=list(keys), set_=values))


async def awards_kept(connection: AsyncConnection, quiz: Quiz) -> tuple[Award, ...]:
    """What the round that the quiz is at has earned, most first."""
    points = quiz_points.c
    of_round = and_(points.quiz == quiz.id, points.number == quiz.number)
    rows = await connection.execute(select(quiz_points).where(of_round).order_by(points.points.desc(), points.member))
    return tuple(Award(row.member, row.points, row.counts) for row in rows)


async def earned_in(connection: AsyncConnection, quiz_id: int) -> tuple[Score, ...]:
    points = quiz_points.c
    sums = select(points.member, func.sum(points.points), func.count()).where(points.quiz == quiz_id)
    rows = (await connection.execute(sums.group_by(points.member))).all()
    return tuple(Score(member, int(earned), right) for member, earned, right in rows)


def _of_round(quiz: Quiz) -> ColumnElement[bool]:
    return and_(quiz_tries.c.quiz == quiz.id, quiz_tries.c.number == quiz.number)


def _try_in(row: Row[Any]) -> Try:
    verdict = Verdict(row.verdict) if row.verdict else None
    return Try(row.member, verdict, row.answer, row.place, row.tries, row.hinted)
