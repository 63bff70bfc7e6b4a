"""The database behind the verbs: transactions with an end in time, and one kind of failure, whatever went wrong."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.address import Address
from bot.community.store.engine import CONNECTIONS, READING, engine_at
from bot.community.store.steps import StepsError
from bot.community.store.upgrade import upgrade
from bot.errors import MontageBotError, StoreError

__all__ = ["LONGEST_TRANSACTION", "NOT_READ", "NOT_SAVED", "UNSURE", "Database", "Done", "Ending"]

Result = TypeVar("Result")
Work = Callable[[AsyncConnection], Awaitable[Result]]


class Ending(StrEnum):
    """How a verb ended."""

    DONE = "done"
    REFUSED = "refused"  # by a rule
    FAILED = "failed"


#: Told of each verb that ended: the file of its shelf, how, and the seconds with all waiting.
Done = Callable[[str, Ending, float], object]

_log = logging.getLogger(__name__)

#: Seconds that a transaction may take, with all waiting: whoever clicked waits no longer than three.
LONGEST_TRANSACTION = 1.5
#: The part of it that a single wait may take: the database gives up before we do, and then nothing hangs behind.
PATIENCE = 0.7
#: Seconds after a vain attempt to bring the schema up to date until the next one.
AGAIN_AFTER = 2.0
#: Seconds that closing may take.
LONGEST_CLOSING = 1.0
#: The part of it in which what is underway may end by itself: a connection broken off in the midst of being made
#: leaves a thread of SQLite's behind, which then speaks to a loop that is closed.
TO_FINISH = 0.4
NOT_SAVED = "That was not saved: my database does not answer just now. All else works; try again in a moment."
NOT_READ = "That cannot be looked up: my database does not answer just now. All else works; try again in a moment."
UNSURE = "I cannot tell whether that was saved: my database broke off in the midst of it. Look again in a moment."
FAULTS = (SQLAlchemyError, sqlite3.Error, StepsError, OSError, TimeoutError)
LONGEST_REASON = 300  # characters


class Database:
    """Opens by itself when it is first used, and again after it was away."""

    def __init__(
        self, address: Address, longest: float = LONGEST_TRANSACTION, again_after: float = AGAIN_AFTER
    ) -> None:
        self._address = address
        self._longest = longest
        self._again_after = again_after
        self._engine = engine_at(address, longest * PATIENCE)
        writers = 1 if address.file else CONNECTIONS  # waiting here, in order, beats trying again and again at a file
        self._turn = asyncio.Semaphore(writers)
        self._underway: set[asyncio.Task[Any]] = set()
        self._upgrade: asyncio.Task[None] | None = None
        self._tried_at = 0.0
        self._failing = False  # which the log was told once
        self._done: Done | None = None

    def watch(self, done: Done) -> None:
        """Tells of every verb from now on."""
        self._done = done

    def open(self) -> None:
        """Begins to bring the schema up to date; whoever needs the database waits for that. Never raises."""
        self._upgraded()

    async def opened(self) -> None:
        """Waits until the schema is up to date, longer than a verb would, or known not to be. Never raises."""
        with suppress(*FAULTS):
            await asyncio.shield(self._upgraded())

    async def close(self) -> None:
        """Lets go of every connection. Never raises, and takes no longer than a second."""
        if self._underway:
            await asyncio.wait(self._underway, timeout=TO_FINISH)
        for task in self._underway:
            task.cancel()
        with suppress(*FAULTS):
            async with asyncio.timeout(LONGEST_CLOSING - TO_FINISH):
                await asyncio.gather(*self._underway, return_exceptions=True)
                await self._engine.dispose()

    async def read(self, work: Work[Result]) -> Result:
        """What `work` makes of a connection that it only reads by. Raises StoreError when that is not done in time."""
        return await self._told(work, self._in_time(self._reading(work), lambda _: NOT_READ))

    async def write(self, work: Work[Result]) -> Result:
        """The same in a transaction, committed at its end: what `work` reads, nobody changes before.

        On PostgreSQL that holds for rows which are read `with_for_update`.
        """
        committing = asyncio.Event()

        def sentence(fault: BaseException) -> str:
            return UNSURE if committing.is_set() and _is_broken_off(fault) else NOT_SAVED

        return await self._told(work, self._in_time(self._writing(work, committing), sentence))

    async def _told(self, work: Work[Result], doing: Awaitable[Result]) -> Result:
        """The same, timed for whoever watches. The work of a shelf is written in its file, which so names the shelf."""
        begun, ending = time.monotonic(), Ending.FAILED
        try:
            result = await doing
            ending = Ending.DONE
            return result
        except MontageBotError as refusal:
            ending = Ending.FAILED if isinstance(refusal, StoreError) else Ending.REFUSED
            raise
        finally:
            if self._done is not None:
                self._done(work.__module__.rpartition(".")[2], ending, time.monotonic() - begun)

    async def _reading(self, work: Work[Result]) -> Result:
        await asyncio.shield(self._upgraded())
        async with self._engine.connect() as connection:
            return await work(await connection.execution_options(**{READING: True}))

    async def _writing(self, work: Work[Result], committing: asyncio.Event) -> Result:
        await asyncio.shield(self._upgraded())
        async with self._turn, self._engine.begin() as connection:
            result = await work(connection)
            committing.set()
            return result

    async def _in_time(self, doing: Coroutine[Any, Any, Result], sentence: Callable[[BaseException], str]) -> Result:
        """In a task of its own: to break off may take longer than whoever asked can wait."""
        task = self._begin(doing)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._longest)
            if not done:
                task.cancel()
                raise TimeoutError(f"nothing within {self._longest} seconds")
            result = task.result()
        except FAULTS as fault:
            level = logging.DEBUG if self._failing else logging.WARNING
            _log.log(level, "The database failed, so nothing is saved: %s", _reason(fault))
            self._failing = True
            self._look_again()
            raise StoreError(sentence(fault)) from None  # the cause may quote what was to be saved
        if self._failing:
            _log.warning("The database is back")
        self._failing = False
        return result

    def _begin(self, doing: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
        task = asyncio.create_task(doing)
        self._underway.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._underway.discard(task)
        _ = task.cancelled() or task.exception()  # looked at, or asyncio complains of what nobody waits for any more

    def _upgraded(self) -> asyncio.Task[None]:
        """The upgrade that was made or is being made; a new one a while after one failed."""
        now = asyncio.get_running_loop().time()
        if self._upgrade is None or (_failed(self._upgrade) and now - self._tried_at >= self._again_after):
            self._tried_at = now
            self._upgrade = self._begin(upgrade(self._address))
        return self._upgrade

    def _look_again(self) -> None:
        """After a fault the database may be another one, without a table: a file was moved, a server set up anew."""
        if self._upgrade is not None and self._upgrade.done() and not _failed(self._upgrade):
            self._upgrade = None


def _is_broken_off(fault: BaseException) -> bool:
    """Whether nothing was said of how it ended; what the database refuses is not there."""
    return isinstance(fault, OSError) or bool(getattr(fault, "connection_invalidated", False))


def _failed(task: asyncio.Task[None]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)


def _reason(fault: BaseException) -> str:
    """What happened, without the values that were to be saved: what the driver says, and no statement."""
    said = " ".join(str(getattr(fault, "orig", None) or fault).split())
    return f"{type(fault).__name__}: {said[:LONGEST_REASON]}"
