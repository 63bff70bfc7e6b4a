"""What is done again and again beside all else: each time after a pause, until the bot stops."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable

from bot.errors import StoreError

__all__ = ["Recurring", "Sleep"]

_log = logging.getLogger(__name__)

#: Ends so many seconds later, by the clock of whoever hands it in.
Sleep = Callable[[float], Awaitable[object]]


class Recurring(ABC):
    """A task that sleeps until there is something to do; a turn that fails ends it for no server."""

    def __init__(self, first: float, again: float, sleep: Sleep) -> None:
        """The first turn is `first` seconds after the beginning, the one after a failure `again` seconds later."""
        self._first = first
        self._again = again
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None
        self._is_failing = False

    @abstractmethod
    async def turn(self) -> float:
        """Does what is due; the seconds until there is something to do again."""

    def begin(self) -> None:
        """To be called in the event loop, as often as one likes."""
        if self._task is None:
            self._task = asyncio.create_task(self._follow())

    def end(self) -> None:
        """What is not done by now, the next process does."""
        if self._task is not None:
            self._task.cancel()

    async def _follow(self) -> None:
        pause = self._first
        while True:
            await self._sleep(pause)
            pause = await self._surely()

    async def _surely(self) -> float:
        try:
            pause = await self.turn()
        except StoreError:  # which the database has told the log
            return self._again
        except Exception as failure:  # noqa: BLE001  whatever it is, the next turn may do better
            self._complain(failure)
            return self._again
        self._is_failing = False
        return pause

    def _complain(self, failure: Exception) -> None:
        """Once for all the turns that fail one after the other."""
        if not self._is_failing:
            _log.error("%s fails, and is tried again", type(self).__name__, exc_info=failure)
        self._is_failing = True
