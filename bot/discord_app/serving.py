"""Serving Discord until a signal, and the end of it: what was begun is finished, and nothing new is taken."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.config import Settings
from bot.discord_app.client import MontageBot
from bot.discord_app.signals import leave, obey, obeying
from bot.discord_app.start_faults import told_in_a_sentence

__all__ = ["serve"]

_log = logging.getLogger(__name__)

#: Seconds in which what had come in before the signal is read.
STILL_READ = 0.1
#: Seconds that all that was begun may take.
LONGEST_FINISH = 5.0
#: Seconds that Discord may take to say goodbye.
LONGEST_FAREWELL = 1.0
#: Seconds in which the database may tell what servers have decided, before anybody can ask.
LONGEST_LOOK = 2.0
#: Seconds after which words are made ready though Discord is not.
LATEST_WARMING = 60.0


async def serve(bot: MontageBot, token: str, settings: Settings | None = None) -> None:
    """Ends the program after a first signal in good order, and at a second one at once.

    Raises MontageBotError when Discord cannot be served, or not any longer.
    """
    async with _monitored(bot, settings or Settings()):
        await _serve(bot, token)


async def _serve(bot: MontageBot, token: str) -> None:
    told = asyncio.Event()
    wake = asyncio.get_running_loop().call_soon_threadsafe

    def stop() -> None:
        obey(stop=leave)
        wake(told.set)

    with obeying(stop, reload=lambda: wake(bot.reloading.soon)):
        async with bot.desk.store, bot:
            serving = asyncio.create_task(_connect(bot, token))
            listening = asyncio.create_task(told.wait())
            await asyncio.wait({serving, listening}, return_when=asyncio.FIRST_COMPLETED)
            if told.is_set():
                serving.cancel()  # no shard is opened any more, and those that are go on reading
                await _finish(bot)
                leave()
            listening.cancel()
            await serving


@asynccontextmanager
async def _monitored(bot: MontageBot, settings: Settings) -> AsyncIterator[None]:
    """Tells of the bot at the port of the settings; at none when they name none."""
    if settings.metrics_port is None:
        yield
        return
    from bot.discord_app.monitor import Monitor  # and with it what serves pages

    monitor = Monitor(bot)
    try:
        await monitor.open(settings.metrics_host, settings.metrics_port)
        yield
    finally:
        await monitor.close()


async def _connect(bot: MontageBot, token: str) -> None:
    with told_in_a_sentence():
        await bot.login(token)
    await bot.desk.store.know(LONGEST_LOOK)  # or who asks first is answered for all, wherever it is
    warming = asyncio.create_task(_warm(bot))
    try:
        with told_in_a_sentence():
            await bot.connect()
    finally:
        warming.cancel()


async def _warm(bot: MontageBot) -> None:
    """Makes the words ready once the bot is, in a time when nobody is kept waiting; at the latest after a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LATEST_WARMING):
            await bot.wait_until_ready()
    await asyncio.to_thread(bot.desk.guide.warm)


async def _finish(bot: MontageBot) -> None:
    await asyncio.sleep(STILL_READ)
    farewells = [asyncio.create_task(shard.disconnect()) for shard in bot.shards.values()]
    left = await bot.desk.underway.finish(LONGEST_FINISH)
    if left:
        _log.warning("Stopped with answers that Discord has not taken: %d", left)
    if farewells:
        await asyncio.wait(farewells, timeout=LONGEST_FAREWELL)
    await bot.desk.store.close()
