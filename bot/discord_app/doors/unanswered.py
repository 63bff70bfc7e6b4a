"""/montage unanswered: what was asked on a server and nobody could answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

from bot.discord_app.desk import Desk, desk_of

__all__ = ["unanswered_command"]

Show = Callable[[Desk, discord.Interaction[Any]], Awaitable[None]]


def unanswered_command(show: Show) -> app_commands.Command[Any, ..., None]:
    """The command, which shows it to moderators."""

    @app_commands.command()
    async def unanswered(interaction: discord.Interaction[Any]) -> None:
        """What was asked here that I did not know, most asked first; for moderators."""
        await show(desk_of(interaction), interaction)

    return unanswered
