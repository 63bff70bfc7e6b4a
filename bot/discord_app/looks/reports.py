"""A mistake somebody reports, as moderators see it; and what was asked on a server in vain."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.answers.answer import Outcome
from bot.community.reports import Report
from bot.community.unanswered import Unanswered
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

__all__ = ["report_embed", "unanswered_embed"]

SETTLED = discord.Colour(0x3BA55D)
HOW_COUNTED = "Counted without small differences in writing. Who asked is not kept."


def report_embed(report: Report, title: str) -> discord.Embed:
    """What is said to be wrong about the montage of that title, by whom, and whether it was settled."""
    by = f" · <@{report.settled_by}>" if report.settled_by else ""
    embed = discord.Embed(
        title=clip(f"A mistake? {plain(title)}", limits.EMBED_TITLE),
        description=clip(plain(report.said), limits.EMBED_DESCRIPTION),
        colour=SETTLED if report.is_settled else COLOURS[Outcome.CHOICE],
    )
    embed.add_field(name="Reported by", value=f"<@{report.member}>")
    embed.add_field(name="State", value=f"Settled{by}" if report.is_settled else "Waits for a look")
    embed.set_footer(text=f"Report {report.number}")
    return embed


def unanswered_embed(questions: Sequence[Unanswered]) -> discord.Embed:
    """What was asked in vain, most asked first."""
    lines = [f"`{each.times}×` {plain(each.question)}" for each in questions]
    embed = discord.Embed(
        title="What I did not know here",
        description=clip("\n".join(lines) or "Nothing was asked here that I did not know.", limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )
    return embed.set_footer(text=HOW_COUNTED) if lines else embed
