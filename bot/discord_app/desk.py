"""The desk between the ways in and the guide: what is asked goes to the guide, and what it says goes out as a reply."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Protocol, cast

import discord
from msgspec import Struct, field

from bot.answers.answer import Answer, Outcome
from bot.answers.guide import Guide
from bot.community.store.store import Store
from bot.community.unanswered import cut
from bot.discord_app import sending
from bot.discord_app.asked import Way
from bot.discord_app.discretion import told
from bot.discord_app.failures import reply_error
from bot.discord_app.local_guides import LocalGuides
from bot.discord_app.pace import Pace, Turn
from bot.discord_app.refreshing import Refreshing
from bot.discord_app.sending import Reply
from bot.discord_app.underway import Underway
from bot.knowledge.names import folded

__all__ = ["Desk", "Render", "conversation_of", "desk_of", "place_of"]

_log = logging.getLogger(__name__)

#: Seconds to look for the question that was answered; a click is to be answered within three.
LONGEST_LOOK = 1.0


class Render(Protocol):
    """Makes the reply of an answer, on that page of its list."""

    def __call__(self, answer: Answer, page: int = 1) -> Reply: ...


class Desk(Struct):
    """All that a command or control needs: who knows the answers, how one is sent and edited, what is kept of a server,
    and what is underway."""

    guide: Guide  # another one, whole, when the data is read anew: to be asked for anew after each wait
    render: Render
    store: Store
    refreshing: Refreshing = field(default_factory=Refreshing)
    underway: Underway = field(default_factory=Underway)
    pace: Pace = field(default_factory=Pace)
    local_guides: LocalGuides = field(default_factory=LocalGuides)

    async def admits(self, interaction: discord.Interaction[Any], way: Way) -> bool:
        """Begins to answer, unless it is too much for one user: then they are told when to come back."""
        self.underway.begin(way)
        user = interaction.user.id
        turn = Turn.ANSWERED if way is Way.TYPING else self.pace.turn(user, way, interaction.created_at.timestamp())
        if turn is Turn.REFUSED:
            await reply_error(interaction, self.pace.refusal(user, way))
        return turn is Turn.ANSWERED

    def guide_at(self, server: int | None) -> Guide:
        """Who knows the answers on a server: all that others know, and its own montages."""
        return self.local_guides.at(server, self.guide, self.store.suggestions.approved(server))

    def count(self, asked: discord.Interaction[Any] | discord.Message, answer: Answer) -> None:
        """Counts a question that nobody could answer, where the bot is on the server."""
        server = _server_of(asked) if answer.outcome is Outcome.UNKNOWN else None
        if server is not None:
            self.store.unanswered.note(server, cut(answer.question, folded), asked.created_at)

    async def send(self, interaction: discord.Interaction[Any], answer: Answer, *, private: bool | None) -> None:
        """Answer with a new message; `private` shows it to nobody else, and None leaves that to the server."""
        self.count(interaction, answer)
        await self.show(interaction, self.render(answer), private=private)

    async def show(self, interaction: discord.Interaction[Any], reply: Reply, *, private: bool | None) -> None:
        """The same of what is no answer of the guide."""
        await sending.respond(interaction, reply, private=self._is_private(interaction, private))

    async def add(self, interaction: discord.Interaction[Any], reply: Reply) -> None:
        """A new message: for all to see where whoever had asked clicks, a private one for anyone else."""
        private = self._is_private(interaction, None) or not await _is_asker(interaction)
        await sending.respond(interaction, reply, private=private)

    async def replace(self, interaction: discord.Interaction[Any], answer: Answer, page: int = 1) -> None:
        """The answer in the place of the message clicked on for whoever had asked, a private copy for anyone else."""
        reply = self.render(answer, page)
        if await _is_asker(interaction):
            if interaction.message is not None:
                self.refreshing.forget(interaction.message.id)
            await sending.edit(interaction, reply)
        else:
            await sending.respond(interaction, reply, private=True)

    def _is_private(self, interaction: discord.Interaction[Any], asked: bool | None) -> bool:
        settings = self.store.settings.of(interaction.guild_id)
        return settings.is_private(place_of(interaction.channel), asked)


class _AtDesk(Protocol):
    desk: Desk


def desk_of(interaction: discord.Interaction[Any]) -> Desk:
    """The desk of the bot that was asked."""
    return cast("_AtDesk", interaction.client).desk


def place_of(channel: object) -> int | None:
    """The channel that settings name: of a thread, the one it belongs to."""
    if isinstance(channel, discord.Thread):
        return channel.parent_id
    return getattr(channel, "id", None)


def conversation_of(asked: discord.Interaction[Any] | discord.Message) -> str:
    """The key under which follow-up questions of this user in this channel are remembered."""
    if isinstance(asked, discord.Interaction):
        return f"{asked.channel_id}:{asked.user.id}"
    return f"{asked.channel.id}:{asked.author.id}"


def _server_of(asked: discord.Interaction[Any] | discord.Message) -> int | None:
    """The server where something was asked, if the bot is on it: who has it for themselves may ask anywhere."""
    served = asked.client.get_guild(asked.guild_id or 0) if isinstance(asked, discord.Interaction) else asked.guild
    return served.id if served else None


async def _is_asker(interaction: discord.Interaction[Any]) -> bool:
    """Whether the message clicked on answers the very user who clicks: only they may change it."""
    message = interaction.message
    if message is None:
        return False
    if message.flags.ephemeral or interaction.context.dm_channel:
        return True
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id == interaction.user.id
    asked = await _question_of(message)
    return asked is not None and asked.author.id == interaction.user.id


async def _question_of(message: discord.Message) -> discord.Message | None:
    """The message that a message replies to. Discord does not always send it along with a click: then it is fetched."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    if reference.resolved is not None:
        return reference.resolved if isinstance(reference.resolved, discord.Message) else None
    try:
        async with asyncio.timeout(LONGEST_LOOK):
            return await message.channel.fetch_message(reference.message_id)
    except Exception as unseen:  # noqa: BLE001  whatever it was, a private copy is answer enough
        _log.info("The question behind message %d cannot be seen: %s", message.id, told(unseen))
        return None
