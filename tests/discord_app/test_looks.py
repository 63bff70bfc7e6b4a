"""How answers are laid out, over the whole catalogue and at their worst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from bot.answers.answer import Answer, Card, Link, Listing, Option, Outcome, Row, SongLine, Source
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import more_embed, sources_embed
from bot.discord_app.looks.listings import last_page
from bot.discord_app.markup import plain
from bot.discord_app.replies import render
from bot.discord_app.sending import Reply
from bot.language.question import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.guide import Guide

LONG = "x" * 5000
HUGE_CARD = Card(
    montage_id="rocky",
    title=LONG,
    heading=LONG,
    ranked_in=LONG,
    places=(LONG,) * 30,
    summary=LONG,
    confusion=LONG,
    place=LONG,
    songs=(SongLine(LONG, LONG, LONG, LONG),) * 5,
    description=LONG,
    facts=(("Kind", LONG),) * 40,
    confusions=(LONG,) * 10,
    caution=LONG,
    listen=tuple(Link(LONG, "https://example.org/") for _ in range(9)),
    imdb=Link("IMDb", "https://example.org/" + LONG),
    sources=(Source(LONG, LONG, "https://example.org/"),) * 60,
    others=tuple(Option(f"montage-{number}", LONG, LONG, LONG) for number in range(60)),
)
HUGE_ROWS = tuple(Row("10=", LONG, LONG, f"montage-{at}", LONG, LONG, LONG, f"list-{at}") for at in range(900))
HUGE = Answer(
    question=LONG,
    outcome=Outcome.ANSWER,
    intent=Intent.COMPARE,
    headline=LONG,
    read_as=LONG,
    cards=(HUGE_CARD, HUGE_CARD),
    listing=Listing("x" * 80, LONG, LONG, HUGE_ROWS, footer=LONG, method=LONG),
    options=tuple(Option(f"montage-{number % 40}", LONG, LONG, LONG) for number in range(60)),
    suggestions=(LONG, "Rocky (1976)", "Rocky (1976)", " ", *map(str, range(20))),
    hints=(LONG, "who sings it?", "Rocky (1976)"),
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"cards": (HUGE_CARD,)},
        {"cards": (), "listing": None},
        {"cards": (), "listing": None, "outcome": Outcome.CHOICE},
        {"cards": (), "listing": None, "outcome": Outcome.UNKNOWN, "options": ()},
        {"cards": (), "options": (), "suggestions": (), "hints": ()},
    ],
    ids=["all at once", "one card", "words", "choice", "unknown", "list"],
)
async def test_the_largest_answer_still_fits(accepted: Callable[[Reply], None], changes: dict[str, Any]) -> None:
    for page in (-1, 1, 2, 90, 1000):
        accepted(render(msgspec.structs.replace(HUGE, **changes), page))


async def test_every_montage_of_the_catalogue_fits_and_shows_all_it_has(
    guide: Guide, accepted: Callable[[Reply], None]
) -> None:
    for montage in guide.catalogue.montages:
        (card,) = guide.show(montage.id).cards
        reply = render(guide.show(montage.id))
        accepted(reply)
        description = reply.embeds[0].description or ""
        assert plain(card.description) in description
        assert all(plain(song.title) in description for song in card.songs)
        assert clip("…", 1) not in {field.value[-1] for field in reply.embeds[0].fields if field.value}


async def test_every_page_of_every_list_fits_and_no_row_is_lost(
    guide: Guide, accepted: Callable[[Reply], None]
) -> None:
    for ranked in guide.catalogue.lists:
        answer = guide.listing(ranked.id)
        assert answer.listing is not None
        pages = [render(answer, page) for page in range(1, last_page(answer.listing) + 1)]
        for reply in pages:
            accepted(reply)
        text = "\n".join(reply.embeds[0].description or "" for reply in pages)
        assert all(f"**{plain(row.name)}**" in text for row in answer.listing.rows)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("M*A*S*H", r"M\*A\*S\*H"),
        ("**loud** __under__ ~~gone~~", r"\*\*loud\*\* \_\_under\_\_ \~\~gone\~\~"),
        ("`code` ||spoiler||", r"\`code\` \|\|spoiler\|\|"),
        ("> quoted", r"\> quoted"),
        ("# heading", r"\# heading"),
        ("-# small", r"\-# small"),
        ("[a](https://example.org)", r"\[a\](https://example.org)"),
        ("[a] *b* [click](https://example.org)", r"\[a\] \*b\* \[click\](https://example.org)"),
        ("<@123> <@&9> <#5> </ask:1> <:a:1> <t:1>", r"\<@123> \<@&9> \<#5> \</ask:1> \<:a:1> \<t:1>"),
        ("9 < 10 & it's fine", "9 < 10 & it's fine"),
    ],
)
def test_what_was_typed_stands_as_it_was_typed(typed: str, stands: str) -> None:
    assert plain(typed).replace("\u200b", "") == stands


@pytest.mark.parametrize("typed", ["https://example.org", "<https://example.org>", "[a] [b](http://example.org/_c_)"])
def test_no_address_in_a_text_is_a_link(typed: str) -> None:
    assert re.search(r"https?://", plain(typed)) is None
    assert re.search(r"(?<!\\)[\[\]]", plain(typed)) is None


@pytest.mark.parametrize("name", ["@everyone", "@here"])
def test_no_name_in_a_text_is_a_mention(name: str) -> None:
    assert name not in plain(f"say {name}")


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a bcd", 3, "a…"), (r"ab\*c", 4, "ab…"), ("", 3, "")],
)
def test_clipped_text_ends_where_the_limit_is(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


async def test_what_is_behind_a_card_fits_whole(guide: Guide, accepted: Callable[[Reply], None]) -> None:
    for montage in guide.catalogue.montages:
        (card,) = guide.show(montage.id).cards
        for embed in (more_embed(card), sources_embed(card)):
            accepted(Reply("", [embed]))
            assert "…" not in {(embed.description or "")[-1:], *((each.value or "")[-1:] for each in embed.fields)}
    accepted(Reply("", [more_embed(HUGE_CARD)]))
    accepted(Reply("", [sources_embed(HUGE_CARD)]))
