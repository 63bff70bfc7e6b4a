"""How a montage looks on Discord: one card, the same wherever it is shown."""

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
        _add_field(
            embed, "Often confused", "\n".join(f"- {plain(sentence)}" for sentence in card.confusions), inline=False
        )
    embed.set_footer(text=clip(card.place, limits.SHORT_FOOTER))
    return limits.fit(embed, budget)


def sources_embed(card: Card) -> discord.Embed:
    """What the card rests on, page by page."""
    lines = [_source_line(source) for source in card.sources]
    return discord.Embed(
        title=clip(f"Sources for {plain(card.title)}", limits.EMBED_TITLE),
        description=clip("\n".join(lines) or "No page is recorded for this one.", limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )


def _body(card: Card) -> str:
    songs = "\n".join(_song(song, headed=len(card.songs) <= HEADED_SONGS) for song in card.songs)
    caution = f"*{plain(card.caution)}*" if card.caution else ""
    return "\n\n".join(part for part in (songs, plain(card.description), caution) if part)


def _song(song: SongLine, *, headed: bool) -> str:
    title = f"### {plain(song.title)}" if headed else f"**{plain(song.title)}**"
    performer = f"**{plain(song.artist)}**" if headed else plain(song.artist)
    return f"{title}\n{performer}{f' · {plain(song.detail)}' if song.detail else ''}"


def _source_line(source: Source) -> str:
    name = plain(clip(source.name, SOURCE_NAME))
    return f"- {f'[{name}](<{source.url}>)' if source.url else name}: {plain(source.supports)}"


def _add_field(embed: discord.Embed, name: str, value: str, *, inline: bool) -> None:
    embed.add_field(name=clip(name, limits.FIELD_NAME), value=clip(value, limits.FIELD_VALUE), inline=inline)
