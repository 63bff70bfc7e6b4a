"""Text that steers no terminal, whoever wrote it."""

from __future__ import annotations

import re

__all__ = ["printable"]

#: Commands to a terminal: those with an end of their own, those with numbers, and those of a letter or two.
COMMANDS = r"\x1b[PX\]^_][^\x07\x1b]*(?:\x07|\x1b\\)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]?"
KEPT = "\n\t"


def printable(text: str) -> str:
    """The text without commands to a terminal; what else cannot be printed is a space, bytes that are no text stay."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in KEPT or "\ud800" <= character <= "\udfff" else " "
        for character in re.sub(COMMANDS, "", text)
    )
