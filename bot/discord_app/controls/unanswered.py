"""What was asked on a server in vain, for its moderators, and the button that begins to count anew."""

from __future__ import annotations

from typing import Any

import discord

from bot.community.unanswered import Unanswered
from bot.discord_app.controls.buttons import PlainButton
from bot.discord_app.controls.moderating import moderated
from bot.discord_app.desk import Desk
from bot.discord_app.looks.reports import unanswered_embed
from bot.discord_app.sending import Reply, edit, respond

__all__ = ["CountAnewButton", "show_unanswered"]

MOST_SHOWN = 30


class CountAnewButton(PlainButton, template=r"montage:unanswered-anew:v1"):
    """Forgets what was counted on the server so far."""

    label = "Count anew"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.store.unanswered.forget(moderated(interaction))
        await edit(interaction, _reply(()))


async def show_unanswered(desk: Desk, interaction: discord.Interaction[Any]) -> None:
    """Shows it to whoever asks, if they are a moderator. Raises MontageBotError, and StoreError."""
    questions = await desk.store.unanswered.of_server(moderated(interaction), MOST_SHOWN)
    await respond(interaction, _reply(questions), private=True)


def _reply(questions: tuple[Unanswered, ...]) -> Reply:
    view = discord.ui.View(timeout=None)
    if questions:
        view.add_item(CountAnewButton())
    return Reply("", [unanswered_embed(questions)], view)
