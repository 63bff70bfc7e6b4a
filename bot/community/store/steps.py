"""The steps the schema took, by name, and the last one that a database took; only taking them needs Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

__all__ = ["VERSIONS", "StepsError", "last_step", "steps"]

VERSIONS = "alembic_version"  # the table in which Alembic notes the last step taken
_FILES = Path(__file__).parent / "migrations" / "versions"


class StepsError(Exception):
    """The steps cannot be taken: the database has taken some that we do not know."""


def steps() -> tuple[str, ...]:
    """The names of all steps there are, the first one first: the file of step 0001 is `v0001_` and what it is about."""
    return tuple(sorted(file.stem.partition("_")[0].removeprefix("v") for file in _FILES.glob("v*_*.py")))


def last_step(connection: Connection) -> str | None:
    """The last step that was taken there; None when none was."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    return connection.scalar(text(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608  a name of ours
