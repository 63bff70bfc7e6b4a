"""The tables as they are now; how they came to be is in `migrations`. What must be unique is so here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, Dialect, Index, MetaData, PrimaryKeyConstraint, String, Table
from sqlalchemy.types import TypeDecorator

__all__ = ["TABLES", "Moment", "votes"]

LONGEST_ID = 80  # characters of a montage's id
MILLISECONDS = 1000


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as milliseconds: SQLite has no type for it, and loses the zone of what it is given."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.timestamp() * MILLISECONDS)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / MILLISECONDS, UTC)


TABLES = MetaData()

votes = Table(
    "votes",
    TABLES,
    Column("server", BigInteger, nullable=False),
    Column("montage", String(LONGEST_ID), nullable=False),
    Column("member", BigInteger, nullable=False),  # `user` is a word of SQL
    Column("cast_at", Moment, nullable=False),
    PrimaryKeyConstraint("server", "montage", "member", name="votes_once"),
    Index("votes_of_member", "member"),
)
