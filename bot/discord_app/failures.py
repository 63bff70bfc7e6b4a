"""The one place that tells a user that something went wrong, in one sentence, whatever it was."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.discord_app import limits
from bot.discord_app.asked import being_answered, reference
from bot.discord_app.discretion import told
from bot.discord_app.sending import tell
from bot.errors import MontageBotError

__all__ = ["explain", "reply_error"]

_log = logging.getLogger(__name__)

UPDATED = "I was just updated and Discord still shows the old commands. Try again in a moment."
OUTDATED_CONTROL = "That button is from an older version of me. Ask again and you get a fresh one."


async def reply_error(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Tell the user, and only them, what went wrong. Never raises: what does not reach Discord is only logged."""
    sentence = explain(error)
    if interaction.type is discord.InteractionType.autocomplete:
        return  # its answer is a list of choices, not a message
    try:
        await tell(interaction, sentence)
    except Exception as lost:  # noqa: BLE001  there is nobody left to tell
        _log.warning("Discord did not take the apology: %s", told(lost))


def explain(error: BaseException) -> str:
    """The sentence for the user; what is nobody's known mistake is logged under the reference the sentence gives."""
    cause = _cause(error)
    if isinstance(cause, MontageBotError):
        return limits.clip(str(cause), limits.CONTENT)
    if isinstance(cause, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
        return UPDATED
    if asked := being_answered():
        asked.failed = True
    known_as = reference()
    _log.error("Failure %s: %s", known_as, type(cause).__name__, exc_info=cause)
    return f"Sorry, that went wrong on my side. If it stays so, tell whoever runs me this reference: `{known_as}`."


def _cause(error: BaseException) -> BaseException:
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    return error
