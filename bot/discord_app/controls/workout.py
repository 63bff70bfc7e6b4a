"""Set lists to work out to, and the button that makes another of the same kind."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import discord
from msgspec import Struct

from bot.answers.answer import Option
from bot.community.workout.set_list import Pace, Track, set_list
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.controls.menus import Menu, ShowMenu
from bot.discord_app.desk import Desk
from bot.discord_app.looks.workout import set_list_embed
from bot.discord_app.sending import Reply
from bot.errors import MontageBotError
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter

__all__ = ["AnotherListButton", "Wanted", "make_set_list", "set_list_reply"]

MINUTE = 60
NONE = "I know no montage like that: leave out `kind` or `decade`."


class Wanted(Struct, frozen=True):
    """What a set list shall be."""

    minutes: int
    pace: Pace
    kind: Kind | None = None
    decade: int = 0  # 0: any

    @property
    def filter(self) -> Filter:
        return Filter(
            kinds=(self.kind,) if self.kind else (),
            first_year=self.decade or None,
            last_year=self.decade + 9 if self.decade else None,
        )

    @property
    def said(self) -> str:
        kind = f"{self.kind.label} " if self.kind else ""
        decade = f" of the {self.decade}s" if self.decade else ""
        return f"{self.pace.capitalize()} workout to {kind}montages{decade}"


class AnotherListButton(
    AnsweringItem[discord.ui.Button[Any]],
    template=rf"montage:workout:v1:(?P<minutes>[1-9][0-9]?):(?P<pace>{'|'.join(Pace)}):(?P<decade>0|[1-9][0-9]{{2}}0):(?P<kind>(?:{'|'.join(Kind)})?)",
):
    """Makes another list of the same kind, as a message of its own."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        custom_id = f"montage:workout:v1:{wanted.minutes}:{wanted.pace}:{wanted.decade}:{wanted.kind or ''}"
        super().__init__(
            discord.ui.Button(label="Another list", style=discord.ButtonStyle.primary, custom_id=custom_id)
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AnotherListButton:
        kind = Kind(match["kind"]) if match["kind"] else None
        return cls(Wanted(int(match["minutes"]), Pace(match["pace"]), kind, int(match["decade"])))

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.add(interaction, set_list_reply(desk, self.wanted, Random(interaction.id)))  # noqa: S311  picks songs


def make_set_list(desk: Desk, minutes: int, pace: Pace, kind: Kind | None, decade: int, chance: Random) -> Reply:
    """A set list as a command asks for it."""
    return set_list_reply(desk, Wanted(minutes, pace, kind, decade), chance)


def set_list_reply(desk: Desk, wanted: Wanted, chance: Random) -> Reply:
    """A set list as it is wanted. Raises MontageBotError where there is no montage of that kind."""
    tunes = {tune.montage_id: tune for tune in desk.guide.tunes(wanted.filter)}
    if not tunes:
        raise MontageBotError(NONE)
    tracks = (Track(tune.montage_id, tune.film_id, tune.key, tune.effort) for tune in tunes.values())
    made = set_list(tracks, wanted.minutes * MINUTE, wanted.pace, chance)
    told = [tunes[track.montage] for track in made.tracks]
    view = discord.ui.View(timeout=None)
    view.add_item(AnotherListButton(wanted))
    for row in ShowMenu.of(Menu.ROWS, (Option(tune.montage_id, tune.film, tune.title) for tune in told)):
        view.add_item(*row)
    return Reply("", [set_list_embed(made, told, wanted.said)], view)
