"""How a montage looks on Discord: a card one takes in at a glance, and behind its buttons the rest and the sources."""

from __future__ import annotations

import discord

from bot.answers.answer import Card, Outcome, SongLine, Source
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.markup import plain

COLOURS = {
    Outcome.ANSWER: discord.Colour(0xF2B33D),  # the warm yellow of a marquee
    Outcome.CHOICE: discord.Colour(0x5B8DEF),
    Outcome.UNKNOWN: discord.Colour(0x80848E),
}

SOURCE_NAME = 80  # characters


def card_embed(card: Card, budget: int = limits.EMBED_TOTAL) -> discord.Embed:
    """The card within `budget` characters of embed text: what was asked for, and nothing one has to scroll for."""
    parts = (
        "\n".join(_song(song) for song in card.songs),
        plain(card.description),
        plain(card.summary),
    )
    embed = _embed(card.heading, "\n\n".join(part for part in parts if part))
    if card.confusion:
        _add_field(embed, "Often confused", plain(card.confusion))
    if card.ranked_in:
        embed.set_footer(text=clip(card.ranked_in, limits.SHORT_FOOTER))
    return limits.fit(embed, budget)


def more_embed(card: Card) -> discord.Embed:
    """All that is known of the montage and not on its card."""
    songs = "\n".join(_song(song, detailed=True) for song in card.songs)
    facts = "\n".join(f"**{plain(name)}:** {plain(value)}" for name, value in card.facts)
    embed = _embed(card.title, f"{songs}\n\n{facts}")
    for name, lines in (("Often confused", card.confusions), ("In published lists", card.places)):
        if lines:
            _add_field(embed, name, "\n".join(f"- {plain(line)}" for line in lines))
    if card.caution:
        embed.set_footer(text=clip(card.caution, limits.SHORT_FOOTER))
    return limits.fit(embed, limits.EMBED_TOTAL)


def sources_embed(card: Card) -> discord.Embed:
    """What the card rests on, page by page."""
    lines = [_source_line(source) for source in card.sources]
    parts = ("\n".join(lines), plain(card.caution))
    return _embed(f"Sources for {card.title}", "\n\n".join(part for part in parts if part))


def _embed(title: str, description: str) -> discord.Embed:
    return discord.Embed(
        title=clip(plain(title), limits.EMBED_TITLE),
        description=clip(description, limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )


def _song(song: SongLine, *, detailed: bool = False) -> str:
    detail = f" · {plain(song.detail)}" if detailed and song.detail else ""
    return f"♪ **{plain(song.title)}** – {plain(song.artist)}{detail}"


def _source_line(source: Source) -> str:
    name = plain(clip(source.name, SOURCE_NAME))
    return f"- {f'[{name}](<{source.url}>)' if source.url else name} · {plain(source.supports)}"


def _add_field(embed: discord.Embed, name: str, value: str) -> None:
    embed.add_field(name=clip(name, limits.FIELD_NAME), value=clip(value, limits.FIELD_VALUE), inline=False)
