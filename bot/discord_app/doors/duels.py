"""/montage duel: two montages, and who likes which."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import discord
from discord import app_commands

from bot.answers.guide import Guide
from bot.community.duels import LONGEST_MINUTES, USUAL_MINUTES
from bot.discord_app.desk import Desk, desk_of
from bot.discord_app.doors.options import MontageOption
from bot.errors import UnknownChoiceError

__all__ = ["duel_command"]

Minutes = app_commands.Range[int, 1, LONGEST_MINUTES]
Begin = Callable[[Desk, discord.Interaction[Any], tuple[str, str], int, Random], Awaitable[None]]
UNKNOWN = "I know no single montage by that name: type a few letters, and pick one that is suggested."


def duel_command(begin: Begin, chance: Random) -> app_commands.Command[Any, ..., None]:
    """The command; `begin` starts what it is asked for."""

    @app_commands.command()
    @app_commands.describe(
        first="A montage; without it chance picks one that critics rank",
        second="The other one",
        minutes="How long it goes on, at the most a day",
    )
    async def duel(
        interaction: discord.Interaction[Any],
        first: MontageOption = "",
        second: MontageOption = "",
        minutes: Minutes = USUAL_MINUTES,
    ) -> None:
        """Montage-off: two montages, and everybody here votes for the better one."""
        desk = desk_of(interaction)
        await begin(desk, interaction, (_meant(desk.guide, first), _meant(desk.guide, second)), minutes, chance)

    return duel


def _meant(guide: Guide, typed: str) -> str:
    """The id of the montage that was picked or typed; empty for none."""
    if not typed.strip():
        return ""
    cards = guide.show(typed).cards
    if len(cards) != 1:
        raise UnknownChoiceError(UNKNOWN)
    return cards[0].montage_id
