"""What was begun and is not answered yet, so that a stop can wait for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from bot.discord_app.asked import Asked, Way, begin

__all__ = ["Underway"]

_log = logging.getLogger(__name__)


class Underway:
    """The tasks that answer somebody; `ended` is told of each when it is over."""

    def __init__(self, ended: Callable[[Asked], object] | None = None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ended = ended

    def begin(self, way: Way) -> None:
        """The task that calls this is underway until it ends, however it ends."""
        asked = begin(way)
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(lambda task: self._end(task, asked))

    async def finish(self, seconds: float) -> int:
        """Waits for all of them, but no longer than that; how many are left."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        return len(self._tasks)

    def _end(self, task: asyncio.Task[Any], asked: Asked) -> None:
        self._tasks.discard(task)
        if _log.isEnabledFor(logging.DEBUG):
            _log.debug("%s %s took %.1f ms", asked.way.capitalize(), asked.reference, asked.seconds() * 1000)
        if self._ended is not None:
            self._ended(asked)
