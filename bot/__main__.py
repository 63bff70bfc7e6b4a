"""The program `montage-bot`, also started as `python -m bot`: its streams, its exit code, and how it ends early."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from bot.command_line.parser import parse
from bot.config import Settings
from bot.errors import MontageBotError

__all__ = ["main"]

MISTAKE = 2
INTERRUPTED = 130  # what shells report of a program ended by Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments say (those of the process when left out) and returns the exit code.

    0 when all went well, 1 when `check` found faults, 2 when a setting, the data or the call is wrong.
    """
    _make_streams_forgiving()
    try:
        options = parse(arguments)
        status: int = options.command(options, Settings.from_environment(os.environ, Path(".env")))
        sys.stdout.flush()
    except MontageBotError as error:
        sys.stderr.write(f"{error}\n")
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    return status


def _make_streams_forgiving() -> None:
    """No text that comes in or goes out ends the program: files and pipes are UTF-8, and bytes that are not survive."""
    for stream, errors, newline in (
        (sys.stdin, "surrogateescape", "\n"),  # a lone carriage return ends no line
        (sys.stdout, "replace", None),
        (sys.stderr, "backslashreplace", None),
    ):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors=errors, newline=newline)


def _let_go_of_output() -> None:
    """Whoever read our output has seen enough; what is still buffered must not complain when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
