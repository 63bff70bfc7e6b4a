"""Suggesting a montage: the button below "I don't know that one", and the form behind it."""

from __future__ import annotations

import logging
import re
from typing import Any

import discord

from bot.community.suggestions import Suggestion
from bot.discord_app.controls.buttons import PlainButton
from bot.discord_app.controls.facts_form import FIELDS, facts_form, facts_in
from bot.discord_app.controls.form import Fields, Form
from bot.discord_app.controls.review import review_reply
from bot.discord_app.desk import Desk
from bot.discord_app.looks.suggestions import typed_embed
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, announce, respond, show_form, tell
from bot.errors import MontageBotError, StoreError

__all__ = ["SUGGESTION", "SuggestButton"]

_log = logging.getLogger(__name__)

NO_SERVER = "A suggestion goes to the moderators of a server, and this is none: suggest it where you have some."
NO_CHANNEL = (
    "Nobody has chosen yet where suggestions go on this server: who may manage it can do so by `/montage settings`."
)
THANKS = "Thank you! The moderators look at it, and I write to you when they have decided, if you let me."
NOT_PASSED_ON = (
    "I could not pass that on after all: I may not write where the moderators want suggestions. "
    "Tell them, and suggest it again."
)
FORM_ID, TITLE = "montage:suggestion:v1", "Suggest a montage"


class SuggestButton(PlainButton, template=r"montage:suggest:v1"):
    """Opens the form, where there is somebody who would read it."""

    label = "Suggest it"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        _channel(desk, interaction)
        await show_form(interaction, facts_form(TITLE, FORM_ID, desk.guide, {}))


async def _suggested(desk: Desk, interaction: discord.Interaction[Any], _match: re.Match[str], fields: Fields) -> None:
    """Kept, confirmed, then shown to the moderators; what nobody can be shown is not kept."""
    server, channel = _channel(desk, interaction)
    try:
        facts = facts_in(fields, desk.guide_at(server))
        suggestion = await desk.store.suggestions.suggest(server, interaction.user.id, facts, interaction.created_at)
    except MontageBotError as refused:
        await respond(interaction, _typed_again(refused, fields), private=True)
        return
    await respond(interaction, Reply(THANKS), private=True)
    await _pass_on(desk, interaction, channel, suggestion)


async def _pass_on(
    desk: Desk, interaction: discord.Interaction[Any], channel: discord.abc.Messageable, suggestion: Suggestion
) -> None:
    try:
        await announce(channel, review_reply(suggestion), interaction.id)
    except Exception as lost:  # noqa: BLE001  whatever it was, who suggested it has to know
        _log.warning("Suggestion %d cannot be shown to moderators: %s", suggestion.number, type(lost).__name__)
        try:
            await desk.store.suggestions.withdraw(suggestion.server, suggestion.number)
        except StoreError:
            _log.warning("Suggestion %d waits where nobody sees it", suggestion.number)
        await tell(interaction, NOT_PASSED_ON)


def _typed_again(refused: MontageBotError, fields: Fields) -> Reply:
    """Why it was not taken, all that was typed, and the button to try again."""
    view = discord.ui.View(timeout=None)
    view.add_item(SuggestButton())
    return Reply(plain(str(refused)), [typed_embed({each.label: fields.get(each.name, "") for each in FIELDS})], view)


def _channel(desk: Desk, interaction: discord.Interaction[Any]) -> tuple[int, discord.abc.Messageable]:
    """The server, and the channel its moderators chose. Raises MontageBotError where there is none."""
    guild = interaction.guild
    if interaction.guild_id is None or guild is None:
        raise MontageBotError(NO_SERVER)
    chosen = desk.store.settings.of(interaction.guild_id).suggestions
    channel = guild.get_channel(chosen) if chosen else None
    if not isinstance(channel, discord.abc.Messageable):
        raise MontageBotError(NO_CHANNEL)
    return interaction.guild_id, channel


SUGGESTION = Form(re.compile(FORM_ID), _suggested)
