"""The daily montage is announced where a server wants it, once, by whichever process comes first."""

from __future__ import annotations

import asyncio
import logging
from datetime import date, datetime, timedelta

import discord

from bot.community.daily.announcing import Announcement, is_due, moment_of
from bot.community.daily.order import day_of
from bot.community.daily.zones import zone_named
from bot.discord_app.controls.daily import announcement
from bot.discord_app.desk import Desk
from bot.discord_app.recurring import Recurring, Sleep
from bot.discord_app.sending import DISCORD_FAILED, Reply, announce
from bot.errors import StoreError

__all__ = ["Announcing"]

_log = logging.getLogger(__name__)

#: Seconds after the bot is ready until the first look: a start has enough to do.
FIRST = 6.0
#: Seconds between two looks at the most: other processes change what is wanted, too.
LOOK = 20.0


class Announcing(Recurring):
    """Sleeps until a server is to be told of the day's puzzle."""

    def __init__(self, desk: Desk, client: discord.Client, sleep: Sleep = asyncio.sleep) -> None:
        super().__init__(FIRST, LOOK, sleep)
        self._desk = desk
        self._client = client

    async def turn(self) -> float:
        now = discord.utils.utcnow()
        every = [each for each in await self._desk.store.announcements.every() if self._is_ours(each)]
        due = [each for each in every if _is_due(each, now)]
        done = await self._desk.store.announcements.announced(day_of(now)) if due else frozenset[int]()
        await self._announce_all([each for each in due if each.server not in done], now)
        return min((LOOK, *(_seconds_until(each, now) for each in every)))

    async def _announce_all(self, due: list[Announcement], now: datetime) -> None:
        """One that fails holds up no other, unless the database is away."""
        failed: Exception | None = None
        for each in due:
            try:
                await self._announce(each, day_of(now), now)
            except StoreError:
                raise
            except Exception as failure:  # noqa: BLE001  raised when the others are told
                failed = failure
        if failed is not None:
            raise failed

    def _is_ours(self, wanted: Announcement) -> bool:
        """Whether this process serves the server; one that has left it knows it no more."""
        return self._client.get_guild(wanted.server) is not None

    async def _announce(self, wanted: Announcement, day: date, now: datetime) -> None:
        """What was taken and not done, when the process is killed or Discord fails, is taken again a minute later."""
        reply = await announcement(self._desk, day)
        if reply is None or not await self._desk.store.announcements.take(wanted.server, day, now):
            return
        if await self._tell(wanted, day, reply):
            await self._desk.store.announcements.done(wanted.server, day)

    async def _tell(self, wanted: Announcement, day: date, reply: Reply) -> bool:
        """Whether that is done with: it is posted, or Discord will never let it."""
        place = self._client.get_partial_messageable(wanted.channel, guild_id=wanted.server)
        try:
            await announce(place, reply, _nonce(wanted.server, day))
        except (discord.DiscordException, OSError, TimeoutError) as lost:
            _log.info("Server %d is not told of the daily montage: %s: %s", wanted.server, type(lost).__name__, lost)
            return isinstance(lost, discord.HTTPException) and lost.status < DISCORD_FAILED
        return True


def _is_due(wanted: Announcement, now: datetime) -> bool:
    zone = zone_named(wanted.zone)
    return zone is not None and is_due(wanted, zone, now)


def _seconds_until(wanted: Announcement, now: datetime) -> float:
    """Until the next moment after now."""
    zone = zone_named(wanted.zone)
    if zone is None:
        return LOOK
    moments = (moment_of(day_of(now) + timedelta(days=days), wanted.at, zone) for days in range(2))
    return next(((moment - now).total_seconds() for moment in moments if moment > now), LOOK)


def _nonce(server: int, day: date) -> int:
    """One number for a server's day: Discord takes up to 25 digits, and looks at those of the last few minutes."""
    return int(f"{server}{day.timetuple().tm_yday:03}")
