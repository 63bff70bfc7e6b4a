"""The quiz: those in flight with what players did in the round, and the points that were earned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "quizzes",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("starter", sa.BigInteger(), nullable=True),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(20), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("resumed", sa.Integer(), nullable=False),
        sa.UniqueConstraint("channel", name="quizzes_one_a_channel"),
    )
    op.create_table(
        "quiz_tries",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("quiz", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=True),
        sa.Column("answer", sa.String(150), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("hinted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("quiz", "number", "member", name="quiz_tries_once"),
    )
    op.create_index("quiz_tries_of_member", "quiz_tries", ["member"])
    op.create_index("quiz_tries_of_server", "quiz_tries", ["server"])
    op.create_table(
        "quiz_points",
        sa.Column("quiz", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member", sa.BigInteger(), nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("earned_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("quiz", "number", "member", name="quiz_points_once"),
    )
    op.create_index("quiz_points_of_member", "quiz_points", ["member"])
    op.create_index("quiz_points_of_server", "quiz_points", ["server", "earned_at"])
