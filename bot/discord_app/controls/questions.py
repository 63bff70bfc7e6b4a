"""Buttons that ask: a nearest name ("did you mean?"), or an example to try."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Self

import discord

from bot.discord_app import limits
from bot.discord_app.controls.item import NOTHING, AnsweringItem
from bot.discord_app.desk import Desk, conversation_of

__all__ = ["MeantButton", "QuestionButton", "TryButton"]


class QuestionButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """Asks the text it shows."""

    prefix: ClassVar[str]

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(discord.ui.Button(label=limits.clip(text, limits.BUTTON_LABEL), custom_id=self.prefix + text))

    @classmethod
    def takes(cls, text: str) -> bool:
        """Whether the whole text fits into the button's custom id, which is where it is kept."""
        return bool(text.strip()) and len(cls.prefix + text) <= limits.CUSTOM_ID

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(match["text"])


class MeantButton(QuestionButton, template=r"montage:meant:v1:(?P<text>(?s:.+))"):
    """A nearest name: its answer takes the place of "I don't know that one" for whoever asked."""

    prefix = "montage:meant:v1:"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.replace(
            interaction, desk.guide_at(interaction.guild_id).ask(self.text, conversation_of(interaction))
        )


class TryButton(QuestionButton, template=r"montage:try:v1:(?P<text>(?s:.+))"):
    """An example: its answer is a message of its own, so that the other examples stay."""

    prefix = "montage:try:v1:"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.send(
            interaction, desk.guide_at(interaction.guild_id).ask(self.text, conversation_of(interaction)), private=True
        )
