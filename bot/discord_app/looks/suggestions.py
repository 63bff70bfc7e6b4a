"""A suggested montage as moderators see it, and as whoever suggested it sees it again. Nothing in it is markup."""

from __future__ import annotations

import discord

from bot.answers.answer import Outcome
from bot.community.suggestions import Facts, State, Suggestion
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

__all__ = ["review_embed", "typed_embed"]

STATES = {
    State.OPEN: (COLOURS[Outcome.CHOICE], "Waits for a decision"),
    State.APPROVED: (discord.Colour(0x3BA55D), "Approved: it is part of this server's montages"),
    State.REJECTED: (COLOURS[Outcome.UNKNOWN], "Rejected"),
}


def review_embed(suggestion: Suggestion) -> discord.Embed:
    """All that is said of the montage, by whom, and what was decided."""
    colour, state = STATES[suggestion.state]
    if suggestion.state is not State.OPEN and suggestion.decided_by:
        state = f"{state} · <@{suggestion.decided_by}>"
    facts = suggestion.facts
    embed = discord.Embed(
        title=clip(plain(f"{facts.film} ({facts.year})"), limits.EMBED_TITLE),
        description=clip("\n".join(_lines(facts)), limits.EMBED_DESCRIPTION),
        colour=colour,
    )
    embed.add_field(name="Suggested by", value=f"<@{suggestion.member}>" if suggestion.member else "somebody")
    embed.add_field(name="State", value=state)
    embed.set_footer(text=f"Suggestion {suggestion.number}")
    return embed


def typed_embed(fields: dict[str, str]) -> discord.Embed:
    """What was typed into a form, to be copied from there: a form that was sent off cannot be opened again."""
    embed = discord.Embed(description="What you typed:", colour=COLOURS[Outcome.UNKNOWN])
    for name, text in fields.items():
        if text.strip():
            embed.add_field(name=name, value=clip(plain(text), limits.FIELD_VALUE), inline=False)
    return limits.fit(embed, limits.EMBED_TOTAL)


def _lines(facts: Facts) -> list[str]:
    lines = [f"♪ **{plain(facts.song)}** – {plain(facts.artist)}", plain(facts.description), ""]
    lines.append(f"**Kind:** {plain(facts.kind)}")
    if facts.directors:
        lines.append(f"**Directed by:** {plain(', '.join(facts.directors))}")
    if facts.imdb_id:
        lines.append(f"**IMDb:** <https://www.imdb.com/title/{facts.imdb_id}/>")
    lines.append(f"**Source:** <{facts.url}>")
    return lines
