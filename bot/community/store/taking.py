"""Taking the steps that a schema lacks, by Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from bot.community.store.steps import StepsError

__all__ = ["MIGRATIONS", "take_steps"]

MIGRATIONS = "bot.community.store:migrations"


def take_steps(connection: Connection) -> None:
    """Takes those that are missing in the transaction of the connection. Raises StepsError."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as unknown:
        raise StepsError(str(unknown)) from unknown
