"""The button that shows a server's ranking as a picture, and the one below it that tells the same as text."""

from __future__ import annotations

import asyncio
from typing import Any

import discord

from bot.answers.answer import Listing
from bot.discord_app.controls.buttons import PlainButton
from bot.discord_app.desk import Desk
from bot.discord_app.rankings import Ranking, answer_listing, votes_of
from bot.discord_app.sending import Reply
from bot.errors import UnknownChoiceError

__all__ = ["PictureButton", "TextButton", "picture_buttons"]


class PictureButton(PlainButton, template=r"montage:picture:v1"):
    """A message of its own with the picture: for all to see where whoever asked clicks, else for one alone."""

    label = "As a picture"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        from bot.discord_app.looks.pictures import Bar, ranking_picture  # and with it what draws

        voted = await votes_of(desk, interaction, Ranking.HERE)
        answer = desk.guide.voted(voted, Ranking.HERE)
        if answer.listing is None:
            raise UnknownChoiceError(answer.headline)
        shares = {each.montage_id: each.share for each in voted.places}
        bars = [
            Bar(int(row.place), row.label, row.song, row.receipts, shares.get(row.montage_id or "", 0.0))
            for row in answer.listing.rows
        ]
        picture = await asyncio.to_thread(ranking_picture, answer.listing.title, bars, answer.listing.footer)
        view = discord.ui.View(timeout=None)
        view.add_item(TextButton())
        await desk.add(interaction, Reply("", view=view, picture=picture))


class TextButton(PlainButton, template=r"montage:text:v1"):
    """The ranking as a list, for whoever clicks."""

    label = "As text"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await desk.send(interaction, await answer_listing(desk, interaction, Ranking.HERE), private=True)


def picture_buttons(listing: Listing) -> list[PictureButton]:
    """The button, below a server's ranking."""
    return [PictureButton()] if listing.key == Ranking.HERE else []
