"""Votes: one a user a montage a server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "votes",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("montage", sa.String(80), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("cast_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("server", "montage", "member", name="votes_once"),
    )
    op.create_index("votes_of_member", "votes", ["member"])
