"""/reload, in a direct message: whoever runs the bot has its data read anew."""

from __future__ import annotations

from typing import Any, Protocol, cast

import discord
from discord import app_commands

from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.markup import plain
from bot.discord_app.reloading import Reloading
from bot.discord_app.sending import hold, tell
from bot.errors import MontageBotError

__all__ = ["reload"]

NOT_YOURS = "Only whoever runs me can have my data read anew."


class NotYoursError(MontageBotError):
    """Somebody else than an owner of the application wants something done to the bot itself."""


class _Reloads(Protocol):
    reloading: Reloading


@app_commands.command(name="reload", description="For whoever runs me: read the data files anew")
@app_commands.allowed_contexts(guilds=False, dms=True, private_channels=False)
async def reload(interaction: discord.Interaction[Any]) -> None:
    """What came of it; nobody else hears what stands in which file."""
    if not _is_owner(interaction):
        raise NotYoursError(NOT_YOURS)
    await hold(interaction)
    sentence = await cast("_Reloads", interaction.client).reloading.reload_everywhere()
    await tell(interaction, clip(plain(sentence), limits.CONTENT))


def _is_owner(interaction: discord.Interaction[Any]) -> bool:
    """Whether Discord says that the application is theirs, alone or in a team in which they may change things."""
    application = interaction.client.application
    if application is None:
        return False
    if application.team is None:
        return interaction.user.id == application.owner.id
    may = {
        member.id
        for member in application.team.members
        if member.membership_state is discord.TeamMembershipState.accepted
        and member.role is not discord.TeamMemberRole.read_only
    }
    return interaction.user.id in may | {application.team.owner_id}
