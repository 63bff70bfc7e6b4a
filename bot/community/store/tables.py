"""The tables as they are now; how they came to be is in `migrations`. What must be unique is so here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

__all__ = ["TABLES", "Ids", "Moment", "changes", "quiz_points", "quiz_tries", "quizzes", "server_settings", "votes"]

LONGEST_ID = 80  # characters of a montage's id
MOST_IDS = 600  # characters of the ids of 25 channels
LONGEST_WORD = 20  # characters of a phase or verdict
LONGEST_ANSWER = 150  # characters of a typed answer
MILLISECONDS = 1000


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as milliseconds: SQLite has no type for it, and loses the zone of what it is given."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.timestamp() * MILLISECONDS)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / MILLISECONDS, UTC)


class Ids(TypeDecorator[tuple[int, ...]]):
    """A few of Discord's ids that are always read and changed together, as text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else " ".join(map(str, value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...] | None:
        return None if value is None else tuple(map(int, value.split()))


TABLES = MetaData()

changes = Table(
    "changes",
    TABLES,
    Column("topic", String(20), primary_key=True),
    Column("revision", BigInteger, nullable=False),
)

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

server_settings = Table(
    "server_settings",
    TABLES,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("default_list", String(LONGEST_ID), nullable=False),
    Column("private", Boolean, nullable=False),
    Column("mentions", Boolean, nullable=False),
    Column("channels", Ids(MOST_IDS), nullable=False),
    Column("suggestions", BigInteger),
    Column("revision", BigInteger, nullable=False),
    Index("server_settings_by_revision", "revision"),
)

quizzes = Table(
    "quizzes",
    TABLES,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("server", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("starter", BigInteger, nullable=False),
    Column("hard", Boolean, nullable=False),
    Column("questions", Text, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("number", Integer, nullable=False),
    Column("phase", String(LONGEST_WORD), nullable=False),
    Column("message", BigInteger),
    Column("resumed", Integer, nullable=False),
    UniqueConstraint("channel", name="quizzes_one_a_channel"),
)

quiz_tries = Table(
    "quiz_tries",
    TABLES,
    Column("quiz", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("verdict", String(LONGEST_WORD)),
    Column("answer", String(LONGEST_ANSWER), nullable=False),
    Column("place", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("hinted", Boolean, nullable=False),
    PrimaryKeyConstraint("quiz", "number", "member", name="quiz_tries_once"),
)

quiz_points = Table(
    "quiz_points",
    TABLES,
    Column("quiz", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("server", BigInteger, nullable=False),
    Column("points", Integer, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("earned_at", Moment, nullable=False),
    PrimaryKeyConstraint("quiz", "number", "member", name="quiz_points_once"),
    Index("quiz_points_of_server", "server", "earned_at"),
)
