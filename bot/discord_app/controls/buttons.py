"""Kinds of buttons that differ in little more than what is written on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import discord

from bot.discord_app.controls.item import NOTHING, AnsweringItem

__all__ = ["ActionButton", "PlainButton"]


class PlainButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """A button that needs no state: its template is its custom id."""

    label: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self) -> None:
        super().__init__(discord.ui.Button(label=self.label, style=self.style, custom_id=self.pattern().pattern))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> Self:
        return cls()


class ActionButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """A button that does one of several things; which, its custom id ends with."""

    prefix: ClassVar[str]
    labels: ClassVar[Mapping[Any, str]]  # by member of an enum of strings
    danger: ClassVar[str]  # what cannot be undone

    def __init__(self, action: str) -> None:
        self.action = action
        style = discord.ButtonStyle.danger if action == self.danger else discord.ButtonStyle.secondary
        super().__init__(discord.ui.Button(label=self.labels[action], style=style, custom_id=f"{self.prefix}{action}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(match["action"])
