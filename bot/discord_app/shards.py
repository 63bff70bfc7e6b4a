"""What each shard is doing. Discord's library calls itself ready from the first moment on, connected or not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import inf, isfinite
from typing import Any

import discord
from msgspec import Struct

__all__ = ["ShardState", "WatchedShards"]

#: Seconds by which the answer to a heartbeat may be late.
LATEST_HEARTBEAT = 10.0


class ShardState(Struct, frozen=True):
    """One shard at one moment."""

    number: int
    connected: bool  # let in by Discord, and not dropped since
    latency: float  # seconds; infinite before the first heartbeat was answered
    silence: float  # seconds since a heartbeat was answered
    interval: float  # seconds between two of them

    @property
    def fault(self) -> str:
        """What is wrong with it; empty when nothing is."""
        if not self.connected:
            return f"shard {self.number} is not connected"
        if self.silence > self.interval + LATEST_HEARTBEAT:
            return f"shard {self.number} had no answer to its heartbeat for {self.silence:.0f} s"
        return ""

    @property
    def known_latency(self) -> float:
        """The latency, and nothing where it is not known yet."""
        return self.latency if isfinite(self.latency) else 0.0


class WatchedShards(discord.AutoShardedClient):
    """A client that knows which of its shards are connected."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._let_in: set[int] = set()

    @property
    def shard_states(self) -> Sequence[ShardState]:
        """One for each shard that is to be served, whether or not it was ever opened; empty before that is known."""
        numbers = self.shard_ids or range(self.shard_count or 0)
        return [self._state(number) for number in numbers]

    async def on_shard_connect(self, shard_id: int) -> None:
        self._let_in.add(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self._let_in.add(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        self._let_in.discard(shard_id)

    def _state(self, number: int) -> ShardState:
        shard = self.get_shard(number)
        beating = shard and shard._parent.ws._keep_alive  # the library tells of latency, but not of silence
        if shard is None or shard.is_closed() or beating is None:
            return ShardState(number, connected=False, latency=inf, silence=inf, interval=0.0)
        silence = time.perf_counter() - beating._last_ack
        connected = number in self._let_in
        return ShardState(number, connected, beating.latency, silence, beating.interval or 0.0)
