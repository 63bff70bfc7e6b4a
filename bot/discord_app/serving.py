"""Serving Discord until a signal, and the end of it: what was begun is finished, and nothing new is taken."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

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
#: Seconds after which words are made ready though Discord is not.
LATEST_WARMING = 60.0
NOT_RELOADED = "Nothing is reloaded yet: start me again to have the data files read anew."


async def serve(bot: MontageBot, token: str) -> None:
    """Ends the program after a first signal in good order, and at a second one at once.

    Raises MontageBotError when Discord cannot be served, or not any longer.
    """
    told = asyncio.Event()
    wake = asyncio.get_running_loop().call_soon_threadsafe

    def stop() -> None:
        obey(stop=leave)
        wake(told.set)

    with obeying(stop, reload=lambda: wake(_log.warning, NOT_RELOADED)):
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


async def _connect(bot: MontageBot, token: str) -> None:
    with told_in_a_sentence():
        await bot.login(token)
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
