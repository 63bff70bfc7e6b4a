"""What suggestions and reports share: the channel that moderators chose, who they are, and how members hear of it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.community.suggestions import Below
from bot.discord_app.desk import Desk, place_of
from bot.discord_app.sending import Reply, announce, reply_to, tell, write_to
from bot.errors import MontageBotError, StoreError

__all__ = ["below_of", "channel_of", "moderated", "pass_on", "tell_member"]

_log = logging.getLogger(__name__)

NO_SERVER = "That goes to the moderators of a server, and this is none: do it where you have some."
NO_CHANNEL = "Nobody has chosen yet where that goes on this server: who may manage it can do so by `/montage settings`."
CHANNEL_GONE = (
    "The channel where that went was deleted, so it would reach nobody: who may manage this server can choose another "
    "by `/montage settings`."
)
NOT_ALLOWED = "Only moderators can do that: who may manage messages here, or this server."
NOT_PASSED_ON = (
    "I could not pass that on after all: I may not write where the moderators want it. Tell them, and try it again."
)
NOT_TOLD = "That is done. Whoever it was from takes no direct messages from me, so they were not told."


def channel_of(desk: Desk, interaction: discord.Interaction[Any]) -> tuple[int, discord.abc.Messageable]:
    """The server, and the channel its moderators chose. Raises MontageBotError where there is none."""
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    if guild is None:
        raise MontageBotError(NO_SERVER)
    chosen = desk.store.settings.of(guild.id).suggestions
    channel = guild.get_channel(chosen) if chosen else None
    if not isinstance(channel, discord.abc.Messageable):
        raise MontageBotError(CHANNEL_GONE if chosen else NO_CHANNEL)
    return guild.id, channel


def moderated(interaction: discord.Interaction[Any]) -> int:
    """The server that whoever clicks is a moderator of. Raises MontageBotError where they are none."""
    permissions = interaction.permissions
    if interaction.guild_id is None or not (permissions.manage_guild or permissions.manage_messages):
        raise MontageBotError(NOT_ALLOWED)
    return interaction.guild_id


def below_of(interaction: discord.Interaction[Any]) -> Below | None:
    """The message that a form was opened below, where all can see it."""
    message = interaction.message
    if message is None or message.flags.ephemeral or interaction.channel_id is None:
        return None
    return Below(interaction.channel_id, message.id)


async def pass_on(
    interaction: discord.Interaction[Any],
    channel: discord.abc.Messageable,
    reply: Reply,
    withdraw: Callable[[], Awaitable[None]],
) -> None:
    """Shows it to the moderators; what nobody can be shown is not kept, and whoever wrote it is told so."""
    try:
        await announce(channel, reply, interaction.id)
    except Exception as lost:  # noqa: BLE001  whatever it was, whoever wrote it has to know
        _log.warning("What a member wrote cannot be shown to moderators: %s", type(lost).__name__)
        try:
            await withdraw()
        except StoreError:
            _log.warning("It waits where nobody sees it")
        await tell(interaction, NOT_PASSED_ON)


async def tell_member(
    desk: Desk, interaction: discord.Interaction[Any], member: int | None, below: Below | None, sentence: str
) -> None:
    """By a direct message, or else by a reply where they wrote it; whatever was decided stands either way."""
    if member is None or await write_to(interaction.client, member, sentence):
        return
    if not await _replied(desk, interaction, member, below, sentence):
        await tell(interaction, NOT_TOLD)


async def _replied(
    desk: Desk, interaction: discord.Interaction[Any], member: int, below: Below | None, sentence: str
) -> bool:
    channel = interaction.guild.get_channel_or_thread(below.channel) if interaction.guild and below else None
    if below is None or not desk.store.settings.of(interaction.guild_id).is_public_in(place_of(channel)):
        return False
    place = interaction.client.get_partial_messageable(below.channel, guild_id=interaction.guild_id)
    return await reply_to(place, below.message, member, sentence)
