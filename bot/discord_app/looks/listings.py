"""How a list looks on Discord: ten rows a page."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.answers.answer import Listing, Outcome, Row
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain

ROWS_A_PAGE = 10
ROW_NAME, ROW_SONG, ROW_RECEIPTS = 100, 120, 140  # ten of them stay below an embed's description


def last_page(listing: Listing) -> int:
    """The number of the listing's last page; pages count from 1 and there is always one."""
    return max(1, -(-len(listing.rows) // ROWS_A_PAGE))


def rows_of(listing: Listing, page: int) -> Sequence[Row]:
    return listing.rows[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]


def listing_embed(listing: Listing, title: str, page: int, budget: int = limits.EMBED_TOTAL) -> discord.Embed:
    """The page of the listing, which has to be one of its pages, within `budget` characters of embed text."""
    lines = [_line(row) for row in rows_of(listing, page)]
    embed = discord.Embed(
        title=clip(plain(title), limits.EMBED_TITLE),
        url=listing.url,
        description=clip("\n".join(lines) or "Nothing is in this list.", limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )
    embed.set_footer(text=clip(_footer(listing, page), limits.SHORT_FOOTER))
    return limits.fit(embed, budget)


def method_embed(listing: Listing) -> discord.Embed:
    """How the listing is ranked."""
    return discord.Embed(
        title="How is this ranked?",
        description=clip(plain(listing.method), limits.EMBED_DESCRIPTION),
        colour=COLOURS[Outcome.ANSWER],
    )


def _line(row: Row) -> str:
    place = f"`{row.place}` " if row.place[:1].isdigit() else ""
    song = f" – {plain(clip(row.song, ROW_SONG))}" if row.song else ""
    receipts = f"\n*{plain(clip(row.receipts, ROW_RECEIPTS))}*" if row.receipts else ""
    return f"{place}**{plain(clip(row.name, ROW_NAME))}**{song}{receipts}"


def _footer(listing: Listing, page: int) -> str:
    pages = last_page(listing)
    where = f"Page {page} of {pages} · {len(listing.rows)} in all" if pages > 1 else ""
    return " · ".join(part for part in (where, listing.footer) if part)
