"""The daily montage as it is played: its clues, one after another, and what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import discord

from bot.answers.answer import Outcome
from bot.answers.puzzles import Clue
from bot.community.daily.sharing import day_said, result_said, streak_said
from bot.community.daily.streaks import Streak
from bot.community.daily.tries import CLUES, MOST_GUESSES, Standing, Try, points_at
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

__all__ = ["announcement_embed", "clues_embed", "result"]

LONGEST_CLUE = 750  # characters: five of them fit into one embed


def clues_embed(clues: Sequence[Clue], played: Try) -> discord.Embed:
    """The clues told so far, and what it is worth to find it now."""
    lines = [_line(number, clue) for number, clue in enumerate(clues[: played.clues], 1)]
    embed = discord.Embed(
        title=f"Daily montage of {day_said(played.day)}: which film?",
        description=clip("\n".join(lines), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.CHOICE],
    )
    worth, left = points_at(played.clues), MOST_GUESSES - played.guesses
    guesses = f" · {left} guess{'' if left == 1 else 'es'} left" if played.guesses else ""
    embed.set_footer(text=f"Found now: {worth} of {CLUES} points{guesses}")
    return embed


def result(played: Try, film: str, streak: Streak, following: int) -> str:
    """How it ended, what it was, and when there is another; `following` is that moment as Discord counts."""
    ended = result_said(played)
    row = f" {streak_said(streak)}" if played.standing is Standing.FOUND and streak.now else ""
    longest = f" Your longest: {streak.longest}." if row and streak.longest > streak.now else ""
    return f"It is **{plain(film)}**, {ended}{row}{longest}\nThe next one comes <t:{following}:R>."


def announcement_embed(day: date, first: Clue) -> discord.Embed:
    """What all may know: that there is a new one, and its first clue."""
    return discord.Embed(
        title=f"Daily montage of {day_said(day)}",
        description=(
            f"There is a new one. {_line(1, first)}\n"
            f"Which film? Up to {CLUES} clues, fewer are more points; only you see how you play."
        ),
        colour=COLOURS[Outcome.CHOICE],
    )


def _line(number: int, clue: Clue) -> str:
    return f"**Clue {number}, {clue.name.lower()}:** {clip(plain(clue.text), LONGEST_CLUE)}"
