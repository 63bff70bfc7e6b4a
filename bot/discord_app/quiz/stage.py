"""Where a quiz is played: the channel it was asked for in, or a thread that is opened for it."""

from __future__ import annotations

from typing import Any

import discord

from bot.community.quiz.running import Quiz
from bot.discord_app.desk import Desk, place_of
from bot.discord_app.sending import Reply, open_thread, put_right
from bot.errors import MontageBotError

__all__ = ["in_thread", "stage_of"]

NO_SERVER = "A quiz belongs to a server that I am on, and this is none."
NOT_HERE = "On this server all may see what I say in other channels only: start the quiz in one of those."
NO_THREAD_HERE = "I can open a thread in a text channel alone: leave out `thread`, or start the quiz in such a channel."
NOT_OPENED = "Discord opened no thread for the quiz, so it does not begin. Try again, or leave out `thread`."
THREAD = "Montage quiz"


def stage_of(desk: Desk, interaction: discord.Interaction[Any], *, thread: bool) -> tuple[int, int]:
    """The server and channel of a quiz. Raises MontageBotError where there can be none.

    For a quiz in a thread that is still to be opened, an id that no channel has stands for it.
    """
    server, channel = interaction.guild_id, interaction.channel_id
    if server is None or channel is None or interaction.client.get_guild(server) is None:
        raise MontageBotError(NO_SERVER)
    if not desk.store.settings.of(server).is_public_in(place_of(interaction.channel)):
        raise MontageBotError(NOT_HERE)
    if thread and not isinstance(interaction.channel, discord.TextChannel):
        raise MontageBotError(NO_THREAD_HERE)
    missing = _missing(interaction, thread=thread)
    if missing:
        remedy = "allow me that, or leave out `thread`" if thread else "allow me that, or go to another"
        raise MontageBotError(f"I may not {' or '.join(missing)} in this channel: {remedy}.")
    return server, interaction.id if thread else channel


def _missing(interaction: discord.Interaction[Any], *, thread: bool) -> list[str]:
    """What a quiz does and the bot may not do here."""
    may = interaction.app_permissions
    in_one = isinstance(interaction.channel, discord.Thread)
    allowed = {
        "see what is written": may.view_channel,
        "open threads": may.create_public_threads or not thread,
        "write in threads": may.send_messages_in_threads or not thread,
        "send messages": may.send_messages_in_threads if in_one else may.send_messages,
        "embed links": may.embed_links,
    }
    return [what for what, is_allowed in allowed.items() if not is_allowed]


async def in_thread(desk: Desk, interaction: discord.Interaction[Any], quiz: Quiz) -> Quiz | None:
    """The quiz in a thread below the message that announced it; None where that cannot be, which is said there."""
    thread = await open_thread(interaction, THREAD)
    if thread is None:
        await desk.store.quizzes.end(quiz.id)
        await put_right(interaction, Reply(NOT_OPENED))
        return None
    return await desk.store.quizzes.move(quiz, thread)
