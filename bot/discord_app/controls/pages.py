"""The buttons that turn the pages of a list."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

import discord

from bot.answers.answer import Listing
from bot.answers.keys import LONGEST_KEY
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.looks.listings import last_page
from bot.discord_app.rankings import answer_listing

__all__ = ["PageButton", "Turn", "page_buttons"]


class Turn(StrEnum):
    """Which of the four buttons it is: part of the custom id, so that two that lead to one page still differ."""

    FIRST = "f"
    PREVIOUS = "p"
    NEXT = "n"
    LAST = "l"


LABELS = {Turn.FIRST: "First", Turn.PREVIOUS: "Previous", Turn.NEXT: "Next", Turn.LAST: "Last"}


class PageButton(
    AnsweringItem[discord.ui.Button[Any]],
    template=rf"montage:go:v1:(?P<turn>[fpnl])(?P<page>[1-9][0-9]{{0,3}}):(?P<key>.{{0,{LONGEST_KEY}}})",
):
    """Turns the list to a page: in place for whoever asked for it, as a private copy for anyone else."""

    def __init__(self, turn: Turn, page: int, key: str, *, disabled: bool = False) -> None:
        self.page = page
        self.key = key
        super().__init__(
            discord.ui.Button(label=LABELS[turn], custom_id=f"montage:go:v1:{turn}{page}:{key}", disabled=disabled)
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> PageButton:
        return cls(Turn(match["turn"]), int(match["page"]), match["key"])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        answer = await answer_listing(desk, interaction, self.key)
        await desk.replace(interaction, answer, self.page)


def page_buttons(listing: Listing, page: int) -> list[PageButton]:
    """First, previous, next, last; none for a listing of one page, or for one whose key no button could carry."""
    last = last_page(listing)
    if last == 1 or len(listing.key) > LONGEST_KEY:
        return []
    targets = {Turn.FIRST: 1, Turn.PREVIOUS: max(1, page - 1), Turn.NEXT: min(last, page + 1), Turn.LAST: last}
    return [PageButton(turn, target, listing.key, disabled=target == page) for turn, target in targets.items()]
