"""The menus under an answer: pick a montage, see its card."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import discord

from bot.answers.answer import Option, Row
from bot.discord_app import limits
from bot.discord_app.controls.item import AnsweringItem, known
from bot.discord_app.desk import Desk, conversation_of
from bot.discord_app.limits import clip

__all__ = ["ListMenu", "Menu", "ShowMenu"]


class Menu(StrEnum):
    """What a menu offers; part of its custom id, so the names stay."""

    CHOICE = "choice"
    READINGS = "readings"
    OTHERS = "others"
    ROWS = "rows"
    CARDS = "cards"
    ALSO_IN = "also"
    MORE = "more"


GONE = "-"  # no list is called that
PLACEHOLDERS = {
    Menu.CHOICE: "Pick one",
    Menu.READINGS: "Or did you mean…",
    Menu.ALSO_IN: "Also in…",
    Menu.MORE: "More of these…",
    Menu.OTHERS: "More montages of this film",
    Menu.ROWS: "Open a montage of this page",
    Menu.CARDS: "Open one of these",
}
KEEPS_THE_MESSAGE = {Menu.ROWS, Menu.CARDS}  # the list or comparison stays; the card comes as a message of its own


class ShowMenu(
    AnsweringItem[discord.ui.Select[Any]],
    template=rf"montage:show:v1:(?P<menu>{'|'.join(Menu)})",
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
        guide = desk.guide_at(interaction.guild_id)
        montage = known(guide, next(iter(self.item.values), ""))
        answer = guide.show(montage, conversation_of(interaction))
        if self.menu in KEEPS_THE_MESSAGE:
            await desk.send(interaction, answer, private=True)
        else:
            await desk.replace(interaction, answer)


class ListMenu(AnsweringItem[discord.ui.Select[Any]], template=r"montage:lists:v1"):
    """A menu of lists. The one that is picked takes the place of the list of lists for whoever asked."""

    def __init__(self, options: Iterable[discord.SelectOption]) -> None:
        super().__init__(
            discord.ui.Select(custom_id="montage:lists:v1", placeholder="Open a list of this page", options=[*options])
        )

    @classmethod
    def of(cls, rows: Iterable[Row]) -> list[list[ListMenu]]:
        """The menu of the rows that are lists, as the one row it fills; no row where none is."""
        shown = [_list_shown(row.list_id, row) for row in rows if row.list_id]
        return [[cls(shown[: limits.MENU_OPTIONS])]] if shown else []

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> ListMenu:
        return cls(item.options if isinstance(item, discord.ui.Select) else [])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        answer = desk.guide_at(interaction.guild_id).listing(
            next(iter(self.item.values), GONE), conversation_of(interaction)
        )
        await desk.replace(interaction, answer)


def _list_shown(list_id: str, row: Row) -> discord.SelectOption:
    return discord.SelectOption(
        label=clip(row.label, limits.MENU_TEXT),
        value=list_id,
        description=clip(row.detail, limits.MENU_TEXT) or None,
    )


def _shown(option: Option) -> discord.SelectOption:
    return discord.SelectOption(
        label=clip(option.label, limits.MENU_TEXT),
        value=option.montage_id,
        description=clip(option.detail, limits.MENU_TEXT) or None,
    )
