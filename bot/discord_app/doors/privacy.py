"""/montage privacy: what is kept, and how to have it or be rid of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands

from bot.discord_app.sending import Reply, respond

__all__ = ["privacy_command"]


def privacy_command(panel: Callable[[], Reply]) -> app_commands.Command[Any, ..., None]:
    """The command, which shows the panel to whoever asks."""

    @app_commands.command()
    async def privacy(interaction: discord.Interaction[Any]) -> None:
        """What I keep of you; have it as a file, or delete it."""
        await respond(interaction, panel(), private=True)

    return privacy
