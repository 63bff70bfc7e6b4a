"""The program `montage-bot`, also started as `python -m bot`: its streams, its exit code, and how it ends early."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import NoReturn, TextIO

from bot.command_line.parser import parse
from bot.config import Settings
from bot.errors import MontageBotError
from bot.printable import printable

__all__ = ["main", "program"]

MISTAKE = 2
INTERRUPTED = 130  # what shells report of a program ended by Ctrl+C
LONGEST_NAME = 100  # characters of a file's name in a sentence


def program() -> NoReturn:
    """The whole process. What it makes at its start is no garbage, and at its end nobody needs to take it apart."""
    gc.disable()  # whatever runs for longer enables it
    os._exit(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments say (those of the process when left out) and returns the exit code.

    0 when all went well, 1 when `check` found faults, 2 when a setting, the data, the call or a stream is wrong.
    """
    _open_closed_streams()
    _make_streams_forgiving()
    status = _status(arguments)
    for stream in (sys.stdout, sys.stderr):
        if not _works(stream):
            _let_go_of(stream)
    return status


def _status(arguments: Sequence[str] | None) -> int:
    try:
        status = _do(arguments)
        sys.stdout.flush()
    except MontageBotError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 0  # whoever read our output has seen enough
    except OSError as error:
        return _complain(_what_failed(error))
    return status


def _do(arguments: Sequence[str] | None) -> int:
    try:
        options = parse(arguments)
    except SystemExit:
        return 0  # --help or --version, which is said
    return options.command(options, Settings.from_environment(os.environ, Path(".env")))


def _complain(sentence: str) -> int:
    with suppress(OSError):  # nobody hears it, but the exit code is the same
        sys.stderr.write(f"{printable(sentence)}\n")
    return MISTAKE


def _what_failed(error: OSError) -> str:
    """The sentence for a file, a folder or a stream; only what streams fail with names none."""
    if error.filename is not None:
        name = str(error.filename)
        what = f"“{name if len(name) <= LONGEST_NAME else f'{name[:LONGEST_NAME]}…'}”"
    else:
        what = (
            "Standard input" if isinstance(error, UnsupportedOperation) and "read" in str(error) else "Standard output"
        )
    return f"{what} cannot be used: {error.strerror or 'it is closed'}."


def _open_closed_streams() -> None:
    """A stream that was closed before we began, as by `>&-`, fails when it is used and not before."""
    for name, mode in (("stdin", "w"), ("stdout", "r"), ("stderr", "w")):  # who closed the last wants to hear nothing
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


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


def _works(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return False
    return True


def _let_go_of(stream: TextIO) -> None:
    """What cannot be written must not complain again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    program()
