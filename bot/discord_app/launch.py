"""Starting the bot on Discord, and telling Discord which commands it has."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
import discord

from bot.config import Settings
from bot.discord_app.client import MontageBot, create_bot
from bot.discord_app.logs import set_up_logging
from bot.errors import MontageBotError, SettingError
from bot.knowledge.catalogue import Catalogue

__all__ = ["run", "sync"]

NO_TOKEN = (
    "DISCORD_TOKEN is not set: put the bot's token (https://discord.com/developers/applications, Bot > Reset Token) "
    "into the environment or into .env. Without a token, the preview shows the bot on this computer."
)
WRONG_TOKEN = (
    "DISCORD_TOKEN is not a token Discord knows: it may have been reset or copied in part. "
    "Get a new one at https://discord.com/developers/applications, Bot > Reset Token."
)
UNREACHABLE = "Discord cannot be reached from here: check the network connection, then try again."
FORBIDDEN_GUILD = (
    "MONTAGE_GUILD (or --guild) names a server this bot is not on: invite it there first, or check the id "
    "(right-click the server > Copy Server ID)."
)


def run(settings: Settings, catalogue: Catalogue) -> None:
    """Serve Discord until Ctrl+C or SIGTERM. Raises SettingError when the token is missing or wrong."""
    token = _token_of(settings)
    set_up_logging(settings)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(create_bot(settings, catalogue), token))


def sync(settings: Settings, catalogue: Catalogue, guild_id: int | None = None) -> None:
    """Give the commands to Discord, for every server or for one, and print how many they are; needs no gateway.

    Raises SettingError when the token is missing or wrong, or when the bot is not on that server.
    """
    token = _token_of(settings)
    set_up_logging(settings)
    count = asyncio.run(_register(create_bot(settings, catalogue), token, guild_id))
    where = "every server" if guild_id is None else f"server {guild_id}"
    sys.stdout.write(f"{count} commands registered for {where}. If you do not see them, reload Discord (Ctrl+R).\n")


def _token_of(settings: Settings) -> str:
    if settings.token is None:
        raise SettingError(NO_TOKEN)
    return settings.token


async def _serve(bot: MontageBot, token: str) -> None:
    with suppress(NotImplementedError):  # Windows has no signal handlers on its loop; Ctrl+C ends it there
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(bot.close()))
    async with _discord_failures(), bot:
        await bot.start(token)


async def _register(bot: MontageBot, token: str, guild_id: int | None) -> int:
    async with _discord_failures(), bot:
        await bot.login(token)
        guild = discord.Object(guild_id) if guild_id is not None else None
        if guild is not None:
            bot.tree.copy_global_to(guild=guild)
        return len(await bot.tree.sync(guild=guild))


@asynccontextmanager
async def _discord_failures() -> AsyncIterator[None]:
    """What can be wrong at a start, as the sentence for whoever starts."""
    try:
        yield
    except discord.LoginFailure:
        raise SettingError(WRONG_TOKEN) from None  # the cause may quote the request
    except discord.Forbidden as error:
        raise SettingError(FORBIDDEN_GUILD) from error
    except aiohttp.ClientConnectionError as error:
        raise MontageBotError(UNREACHABLE) from error
