"""The buttons of one montage: its card out of several, all that is known of it, and what that rests on."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Self

import discord

from bot.answers.answer import Card
from bot.discord_app import limits
from bot.discord_app.controls.item import NOTHING, AnsweringItem, known
from bot.discord_app.controls.links import link_buttons
from bot.discord_app.desk import Desk, conversation_of
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import more_embed, sources_embed
from bot.discord_app.sending import Reply, respond

__all__ = ["CardButton", "MontageButton", "MoreButton", "SourcesButton"]


class MontageButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """A button about the montage whose id ends its custom id."""

    prefix: ClassVar[str]
    label: ClassVar[str] = ""

    def __init__(self, montage_id: str, label: str = "") -> None:
        self.montage_id = montage_id
        super().__init__(
            discord.ui.Button(
                label=clip(label or self.label, limits.BUTTON_LABEL) or None, custom_id=self.prefix + montage_id
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(match["montage"], match["montage"])

    def card(self, desk: Desk, interaction: discord.Interaction[Any]) -> Card:
        guide = desk.guide_at(interaction.guild_id)
        (card,) = guide.show(known(guide, self.montage_id)).cards
        return card


class CardButton(MontageButton, template=r"montage:card:v1:(?P<montage>[a-z0-9-]{1,80})"):
    """One of several montages: its card takes their place for whoever asked."""

    prefix = "montage:card:v1:"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        guide = desk.guide_at(interaction.guild_id)
        montage = known(guide, self.montage_id)
        await desk.replace(interaction, guide.show(montage, conversation_of(interaction)))


class MoreButton(MontageButton, template=r"montage:more:v1:(?P<montage>[a-z0-9-]{1,80})"):
    """Shows the rest of what is known to whoever clicks, and to nobody else."""

    prefix = "montage:more:v1:"
    label = "More"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        card = self.card(desk, interaction)
        view = discord.ui.View(timeout=None)
        for button in link_buttons([*card.listen, card.imdb]):
            view.add_item(button)
        await respond(interaction, Reply("", [more_embed(card)], view), private=True)


class SourcesButton(MontageButton, template=r"montage:sources:v1:(?P<montage>[a-z0-9-]{1,80})"):
    """Shows the sources to whoever clicks, and to nobody else."""

    prefix = "montage:sources:v1:"
    label = "Sources"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await respond(interaction, Reply("", [sources_embed(self.card(desk, interaction))]), private=True)
