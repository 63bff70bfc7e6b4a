"""What the bot says of itself on Discord, with every way there is to ask it."""

from __future__ import annotations

import discord

from bot.answers.answer import Answer
from bot.discord_app import limits
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

COMMANDS = {
    "ask": "anything, in your words",
    "song": "the song of a film",
    "film": "the film of a song",
    "list": "a ranking, or all that fit",
    "show": "one montage",
    "random": "any montage",
    "duel": "two montages: vote",
    "quiz": "rounds to guess, on a server",
    "scores": "who guesses best there",
    "daily": "one puzzle a day",
    "workout": "a set list",
    "announce": "the daily one, for who runs the server",
    "settings": "for who runs the server",
    "unanswered": "what I did not know, for moderators",
    "privacy": "what I keep of you",
    "about": "this",
}
OTHER_WAYS = (
    "**Mention me**, or **reply to me**",
    "**Message me**: no mention needed",
    "**Apps > Find the montage**, on any message",
)


def about_embed(answer: Answer) -> discord.Embed:
    """The help, its notes each under its heading."""
    embed = discord.Embed(
        title="Montage Bot",
        description=plain(answer.headline),
        colour=COLOURS[answer.outcome],
    )
    commands = "\n".join(f"`/montage {name}` {what}" for name, what in COMMANDS.items())
    embed.add_field(name="Commands", value=commands, inline=False)
    embed.add_field(name="Or just ask", value="\n".join(OTHER_WAYS), inline=False)
    for name, value in answer.notes:
        embed.add_field(name=name, value=plain(value), inline=False)
    return limits.fit(embed, limits.EMBED_TOTAL)
