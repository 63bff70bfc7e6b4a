"""Mistakes that are reported, questions nobody could answer, and suggestions that outlive the name of who made them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    with op.batch_alter_table("suggestions", table_kwargs={"sqlite_autoincrement": True}) as suggestions:
        suggestions.alter_column("member", existing_type=sa.BigInteger(), nullable=True)
        suggestions.add_column(sa.Column("channel", sa.BigInteger(), nullable=True))
        suggestions.add_column(sa.Column("message", sa.BigInteger(), nullable=True))
    op.create_table(
        "reports",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("montage", sa.String(80), nullable=False),
        sa.Column("said", sa.String(600), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_by", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("reports_of_server", "reports", ["server", "settled_at"])
    op.create_index("reports_of_member", "reports", ["member"])
    op.create_table(
        "unanswered",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(100), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("server", "question", name="unanswered_once"),
    )
