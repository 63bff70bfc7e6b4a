"""What every button and menu of ours shares: its state is in its custom id, so it still works after a restart."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any, TypeVar

import discord

from bot.answers.guide import Guide
from bot.discord_app.asked import Way
from bot.discord_app.desk import Desk, desk_of
from bot.discord_app.failures import reply_error
from bot.errors import UnknownChoiceError

__all__ = ["ID", "NOTHING", "AnsweringItem", "known"]

ItemT = TypeVar(
    "ItemT", bound="discord.ui.Button[Any] | discord.ui.Select[Any] | discord.ui.ChannelSelect[Any]", covariant=True
)

#: An id of Discord's in a custom id: nineteen digits as long as it fits a database, so that none larger is looked for.
ID = r"[1-8]?[0-9]{1,18}"
NOTHING = r"(?!)"  # matches no custom id: only the subclasses answer


class AnsweringItem(discord.ui.DynamicItem[ItemT], ABC, template=NOTHING):
    """A DynamicItem whose failures reach the user: discord.py itself only logs what such a callback raises."""

    @classmethod
    def pattern(cls) -> re.Pattern[str]:
        """What the custom ids of this kind look like."""
        return cls.__discord_ui_compiled_template__

    @abstractmethod
    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        """What a click or choice does; may raise anything."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        desk = desk_of(interaction)
        if not await desk.admits(interaction, Way.CLICK):
            return
        try:
            await self.answer(desk, interaction)
        except Exception as error:  # noqa: BLE001  whatever it is, the user must not be left with "interaction failed"
            await reply_error(interaction, error)


def known(guide: Guide, montage_id: str) -> str:
    """The id again; raises UnknownChoiceError when its montage has left the catalogue since the message was sent."""
    if not guide.has(montage_id):
        raise UnknownChoiceError("That montage is not in the catalogue any more.")
    return montage_id
