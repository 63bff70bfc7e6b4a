"""What the bot says of itself on Discord, with every way there is to ask it."""

from __future__ import annotations

import discord

from bot.answers.answer import Answer
from bot.discord_app import limits
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

COMMANDS = {
    "ask": "anything, in your own words",
    "song": "the song of a film",
    "film": "the film of a song",
    "list": "a ranked list, or all that fit",
    "show": "one montage",
    "random": "any montage",
    "about": "this",
}
OTHER_WAYS = (
    "**Mention me** with a question, or **reply** to what I said",
    "**Write to me** directly: no mention needed",
    "**Apps > Find the montage** on any message: only you see the answer",
)


def about_embed(answer: Answer) -> discord.Embed:
    """The help, its notes each under its heading."""
    commands = [f"`/montage {name}` {what}" for name, what in COMMANDS.items()]
    embed = discord.Embed(
        title="Montage Bot",
        description="\n".join([plain(answer.headline), "", *commands, "", *OTHER_WAYS]),
        colour=COLOURS[answer.outcome],
    )
    for name, value in answer.notes:
        embed.add_field(name=name, value=plain(value), inline=False)
    return limits.fit(embed, limits.EMBED_TOTAL)
