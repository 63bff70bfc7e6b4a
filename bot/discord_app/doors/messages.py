"""Questions in plain messages: a mention of the bot on a server, and anything in a direct message."""

from __future__ import annotations

import logging
import re

import discord

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app.desk import Desk, conversation_of
from bot.discord_app.failures import explain
from bot.discord_app.sending import Reply, post

__all__ = ["answer_message", "without_mention"]

_log = logging.getLogger(__name__)

WRITTEN = (discord.MessageType.default, discord.MessageType.reply)  # the rest are Discord's own notices: pins, boosts


async def answer_message(desk: Desk, bot: discord.Client, message: discord.Message) -> None:
    """Answer a person's message if it is meant for the bot. Never raises: what Discord refuses is only logged."""
    if message.author.bot or message.type not in WRITTEN or not _is_for(bot, message):
        return
    try:
        try:
            await post(message, desk.render(_answer(desk.guide, bot, message)))
        except discord.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001  who asked gets a word, whatever it was
            await post(message, Reply(explain(error)))
    except discord.HTTPException as refused:
        _log.warning("Discord did not take the answer to message %d: %s", message.id, refused)


def without_mention(bot: discord.Client, text: str) -> str:
    """The text without the bot's own mention."""
    return " ".join(_mention(bot).sub(" ", text).split())


def _is_for(bot: discord.Client, message: discord.Message) -> bool:
    """A reply or @everyone counts as a mention with Discord; only the bot's own name in the text is a question."""
    return message.guild is None or _mention(bot).search(message.content) is not None


def _mention(bot: discord.Client) -> re.Pattern[str]:
    return re.compile(rf"<@!?{bot.application_id if bot.user is None else bot.user.id}>")


def _answer(guide: Guide, bot: discord.Client, message: discord.Message) -> Answer:
    text = without_mention(bot, message.content)
    return guide.ask(text, conversation_of(message)) if text else guide.about()
