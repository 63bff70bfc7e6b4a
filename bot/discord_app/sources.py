"""The button that shows what a card rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.cards import sources_embed
from bot.discord_app.items import AnsweringItem, known

if TYPE_CHECKING:
    from bot.discord_app.client import MontageBot

__all__ = ["SourcesButton"]


class SourcesButton(AnsweringItem[discord.ui.Button[Any]], template=r"montage:sources:v1:(?P<montage>[a-z0-9-]{1,80})"):
    """Shows the sources to whoever clicks, and to nobody else."""

    def __init__(self, montage_id: str) -> None:
        self.montage_id = montage_id
        super().__init__(discord.ui.Button(label="Sources", custom_id=f"montage:sources:v1:{montage_id}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> SourcesButton:
        return cls(match["montage"])

    async def answer(self, interaction: discord.Interaction[MontageBot]) -> None:
        (card,) = interaction.client.guide.show(known(interaction, self.montage_id)).cards
        await interaction.response.send_message(embed=sources_embed(card), ephemeral=True)
