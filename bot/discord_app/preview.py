"""The real bot on a simulated Discord: a page on this computer, for trying it without a token."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import discord
from msgspec import structs

from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.community.store.upgrade import LONGEST_UPGRADE
from bot.config import HIGHEST_PORT, Settings
from bot.discord_app.client import create_bot
from bot.discord_app.logs import set_up_logging
from bot.errors import MontageBotError
from bot.knowledge.catalogue import Catalogue

if TYPE_CHECKING:
    import simcord
    from simcord.preview import Preview

__all__ = ["open_preview", "preview"]

MISSING = "The preview needs the extra of that name. Install it with: pip install 'montage-bot[preview]'"
NAME = "Montage Bot"
MEMBERS = ("Maya", "Theo", "Ines")
WIDTH, HEIGHT = 1280, 900
THIS_COMPUTER = "127.0.0.1"
PORTS_TRIED = 20


def preview(settings: Settings, catalogue: Catalogue, open_browser: bool = True) -> None:
    """Serve the page, print its address, and wait until the session is ended there or with Ctrl+C.

    `open_browser` opens the page where there is a desktop. Raises MontageBotError when the extra is not installed.
    """
    set_up_logging(replace(settings, log_level="WARNING"))
    logging.getLogger("discord").setLevel(logging.ERROR)  # its warnings are about a real connection: there is none
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(settings, catalogue, open_browser))


async def _serve(settings: Settings, catalogue: Catalogue, open_browser: bool) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, settings, catalogue)
        sys.stdout.write(f"Montage Bot, on a simulated Discord: {page.url}\nType /montage there. Ctrl+C ends it.\n")
        sys.stdout.flush()
        if open_browser and _has_desktop():
            await asyncio.to_thread(webbrowser.open, page.url)
        await page.wait_closed()


async def open_preview(stack: AsyncExitStack, settings: Settings, catalogue: Catalogue) -> Preview:
    """The page, with a server on which a few people have asked already; it lasts until the stack is left."""
    simcord, showroom = _simcord()
    folder = stack.enter_context(TemporaryDirectory(prefix="montage-bot-", ignore_cleanup_errors=True))
    store = await stack.enter_async_context(Store.at(Address(Path(folder) / "preview.sqlite3")))  # kept as long as it
    clock = showroom.WallClock()
    alone = replace(settings, tmdb_key=None, shard_count=1, shard_ids=())  # no poster: nothing leaves this computer
    bot = clock.bot = create_bot(alone, catalogue, store, clock.sleep)
    env = clock.env = await stack.enter_async_context(simcord.run(bot, check_errors=False))
    env.backend.bot_user.name = NAME
    await bot.tree.sync()
    await asyncio.to_thread(bot.desk.guide.warm)
    await store.know(LONGEST_UPGRADE)
    guild = env.create_guild("Movie Night")
    channel = guild.create_text_channel("montages", topic="Ask Montage Bot anything: /montage")
    users = [env.create_user(name.lower(), global_name=name) for name in MEMBERS]
    may = discord.Permissions(manage_guild=True, manage_messages=True)  # /montage settings, and decide on suggestions
    keeper = guild.create_role("Keeper", permissions=may)
    await _take_suggestions(store, guild, channel)  # the page shows no other
    members = [showroom.Visitor(env, guild, guild.add_member(user, roles=[keeper]).user) for user in users]
    assets = showroom.picture_of(env.backend.bot_user)
    await _ask_first_questions(channel, members)
    page = env.preview(channel, viewers=members, layout="channel", width=WIDTH, height=HEIGHT, assets=assets)
    try:
        return await stack.enter_async_context(showroom.dressed(page, settings.preview_port))
    except simcord.SetupError as error:
        raise MontageBotError(_no_page(settings.preview_port, error)) from error


async def _take_suggestions(store: Store, guild: simcord.GuildHandle, channel: simcord.ChannelHandle) -> None:
    await store.settings.change(guild.id, lambda before: structs.replace(before, suggestions=channel.id))


def _no_page(port: int, error: Exception) -> str:
    refused = error.__cause__
    if not isinstance(refused, OSError) or refused.errno is None:
        return f"The preview could not start: {error}."
    other = f"montage-bot preview --port {_free_port(port)}"
    return f"Port {port} cannot be used ({os.strerror(refused.errno)}): `{other}` takes another, without --port any."


def _free_port(taken: int) -> int:
    """The next port that is free, or any that is."""
    for port in (*range(taken + 1, min(taken + PORTS_TRIED, HIGHEST_PORT) + 1), 0):
        with socket.socket() as door, suppress(OSError):
            door.bind((THIS_COMPUTER, port))
            return door.getsockname()[1]
    return 0


async def _ask_first_questions(channel: simcord.ChannelHandle, members: Sequence[simcord.MemberActor]) -> None:
    maya, theo, _ = members
    await maya.slash(channel, "montage list")
    await theo.send(channel, f"@{NAME} which song plays when Rocky runs up the steps?")


def _simcord():  # noqa: ANN202  two modules: they are imported late because they need an optional extra
    try:
        import aiohttp  # noqa: F401
        import simcord
    except ImportError:
        raise MontageBotError(MISSING) from None
    from bot.discord_app import showroom

    return simcord, showroom


def _has_desktop() -> bool:
    """Whether a browser could be shown: always so on Windows and macOS, with a display elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
