"""Votes as people cast them: below a card, for the server they are on."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bot.answers.answer import Outcome
from bot.discord_app import refreshing
from bot.discord_app.replies import render

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.discord_app.conftest import Reader, Stage

AWHILE = 5.0  # seconds: no double click
PAUSE = 60.0  # seconds: what is shorter, the simulated Discord waits for after every click


@pytest.fixture(autouse=True)
def _long_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "PAUSE", PAUSE)


async def card_of(stage: Stage, read: Reader, montage: str = "rocky") -> simcord.ResponseMessage:
    return read.answer(await stage.asker.slash(stage.channel, "montage show", montage=montage))


async def vote(member: simcord.MemberActor, read: Reader, card: Any, label: str = "Vote") -> str:
    told = read.answer(await member.click(card, label=label))
    assert told.ephemeral
    return told.content


async def label_on(stage: Stage, read: Reader) -> str:
    """What the button says once the count had time to get there."""
    await stage.env.advance_time(PAUSE + 1)
    return next(label for label in read.labels(stage.last) if label.startswith("Vote"))


async def test_a_vote_is_counted_and_a_second_click_takes_it_back(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read)
    assert await vote(stage.asker, read, card) == (
        "You voted for Rocky (1976): 1 vote on this server. Click again to take it back."
    )
    await stage.env.advance_time(AWHILE)
    assert await label_on(stage, read) == "Vote · 1"
    again = await vote(stage.asker, read, stage.last, "Vote · 1")
    assert again == "Your vote for Rocky (1976) is taken back: 0 votes on this server."
    assert await label_on(stage, read) == "Vote"


async def test_a_vote_counts_once_when_it_is_clicked_twice_in_haste(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read)
    await vote(stage.asker, read, card)
    assert "1 vote on this server" in await vote(stage.asker, read, card)


async def test_two_people_have_a_vote_each_also_after_a_restart(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read)
    await vote(stage.asker, read, card)
    await stage.restart()
    assert "2 votes on this server" in await vote(stage.other, read, card)
    assert await label_on(stage, read) == "Vote · 2"


async def test_the_count_is_not_edited_at_every_click(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read)
    voters = [stage.guild.add_member(stage.env.create_user(f"voter{number}")) for number in range(6)]
    for voter in voters:
        await vote(voter, read, card)
    assert await label_on(stage, read) == "Vote · 6"
    edits = [each for each in stage.env.http_requests if each.method == "PATCH" and "/messages/" in each.path]
    assert len(edits) == 1


async def test_the_rest_of_a_card_stays_when_the_count_is_shown(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read, "rocky-iv-hearts-on-fire")
    before = read.labels(card)
    await vote(stage.asker, read, card)
    await label_on(stage, read)
    assert read.labels(stage.last) == [f"{each} · 1" if each == "Vote" else each for each in before]
    assert read.menu(stage.last, "others") == read.menu(card, "others")
    await stage.other.click(stage.last, label="Sources")


async def test_what_took_the_place_of_a_card_keeps_its_own_buttons(stage: Stage, read: Reader) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage random"))
    await vote(stage.asker, read, card)
    another = read.answer(await stage.asker.click(card, label="Another"))
    shown = [each.get("custom_id") for each in read._components(another)]
    await stage.env.advance_time(PAUSE + 1)
    assert [each.get("custom_id") for each in read._components(stage.last)] == shown


async def test_a_server_counts_its_own_votes_alone(stage: Stage, read: Reader) -> None:
    await vote(stage.asker, read, await card_of(stage, read))
    elsewhere = stage.env.create_guild("Another Night")
    channel = elsewhere.create_text_channel("films")
    visitor = elsewhere.add_member(stage.env.create_user("ines"))
    card = read.answer(await visitor.slash(channel, "montage show", montage="rocky"))
    assert "1 vote on this server" in await vote(visitor, read, card)


async def test_there_is_no_vote_without_a_server(stage: Stage, read: Reader) -> None:
    ines = stage.env.create_user("ines")
    card = read.answer(await ines.slash("montage show", montage="rocky"))
    told = read.answer(await ines.click(card, label="Vote"))
    assert told.content == "Votes belong to a server, and this is none: vote where others can see it."


@pytest.mark.usefixtures("no_database")
async def test_without_a_database_all_is_answered_and_a_vote_gets_one_sentence(stage: Stage, read: Reader) -> None:
    card = await card_of(stage, read)
    assert read.title(card) == "No. 1 · Rocky (1976)"
    sentence = await vote(stage.asker, read, card)
    assert sentence.startswith("That was not saved: ")
    assert "\n" not in sentence
    assert "Rocky" in read.words(read.answer(await stage.asker.slash(stage.channel, "montage list")))
    shown = read.answer(await stage.asker.slash(stage.channel, "montage list", list="votes:server"))
    assert shown.content.startswith("That cannot be looked up: ")
    assert len(stage.env.errors) == 1


async def test_a_locked_database_keeps_nobody_waiting(stage: Stage, read: Reader, tmp_path: Path) -> None:
    card = await card_of(stage, read)
    await vote(stage.asker, read, card)
    other = sqlite3.connect(tmp_path / "kept" / "store.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert (await vote(stage.other, read, card)).startswith("That was not saved: ")
    other.close()
    assert "2 votes" in await vote(stage.other, read, card)


def test_a_card_is_the_same_for_everybody(stage: Stage) -> None:
    answer = stage.guide.show("rocky")
    assert answer.outcome is Outcome.ANSWER
    assert [item.to_component_dict() for item in render(answer).view.children] == [
        item.to_component_dict() for item in render(answer).view.children
    ]


@pytest.mark.parametrize("private", [True])
async def test_a_private_card_counts_too(stage: Stage, read: Reader, private: bool) -> None:
    card = read.answer(await stage.asker.slash(stage.channel, "montage show", montage="rocky", private=private))
    assert "1 vote on this server" in await vote(stage.asker, read, card)
    await stage.env.advance_time(PAUSE + 1)
