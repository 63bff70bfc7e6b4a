"""The button that tells how a list is ranked."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.answers.answer import Listing
from bot.answers.keys import LONGEST_KEY
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.looks.listings import method_embed
from bot.discord_app.rankings import answer_listing
from bot.discord_app.sending import Reply, respond
from bot.errors import UnknownChoiceError

__all__ = ["MethodButton", "method_buttons"]


class MethodButton(AnsweringItem[discord.ui.Button[Any]], template=rf"montage:how:v1:(?P<key>.{{0,{LONGEST_KEY}}})"):
    """Tells whoever clicks, and nobody else."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(discord.ui.Button(label="How is this ranked?", custom_id=f"montage:how:v1:{key}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> MethodButton:
        return cls(match["key"])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        answer = await answer_listing(desk, interaction, self.key, quietly=True)
        if answer.listing is None:
            raise UnknownChoiceError(answer.headline)
        await respond(interaction, Reply("", [method_embed(answer.listing)]), private=True)


def method_buttons(listing: Listing) -> list[MethodButton]:
    """The button, where there is something to tell and room for the key."""
    return [MethodButton(listing.key)] if listing.method and len(listing.key) <= LONGEST_KEY else []
