"""What Discord has and the simulated one lacks: mentions typed and in embeds, a clock that goes, a picture of the bot.

It needs the extra of the preview, and the version of simcord that the extra names: the page has no other way in.
"""

from __future__ import annotations

import asyncio
import re
from contextvars import Context
from pathlib import Path
from typing import Any, ClassVar

import discord
import simcord
from simcord.backend.cdn import CDN_BASE
from simcord.preview import Preview, _markdown
from simcord.preview._server import PreviewServer

__all__ = ["Visitor", "WallClock", "dressed", "picture_of"]

HERE = Path(__file__).resolve().parent
AVATAR = "avatar.png"
EMBEDS = ("embed_description", "embed_field_value")
TYPED = re.compile(r"@montage ?bot\b", re.IGNORECASE)


class Visitor(simcord.MemberActor):
    """A member whose typed @Montage Bot mentions the bot, as it does where Discord completes it."""

    def __init__(self, env: simcord.Env, guild: simcord.GuildHandle, user: simcord.UserHandle) -> None:
        super().__init__(env, guild, user)
        self._mention = f"<@{env.backend.bot_user.id}>"

    async def send(self, channel: simcord.ChannelHandle, content: str = "", **more: Any) -> discord.Message:
        return await super().send(channel, TYPED.sub(self._mention, content), **more)


class WallClock:
    """How the bot pauses: by the clock on the wall, which simcord's then follows, and while it does nobody waits.

    Of a sleep, simcord holds up whatever is done in its last five seconds.
    """

    bot: discord.Client
    env: simcord.Env | None = None

    def __init__(self) -> None:
        self._begun = asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        over = object()
        # In a context of its own, the timer is none of the bot's, whose timers simcord waits for.
        Context().run(asyncio.get_running_loop().call_later, seconds, self._strike, over)
        await self.bot.wait_for("pause_over", check=lambda each: each is over)

    def _strike(self, over: object) -> None:
        if self.env is not None:
            clock = self.env.backend.clock
            clock.advance(max(0.0, asyncio.get_running_loop().time() - self._begun - clock.elapsed))
        self.bot.dispatch("pause_over", over)


class Server(PreviewServer):
    """Serves our page, which loads that of simcord."""

    _STATIC_FILES: ClassVar[dict[str, str]] = {
        **PreviewServer._STATIC_FILES,
        "/app.js": str(HERE / "page.js"),
        "/simcord.js": "app.js",
    }


def dressed(preview: Preview, port: int) -> Preview:
    """The preview with our page; it must not have been entered yet."""
    preview._server = Server(preview, port)
    for where in EMBEDS:
        _markdown._FIELD_POLICIES[where]["mentions"] = True
    return preview


def picture_of(bot: Any) -> dict[str, tuple[str, bytes]]:
    """Gives the bot its picture, and returns what the page has to be given to show it."""
    bot.avatar = "montage"
    return {f"{CDN_BASE}/avatars/{bot.id}/{bot.avatar}.png": (AVATAR, _picture().read_bytes())}


def _picture() -> Path:
    """Inside the package when installed, among the documents in a checkout."""
    inside = HERE.parent / AVATAR
    return inside if inside.is_file() else HERE.parents[1] / "docs" / "images" / AVATAR
