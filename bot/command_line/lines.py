"""The next line that somebody types, or that a pipe holds."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module

__all__ = ["next_line", "remember_lines"]

PROMPT = "> "


def remember_lines() -> None:
    """Gives a person at a terminal a line to edit, and those before it."""
    if sys.stdin.isatty():
        with suppress(ImportError):  # Windows has none, and a line history of its own
            import_module("readline")  # input() uses it once it is there


def next_line() -> str | None:
    """The next line; None when there is none (Ctrl+D, the end of a file)."""
    try:
        return input(PROMPT).strip()
    except EOFError:
        sys.stdout.write("\n")
        return None
