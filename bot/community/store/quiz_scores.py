"""The verbs of scores: what people of a server have earned there, and nowhere else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.quiz.scoring import Score
from bot.community.store.database import Database
from bot.community.store.tables import quiz_points

__all__ = ["QuizScores"]


class QuizScores:
    """The points that count."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_server(self, server: int, since: datetime | None = None) -> tuple[Score, ...]:
        """Everybody's points on a server, from a moment on or of all time. Raises StoreError."""
        points = quiz_points.c
        counted = and_(points.server == server, points.counts.is_(True))
        if since is not None:
            counted = and_(counted, points.earned_at >= since)
        sums = select(points.member, func.sum(points.points), func.count()).where(counted).group_by(points.member)

        async def summed(connection: AsyncConnection) -> tuple[Score, ...]:
            rows = (await connection.execute(sums)).all()
            return tuple(Score(member, int(earned), right) for member, earned, right in rows)

        return await self._database.read(summed)
