"""The least bot of discord.py with a command like ours: it says the same to everybody. Ours is measured beside it."""

from __future__ import annotations

import os
from typing import Any

import discord
from discord import app_commands

__all__ = ["program"]


class Montage(app_commands.Group):
    """The command of it that is given."""

    @app_commands.command()
    async def song(self, interaction: discord.Interaction[Any], film: str) -> None:
        """Which song plays in a film's montage?"""
        await interaction.response.send_message(f"I am the least bot there is, and know nothing of {film}.")


class LeastBot(discord.Client):
    """Answers commands, and keeps nothing."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), max_messages=None)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(Montage(name="montage", description="Film montages"))


def program() -> None:
    """Serves Discord until it is ended."""
    LeastBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
