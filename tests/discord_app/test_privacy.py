"""What people are told of what is kept, get of it, and have deleted; and what becomes of a server that was left."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.community.duels import Duel, Side
from bot.community.privacy import KEPT_AFTER_LEAVING
from bot.community.votes import Ballot
from bot.discord_app.client import MontageBot
from bot.discord_app.leaving import FIRST

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage

ELSEWHERE = 77
NOTHING = "Nothing is kept of you."
DAYS = KEPT_AFTER_LEAVING


async def fill(stage: Stage) -> None:
    """Both vote here and elsewhere; the asker has started a duel."""
    store, now = stage.bot.desk.store, stage.env.now()
    duel = Duel(5, stage.guild.id, "rocky", "footloose-willard", stage.asker.id, now + timedelta(hours=1))
    await store.duels.open(duel)
    for member in (stage.asker, stage.other):
        await store.duels.choose(stage.guild.id, 5, member.id, Side.FIRST, now)
        for server in (stage.guild.id, ELSEWHERE):
            await store.votes.click(Ballot(server, "rocky", member.id), now)


async def panel_of(stage: Stage, read: Reader) -> simcord.ResponseMessage:
    panel = read.answer(await stage.asker.slash(stage.channel, "montage privacy"))
    assert panel.ephemeral
    return panel


async def clicked(stage: Stage, read: Reader, message: Any, label: str) -> simcord.ResponseMessage:
    return read.answer(await stage.asker.click(message, label=label))


async def test_four_lines_tell_what_is_kept(stage: Stage, read: Reader) -> None:
    panel = await panel_of(stage, read)
    lines = (panel.embeds[0].description or "").splitlines()
    subjects = ["Votes and duels", "Games", "What you write", "Servers"]
    assert [line.split("**")[1] for line in lines] == subjects
    assert read.labels(panel) == ["My data as a file", "Delete my data"]


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_everybody_gets_their_own_data_as_a_file(stage: Stage, read: Reader, restarted: bool) -> None:
    await fill(stage)
    panel = await panel_of(stage, read)
    if restarted:
        await stage.restart()
    answer = await clicked(stage, read, panel, "My data as a file")
    assert answer.ephemeral
    [attached] = answer.attachments
    told = json.loads(await attached.read())
    assert told["user"] == str(stage.asker.id)
    assert {vote["server"] for vote in told["votes"]} == {str(stage.guild.id), ELSEWHERE}
    assert len(told["duels"]) == len(told["duel_votes"]) == 1
    assert str(stage.other.id) not in json.dumps(told)


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_all_is_deleted_everywhere_once_it_was_confirmed(stage: Stage, read: Reader, restarted: bool) -> None:
    await fill(stage)
    store = stage.bot.desk.store
    asked = await clicked(stage, read, await panel_of(stage, read), "Delete my data")
    assert len(await store.people.records_of(stage.asker.id)) == 3
    if restarted:
        await stage.restart()
    done = await clicked(stage, read, asked, "Yes, delete it everywhere")
    assert done.content == f"Deleted, on all servers: 4 entries. {NOTHING}"
    assert await store.people.records_of(stage.asker.id) == {}
    assert [await store.votes.count(server, "rocky") for server in (stage.guild.id, ELSEWHERE)] == [1, 1]
    nothing = await clicked(stage, read, await panel_of(stage, read), "My data as a file")
    assert nothing.content == NOTHING
    assert not nothing.attachments


async def test_who_is_not_sure_keeps_all(stage: Stage, read: Reader) -> None:
    await fill(stage)
    asked = await clicked(stage, read, await panel_of(stage, read), "Delete my data")
    kept = await clicked(stage, read, asked, "No, keep it")
    assert read.title(kept) == "What I keep"
    assert len(await stage.bot.desk.store.people.records_of(stage.asker.id)) == 3


async def test_privacy_is_told_in_a_direct_message_too(stage: Stage, read: Reader) -> None:
    ines = stage.env.create_user("ines")
    panel = read.answer(await ines.slash("montage privacy"))
    assert read.answer(await ines.click(panel, label="My data as a file")).content == NOTHING


@pytest.mark.usefixtures("no_database")
async def test_what_cannot_be_deleted_is_said_and_stays(stage: Stage, read: Reader) -> None:
    asked = await clicked(stage, read, await panel_of(stage, read), "Delete my data")
    told = await clicked(stage, read, asked, "Yes, delete it everywhere")
    assert told.content.startswith("That was not saved: ")
    told = await clicked(stage, read, await panel_of(stage, read), "My data as a file")
    assert told.content.startswith("That cannot be looked up: ")
    await stage.bot.desk.store.close()


async def votes_here(stage: Stage) -> int:
    return await stage.bot.desk.store.votes.count(stage.guild.id, "rocky")


async def after(stage: Stage, time: timedelta) -> None:
    """So much later, a new process has started and looked around."""
    bot = stage.env.bot
    assert isinstance(bot, MontageBot)
    bot._closing.end()  # they would look around through all the days that pass here in a moment
    bot._leaving.end()
    await stage.env.advance_time(time.total_seconds())
    await stage.restart()
    await stage.env.advance_time(FIRST + 1)


async def test_a_server_that_the_bot_left_is_forgotten_after_thirty_days(stage: Stage) -> None:
    await fill(stage)
    await stage.env.advance_time(FIRST + 1)
    stage.bot._leaving.end()  # so that nothing but the event tells it
    stage.env.backend.remove_guild(stage.guild.id)
    await stage.env.advance_time(1)
    await after(stage, DAYS - timedelta(hours=2))
    assert await votes_here(stage) == 2
    await after(stage, timedelta(hours=2))
    assert await votes_here(stage) == 0
    assert await stage.bot.desk.store.votes.count(ELSEWHERE, "rocky") == 2


async def test_a_leaving_that_was_not_told_is_noticed_at_the_next_start(stage: Stage) -> None:
    await fill(stage)
    await stage.env.advance_time(FIRST + 1)
    await stage.bot.desk.store.servers.joined(ELSEWHERE)  # where the bot is not
    await after(stage, timedelta(hours=1))
    await after(stage, DAYS)
    assert await stage.bot.desk.store.votes.count(ELSEWHERE, "rocky") == 0
    assert await votes_here(stage) == 2


async def test_a_server_that_the_bot_is_on_is_not_forgotten(stage: Stage) -> None:
    await fill(stage)
    await stage.env.advance_time(FIRST + 1)
    await after(stage, DAYS * 2)
    assert await votes_here(stage) == 2
