"""The least bot of discord.py with a command like ours: it says the same to everybody. Ours is measured beside it."""

from __future__ import annotations

import os
import re
from typing import Any

import discord
from discord import app_commands

__all__ = ["program"]


class Montage(app_commands.Group):
    """The commands of it that are given."""

    @app_commands.command()
    async def song(self, interaction: discord.Interaction[Any], film: str) -> None:
        """Which song plays in a film's montage?"""
        await interaction.response.send_message(f"I am the least bot there is, and know nothing of {film}.")

    @song.autocomplete("film")
    async def films(self, _interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed, value=typed)]

    @app_commands.command()
    async def ask(self, interaction: discord.Interaction[Any], question: str) -> None:
        """Anything about film montages."""
        await interaction.response.send_message(f"I am the least bot there is, and cannot tell: {question}")


class VoteButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"montage:vote:v1:(?P<montage>[a-z0-9-]+)"):
    """Thanks for the vote, and keeps nothing."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> VoteButton:
        return cls(discord.ui.Button(custom_id=match.string))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message("Thank you.", ephemeral=True)


class LeastBot(discord.Client):
    """Answers commands, and keeps nothing."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), max_messages=None)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(Montage(name="montage", description="Film montages"))

    async def setup_hook(self) -> None:
        self.add_dynamic_items(VoteButton)


def program() -> None:
    """Serves Discord until it is ended."""
    LeastBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)
