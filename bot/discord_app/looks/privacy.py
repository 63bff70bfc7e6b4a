"""What is kept, in a few lines."""

from __future__ import annotations

import discord

from bot.answers.answer import Outcome
from bot.community.privacy import KEPT_AFTER_LEAVING
from bot.discord_app.looks.cards import COLOURS

__all__ = ["privacy_embed", "sure_embed"]

DAYS = KEPT_AFTER_LEAVING.days
KEPT = (
    "**Votes**: which montage, on which server and when, with your user id, until you take them back",
    "**Duels**: which you started and whom you are for, until they close; then sums and ratings alone",
    "**Quizzes**: which you started and what you pressed, until they end; your points, for the scores",
    "**Daily montage**: how many clues and guesses each took you, which makes your streak; no guess itself",
    f"**Servers**: their settings, which name nobody; all of a server is deleted {DAYS} days after I have left it",
    "**What you write**: nothing; what we talked about is forgotten after ten minutes",
)
SURE = (
    "All of your votes, points and tries on all servers are deleted, for good. Closed duels name nobody, so they stay."
)


def privacy_embed() -> discord.Embed:
    return discord.Embed(title="What I keep", description="\n".join(KEPT), colour=COLOURS[Outcome.ANSWER])


def sure_embed() -> discord.Embed:
    return discord.Embed(title="Delete all that is kept of you?", description=SURE, colour=COLOURS[Outcome.CHOICE])
