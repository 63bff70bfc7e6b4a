"""Suggested montages, and what was decided on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "suggestions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.String(4000), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("suggestions_of_server", "suggestions", ["server", "state"])
    op.create_index("suggestions_of_member", "suggestions", ["member"])
    op.create_index("suggestions_by_revision", "suggestions", ["revision"])
