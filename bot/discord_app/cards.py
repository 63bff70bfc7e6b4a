"""How a montage looks on Discord: one card, the same wherever it is shown."""

from __future__ import annotations

import discord

from bot.answers.answer import Card, Outcome, SongLine
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.markup import plain, small

COLOURS = {
    Outcome.ANSWER: discord.Colour(0xF2B33D),  # the warm yellow of a marquee
    Outcome.CHOICE: discord.Colour(0x5B8DEF),
    Outcome.UNKNOWN: discord.Colour(0x80848E),
}

HEADED_SONGS = 2  # with more pieces of music than these, a heading each would fill the screen


def card_embed(card: Card, budget: int = limits.EMBED_TOTAL) -> discord.Embed:
    """The card within `budget` characters of embed text."""
    embed = discord.Embed(
        title=clip(plain(card.title), limits.EMBED_TITLE),
        description=clip(_body(card), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )
    for name, value in card.facts[: limits.EMBED_FIELDS - 1]:
        _add_field(embed, name, plain(value), inline=True)
    if card.confusions:
        _add_field(embed, "Often confused", "\n".join(map(plain, card.confusions)), inline=False)
    embed.set_footer(text=clip(card.place, limits.FOOTER))
    return limits.fit(embed, budget)


def sources_embed(card: Card) -> discord.Embed:
    """What the card rests on, page by page."""
    lines = [_source_line(source.name, source.supports, source.url) for source in card.sources]
    return discord.Embed(
        title=clip(f"Sources for {plain(card.title)}", limits.EMBED_TITLE),
        description=clip("\n".join(lines) or "No page is recorded for this one.", limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )


def _body(card: Card) -> str:
    songs = _headed(card.songs) if len(card.songs) <= HEADED_SONGS else _listed(card.songs)
    caution = small(plain(card.caution)) if card.caution else ""
    return "\n".join(part for part in (songs, plain(card.description), caution) if part)


def _headed(songs: tuple[SongLine, ...]) -> str:
    return "\n".join(f"### {plain(song.title)}\n{_performer(song)}" for song in songs)


def _listed(songs: tuple[SongLine, ...]) -> str:
    return "\n".join(f"**{plain(song.title)}**\n{_performer(song)}" for song in songs)


def _performer(song: SongLine) -> str:
    return plain(song.artist) + (f"\n{small(plain(song.detail))}" if song.detail else "")


def _source_line(name: str, supports: str, url: str | None) -> str:
    shown = f"[{plain(name)}](<{url}>)" if url else plain(name)
    return f"- {shown}\n{small(plain(supports))}"


def _add_field(embed: discord.Embed, name: str, value: str, *, inline: bool) -> None:
    embed.add_field(name=clip(name, limits.FIELD_NAME), value=clip(value, limits.FIELD_VALUE), inline=inline)
