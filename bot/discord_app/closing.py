"""Duels are closed when their time is over, and their messages say how they ended: after a restart too."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

import discord

from bot.community.duels import Duel
from bot.discord_app.controls.duels import result_of
from bot.discord_app.desk import Desk
from bot.discord_app.recurring import Recurring, Sleep
from bot.discord_app.sending import DISCORD_FAILED, Reply, rewrite

__all__ = ["Closing"]

_log = logging.getLogger(__name__)

#: Seconds after the bot is ready until the first look: a start has enough to do.
FIRST = 6.0
#: Seconds between two looks at the most; others start duels too, and none is shorter than a minute.
LOOK = 30.0
#: Seconds until what could not be closed or told is tried again.
AGAIN = 10.0


class Closing(Recurring):
    """Sleeps until a duel is over."""

    def __init__(self, desk: Desk, client: discord.Client, sleep: Sleep = asyncio.sleep) -> None:
        super().__init__(FIRST, AGAIN, sleep)
        self._desk = desk
        self._client = client

    async def turn(self) -> float:
        duels, now = self._desk.store.duels, discord.utils.utcnow()
        closing = [self._close(each, now) for each in await duels.due(now)]
        for failure in await asyncio.gather(*closing, return_exceptions=True):  # one that fails holds up no other
            if failure is not None:
                raise failure
        return _pause(await duels.next_end(now), now)

    async def _close(self, duel: Duel, now: datetime) -> None:
        """Whoever closes it tells; what was closed before and never told is told now."""
        settled = await self._desk.store.duels.close(duel.server, duel.id, now)
        if settled is None or not (settled.just_now or duel.closed):
            return
        if duel.channel is None or duel.message is None or await self._tell(duel, result_of(self._desk, settled)):
            await self._desk.store.duels.told(duel.id)

    async def _tell(self, duel: Duel, reply: Reply) -> bool:
        """Whether that is done with: the message says it, or Discord will never let it."""
        place = self._client.get_partial_messageable(duel.channel or 0)
        try:
            await rewrite(place.get_partial_message(duel.message or 0), reply)
        except (discord.DiscordException, OSError, TimeoutError) as lost:
            _log.info("How duel %d ended is not told: %s: %s", duel.id, type(lost).__name__, lost)
            return isinstance(lost, discord.HTTPException) and lost.status < DISCORD_FAILED
        return True


def _pause(end: datetime | None, now: datetime) -> float:
    if end is None:
        return LOOK
    return AGAIN if end <= now else min((end - now).total_seconds(), LOOK)
