"""A Discord of our own on a bad day: it loses connections, sends broken frames, tells twice, and clicks on anything."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from benchmarks.inbox import Mishap
from benchmarks.loopback import ROOT, Loopback, Told
from benchmarks.payloads import CLICK, SUBMIT, clicked, picked, submitted

__all__ = ["BadDay", "Log", "complaints", "running", "wait_for"]

INTERACTION_CREATED = "INTERACTION_CREATE"
MODERATOR = str((1 << 13) | (1 << 5))  # may manage messages and the server


class BadDay(Loopback):
    """Keeps what nobody heard until the connection is taken up again, as Discord does."""

    def __init__(self, *, seconds: float = 0.0, mishap: Mishap | None = None) -> None:
        super().__init__(seconds=seconds, mishap=mishap)
        self._last: tuple[str, dict[str, Any]] | None = None
        self._missed: list[Told] = []

    def pick(self, custom_id: str, value: str, *, author: int | None = None) -> str:
        """Somebody picks a value in the menu of that custom id; its id."""
        data, below = picked(custom_id, value, self._new_id())
        return self._tell(INTERACTION_CREATED, self._interaction(CLICK, data, author) | {"message": below})

    def submit(self, custom_id: str, typed: Mapping[str, str], *, author: int | None = None) -> str:
        """Somebody submits a form; its id."""
        _, below = clicked("montage:suggest:v1", self._new_id())
        asked = self._interaction(SUBMIT, submitted(custom_id, typed), author)
        return self._tell(INTERACTION_CREATED, asked | {"message": below})

    def click_old(self, custom_id: str, message_id: str) -> str:
        """A moderator clicks on a button below a message of that id; its id."""
        data, below = clicked(custom_id, message_id)
        asked = self._interaction(CLICK, data) | {"message": below}
        asked["member"]["permissions"] = MODERATOR
        return self._tell(INTERACTION_CREATED, asked)

    def again(self) -> None:
        """Tells of what was asked last once more."""
        assert self._last is not None, "nothing was asked"
        self._tell(*self._last)

    def frame(self, content: str | bytes) -> None:
        """Sends exactly this by the gateway."""
        self._done(self._send_frame(content))

    async def _send_frame(self, content: str | bytes) -> None:
        gateway = self._gateways[0]
        await (gateway.send_bytes(content) if isinstance(content, bytes) else gateway.send_str(content))

    def _tell(self, event: str, data: dict[str, Any]) -> str:
        self._last = event, data
        return super()._tell(event, data)

    async def _send_all(self, told: Iterable[Told]) -> None:
        if self._gateways:
            await super()._send_all(told)
        else:
            self._missed += told

    async def _resume(self, socket: web.WebSocketResponse) -> None:
        missed, self._missed = self._missed, []
        await super()._resume(socket)
        await self._send_all(missed)


class Log(list[bytes]):
    """The lines of a program's log as they come."""

    program: int  # its process


@contextmanager
def running(discord: Loopback, root: Path = ROOT, **settings: str) -> Iterator[Log]:
    """The program of that checkout, ready."""
    errors = Log()
    with discord.program("run", root=root, **settings) as program:
        errors.program = program.pid
        assert program.stderr is not None
        reading = threading.Thread(target=errors.extend, args=(program.stderr,), daemon=True)
        reading.start()
        discord.wait_until_ready(60.0)
        yield errors
        if program.poll() is not None:
            errors.append(b"Traceback: the program has ended\n")
        program.kill()
        reading.join()


def complaints(errors: Iterable[bytes]) -> int:
    """Lines of traceback, of tasks nobody waited for, and of what the libraries call an error."""
    return sum(b"Traceback" in line or line.startswith(b"Task ") or _of_a_library(line) for line in errors)


def _of_a_library(line: bytes) -> bool:
    return b'"level":"ERROR"' in line and b'"logger":"bot.' not in line


def wait_for(discord: Loopback, asked: set[str], seconds: float) -> None:
    """Until all that was asked is answered, but no longer than that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not asked <= discord.answered:
        time.sleep(0.05)
