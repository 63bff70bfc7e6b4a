"""The button that votes for a montage, for the server it is clicked on."""

from __future__ import annotations

from typing import Any

import discord

from bot.answers.answer import Card
from bot.community.votes import Ballot, Counted
from bot.discord_app.controls.montages import MontageButton
from bot.discord_app.desk import Desk
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, respond
from bot.errors import MontageBotError

__all__ = ["VoteButton"]

NO_SERVER = "Votes belong to a server, and this is none: vote where others can see it."


class VoteButton(MontageButton, template=r"montage:vote:v1:(?P<montage>[a-z0-9-]{1,80})"):
    """Casts a vote, or takes back the one that stands; tells whoever clicked, and counts on the message a little later.

    A card is the same for everybody: only on a message somebody voted on, the button says how many did.
    """

    prefix = "montage:vote:v1:"
    label = "Vote"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        if interaction.guild_id is None:
            raise MontageBotError(NO_SERVER)
        card, server = self.card(desk), interaction.guild_id
        ballot = Ballot(server, self.montage_id, interaction.user.id)
        counted = await desk.store.votes.click(ballot, interaction.created_at)
        await respond(interaction, Reply(_said(card, counted)), private=True)
        message = interaction.message
        if message is not None and not message.flags.ephemeral and interaction.client.get_guild(server):

            async def controls() -> discord.ui.View:
                return _counting(message, self.custom_id, await desk.store.votes.count(server, self.montage_id))

            desk.refreshing.soon(message, controls)


def _said(card: Card, counted: Counted) -> str:
    votes = f"{counted.votes} {'vote' if counted.votes == 1 else 'votes'} on this server"
    if counted.voted:
        return f"You voted for {plain(card.title)}: {votes}. Click again to take it back."
    return f"Your vote for {plain(card.title)} is taken back: {votes}."


def _counting(message: discord.Message, custom_id: str, votes: int) -> discord.ui.View:
    """The buttons and menus of a message as they are, and the count on the one that votes."""
    view = discord.ui.View.from_message(message, timeout=None)
    for item in view.children:
        if isinstance(item, discord.ui.Button) and item.custom_id == custom_id:
            item.label = f"{VoteButton.label} · {votes}" if votes else VoteButton.label
    return view
