"""The one place that sends: what is lost on the way is sent once more, and nothing is waited for without an end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from io import BytesIO
from math import inf
from typing import Any

import discord
from discord import app_commands
from msgspec import Struct, field

from bot.discord_app.asked import being_answered
from bot.discord_app.discretion import told
from bot.discord_app.patience import LONGEST_PAUSE, within

__all__ = [
    "DISCORD_FAILED",
    "Picture",
    "Reply",
    "announce",
    "dress",
    "edit",
    "hold",
    "open_thread",
    "post",
    "put_right",
    "reply_to",
    "respond",
    "rewrite",
    "show_form",
    "suggest",
    "tell",
    "write_to",
]

_log = logging.getLogger(__name__)

#: Seconds an attempt to send may take with the wait for its turn: a channel takes five messages in five seconds.
LONGEST_SEND = 30.0
#: Seconds that Discord may take for a request, while all others in the channel wait.
LONGEST_REQUEST = 3.0
#: The same of the first attempt where a command or click waits: Discord gives it up after three seconds.
LONGEST_ANSWER, LONGEST_CALLBACK = 2.2, 1.4
#: Seconds before the second attempt, in which whoever waits for a turn in the channel goes first.
PAUSE = 0.02
#: A status that asks for a pause, and from where on one says that Discord failed, not that it refuses what was sent.
TOO_MANY, DISCORD_FAILED = 429, 500
#: Discord's codes for a click or command that was answered already, or that it no longer waits for.
ANSWERED, GONE = 40060, 10062
#: The code for a message below which there is a thread already.
HAS_THREAD = 160004


class Picture(Struct, frozen=True):
    """A file, and what it shows, for whoever cannot see it."""

    name: str
    content: bytes
    description: str

    def file(self) -> discord.File:
        """The file for one attempt to send it."""
        return discord.File(BytesIO(self.content), self.name, description=self.description)


class Reply(Struct, frozen=True):
    """A whole message; `view` is made for it and used once."""

    content: str
    embeds: list[discord.Embed] = field(default_factory=list[discord.Embed])
    view: discord.ui.View = field(default_factory=discord.ui.View)
    picture: Picture | None = None  # of answers to a click or command alone

    def __post_init__(self) -> None:
        self.view.stop()  # discord.py would keep it, though all our controls are found by their custom ids


async def respond(interaction: discord.Interaction[Any], reply: Reply, *, private: bool) -> None:
    """Answer a command, click or choice with a new message; `private` shows it to nobody else."""
    response = interaction.response
    await _answered(
        lambda: response.send_message(
            reply.content,
            embeds=reply.embeds,
            view=reply.view,
            ephemeral=private,
            files=[reply.picture.file()] if reply.picture else [],
        )
    )


async def edit(interaction: discord.Interaction[Any], reply: Reply) -> None:
    """Put the reply in the place of the message that was clicked on."""
    response = interaction.response
    await _answered(lambda: response.edit_message(content=reply.content, embeds=reply.embeds, view=reply.view))


async def dress(message: discord.Message | discord.PartialMessage, view: discord.ui.View) -> None:
    """Give a message of ours other buttons and menus; all else of it stays."""
    view.stop()
    await _surely(lambda: message.edit(view=view))


async def hold(interaction: discord.Interaction[Any]) -> None:
    """Tells Discord, and whoever asked, that the answer takes longer than a moment; nobody else sees it."""
    await _answered(lambda: interaction.response.defer(ephemeral=True, thinking=True))


async def rewrite(message: discord.PartialMessage, reply: Reply) -> None:
    """Put the reply in the place of a message of ours."""
    await _surely(lambda: message.edit(content=reply.content, embeds=reply.embeds, view=reply.view))


async def put_right(interaction: discord.Interaction[Any], reply: Reply) -> None:
    """Put the reply in the place of the one that a command was answered with."""
    await _surely(
        lambda: interaction.edit_original_response(content=reply.content, embeds=reply.embeds, view=reply.view)
    )


async def open_thread(interaction: discord.Interaction[Any], name: str) -> int | None:
    """Opens a thread below the message that a command was answered with; None where that cannot be. Never raises."""
    opened: list[int] = []

    async def attempt() -> None:
        said = await interaction.original_response()
        try:
            opened.append((await said.create_thread(name=name, auto_archive_duration=60)).id)
        except discord.HTTPException as refused:
            if refused.code != HAS_THREAD:
                raise
            opened.append(said.id)  # the first attempt got through; such a thread has the id of its message

    try:
        await _surely(attempt)
    except Exception as lost:  # noqa: BLE001  whatever it was, there is none
        _log.info("No thread in channel %s: %s", interaction.channel_id, told(lost))
    return opened[-1] if opened else None


async def suggest(interaction: discord.Interaction[Any], choices: list[app_commands.Choice[str | float]]) -> None:
    """Offer what may be meant while somebody types. Only returns when that got through."""
    try:
        await _answered(lambda: interaction.response.autocomplete(choices))
    except Exception as lost:  # noqa: BLE001  the next letter asks again
        _log.info("Discord did not take what may be meant: %s", told(lost))
    if not interaction.response.is_done():
        raise asyncio.CancelledError  # discord.py would send it again, and log a traceback of anything else


async def tell(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say something to the user alone, whether or not they were answered before."""
    if interaction.response.is_done():
        await _surely(lambda: interaction.followup.send(sentence, ephemeral=True))
    else:
        await respond(interaction, Reply(sentence), private=True)


