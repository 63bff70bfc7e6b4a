"""A Discord on this computer with a server on each shard, which takes identifies no faster than Discord does."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from benchmarks.loopback import INTERACTION_CREATED, MESSAGE_CREATED, Loopback
from benchmarks.payloads import BOT_ID, CHANNEL, COMMAND, GUILD, message, of_montage

__all__ = ["Identified", "ShardedLoopback"]

INVALID_SESSION = 9
LOWER_BITS = 22  # of a server's id: those above say which shard it belongs to
SOMEBODY = 9


@dataclass(frozen=True, slots=True)
class Identified:
    """A shard that asked to be let in."""

    shard: int
    at: float  # seconds, of a clock that only runs forward
    too_soon: bool


class ShardedLoopback(Loopback):
    """Each shard has one server; whatever happens there is told to every connection of that shard."""

    def __init__(self, shards: int, *, spacing: float, buckets: int = 1) -> None:
        super().__init__(shards=shards)
        self._spacing, self._buckets = spacing, buckets
        self._numbers: dict[web.WebSocketResponse, int] = {}
        self.identified: list[Identified] = []

    def ask(self, shard: int, question: str) -> str:
        """Somebody mentions the bot on the server of the shard; the id of the message."""
        written = message(self._new_id(), f"<@{BOT_ID}> {question}", str(SOMEBODY + shard))
        return self._tell(MESSAGE_CREATED, written | _place(shard))

    def command_on(self, shard: int, name: str, **options: str) -> str:
        """Somebody gives a command of /montage on the server of the shard; its id."""
        given = self._interaction(COMMAND, of_montage(name, options))
        channel = CHANNEL | {"id": _place(shard)["channel_id"]}
        return self._tell(INTERACTION_CREATED, given | _place(shard) | {"channel": channel})

    def open_shards(self) -> set[int]:
        """Those that are let in just now."""
        return {self._numbers[each] for each in self._gateways if not each.closed and each in self._numbers}

    def _told(self, data: dict[str, Any]) -> list[web.WebSocketResponse]:
        shard = int(data["guild_id"]) >> LOWER_BITS
        return [each for each in self._gateways if not each.closed and self._numbers.get(each) == shard]

    def _limit(self) -> dict[str, int]:
        return super()._limit() | {"max_concurrency": self._buckets}

    def _guild_of(self, shard: int) -> dict[str, Any]:
        return _guild(shard)

    async def _welcome(self, socket: web.WebSocketResponse, shard: list[int]) -> None:
        self._numbers[socket] = shard[0]
        asked = Identified(shard[0], time.monotonic(), self._is_too_soon(shard[0]))
        self.identified.append(asked)
        if asked.too_soon:
            await socket.send_json({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
        else:
            await super()._welcome(socket, shard)

    def _is_too_soon(self, shard: int) -> bool:
        bucket = [each.at for each in self.identified if each.shard % self._buckets == shard % self._buckets]
        return bool(bucket) and time.monotonic() - bucket[-1] < self._spacing


def _guild(shard: int) -> dict[str, Any]:
    channels: list[dict[str, Any]] = [
        each | {"id": str(shard << LOWER_BITS | int(each["id"]))} for each in GUILD["channels"]
    ]
    return GUILD | {"id": str(shard << LOWER_BITS | int(GUILD["id"])), "channels": channels}


def _place(shard: int) -> dict[str, Any]:
    guild = _guild(shard)
    return {"guild_id": guild["id"], "channel_id": guild["channels"][0]["id"]}
