"""Suggesting a montage: the button below "I don't know that one", and the form behind it."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.discord_app.controls.buttons import PlainButton
from bot.discord_app.controls.facts_form import FIELDS, facts_form, facts_in
from bot.discord_app.controls.form import Fields, Form
from bot.discord_app.controls.moderating import below_of, channel_of, pass_on
from bot.discord_app.controls.review import review_reply
from bot.discord_app.desk import Desk
from bot.discord_app.looks.suggestions import typed_embed
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, respond, show_form
from bot.errors import MontageBotError

__all__ = ["SUGGESTION", "SuggestButton"]

THANKS = "Thank you! The moderators look at it, and you hear of it when they have decided."
FORM_ID, TITLE = "montage:suggestion:v1", "Suggest a montage"


class SuggestButton(PlainButton, template=r"montage:suggest:v1"):
    """Opens the form, where there is somebody who would read it."""

    label = "Suggest it"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        channel_of(desk, interaction)
        await show_form(interaction, facts_form(TITLE, FORM_ID, desk.guide, {}))


async def _suggested(desk: Desk, interaction: discord.Interaction[Any], _match: re.Match[str], fields: Fields) -> None:
    """Kept, confirmed, then shown to the moderators; what nobody can be shown is not kept."""
    server, channel = channel_of(desk, interaction)
    kept, at = desk.store.suggestions, interaction.created_at
    try:
        facts = facts_in(fields, desk.guide_at(server))
        suggestion = await kept.suggest(server, interaction.user.id, facts, at, below_of(interaction))
    except MontageBotError as refused:
        await respond(interaction, _typed_again(refused, fields), private=True)
        return
    await respond(interaction, Reply(THANKS), private=True)
    await pass_on(interaction, channel, review_reply(suggestion), lambda: kept.withdraw(server, suggestion.number))


def _typed_again(refused: MontageBotError, fields: Fields) -> Reply:
    """Why it was not taken, all that was typed, and the button to try again."""
    view = discord.ui.View(timeout=None)
    view.add_item(SuggestButton())
    return Reply(plain(str(refused)), [typed_embed({each.label: fields.get(each.name, "") for each in FIELDS})], view)


SUGGESTION = Form(re.compile(FORM_ID), _suggested)
