"""Apps > Find the montage: somebody else's message, read as a question."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord_app.desk import conversation_of, desk_of
from bot.discord_app.doors.messages import text_of
from bot.errors import MontageBotError

__all__ = ["find_the_montage"]


async def find_the_montage(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Answers to whoever asked alone: the author of the message did not ask for anything."""
    desk, text = desk_of(interaction), text_of(interaction.client, message)
    if not text:
        raise NoTextError("There is no text in that message that I could read as a question.")
    await desk.send(
        interaction, desk.guide_at(interaction.guild_id).ask(text, conversation_of(interaction)), private=True
    )


class NoTextError(MontageBotError):
    """A message of pictures or embeds alone."""
