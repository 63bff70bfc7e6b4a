"""What Discord has and the simulated one lacks: mentions as one types them, early suggestions, a picture of the bot.

It needs the extra of the preview, and the version of simcord that the extra names: the page has no other way in.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import discord
import simcord
from simcord.backend.cdn import CDN_BASE
from simcord.preview import Preview
from simcord.preview._server import PreviewServer

__all__ = ["Visitor", "dressed", "picture_of"]

HERE = Path(__file__).resolve().parent
AVATAR = "avatar.png"
TYPED = re.compile(r"@montage ?bot\b", re.IGNORECASE)


class Visitor(simcord.MemberActor):
    """A member whose typed @Montage Bot mentions the bot, as it does where Discord completes it."""

    def __init__(self, env: simcord.Env, guild: simcord.GuildHandle, user: simcord.UserHandle) -> None:
        super().__init__(env, guild, user)
        self._mention = f"<@{env.backend.bot_user.id}>"

    async def send(self, channel: simcord.ChannelHandle, content: str = "", **more: Any) -> discord.Message:
        return await super().send(channel, TYPED.sub(self._mention, content), **more)


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
    return preview


def picture_of(bot: Any) -> dict[str, tuple[str, bytes]]:
    """Gives the bot its picture, and returns what the page has to be given to show it."""
    bot.avatar = "montage"
    return {f"{CDN_BASE}/avatars/{bot.id}/{bot.avatar}.png": (AVATAR, _picture().read_bytes())}


def _picture() -> Path:
    """Inside the package when installed, among the documents in a checkout."""
    inside = HERE.parent / AVATAR
    return inside if inside.is_file() else HERE.parents[1] / "docs" / "images" / AVATAR
