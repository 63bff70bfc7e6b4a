"""Duels of two montages, who is for which while they go on, and the ratings they leave."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "duels",
        sa.Column("duel", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.String(80), nullable=False),
        sa.Column("second", sa.String(80), nullable=False),
        sa.Column("starter", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("first_votes", sa.Integer(), nullable=False),
        sa.Column("second_votes", sa.Integer(), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
    )
    op.create_index("duels_untold", "duels", ["told", "closes_at"])
    op.create_index("duels_of_server", "duels", ["server", "closed"])
    op.create_table(
        "duel_votes",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("duel", sa.BigInteger(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("duel", "member", name="duel_votes_once"),
    )
    op.create_index("duel_votes_of_member", "duel_votes", ["member"])
    op.create_index("duel_votes_of_server", "duel_votes", ["server"])
    op.create_table(
        "duel_ratings",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("montage", sa.String(80), nullable=False),
        sa.Column("mean", sa.Float(53), nullable=False),
        sa.Column("deviation", sa.Float(53), nullable=False),
        sa.Column("duels", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("server", "montage", name="duel_ratings_once"),
    )
