"""/montage workout: a set list of montage songs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import discord
from discord import app_commands

from bot.community.workout.set_list import Pace
from bot.discord_app.desk import Desk, desk_of
from bot.discord_app.doors.commands import PRIVATE, kind_of
from bot.discord_app.doors.filters import DECADES
from bot.discord_app.doors.options import KindOption
from bot.discord_app.sending import Reply
from bot.knowledge.kinds import Kind

__all__ = ["LONGEST_MINUTES", "workout_command"]

#: As many songs as one menu holds, at the typical length.
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 80
Minutes = app_commands.Range[int, SHORTEST_MINUTES, LONGEST_MINUTES]
Make = Callable[[Desk, int, Pace, Kind | None, int, Random], Reply]
PACES = [app_commands.Choice(name=pace.capitalize(), value=pace.value) for pace in Pace]


def workout_command(make: Make, chance: Random) -> app_commands.Command[Any, ..., None]:
    """The command; `make` makes the list."""

    @app_commands.command()
    @app_commands.choices(decade=DECADES)
    @app_commands.choices(pace=PACES)
    @app_commands.describe(
        minutes="How long, about: 5 to 80",
        kind="What happens in the montages; start typing",
        decade="When the films came out",
        pace="How hard it gets",
        private=PRIVATE,
    )
    async def workout(
        interaction: discord.Interaction[Any],
        minutes: Minutes = 30,
        kind: KindOption = "",
        decade: int = 0,
        pace: str = Pace.STEADY.value,
        private: bool | None = None,
    ) -> None:
        """A set list of montage songs to work out to, in an order that builds up."""
        desk = desk_of(interaction)
        reply = make(desk, minutes, Pace(pace), kind_of(desk.guide, kind), decade, chance)
        await desk.show(interaction, reply, private=private)

    return workout
