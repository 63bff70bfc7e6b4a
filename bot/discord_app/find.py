"""Apps > Find the montage: somebody else's message, read as a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.items import conversation_of
from bot.discord_app.messages import without_mention
from bot.errors import MontageBotError

if TYPE_CHECKING:
    from bot.discord_app.client import MontageBot

    Interaction = discord.Interaction[MontageBot]
else:
    Interaction = discord.Interaction  # discord.py reads the annotations when the command is made

__all__ = ["find_the_montage"]


async def find_the_montage(interaction: Interaction, message: discord.Message) -> None:
    """Answers to whoever asked alone: the author of the message did not ask for anything."""
    bot = interaction.client
    text = without_mention(bot, message.content)
    if not text:
        raise NoTextError("There is no text in that message that I could read as a question.")
    await bot.send(interaction, bot.guide.ask(text, conversation_of(interaction)), private=True)


class NoTextError(MontageBotError):
    """A message of pictures or embeds alone."""
