"""The tables as they are now; how they came to be is in `migrations`. What must be unique is so here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy.types import TypeDecorator

__all__ = [
    "TABLES",
    "Ids",
    "Moment",
    "changes",
    "daily_announced",
    "daily_channels",
    "daily_puzzles",
    "daily_tries",
    "server_settings",
    "votes",
]

LONGEST_ID = 80  # characters of a montage's id
MOST_IDS = 600  # characters of the ids of 25 channels
LONGEST_WORD = 20  # characters of one of our own words
LONGEST_ZONE = 60  # characters of the name of a time zone
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

daily_puzzles = Table(
    "daily_puzzles",
    TABLES,
    Column("day", Date, primary_key=True),
    Column("montage", String(LONGEST_ID), nullable=False),
)

daily_tries = Table(
    "daily_tries",
    TABLES,
    Column("day", Date, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("clues", Integer, nullable=False),
    Column("guesses", Integer, nullable=False),
    Column("standing", String(LONGEST_WORD), nullable=False),
    Column("ended_at", Moment),
    PrimaryKeyConstraint("day", "member", name="daily_tries_once"),
    Index("daily_tries_of_member", "member"),
)

daily_channels = Table(
    "daily_channels",
    TABLES,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("zone", String(LONGEST_ZONE), nullable=False),
    Column("since", Moment, nullable=False),
)

daily_announced = Table(
    "daily_announced",
    TABLES,
    Column("server", BigInteger, nullable=False),
    Column("day", Date, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("is_done", Boolean, nullable=False),
    PrimaryKeyConstraint("server", "day", name="daily_announced_once"),
)
