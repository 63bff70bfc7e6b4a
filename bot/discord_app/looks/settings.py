"""The settings of a server, as the people who run it see them."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.answers.answer import Outcome
from bot.community.settings import ServerSettings
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

__all__ = ["settings_embed"]


def settings_embed(settings: ServerSettings, list_title: str, there: Sequence[int], saved: str = "") -> discord.Embed:
    """All settings, a line each; `there` are the channels among them that exist, `saved` says what was changed."""
    lines = (
        f"**`/montage list` shows** {plain(list_title)}",
        f"**Answers are** {'for whoever asks alone' if settings.private else 'for all to see'}, unless asked otherwise",
        f"**Mentions and replies are** {'answered' if settings.mentions else 'not answered: commands alone are'}",
        f"**All may see answers in** {_channels(settings, [each for each in settings.channels if each in there])}",
        f"**Suggestions and reports go to** {_suggestions(settings.suggestions, there)}",
    )
    embed = discord.Embed(
        title="Settings of this server",
        description=clip("\n".join(lines), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )
    if saved:
        embed.set_footer(text=clip(saved, limits.SHORT_FOOTER))
    return embed


def _suggestions(channel: int | None, there: Sequence[int]) -> str:
    if channel is None:
        return "nobody: pick a channel that moderators read"
    return f"<#{channel}>" if channel in there else "nobody: the channel was deleted, so pick another"


def _channels(settings: ServerSettings, there: Sequence[int]) -> str:
    if not settings.channels:
        return "every channel"
    gone = len(settings.channels) - len(there)
    named = " ".join(f"<#{each}>" for each in there)
    if not gone:
        return named
    lost = f"{gone} that {'was' if gone == 1 else 'were'} deleted"
    return f"{named}, and {lost}" if there else f"no channel: {lost}, so pick others"
