"""Counts on messages, brought up to date a while after a click: many clicks are one edit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord

from bot.discord_app.recurring import Sleep
from bot.discord_app.sending import dress
from bot.errors import MontageBotError

__all__ = ["PAUSE", "Refreshing"]

_log = logging.getLogger(__name__)

#: Seconds from the first click to the edit.
PAUSE = 6.0


class Refreshing:
    """At most one edit of a message is waited for; all that is clicked until then is part of it."""

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        self._sleep = sleep
        self._waiting: dict[int, asyncio.Task[None]] = {}

    def soon(self, message: discord.Message, controls: Callable[[], Awaitable[discord.ui.View]]) -> None:
        """Gives the message its `controls`, as they are then. What does not get through is left for the next click."""
        if message.id not in self._waiting:
            task = asyncio.create_task(self._refresh(message, controls))
            self._waiting[message.id] = task
            task.add_done_callback(lambda _: self._waiting.pop(message.id, None))

    def forget(self, message_id: int) -> None:
        """The message shows something else now, with other controls."""
        if (task := self._waiting.pop(message_id, None)) is not None:
            task.cancel()

    async def _refresh(self, message: discord.Message, controls: Callable[[], Awaitable[discord.ui.View]]) -> None:
        await self._sleep(PAUSE)
        try:
            await dress(message, await controls())
        except (discord.DiscordException, MontageBotError, OSError, TimeoutError) as lost:
            _log.info("The count on message %d stays as it was: %s: %s", message.id, type(lost).__name__, lost)
