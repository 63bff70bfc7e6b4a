"""Where and when the daily montage is announced: each day once, whatever happens to clocks and processes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import discord
import pytest
from msgspec.structs import replace

from bot.discord_app import announcing

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage

pytestmark = pytest.mark.usefixtures("no_duels")


@pytest.fixture(autouse=True)
def _seldom_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcing, "FIRST", 6.0)
    monkeypatch.setattr(announcing, "LOOK", 3 * 3600.0)


@pytest.fixture
def manager(stage: Stage) -> simcord.MemberActor:
    role = stage.guild.create_role("keeper", permissions=discord.Permissions(manage_guild=True))
    return stage.guild.add_member(stage.env.create_user("ines"), roles=[role])


@pytest.fixture
def films(stage: Stage) -> simcord.ChannelHandle:
    return stage.guild.create_text_channel("films")


async def said(stage: Stage, read: Reader, member: simcord.MemberActor, **options: Any) -> str:
    answer = read.answer(await member.slash(stage.channel, "montage announce", **options))
    assert answer.ephemeral
    return answer.content


async def until(stage: Stage, moment: str) -> None:
    wanted = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    await stage.env.advance_time((wanted - stage.env.now()).total_seconds())


def titles(channel: simcord.ChannelHandle) -> list[str | None]:
    return [message.embeds[0].title for message in channel.history()]


async def test_it_is_announced_at_its_time_and_played_from_there(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    told = await said(stage, read, manager, channel=films, time="9", zone="berlin")
    first = round(datetime(2026, 1, 1, 8, tzinfo=UTC).timestamp())
    assert told == (
        f"I announce the daily montage in <#{films.id}> each day at 09:00, Europe/Berlin: "
        f"for the first time <t:{first}:F>."
    )
    await until(stage, "2026-01-01 07:59")
    assert titles(films) == []
    await until(stage, "2026-01-01 08:01")
    assert titles(films) == ["Daily montage of 1 January 2026"]
    message = films.last_message
    assert message is not None
    assert "Clue 1, decade and kind:" in read.words(message)
    assert message.created_at - datetime(2026, 1, 1, 8, tzinfo=UTC) < timedelta(seconds=30)
    panel = read.answer(await stage.other.click(message, label="Play"))
    assert panel.ephemeral
    assert read.title(panel) == "Daily montage of 1 January 2026: which film?"
    await until(stage, "2026-01-02 08:01")
    assert len(titles(films)) == 2
    told = await said(stage, read, manager)
    assert told == "The daily montage is announced here no more."
    await until(stage, "2026-01-03 12:00")
    assert len(titles(films)) == 2


async def test_a_restart_announces_nothing_twice_and_forgets_nothing(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    await said(stage, read, manager, channel=films, time="09:00", zone="UTC")
    await until(stage, "2026-01-01 08:30")
    await stage.restart()
    await until(stage, "2026-01-01 09:10")
    await stage.restart()
    await until(stage, "2026-01-01 18:00")
    assert len(titles(films)) == 1


async def test_what_was_missed_is_announced_while_it_is_played(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    await said(stage, read, manager, channel=films, time="09:00", zone="UTC")
    stage.bot._announcing.end()
    await until(stage, "2026-01-01 11:00")
    assert titles(films) == []
    await stage.restart()
    await until(stage, "2026-01-01 12:00")
    assert titles(films) == ["Daily montage of 1 January 2026"]


async def test_where_another_process_was_first_it_is_left_to_it(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    await said(stage, read, manager, channel=films, time="09:00", zone="UTC")
    day = datetime(2026, 1, 1, 9, tzinfo=UTC)
    assert await stage.bot.desk.store.announcements.take(stage.guild.id, day.date(), day)
    await stage.bot.desk.store.announcements.done(stage.guild.id, day.date())
    await until(stage, "2026-01-01 18:00")
    assert titles(films) == []


async def test_what_a_killed_process_took_and_never_posted_is_announced_all_the_same(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    await said(stage, read, manager, channel=films, time="09:00", zone="UTC")
    day = datetime(2026, 1, 1, 9, tzinfo=UTC)
    assert await stage.bot.desk.store.announcements.take(stage.guild.id, day.date(), day)
    await until(stage, "2026-01-01 18:00")
    assert titles(films) == ["Daily montage of 1 January 2026"]


async def test_a_channel_that_is_gone_is_tried_once_a_day(
    stage: Stage, read: Reader, manager: simcord.MemberActor, films: simcord.ChannelHandle
) -> None:
    await said(stage, read, manager, channel=films, time="09:00", zone="UTC")
    (wanted,) = await stage.bot.desk.store.announcements.every()
    await stage.bot.desk.store.announcements.set(replace(wanted, channel=4))
    await until(stage, "2026-01-01 18:00")
    posts = [each for each in stage.env.http_requests if each.path.endswith("/channels/4/messages")]
    assert len(posts) == 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"time": "noonish"}, "I cannot read that time: write it as 09:00, 21:30 or 9pm."),
        ({"zone": "Narnia"}, "I know no such time zone: type a few letters of the largest city in it"),
        ({"zone": ""}, "I know no such time zone"),
    ],
)
async def test_what_cannot_be_read_is_said_and_changes_nothing(
    stage: Stage,
    read: Reader,
    manager: simcord.MemberActor,
    films: simcord.ChannelHandle,
    options: dict[str, str],
    sentence: str,
) -> None:
    assert (await said(stage, read, manager, channel=films, **options)).startswith(sentence)
    assert await stage.bot.desk.store.announcements.every() == ()
    assert len(stage.env.errors) == 1


async def test_only_who_manages_the_server_decides(stage: Stage, read: Reader, films: simcord.ChannelHandle) -> None:
    told = await said(stage, read, stage.asker, channel=films)
    assert told == "Only who may manage this server can say where the daily montage is announced."
    direct = read.answer(await stage.env.create_user("jo").slash("montage announce"))
    assert direct.content == "Announcements belong to a server, and this is none."
    assert len(stage.env.errors) == 2


async def test_a_channel_where_the_bot_may_not_write_is_refused(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    quiet = stage.guild.create_text_channel("quiet", overwrites={stage.guild.default_role: silent})
    told = await said(stage, read, manager, channel=quiet)
    assert told == f"I may not write in <#{quiet.id}>: let me view it, send messages and embed links."
    assert len(stage.env.errors) == 1


async def test_zones_are_suggested_by_their_cities(stage: Stage, manager: simcord.MemberActor) -> None:
    found = await manager.autocomplete(stage.channel, "montage announce", "zone", "new y")
    assert [each["value"] for each in found][:1] == ["America/New_York"]
