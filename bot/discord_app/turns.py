"""The turns of this process's shards to identify themselves, agreed on with all other processes in the database."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from bot.community.identifies import SPACING, Turn
from bot.community.store.identifies import Identifies
from bot.errors import StoreError
from bot.sharding import processes_of

__all__ = ["Turns"]

_log = logging.getLogger(__name__)

#: Seconds before a turn at which to connect, and after it until which it may be used.
SHORTLY, LATEST = 2.0, 1.0
#: Seconds for which the database is asked again while it is away. Then the bot starts without: questions need none, and
#: of two shards that come at once Discord sends one back, which tries again.
PATIENCE, AGAIN = 30.0, 2.0
AWAY = "The database is away, so shard %d takes no turn with those of other processes: it is opened in %.0f s"
RESTS = (
    "Shard %d was opened again and again within the last hour, so it rests for %.0f s before it is opened once more: "
    "find out from the log what ended it"
)


class Turns:
    """Of the shards that this process opens, some of so many."""

    def __init__(self, identifies: Identifies, count: int, opened: Sequence[int]) -> None:
        self._identifies = identifies
        self._spacing = SPACING
        self._longest_queue = SPACING * count
        self._others = SPACING * processes_of(count, opened)
        self._taken: dict[int, float] = {}  # by shard: the moment of its turn, until that is used
        self._chance = random.Random()  # noqa: S311  spreads those who know nothing of each other, guards nothing
        self._patient_until: float | None = None  # since the database is away
        self.buckets = 1  # Discord's max_concurrency

    async def near(self, shard: int) -> None:
        """Waits until shortly before the shard's turn, while there is no connection that would have to wait too."""
        await asyncio.sleep(await self._seconds_until(shard) - SHORTLY)

    async def use(self, shard: int) -> None:
        """Waits for the shard's turn, which then is used."""
        await asyncio.sleep(await self._seconds_until(shard))
        self._taken.pop(shard, None)
        with suppress(StoreError):  # which the database has told the log
            await self._identifies.identified(shard)

    async def _seconds_until(self, shard: int) -> float:
        now = asyncio.get_running_loop().time
        if shard not in self._taken or self._taken[shard] < now() - LATEST:
            after = await self._take(shard)
            self._taken[shard] = now() + after.total_seconds()
        return self._taken[shard] - now()

    async def _take(self, shard: int) -> timedelta:
        while not (turn := await self._ask(shard)).granted:
            _log.warning(RESTS, shard, turn.after.total_seconds())
            await asyncio.sleep(turn.after.total_seconds())
        return turn.after

    async def _ask(self, shard: int) -> Turn:
        while True:
            try:
                turn = await self._identifies.take(shard, shard % self.buckets, self._spacing, self._longest_queue)
            except StoreError:
                if self._is_out_of_patience():
                    return self._blind_turn(shard)
                await asyncio.sleep(AGAIN)
            else:
                self._patient_until = None
                return turn

    def _is_out_of_patience(self) -> bool:
        """Which is so once for all shards: they wait one after the other."""
        now = asyncio.get_running_loop().time()
        if self._patient_until is None:
            self._patient_until = now + PATIENCE
        return now >= self._patient_until

    def _blind_turn(self, shard: int) -> Turn:
        turn = Turn(self._others * self._chance.random(), granted=True)
        _log.warning(AWAY, shard, turn.after.total_seconds())
        return turn
