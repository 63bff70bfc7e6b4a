"""What was begun and is not answered yet, so that a stop can wait for it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

__all__ = ["Underway"]


class Underway:
    """The tasks that answer somebody."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def begin(self) -> None:
        """The task that calls this is underway until it ends, however it ends."""
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def finish(self, seconds: float) -> int:
        """Waits for all of them, but no longer than that; how many are left."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        return len(self._tasks)
