"""Where the bot is and is no longer, told to the store; and what is kept of servers left long ago is deleted."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

import discord

from bot.community.store.store import Store
from bot.discord_app.recurring import Recurring, Sleep
from bot.errors import StoreError
from bot.sharding import shard_of

__all__ = ["Leaving"]

_log = logging.getLogger(__name__)

#: Seconds after the bot is ready until it is compared where it is: a start has enough to do.
FIRST = 8.0
#: Seconds until that is done again: what the database missed is made up for then.
AGAIN = 3600.0


class Leaving(Recurring):
    """Compares and deletes; an outage is no leaving, since a server it hides is still listed."""

    def __init__(self, store: Store, client: discord.AutoShardedClient, sleep: Sleep = asyncio.sleep) -> None:
        super().__init__(FIRST, AGAIN, sleep)
        self._store = store
        self._client = client

    async def joined(self, server: int) -> None:
        with suppress(StoreError):  # then it is made up for within the hour
            await self._store.servers.joined(server)

    async def left(self, server: int) -> None:
        with suppress(StoreError):
            await self._store.servers.left(server, discord.utils.utcnow())

    async def turn(self) -> float:
        now = discord.utils.utcnow()
        await self._store.servers.reconcile({each.id for each in self._client.guilds}, self._is_ours, now)
        for server in await self._store.servers.forget_left(self._is_ours, now):
            self._store.settings.forget(server)
            self._store.suggestions.forget(server)
            _log.info("What was kept of server %d is deleted: it was left long ago", server)
        return AGAIN

    def _is_ours(self, server: int) -> bool:
        """Whether this process is told of that server, by the shards it holds."""
        return shard_of(server, self._client.shard_count or 1) in self._client.shards
