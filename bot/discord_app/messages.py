"""Questions in plain messages: a mention of the bot on a server, and anything in a direct message."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import discord

from bot.answers.answer import Answer
from bot.discord_app.failures import explain
from bot.discord_app.replies import render

if TYPE_CHECKING:
    from bot.discord_app.client import MontageBot

__all__ = ["answer_message", "without_mention"]

_log = logging.getLogger(__name__)

WRITTEN = (discord.MessageType.default, discord.MessageType.reply)  # the rest are Discord's own notices: pins, boosts


async def answer_message(bot: MontageBot, message: discord.Message) -> None:
    """Answer a person's message if it is meant for the bot. Never raises: what Discord refuses is only logged."""
    if message.author.bot or message.type not in WRITTEN or not _is_for(bot, message):
        return
    try:
        try:
            reply = render(_answer(bot, message))
            await _post(message, reply.content, reply.embeds, reply.view)
        except discord.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001  who asked gets a word, whatever it was
            await _post(message, explain(error), [], discord.ui.View())
    except discord.HTTPException as refused:
        _log.warning("Discord did not take the answer to message %d: %s", message.id, refused)


def without_mention(bot: MontageBot, text: str) -> str:
    """The text without the bot's own mention."""
    return " ".join(_mention(bot).sub(" ", text).split())


def _is_for(bot: MontageBot, message: discord.Message) -> bool:
    """A reply or @everyone counts as a mention with Discord; only the bot's own name in the text is a question."""
    return message.guild is None or _mention(bot).search(message.content) is not None


def _mention(bot: MontageBot) -> re.Pattern[str]:
    return re.compile(rf"<@!?{bot.application_id if bot.user is None else bot.user.id}>")


def _answer(bot: MontageBot, message: discord.Message) -> Answer:
    text = without_mention(bot, message.content)
    return bot.guide.ask(text, f"{message.channel.id}:{message.author.id}") if text else bot.guide.about()


async def _post(message: discord.Message, content: str, embeds: list[discord.Embed], view: discord.ui.View) -> None:
    """A reply that pings nobody, and an ordinary message when the question is gone by then."""
    await message.channel.send(
        content,
        embeds=embeds,
        view=view,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
    )
