"""The button under a random montage that shows another."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.answers.keys import LONGEST_KEY
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.desk import Desk, conversation_of

__all__ = ["AnotherButton"]


class AnotherButton(
    AnsweringItem[discord.ui.Button[Any]], template=rf"montage:another:v1:(?P<key>.{{0,{LONGEST_KEY}}})"
):
    """Shows another picked as the last one was: in place for whoever asked, as a private copy for anyone else."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            discord.ui.Button(label="Another", style=discord.ButtonStyle.primary, custom_id=f"montage:another:v1:{key}")
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AnotherButton:
        return cls(match["key"])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.replace(interaction, desk.guide.random(conversation_of(interaction), self.key))
