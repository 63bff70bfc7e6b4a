"""The one place that sends: every message of ours to Discord goes through here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import discord

__all__ = ["Reply", "edit", "post", "respond"]


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole message; `view` is made for it and used once."""

    content: str
    embeds: list[discord.Embed] = field(default_factory=list[discord.Embed])
    view: discord.ui.View = field(default_factory=discord.ui.View)


async def respond(interaction: discord.Interaction[Any], reply: Reply, *, private: bool) -> None:
    """Answer a command, click or choice with a new message; `private` shows it to nobody else."""
    await interaction.response.send_message(reply.content, embeds=reply.embeds, view=reply.view, ephemeral=private)


async def edit(interaction: discord.Interaction[Any], reply: Reply) -> None:
    """Put the reply in the place of the message that was clicked on."""
    await interaction.response.edit_message(content=reply.content, embeds=reply.embeds, view=reply.view)


async def post(message: discord.Message, reply: Reply) -> None:
    """A reply that pings nobody, and an ordinary message when the question is gone by then."""
    await message.channel.send(
        reply.content,
        embeds=reply.embeds,
        view=reply.view,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
    )
