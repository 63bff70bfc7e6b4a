"""/montage daily and /montage announce: the puzzle of the day, and where a new one is announced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands

from bot.answers.guide import Guide, Suggestion
from bot.community.daily.announcing import Announcement, moment_of, time_read
from bot.community.daily.order import day_of
from bot.community.daily.zones import zone_called, zone_named, zones_like
from bot.discord_app.desk import Desk, desk_of
from bot.discord_app.doors.options import SuggestingTransformer
from bot.discord_app.sending import Reply, respond
from bot.errors import MontageBotError

__all__ = ["announce_command", "daily_command"]

Play = Callable[[Desk, discord.Interaction[Any]], Awaitable[None]]
NO_SERVER = "Announcements belong to a server, and this is none."
NOT_ALLOWED = "Only who may manage this server can say where the daily montage is announced."
NO_TIME = "I cannot read that time: write it as 09:00, 21:30 or 9pm."
NO_ZONE = "I know no such time zone: type a few letters of the largest city in it, and pick one that is suggested."
ENDED = "The daily montage is announced here no more."


def _suggest_zones(_guide: Guide, typed: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(name.replace("_", " "), name) for name in zones_like(typed))


ZoneOption = app_commands.Transform[str, SuggestingTransformer(_suggest_zones)]


def daily_command(play: Play) -> app_commands.Command[Any, ..., None]:
    """The command; `play` shows the puzzle."""

    @app_commands.command()
    async def daily(interaction: discord.Interaction[Any]) -> None:
        """One montage a day, the same for everyone: which film? Only you see how you play."""
        await play(desk_of(interaction), interaction)

    return daily


def announce_command() -> app_commands.Command[Any, ..., None]:
    """The command."""
    text = "Where and when I announce the daily montage; for who may manage the server."
    return app_commands.Command(name="announce", description=text, callback=_announce)


@app_commands.describe(
    channel="Where; leave it out to end the announcements",
    time="When, as clocks in the zone show it: 09:00, 21:30, 9pm",
    zone="The time zone: type its largest city, and pick it",
)
async def _announce(
    interaction: discord.Interaction[Any],
    channel: discord.TextChannel | None = None,
    time: app_commands.Range[str, 1, 20] = "09:00",
    zone: ZoneOption = "UTC",
) -> None:
    server, desk = _server_managed(interaction), desk_of(interaction)
    if channel is None:
        await desk.store.announcements.end(server)
        await respond(interaction, Reply(ENDED), private=True)
        return
    wanted = _wanted(interaction, server, channel, time, zone)
    await desk.store.announcements.set(wanted)
    await respond(interaction, Reply(_said(wanted)), private=True)


def _wanted(
    interaction: discord.Interaction[Any], server: int, channel: discord.TextChannel, time: str, zone: str
) -> Announcement:
    at, name = time_read(time), zone_called(zone)
    if at is None:
        raise MontageBotError(NO_TIME)
    if name is None:
        raise MontageBotError(NO_ZONE)
    allowed = channel.permissions_for(channel.guild.me)
    if not (allowed.view_channel and allowed.send_messages and allowed.embed_links):
        raise MontageBotError(f"I may not write in <#{channel.id}>: let me view it, send messages and embed links.")
    return Announcement(server, channel.id, at, name, interaction.created_at)


def _said(wanted: Announcement) -> str:
    zone = zone_named(wanted.zone)
    if zone is None:
        return NO_ZONE
    today = day_of(wanted.since)
    moments = (moment_of(today + timedelta(days=days), wanted.at, zone) for days in range(3))
    first = next(moment for moment in moments if moment >= wanted.since)
    return (
        f"I announce the daily montage in <#{wanted.channel}> each day at {wanted.at:%H:%M}, {wanted.zone}: "
        f"for the first time <t:{round(first.timestamp())}:F>."
    )


def _server_managed(interaction: discord.Interaction[Any]) -> int:
    if interaction.guild_id is None:
        raise MontageBotError(NO_SERVER)
    if not interaction.permissions.manage_guild:
        raise MontageBotError(NOT_ALLOWED)
    return interaction.guild_id
