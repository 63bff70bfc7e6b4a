"""Opening shards: no faster than Discord takes them of all processes together, and no more of them in a day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import yarl

from bot.community.identifies import Limit, pause_by_limit
from bot.community.store.identifies import Identifies
from bot.discord_app.shards import WatchedShards
from bot.discord_app.turns import Turns

__all__ = ["ShardsInTurn"]

_log = logging.getLogger(__name__)

FEW_LEFT = (
    "Of the %d connections that Discord takes from this bot within a day, %d are left, so it waits for %.0f s before "
    "it connects: find out what ends it again and again"
)


class ShardsInTurn(WatchedShards):
    """A client that waits, before it opens a shard, for as long as Discord wants it to."""

    def __init__(
        self, identifies: Identifies, shard_count: int | None, shard_ids: Sequence[int], **options: Any
    ) -> None:
        super().__init__(shard_count=shard_count, shard_ids=[*shard_ids] or None, **options)
        self._gateway: yarl.URL | None = None  # as Discord says
        self._turns = Turns(identifies, shard_count, shard_ids) if shard_count and shard_ids else None

    async def launch_shards(self) -> None:
        """What discord.py opens all shards by; it would ask Discord where to for want of their number alone."""
        recommended, gateway, limits = await self.http.get_bot_gateway()
        self._gateway = yarl.URL(gateway)
        if self.shard_count is None:
            self.shard_count = recommended
        if self._turns is not None:
            self._turns.buckets = limits["max_concurrency"]
        reset_after = timedelta(milliseconds=limits["reset_after"])
        limit = Limit(limits["total"], limits["remaining"], reset_after)
        await _rest(limit, len(self.shard_ids or range(self.shard_count)))
        await super().launch_shards()

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        if self._turns is not None:
            await self._turns.near(shard_id)
        await super().launch_shard(self._gateway or gateway, shard_id, initial=initial)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """By itself discord.py waits five seconds after each shard but the first, whatever other processes do."""
        if self._turns is None or shard_id is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self._turns.use(shard_id)


async def _rest(limit: Limit, shards: int) -> None:
    pause = pause_by_limit(limit, shards).total_seconds()
    if pause:
        _log.warning(FEW_LEFT, limit.total, limit.remaining, pause)
        await asyncio.sleep(pause)
