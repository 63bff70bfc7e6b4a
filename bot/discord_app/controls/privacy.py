"""The buttons of /montage privacy: what is kept of whoever clicks, as a file, and deleted once they are sure."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import discord

from bot.community.privacy import as_file
from bot.discord_app.controls.buttons import ActionButton
from bot.discord_app.desk import Desk
from bot.discord_app.looks.privacy import privacy_embed, sure_embed
from bot.discord_app.sending import Picture, Reply, edit, respond

__all__ = ["PrivacyButton", "privacy_panel"]

FILE = "montage-bot-data.json"
NOTHING = "Nothing is kept of you."
ALL_OF_IT = "This is all that is kept of you."


class Wish(StrEnum):
    """What a button does; part of its custom id, so the names stay."""

    FILE = "file"
    DELETE = "delete"
    SURELY = "surely"
    KEEP = "keep"


LABELS = {
    Wish.FILE: "My data as a file",
    Wish.DELETE: "Delete my data",
    Wish.SURELY: "Yes, delete it everywhere",
    Wish.KEEP: "No, keep it",
}


class PrivacyButton(ActionButton, template=rf"montage:privacy:v1:(?P<action>{'|'.join(Wish)})"):
    """About the data of whoever clicks, and of nobody else."""

    prefix = "montage:privacy:v1:"
    labels = LABELS
    danger = Wish.SURELY

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        user = interaction.user.id
        match Wish(self.action):
            case Wish.FILE:
                await respond(interaction, await _file(desk, user), private=True)
            case Wish.DELETE:
                await edit(interaction, Reply("", [sure_embed()], _view(Wish.SURELY, Wish.KEEP)))
            case Wish.SURELY:
                await edit(interaction, Reply(_deleted(await desk.store.people.forget(user))))
            case Wish.KEEP:
                await edit(interaction, privacy_panel())


def privacy_panel() -> Reply:
    """What is kept, and what one can do about it."""
    return Reply("", [privacy_embed()], _view(Wish.FILE, Wish.DELETE))


async def _file(desk: Desk, user: int) -> Reply:
    records = await desk.store.people.records_of(user)
    if not records:
        return Reply(NOTHING)
    return Reply(ALL_OF_IT, picture=Picture(FILE, as_file(user, records), ALL_OF_IT))


def _deleted(rows: int) -> str:
    if not rows:
        return NOTHING
    return f"Deleted, on all servers: {rows} {'entry' if rows == 1 else 'entries'}. {NOTHING}"


def _view(*wishes: Wish) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for wish in wishes:
        view.add_item(PrivacyButton(wish))
    return view
