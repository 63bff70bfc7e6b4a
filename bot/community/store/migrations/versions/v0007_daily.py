"""The daily montage: which a day has, who tries it, where it is announced, and that it was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "daily_puzzles",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("montage", sa.String(80), nullable=False),
    )
    op.create_table(
        "daily_tries",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("clues", sa.Integer(), nullable=False),
        sa.Column("guesses", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("day", "member", name="daily_tries_once"),
    )
    op.create_index("daily_tries_of_member", "daily_tries", ["member"])
    op.create_table(
        "daily_channels",
        sa.Column("server", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(60), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "daily_announced",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("server", "day", name="daily_announced_once"),
    )
