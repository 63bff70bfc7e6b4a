"""Questions in plain messages: what mentions the bot or replies to it on a server, and anything in a direct message."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable

import discord

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app.asked import Way
from bot.discord_app.desk import Desk, conversation_of, place_of
from bot.discord_app.discretion import told
from bot.discord_app.failures import explain
from bot.discord_app.pace import Turn
from bot.discord_app.sending import Reply, post

__all__ = ["Messages", "text_of"]

_log = logging.getLogger(__name__)

#: Messages known to have been answered; those that come twice come soon.
MOST_SEEN = 1000
WRITTEN = (discord.MessageType.default, discord.MessageType.reply)  # the rest are Discord's own notices: pins, boosts


class Messages:
    """Answers what people write to the bot, each message once."""

    def __init__(self, desk: Desk, bot: discord.Client, montage_in: Callable[[discord.Message], str | None]) -> None:
        self._desk = desk
        self._bot = bot
        self._montage_in = montage_in
        self._seen: deque[int] = deque(maxlen=MOST_SEEN)

    async def answer(self, message: discord.Message) -> None:
        """Answer a person's message if it is meant for the bot. Never raises: what does not get through is logged."""
        if message.author.bot or message.type not in WRITTEN or not _is_for(self._bot, message):
            return
        settings = self._desk.store.settings.of(message.guild.id if message.guild else None)
        if not settings.answers_messages_in(place_of(message.channel)):
            return
        if message.id in self._seen:
            return  # Discord tells of a message again after a broken connection
        self._seen.append(message.id)
        turn = self._desk.pace.turn(message.author.id, Way.MESSAGE, message.created_at.timestamp())
        if turn is Turn.PASSED_OVER:
            return  # told already
        try:
            await post(message, self._reply(message) if turn is Turn.ANSWERED else self._refusal(message))
        except Exception as lost:  # noqa: BLE001  there is nobody left to tell
            _log.warning("Discord did not take the answer to message %d: %s", message.id, told(lost))

    def _reply(self, message: discord.Message) -> Reply:
        try:
            self._turn_to_what_it_replies_to(message)
            answer = _answer(self._guide(message), self._bot, message)
            self._desk.count(message, answer)
            return self._desk.render(answer)
        except Exception as error:  # noqa: BLE001  who asked gets a word, whatever it was
            return Reply(explain(error))

    def _refusal(self, message: discord.Message) -> Reply:
        return Reply(str(self._desk.pace.refusal(message.author.id, Way.MESSAGE)))

    def _guide(self, message: discord.Message) -> Guide:
        return self._desk.guide_at(message.guild.id if message.guild else None)

    def _turn_to_what_it_replies_to(self, message: discord.Message) -> None:
        """A reply to a card is about that card, whoever had asked for it and however long ago."""
        said = message.reference.resolved if message.reference else None
        if (
            isinstance(said, discord.Message)
            and said.author.id == _id_of(self._bot)
            and (shown := self._montage_in(said))
        ):
            self._guide(message).turn_to(shown, conversation_of(message))


def text_of(bot: discord.Client, message: discord.Message) -> str:
    """What a message says, or what it forwards, without the bot's own mention."""
    said = (message.content, *(forwarded.content for forwarded in message.message_snapshots))
    return " ".join(_mention(bot).sub(" ", " ".join(said)).split())


def _is_for(bot: discord.Client, message: discord.Message) -> bool:
    """What names the bot, or says something in reply to it with a ping: Discord sends the text of no other along."""
    if isinstance(message.channel, discord.DMChannel) or _mention(bot).search(message.content):
        return True
    return bool(message.content) and any(user.id == _id_of(bot) for user in message.mentions)


def _mention(bot: discord.Client) -> re.Pattern[str]:
    return re.compile(rf"<@!?{_id_of(bot)}>")


def _id_of(bot: discord.Client) -> int | None:
    return bot.application_id if bot.user is None else bot.user.id


def _answer(guide: Guide, bot: discord.Client, message: discord.Message) -> Answer:
    text = text_of(bot, message)
    return guide.ask(text, conversation_of(message)) if text else guide.about()
