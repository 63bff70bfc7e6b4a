"""What every button and menu of ours shares: its state is in its custom id, so it still works after a restart."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot.discord_app.failures import reply_error
from bot.errors import UnknownChoiceError

if TYPE_CHECKING:
    from bot.discord_app.client import MontageBot

__all__ = ["AnsweringItem", "conversation_of", "is_asker", "known"]

ItemT = TypeVar("ItemT", bound="discord.ui.Button[Any] | discord.ui.Select[Any]", covariant=True)

NOTHING = r"(?!)"  # matches no custom id: only the subclasses answer


class AnsweringItem(discord.ui.DynamicItem[ItemT], ABC, template=NOTHING):
    """A DynamicItem whose failures reach the user: discord.py itself only logs what such a callback raises."""

    @classmethod
    def pattern(cls) -> re.Pattern[str]:
        """What the custom ids of this kind look like."""
        return cls.__discord_ui_compiled_template__

    @abstractmethod
    async def answer(self, interaction: discord.Interaction[MontageBot]) -> None:
        """What a click or choice does; may raise anything."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await self.answer(interaction)
        except Exception as error:  # noqa: BLE001  whatever it is, the user must not be left with "interaction failed"
            await reply_error(interaction, error)


def conversation_of(interaction: discord.Interaction[Any]) -> str:
    """The key under which follow-up questions of this user in this channel are remembered."""
    return f"{interaction.channel_id}:{interaction.user.id}"


def known(interaction: discord.Interaction[MontageBot], montage_id: str) -> str:
    """The id again; raises UnknownChoiceError when its montage has left the catalogue since the message was sent."""
    if interaction.client.guide.catalogue.montage(montage_id) is None:
        raise UnknownChoiceError("That montage is no longer in the catalogue.")
    return montage_id


def is_asker(interaction: discord.Interaction[Any]) -> bool:
    """Whether the message clicked on answers the very user who clicks: only they may change it."""
    message = interaction.message
    if message is None:
        return False
    if message.flags.ephemeral or interaction.context.dm_channel:
        return True
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id == interaction.user.id
    asked = message.reference.resolved if message.reference is not None else None
    return isinstance(asked, discord.Message) and asked.author.id == interaction.user.id
