"""What the people who run a server have decided, and the numbers by which other processes see that it changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("topic", sa.String(20), primary_key=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "server_settings",
        sa.Column("server", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("default_list", sa.String(80), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("mentions", sa.Boolean(), nullable=False),
        sa.Column("channels", sa.String(600), nullable=False),
        sa.Column("suggestions", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
    )
    op.create_index("server_settings_by_revision", "server_settings", ["revision"])
