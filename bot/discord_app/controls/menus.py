"""The menus under an answer: pick a montage, see its card."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import discord

from bot.answers.answer import Option
from bot.discord_app import limits
from bot.discord_app.controls.item import AnsweringItem, known
from bot.discord_app.desk import Desk, conversation_of
from bot.discord_app.limits import clip

__all__ = ["Menu", "ShowMenu"]


class Menu(StrEnum):
    """What a menu offers; part of its custom id, so the names stay."""

    CHOICE = "choice"
    READINGS = "readings"
    OTHERS = "others"
    ROWS = "rows"
    CARDS = "cards"


PLACEHOLDERS = {
    Menu.CHOICE: "Pick one",
    Menu.READINGS: "Or did you mean…",
    Menu.OTHERS: "More montages of this film",
    Menu.ROWS: "Open a montage of this page",
    Menu.CARDS: "Open one of the two",
}
KEEPS_THE_MESSAGE = {Menu.ROWS, Menu.CARDS}  # the list or comparison stays; the card comes as a message of its own


class ShowMenu(
    AnsweringItem[discord.ui.Select[Any]], template=r"montage:show:v1:(?P<menu>choice|readings|others|rows|cards)"
):
    """A menu of montages. It shows the card in place to whoever asked, and to anyone else where only they see it."""

    def __init__(self, menu: Menu, options: Iterable[discord.SelectOption]) -> None:
        self.menu = menu
        super().__init__(
            discord.ui.Select(
                custom_id=f"montage:show:v1:{menu}", placeholder=PLACEHOLDERS[menu], options=list(options)
            )
        )

    @classmethod
    def of(cls, menu: Menu, options: Iterable[Option]) -> list[list[ShowMenu]]:
        """The menu as the one row it fills; no row when there is nothing to pick."""
        distinct = {option.montage_id: option for option in options}
        shown = [_shown(option) for option in distinct.values()][: limits.MENU_OPTIONS]
        return [[cls(menu, shown)]] if shown else []

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> ShowMenu:
        options = item.options if isinstance(item, discord.ui.Select) else []
        return cls(Menu(match["menu"]), options)

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        montage = known(desk.guide, next(iter(self.item.values), ""))
        answer = desk.guide.show(montage, conversation_of(interaction))
        if self.menu in KEEPS_THE_MESSAGE:
            await desk.send(interaction, answer, private=True)
        else:
            await desk.replace(interaction, answer)


def _shown(option: Option) -> discord.SelectOption:
    return discord.SelectOption(
        label=clip(option.label, limits.MENU_TEXT),
        value=option.montage_id,
        description=clip(option.detail, limits.MENU_TEXT) or None,
    )
