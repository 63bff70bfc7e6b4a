"""The buttons that lead out of Discord."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord

from bot.answers.answer import Link
from bot.discord_app import limits
from bot.discord_app.limits import clip

__all__ = ["link_buttons"]


def link_buttons(links: Iterable[Link]) -> list[discord.ui.Button[Any]]:
    """A button for each address that is short enough for one."""
    return [
        discord.ui.Button(label=clip(link.label, limits.BUTTON_LABEL), url=link.url)
        for link in links
        if len(link.url) <= limits.BUTTON_URL
    ]
