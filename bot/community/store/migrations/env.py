"""What Alembic runs to take steps: on the connection, and in the transaction, that it was given."""

from __future__ import annotations

from alembic import context

from bot.community.store.tables import TABLES

RUN_BY_ALEMBIC = "env_py"  # the name it loads this file by


def take_steps() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=TABLES,
        transactional_ddl=True,  # on SQLite too, where Alembic by itself would not rely on it
        render_as_batch=True,  # SQLite changes a table by making another
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == RUN_BY_ALEMBIC:
    take_steps()
