"""The tables as they are now; how they came to be is in `migrations`. What must be unique is so here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

__all__ = [
    "MENTIONED",
    "OWNER",
    "SERVER",
    "TABLES",
    "Ids",
    "Moment",
    "changes",
    "daily_announced",
    "daily_channels",
    "daily_puzzles",
    "daily_tries",
    "duel_ratings",
    "duel_votes",
    "duels",
    "identified_shards",
    "identify_buckets",
    "quiz_points",
    "quiz_tries",
    "quizzes",
    "server_settings",
    "servers",
    "suggestions",
    "votes",
]

LONGEST_ID = 80  # characters of a montage's id
MOST_IDS = 600  # characters of the ids of 25 channels
LONGEST_FACTS = 4000  # characters of what is said of a suggested montage
LONGEST_WORD = 20  # characters of one of our own words
LONGEST_ANSWER = 150  # characters of a typed answer
LONGEST_ZONE = 60  # characters of the name of a time zone
MILLISECONDS = 1000

#: The column that says whose row it is, and the one that says of which server: the row goes when either is forgotten.
OWNER, SERVER = "member", "server"
#: What a column carries that names somebody whose row it is not: it is blanked when they are forgotten.
MENTIONED = {"names": "somebody"}


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

suggestions = Table(
    "suggestions",
    TABLES,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("server", BigInteger, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("facts", String(LONGEST_FACTS), nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("decided_by", BigInteger, info=MENTIONED),
    Column("decided_at", Moment),
    Column("revision", BigInteger),  # of the last decision
    Index("suggestions_of_server", "server", "state"),
    Index("suggestions_of_member", "member"),
    Index("suggestions_by_revision", "revision"),
    sqlite_autoincrement=True,  # a number is never given twice: it is part of ids
)

servers = Table(
    "servers",
    TABLES,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("left_at", Moment),  # nothing while the bot is there
)

duels = Table(
    "duels",
    TABLES,
    Column("duel", BigInteger, primary_key=True, autoincrement=False),  # the id of the command that started it
    Column("server", BigInteger, nullable=False),
    Column("first", String(LONGEST_ID), nullable=False),
    Column("second", String(LONGEST_ID), nullable=False),
    Column("starter", BigInteger, info=MENTIONED),  # until it closes
    Column("closes_at", Moment, nullable=False),  # or closed, where it is closed
    Column("closed", Boolean, nullable=False),
    Column("first_votes", Integer, nullable=False),  # once it is closed
    Column("second_votes", Integer, nullable=False),
    Column("channel", BigInteger),  # where its message stands
    Column("message", BigInteger),
    Column("told", Boolean, nullable=False),  # whether its message says how it ended
    Index("duels_untold", "told", "closes_at"),
    Index("duels_of_server", "server", "closed"),
)

duel_votes = Table(
    "duel_votes",
    TABLES,
    Column("server", BigInteger, nullable=False),
    Column("duel", BigInteger, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("side", SmallInteger, nullable=False),
    PrimaryKeyConstraint("duel", "member", name="duel_votes_once"),
    Index("duel_votes_of_member", "member"),
    Index("duel_votes_of_server", "server"),
)

duel_ratings = Table(
    "duel_ratings",
    TABLES,
    Column("server", BigInteger, nullable=False),
    Column("montage", String(LONGEST_ID), nullable=False),
    Column("mean", Float(53), nullable=False),
    Column("deviation", Float(53), nullable=False),
    Column("duels", Integer, nullable=False),
    PrimaryKeyConstraint("server", "montage", name="duel_ratings_once"),
)

quizzes = Table(
    "quizzes",
    TABLES,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("server", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("starter", BigInteger, info=MENTIONED),
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
    Column("server", BigInteger, nullable=False),
    Column("quiz", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("verdict", String(LONGEST_WORD)),
    Column("answer", String(LONGEST_ANSWER), nullable=False),
    Column("place", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("hinted", Boolean, nullable=False),
    PrimaryKeyConstraint("quiz", "number", "member", name="quiz_tries_once"),
    Index("quiz_tries_of_member", "member"),
    Index("quiz_tries_of_server", "server"),
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
    Index("quiz_points_of_member", "member"),
    Index("quiz_points_of_server", "server", "earned_at"),
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

identify_buckets = Table(
    "identify_buckets",
    TABLES,
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("free_at", Moment, nullable=False),
)

identified_shards = Table(
    "identified_shards",
    TABLES,
    Column("shard", Integer, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
