"""What is kept, in a few lines."""

from __future__ import annotations

import discord

from bot.answers.answer import Outcome
from bot.community.privacy import KEPT_AFTER_LEAVING
from bot.discord_app.looks.cards import COLOURS

__all__ = ["privacy_embed", "sure_embed"]

DAYS = KEPT_AFTER_LEAVING.days
KEPT = f"""\
**Votes and duels**: which montage, on which server and when, with your user id, until you take the vote back or the \
duel closes; then sums and ratings alone
**Games**: in a quiz what you press until it ends, then your points; of each daily montage how many clues and wrong \
guesses it took you, which makes your streak, and no guess itself
**What you write**: what you suggest or report, for that server's moderators; the words of what I could not answer, \
without who asked; nothing else, and what we talked about is forgotten after ten minutes
**Servers**: their settings, which name nobody; all of a server is deleted {DAYS} days after I have left it"""
SURE = (
    "All of your votes, points, tries, suggestions and reports on all servers are deleted, for good. Closed duels and "
    "approved suggestions stay, without your name."
)


def privacy_embed() -> discord.Embed:
    return discord.Embed(title="What I keep", description=KEPT, colour=COLOURS[Outcome.ANSWER])


def sure_embed() -> discord.Embed:
    return discord.Embed(title="Delete all that is kept of you?", description=SURE, colour=COLOURS[Outcome.CHOICE])
