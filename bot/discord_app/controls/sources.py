"""The button that shows what a card rests on."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.discord_app.controls.item import AnsweringItem, known
from bot.discord_app.desk import Desk
from bot.discord_app.looks.cards import sources_embed
from bot.discord_app.sending import Reply, respond

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

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        (card,) = desk.guide.show(known(desk.guide, self.montage_id)).cards
        await respond(interaction, Reply("", [sources_embed(card)]), private=True)
