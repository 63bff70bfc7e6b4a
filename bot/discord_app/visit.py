"""One look at Discord with the bot's token: whether it is let in, what it is granted, and how late the clock is."""

from __future__ import annotations

import time
from collections.abc import Sequence
from email.utils import parsedate_to_datetime

import aiohttp
import discord
from msgspec import Struct, field

from bot.discord_app.client import INTENTS
from bot.discord_app.start_faults import told_in_a_sentence

__all__ = ["ASKED_FOR", "Visit", "visit"]

#: The events that the bot asks Discord for.
ASKED_FOR: Sequence[str] = [name for name, wanted in INTENTS if wanted]
_FLAGS = {
    "message content": ("gateway_message_content", "gateway_message_content_limited"),
    "server members": ("gateway_guild_members", "gateway_guild_members_limited"),
    "presence": ("gateway_presence", "gateway_presence_limited"),
}


class Visit(Struct, frozen=True):
    """What Discord said."""

    name: str
    privileged: Sequence[str]  # intents that are granted though the bot needs none
    late: float | None  # seconds that our clock is ahead of Discord's; None where it did not tell the time
    shards: int  # that it recommends
    starts_left: int  # connections of a shard that may be opened today


class _Clock(Struct):
    late: list[float] = field(default_factory=list[float])

    def trace(self) -> aiohttp.TraceConfig:
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._read)
        return trace

    async def _read(self, _session: object, _context: object, answer: aiohttp.TraceRequestEndParams) -> None:
        if told := answer.response.headers.get("Date"):
            self.late.append(time.time() - parsedate_to_datetime(told).timestamp())


async def visit(token: str) -> Visit:
    """Asks without opening the gateway. Raises MontageBotError, which says what to do, when the bot is not let in."""
    clock = _Clock()
    async with discord.Client(intents=INTENTS, http_trace=clock.trace()) as client:
        with told_in_a_sentence():
            await client.login(token)
            application = await client.application_info()
            shards, _, limits = await client.http.get_bot_gateway()
        granted = [name for name, flags in _FLAGS.items() if any(getattr(application.flags, flag) for flag in flags)]
        late = min(clock.late, key=abs, default=None)
        return Visit(application.name, granted, late, shards, limits["remaining"])
