"""Montage-offs, as people start them, vote in them, and see them end."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bot.community.duels import MOST_OPEN, Score
from bot.community.settings import ServerSettings
from bot.discord_app import closing

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.discord_app.conftest import Reader, Stage

ROCKY, FOOTLOOSE = "Rocky (1976)", "Footloose (1984)"
MINUTE = 60.0
CLOSED = "That duel is closed, so your click does not count."


@pytest.fixture(autouse=True)
def _seldom_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes pass in each test, and each look on the way takes its time."""
    monkeypatch.setattr(closing, "LOOK", MINUTE)


async def start(stage: Stage, read: Reader, minutes: int = 10, **options: Any) -> simcord.ResponseMessage:
    options = options or {"first": "rocky", "second": "footloose-willard"}
    return read.answer(await stage.asker.slash(stage.channel, "montage duel", minutes=minutes, **options))


async def vote(member: simcord.MemberActor, read: Reader, duel: Any, label: str) -> str:
    told = read.answer(await member.click(duel, label=label))
    assert told.ephemeral
    return told.content


async def end(stage: Stage, read: Reader, minutes: int = 10) -> str:
    """What the message says when the time is over."""
    await stage.env.advance_time(minutes * MINUTE + 1)
    return read.words(stage.last)


async def test_a_duel_shows_two_cards_and_says_nothing_of_ranks(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read)
    assert not duel.ephemeral
    assert [embed.title for embed in duel.embeds] == [ROCKY, FOOTLOOSE]
    assert "No. 1" not in read.words(duel)
    assert read.labels(duel) == [ROCKY, FOOTLOOSE, "Close"]


async def test_two_members_vote_and_the_message_tells_the_end_by_itself(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read)
    assert await vote(stage.asker, read, duel, ROCKY) == (
        "You are for Rocky (1976); 1 person has voted. Until the duel closes, the other button changes your mind."
    )
    assert "2 people have voted" in await vote(stage.other, read, duel, ROCKY)
    words = await end(stage, read)
    assert read.title(stage.last) == "Rocky (1976) beats Footloose (1984), 2 to 0"
    rocky, footloose = (stage.guide.critics()[each] for each in ("rocky", "footloose-willard"))
    assert rocky < footloose
    assert f"**The critics agree:** the consensus of the published rankings has Rocky (1976) no. {rocky}" in words
    assert f"and Footloose (1984) no. {footloose}." in words
    assert "Rocky (1976): 1083, no. 1 of 2\nFootloose (1984): 956, no. 2 of 2" in words
    assert read.labels(stage.last) == [f"{ROCKY} · 2", f"{FOOTLOOSE} · 0", "Closed"]
    assert all(each["disabled"] for each in read._components(stage.last))


async def test_a_member_has_one_vote_and_may_change_it(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read)
    await vote(stage.asker, read, duel, ROCKY)
    assert "You are for Rocky (1976); 1 person has voted." in await vote(stage.asker, read, duel, ROCKY)
    assert "You are now for Footloose (1984); 1 person" in await vote(stage.asker, read, duel, FOOTLOOSE)
    words = await end(stage, read)
    assert read.title(stage.last) == "Footloose (1984) beats Rocky (1976), 1 to 0"
    assert "The critics" in words


async def test_the_critics_may_see_it_the_other_way_round(stage: Stage, read: Reader) -> None:
    first, second = list(stage.guide.critics())[:2]
    duel = await start(stage, read, first=first, second=second)
    await vote(stage.asker, read, duel, read.labels(duel)[1])
    assert "The critics see it the other way round" in await end(stage, read)


@pytest.mark.parametrize("votes", [0, 1])
async def test_a_draw_is_one_and_without_votes_nobody_wins(stage: Stage, read: Reader, votes: int) -> None:
    duel = await start(stage, read)
    for member, label in ((stage.asker, ROCKY), (stage.other, FOOTLOOSE)):
        if votes:
            await vote(member, read, duel, label)
    words = await end(stage, read)
    said = (
        "A draw, 1 to 1: Rocky (1976) and Footloose (1984)"
        if votes
        else "Rocky (1976) against Footloose (1984): nobody voted"
    )
    assert read.title(stage.last) == said
    assert ("Rated by duels" in words) is bool(votes)


async def test_a_restart_in_the_middle_loses_no_vote_and_the_end_is_told(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read)
    await vote(stage.asker, read, duel, ROCKY)
    await stage.restart()
    assert "2 people have voted" in await vote(stage.other, read, duel, FOOTLOOSE)
    await end(stage, read)
    assert read.title(stage.last) == "A draw, 1 to 1: Rocky (1976) and Footloose (1984)"


async def test_a_duel_that_ended_while_nobody_was_there_is_told_after_the_start(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read, minutes=1)
    await vote(stage.asker, read, duel, ROCKY)
    stage.bot._closing.end()
    await end(stage, read, minutes=2)
    assert read.labels(stage.last) == [ROCKY, FOOTLOOSE, "Close"]
    await stage.restart()
    await stage.env.advance_time(10)
    assert read.title(stage.last) == "Rocky (1976) beats Footloose (1984), 1 to 0"


