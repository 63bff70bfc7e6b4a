"""Being told to stop or to read the data again. It loads no Discord, so that it can listen before Discord is loaded."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

__all__ = ["leave", "obey", "obeying"]

STOP = (signal.SIGTERM, signal.SIGINT)
RELOAD = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()  # Windows has none


@contextmanager
def obeying(stop: Callable[[], object], reload: Callable[[], object]) -> Iterator[None]:
    """While inside, `stop` is called on SIGTERM and Ctrl+C, and `reload` on SIGHUP."""
    before = {each: signal.getsignal(each) for each in (*STOP, *RELOAD)}
    obey(stop, reload)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def obey(stop: Callable[[], object], reload: Callable[[], object] | None = None) -> None:
    """From now on `stop` is called, and `reload` unless it stays as it is."""
    for each in STOP:
        signal.signal(each, lambda *_: stop())
    if reload is not None:
        for each in RELOAD:
            signal.signal(each, lambda *_: reload())


def leave() -> NoReturn:
    """Ends the program at once, and well: no thread that looks up an address or makes words ready holds it up."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, RuntimeError):  # full, or just being written to when the signal came
            stream.flush()
    os._exit(0)
