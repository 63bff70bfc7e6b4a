"""Rankings by votes, as they are asked for and shown."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.community.votes import Ballot
from bot.discord_app.looks.pictures import Bar, ranking_picture

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ELSEWHERE = 77
HERE_TITLE, ALL_TITLE = "This server's ranking", "All servers' ranking"


async def vote(stage: Stage, votes: dict[str, int], server: int | None = None) -> None:
    """So many people voted for each montage; they begin with the same ones."""
    for montage, voters in votes.items():
        for user in range(1, voters + 1):
            await stage.bot.desk.store.votes.click(Ballot(server or stage.guild.id, montage, user), NOON)


async def listed(stage: Stage, read: Reader, name: str = HERE_TITLE, **options: Any) -> simcord.ResponseMessage:
    return read.answer(await stage.asker.slash(stage.channel, "montage list", list=name, **options))


def lines(message: simcord.ResponseMessage) -> list[str]:
    return (message.embeds[0].description or "").splitlines()


@pytest.mark.parametrize("name", [HERE_TITLE, "this servers ranking", "votes:server"])
async def test_a_servers_ranking_says_who_stands_where_and_how_many_voted(
    stage: Stage, read: Reader, name: str
) -> None:
    await vote(stage, {"rocky": 3, "footloose-willard": 5, "rocky-iv-hearts-on-fire": 2})
    ranking = await listed(stage, read, name)
    assert read.title(ranking) == HERE_TITLE
    assert [line for line in lines(ranking) if line.startswith("`")] == [
        "`1` **Footloose** – Let's Hear It for the Boy",
        "`2` **Rocky** – Gonna Fly Now",
    ]
    assert "5 of 5 voters" in read.words(ranking)
    assert "5 people have voted; a montage has a place from 3 voters on" in read.words(ranking)


async def test_equal_votes_share_a_place(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 3, "footloose-willard": 3})
    assert [line[:3] for line in lines(await listed(stage, read)) if line.startswith("`")] == ["`1`", "`1`"]


async def test_a_ranking_without_places_says_what_it_takes(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 2})
    words = read.words(await listed(stage, read))
    assert "No montage has a place in this server's ranking yet" in words
    assert "2 people have voted" in words


async def test_a_server_sees_nothing_of_another(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 9}, ELSEWHERE)
    assert "0 people have voted" in read.words(await listed(stage, read))


async def test_one_server_alone_is_not_told_to_all(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 9}, ELSEWHERE)
    assert "No montage has a place" in read.words(await listed(stage, read, ALL_TITLE))


async def test_the_ranking_of_all_servers_adds_them_up(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 4, "footloose-willard": 1})
    await vote(stage, {"rocky": 2, "footloose-willard": 3}, ELSEWHERE)
    ranking = await listed(stage, read, ALL_TITLE)
    assert [line for line in lines(ranking) if line.startswith("`")] == ["`1` **Rocky** – Gonna Fly Now"]
    assert "6 of 7 voters" in read.words(ranking)


async def test_a_ranking_tells_how_it_is_made(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 3})
    ranking = await listed(stage, read)
    note = read.answer(await stage.other.click(ranking, label="How is this ranked?"))
    assert note.ephemeral
    for said in ("E. B. Wilson", "1927", "3 voters", "3 people have voted"):
        assert said in read.words(note)


async def test_a_filter_goes_through_a_ranking_and_places_stay(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 3, "footloose-willard": 5})
    chosen = await listed(stage, read, year=1976)
    assert [line[:12] for line in lines(chosen) if line.startswith("`")] == ["`2` **Rocky*"]


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_the_pages_of_a_ranking_turn(stage: Stage, read: Reader, restarted: bool) -> None:
    more = count(3)
    await vote(stage, {each.id: next(more) for each in stage.guide.catalogue.montages[:12]})
    ranking = await listed(stage, read)
    if restarted:
        await stage.restart()
    second = read.answer(await stage.asker.click(ranking, label="Next"))
    assert [line[:4] for line in lines(second) if line.startswith("`")] == ["`11`", "`12`"]
    opened = read.answer(await stage.asker.select(second, [read.menu(second, "rows")[0]["value"]]))
    assert opened.embeds[0].title


async def test_after_a_ranking_one_can_ask_on(stage: Stage, read: Reader) -> None:
    await vote(stage, {"rocky": 3, "footloose-willard": 5})
    await listed(stage, read)
    second = read.answer(await stage.asker.slash(stage.channel, "montage ask", question="the second one"))
    assert "Rocky (1976)" in read.words(second)


async def test_rankings_are_offered_among_the_lists(stage: Stage) -> None:
    for typed, offered in (("", {HERE_TITLE, ALL_TITLE}), ("server", {HERE_TITLE, ALL_TITLE}), ("all se", {ALL_TITLE})):
        choices = await stage.asker.autocomplete(stage.channel, "montage list", "list", typed)
        assert offered <= {each["name"] for each in choices}


async def test_in_a_direct_message_there_is_no_server_to_rank(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.env.create_user("ines").slash("montage list", list=HERE_TITLE))
    assert told.content == "There is no server here whose ranking I could show: ask on one."
    assert len(stage.env.errors) == 1


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_a_servers_ranking_is_drawn_on_request_and_told_as_text(
    stage: Stage, read: Reader, restarted: bool
) -> None:
    await vote(stage, {"rocky": 3, "footloose-willard": 5})
    ranking = await listed(stage, read)
    if restarted:
        await stage.restart()
    drawn = read.answer(await stage.asker.click(ranking, label="As a picture"))
    [picture] = drawn.attachments
    assert picture.description == (
        "This server's ranking:\n1. Footloose (1984) – Let's Hear It for the Boy, 5 of 5 voters\n"
        "2. Rocky (1976) – Gonna Fly Now, 3 of 5 voters\n5 people have voted; a montage has a place from 3 voters on"
    )
    text = read.answer(await stage.other.click(drawn, label="As text"))
    assert text.ephemeral
    assert lines(text) == lines(ranking)


@pytest.mark.parametrize(("bars", "height"), [(1, 212), (10, 788), (25, 788)])
def test_a_picture_has_ten_places_at_most_and_room_for_long_names(bars: int, height: int) -> None:
    drawn = ranking_picture(
        "x" * 300, [Bar(n, "A" * n * 20, "B" * 200, "1 of 2 voters", n / 9) for n in range(bars)], ""
    )
    with Image.open(BytesIO(drawn.content)) as image:
        assert image.size == (1000, height)
    assert len(drawn.description) <= 1024
    assert len(drawn.content) < 200_000