async def test_its_starter_closes_it_and_nobody_else(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read)
    await vote(stage.other, read, duel, FOOTLOOSE)
    assert await vote(stage.other, read, duel, "Close") == (
        "Only whoever started this duel can close it before its time."
    )
    closed = read.answer(await stage.asker.click(duel, label="Close"))
    assert closed.id == duel.id
    assert read.title(closed) == "Footloose (1984) beats Rocky (1976), 1 to 0"
    await end(stage, read)
    assert read.title(stage.last) == "Footloose (1984) beats Rocky (1976), 1 to 0"


@pytest.mark.parametrize("label", [FOOTLOOSE, "Close"])
async def test_the_buttons_of_a_duel_that_is_over_say_so(stage: Stage, read: Reader, label: str) -> None:
    duel = await start(stage, read)
    await vote(stage.asker, read, duel, ROCKY)
    stage.bot._closing.end()  # a message that nobody has brought up to date
    await stage.env.advance_time(10 * MINUTE)
    if label == "Close":
        await stage.bot.desk.store.duels.close(stage.guild.id, await id_of(stage), stage.env.now())
    clicked = await stage.other.click(duel, label=label)
    assert read.title(stage.last) == "Rocky (1976) beats Footloose (1984), 1 to 0"
    told = [each.content for each in clicked.followups]
    assert told == [CLOSED if label != "Close" else "That duel was closed already."]


async def test_votes_and_ratings_of_a_server_show_in_no_other(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read, minutes=1)
    await vote(stage.asker, read, duel, ROCKY)
    await end(stage, read, minutes=1)
    elsewhere = stage.env.create_guild("Another Night")
    channel = elsewhere.create_text_channel("films")
    visitor = elsewhere.add_member(stage.env.create_user("ines"))
    options = {"first": "rocky", "second": "footloose-willard"}
    other = read.answer(await visitor.slash(channel, "montage duel", minutes=1, **options))
    assert "1 person has voted" in await vote(visitor, read, other, FOOTLOOSE)
    await stage.env.advance_time(MINUTE + 1)
    message = channel.last_message
    assert message is not None
    assert "Footloose (1984): 1083, no. 1 of 2" in read.words(message)


async def test_chance_picks_two_that_critics_rank(stage: Stage, read: Reader) -> None:
    duel = read.answer(await stage.asker.slash(stage.channel, "montage duel"))
    first, second, _ = read.labels(duel)
    assert first != second
    assert await end(stage, read)
    assert "without a place" not in read.words(stage.last)


async def test_two_montages_of_one_film_are_told_apart_by_their_songs(stage: Stage, read: Reader) -> None:
    duel = await start(stage, read, first="rocky-iv-hearts-on-fire", second="Rocky IV – No Easy Way Out")
    assert read.labels(duel)[:2] == ["Rocky IV (1985) – Hearts on Fire", "Rocky IV (1985) – No Easy Way Out"]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("rocky", "rocky", "A duel needs two different montages."),
        ("rocky", "qqqq", "I know no single montage by that name"),
    ],
)
async def test_a_duel_is_of_two_that_are_known(stage: Stage, read: Reader, first: str, second: str, said: str) -> None:
    told = await start(stage, read, first=first, second=second)
    assert told.ephemeral
    assert said in told.content
    assert len(stage.env.errors) == 1


async def test_too_many_duels_at_once_are_refused(stage: Stage, read: Reader) -> None:
    for _ in range(MOST_OPEN):
        await start(stage, read)
    assert (await start(stage, read)).content.startswith("There are enough duels on this server just now")
    assert len(stage.env.errors) == 1


async def test_a_duel_is_for_all_to_see_or_not_at_all(stage: Stage, read: Reader) -> None:
    await stage.bot.desk.store.settings.change(stage.guild.id, lambda _: ServerSettings(private=True))
    assert not (await start(stage, read)).ephemeral
    await stage.bot.desk.store.settings.change(stage.guild.id, lambda _: ServerSettings(channels=(4,)))
    assert (await start(stage, read)).content.startswith("Here only you would see it")
    told = read.answer(await stage.env.create_user("ines").slash("montage duel"))
    assert told.content.startswith("A duel belongs to a server")
    assert len(stage.env.errors) == 2


async def test_without_a_database_no_duel_begins_and_a_vote_gets_one_sentence(
    stage: Stage, read: Reader, tmp_path: Path
) -> None:
    duel = await start(stage, read)
    other = sqlite3.connect(tmp_path / "kept" / "store.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for told in (await vote(stage.other, read, duel, ROCKY), (await start(stage, read)).content):
        assert told.startswith("That was not saved: ")
        assert "\n" not in told
    await end(stage, read)
    assert read.labels(stage.last) == [ROCKY, FOOTLOOSE, "Close"]
    other.close()
    await stage.env.advance_time(MINUTE)
    assert "nobody voted" in (read.title(stage.last) or "")
    assert len(stage.env.errors) == 1


async def test_a_message_that_is_gone_is_told_nothing_and_not_looked_for_again(stage: Stage, read: Reader) -> None:
    await start(stage, read)
    await stage.last.delete()
    await stage.env.advance_time(11 * MINUTE)
    edits = [each for each in stage.env.http_requests if each.method == "PATCH" and "/messages/" in each.path]
    assert len(edits) == 1
    assert await stage.bot.desk.store.duels.next_end(stage.env.now()) is None


async def id_of(stage: Stage) -> int:
    """The only duel there is."""
    (duel,) = await stage.bot.desk.store.duels.due(stage.env.now())
    assert duel.score == Score()
    return duel.id
