"""Our program with less time between two identifies, for a Discord of our own that wants less: no test waits long."""

from __future__ import annotations

from datetime import timedelta

from bot import __main__
from bot.discord_app import turns

__all__ = ["MODULE", "SPACING", "program"]

MODULE = "benchmarks.hurried"
SPACING = 1.2  # seconds


def program() -> None:
    turns.SPACING = timedelta(seconds=SPACING)
    __main__.program()