async def show_form(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Ask something in a form; what is submitted comes by its custom id, after a restart too."""
    form.stop()  # discord.py would keep it, though what is submitted is found by its custom id
    await _answered(lambda: interaction.response.send_modal(form))


async def announce(channel: discord.abc.Messageable, reply: Reply, nonce: int | str) -> discord.Message:
    """A message that answers nobody; Discord posts it once, however often it is sent."""
    sent: list[discord.Message] = []

    async def send() -> None:
        sent.append(await channel.send(reply.content, embeds=reply.embeds, view=reply.view, nonce=nonce))

    await _surely(send)
    return sent[-1]


async def write_to(client: discord.Client, user: int, sentence: str) -> bool:
    """A direct message, if it is possible: whether it was. Never raises."""
    try:
        channel = await client.create_dm(discord.Object(user))
        await _surely(lambda: channel.send(sentence))
    except Exception as lost:  # noqa: BLE001  whatever it was, what they should know is so all the same
        _log.info("No direct message to user %d: %s: %s", user, type(lost).__name__, lost)
        return False
    return True


async def reply_to(channel: discord.PartialMessageable, message: int, member: int, sentence: str) -> bool:
    """Replies to a message, if it is possible, and pings that member alone: whether it was. Never raises."""
    below = channel.get_partial_message(message).to_reference(fail_if_not_exists=False)
    try:
        await _surely(
            lambda: channel.send(
                f"<@{member}> {sentence}",
                reference=below,
                mention_author=False,
                allowed_mentions=discord.AllowedMentions(users=[discord.Object(member)], replied_user=False),
            )
        )
    except Exception as lost:  # noqa: BLE001  whatever it was, what they should know is so all the same
        _log.info("No reply to message %d: %s", message, told(lost))
        return False
    return True


async def post(message: discord.Message, reply: Reply) -> None:
    """A reply that pings nobody, and an ordinary message when the question is gone by then.

    Discord posts no second message with the same nonce: the answer to a question stands there once, however often sent.
    """
    await _surely(
        lambda: message.channel.send(
            reply.content,
            embeds=reply.embeds,
            view=reply.view,
            reference=message.to_reference(fail_if_not_exists=False),
            mention_author=False,
            nonce=message.id,
        )
    )


async def _answered(send: Callable[[], Awaitable[object]]) -> None:
    """Answers an interaction; that it has its answer, or waits for none any more, is no failure of ours."""
    try:
        await _surely(send, LONGEST_ANSWER, LONGEST_CALLBACK)
    except discord.InteractionResponded:
        return  # the first attempt got through, only what Discord said of it did not
    except discord.HTTPException as refused:
        if refused.code not in (ANSWERED, GONE):
            raise
        _log.info("Discord waits for no answer any more: %s", refused)


async def _surely(
    send: Callable[[], Awaitable[object]], seconds: float = LONGEST_SEND, request: float = LONGEST_REQUEST
) -> None:
    """Sends, and once more what was lost on the way. Raises what Discord refuses, or what the second attempt met."""
    if asked := being_answered():
        asked.understood()
    try:
        async with within(seconds, request):
            await send()
    except Exception as lost:  # a reset, a time-out, an answer nobody can read: only a refusal is final
        pause = _pause_after(lost)
        if pause > LONGEST_PAUSE:
            raise
        _log.info("Sent once more after %s", told(lost))
        await asyncio.sleep(pause)
        async with within(LONGEST_SEND, LONGEST_REQUEST):
            await send()


def _pause_after(lost: Exception) -> float:
    """Seconds until it may be sent once more; for ever when Discord refuses it."""
    if not isinstance(lost, discord.HTTPException) or lost.status >= DISCORD_FAILED:
        return PAUSE
    if lost.status == TOO_MANY:  # what stands before Discord says so; discord.py itself obeys Discord
        return float(lost.response.headers.get("Retry-After", inf))
    return inf
