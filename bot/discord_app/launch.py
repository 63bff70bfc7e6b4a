"""Starting the bot on Discord, and telling Discord which commands it has."""

from __future__ import annotations

import asyncio
import logging
import sys

import discord

from bot.community.store.store import Store
from bot.config import Settings
from bot.discord_app.client import MontageBot, create_bot
from bot.discord_app.logs import set_up_logging
from bot.discord_app.serving import serve
from bot.discord_app.start_faults import told_in_a_sentence
from bot.errors import SettingError
from bot.knowledge.catalogue import Catalogue

__all__ = ["run", "sync"]

_log = logging.getLogger(__name__)

NO_TOKEN = (
    "DISCORD_TOKEN is not set: put the bot's token (https://discord.com/developers/applications, Bot > Reset Token) "
    "into the environment or into .env. Without a token, the preview shows the bot on this computer."
)


def run(settings: Settings, catalogue: Catalogue) -> None:
    """Serve Discord until Ctrl+C or SIGTERM, which end the program. Raises SettingError when the token is missing."""
    token = _token_of(settings)
    set_up_logging(settings)
    for slip in settings.slips:
        _log.warning(slip)
    store = Store.configured(settings.database, shared=bool(settings.shard_ids))
    asyncio.run(serve(create_bot(settings, catalogue, store), token, settings))


def sync(settings: Settings, catalogue: Catalogue, guild_id: int | None = None) -> None:
    """Give the commands to Discord, for every server or for one, and print how many they are; needs no gateway.

    Raises SettingError when the token is missing or wrong, or when the bot is not on that server, and MontageBotError
    for whatever else Discord refuses.
    """
    token = _token_of(settings)
    set_up_logging(settings)
    store = Store.configured(settings.database)  # which stays closed: nothing of it is needed
    count = asyncio.run(_register(create_bot(settings, catalogue, store), token, guild_id))
    where = "every server" if guild_id is None else f"server {guild_id}"
    sys.stdout.write(f"{count} commands registered for {where}. If you do not see them, reload Discord (Ctrl+R).\n")


def _token_of(settings: Settings) -> str:
    if settings.token is None:
        raise SettingError(NO_TOKEN)
    return settings.token


async def _register(bot: MontageBot, token: str, guild_id: int | None) -> int:
    async with bot:
        with told_in_a_sentence():
            await bot.login(token)
        guild = discord.Object(guild_id) if guild_id is not None else None
        if guild is not None:
            bot.tree.copy_global_to(guild=guild)
        with told_in_a_sentence(guild_id):
            return len(await bot.tree.sync(guild=guild))
