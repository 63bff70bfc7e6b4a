"""The servers the bot is on, and since when it has left one: so long is kept what is kept of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "servers",
        sa.Column("server", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
    )
