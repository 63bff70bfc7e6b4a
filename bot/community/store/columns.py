"""What columns are made of: the types that no database has by itself, and the marks by which people are forgotten."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Dialect, String
from sqlalchemy.types import TypeDecorator

__all__ = ["MENTIONED", "OUTLIVES", "OWNER", "SERVER", "Ids", "Moment"]

MILLISECONDS = 1000

#: The column that says whose row it is, and the one that says of which server: the row goes when either is forgotten.
OWNER, SERVER = "member", "server"
#: What a column carries that names somebody whose row it is not: it is blanked when they are forgotten.
MENTIONED = {"names": "somebody"}
#: What a table carries of whose rows some are not deleted with their owner, who is blanked instead: the condition.
OUTLIVES = "outlives"


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
