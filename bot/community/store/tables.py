"""The tables as they are now; how they came to be is in `migrations`. What must be unique is so here."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
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

from bot.community.store.columns import MENTIONED, OUTLIVES, Ids, Moment

__all__ = [
    "TABLES",
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
    "reports",
    "server_settings",
    "servers",
    "suggestions",
    "unanswered",
    "votes",
]

LONGEST_ID = 80  # characters of a montage's id
MOST_IDS = 600  # characters of the ids of 25 channels
LONGEST_FACTS = 4000  # characters of what is said of a suggested montage
LONGEST_REPORT = 600  # characters of what somebody says is wrong
LONGEST_UNANSWERED = 100  # characters of a question that was not answered
LONGEST_WORD = 20  # characters of one of our own words
LONGEST_ANSWER = 150  # characters of a typed answer
LONGEST_ZONE = 60  # characters of the name of a time zone

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
    Column("member", BigInteger),  # nobody once they had all that is kept of them deleted
    Column("facts", String(LONGEST_FACTS), nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("decided_by", BigInteger, info=MENTIONED),
    Column("decided_at", Moment),
    Column("revision", BigInteger),  # of the last decision
    Column("channel", BigInteger),  # where it was suggested, and below which message
    Column("message", BigInteger),
    Index("suggestions_of_server", "server", "state"),
    Index("suggestions_of_member", "member"),
    Index("suggestions_by_revision", "revision"),
    sqlite_autoincrement=True,  # a number is never given twice: it is part of ids
)
suggestions.info[OUTLIVES] = suggestions.c.state == "approved"  # then it is part of the server's montages

reports = Table(
    "reports",
    TABLES,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("server", BigInteger, nullable=False),
    Column("member", BigInteger, nullable=False),
    Column("montage", String(LONGEST_ID), nullable=False),
    Column("said", String(LONGEST_REPORT), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("settled_by", BigInteger, info=MENTIONED),
    Column("settled_at", Moment),  # nothing while it waits
    Column("channel", BigInteger),  # where it was said, and below which message
    Column("message", BigInteger),
    Index("reports_of_server", "server", "settled_at"),
    Index("reports_of_member", "member"),
    sqlite_autoincrement=True,
)

unanswered = Table(
    "unanswered",
    TABLES,
    Column("server", BigInteger, nullable=False),
    Column("question", String(LONGEST_UNANSWERED), nullable=False),
    Column("times", Integer, nullable=False),
    Column("asked_at", Moment, nullable=False),  # last
    PrimaryKeyConstraint("server", "question", name="unanswered_once"),
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
