"""What the people who run a server decide, by the panel, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.settings import ServerSettings

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage


@pytest.fixture
def manager(stage: Stage) -> simcord.MemberActor:
    role = stage.guild.create_role("keeper", permissions=discord.Permissions(manage_guild=True))
    return stage.guild.add_member(stage.env.create_user("ines"), roles=[role])


async def panel_of(stage: Stage, read: Reader, manager: simcord.MemberActor) -> simcord.ResponseMessage:
    panel = read.answer(await manager.slash(stage.channel, "montage settings"))
    assert panel.ephemeral
    return panel


async def asked(stage: Stage, read: Reader, channel: Any = None, **options: Any) -> simcord.ResponseMessage:
    return read.answer(await stage.asker.slash(channel or stage.channel, "montage show", montage="rocky", **options))


async def test_only_who_manages_the_server_sees_the_panel(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.asker.slash(stage.channel, "montage settings"))
    assert told.ephemeral
    assert told.content == "Only who may manage this server can change its settings."
    assert len(stage.env.errors) == 1


async def test_answers_are_private_where_the_server_says_so_and_whoever_asks_does_not(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    panel = await panel_of(stage, read, manager)
    assert not (await asked(stage, read)).ephemeral
    saved = read.answer(await manager.click(panel, label="Answer privately"))
    assert saved.id == panel.id
    assert "Saved: Answer privately." in read.words(saved)
    assert "for whoever asks alone" in read.words(saved)
    assert (await asked(stage, read)).ephemeral
    assert not (await asked(stage, read, private=False)).ephemeral
    await manager.click(saved, label="Answer for all to see")
    assert not (await asked(stage, read)).ephemeral


@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "after a restart"])
async def test_mentions_are_ignored_where_the_server_says_so(
    stage: Stage, read: Reader, manager: simcord.MemberActor, restarted: bool
) -> None:
    panel = await panel_of(stage, read, manager)
    if restarted:
        await stage.restart()
    await manager.click(panel, label="Ignore mentions")
    await stage.asker.send(stage.channel, f"{stage.mention} which song plays in rocky?")
    assert stage.last.author.id == stage.asker.id
    await manager.click(await panel_of(stage, read, manager), label="Answer mentions")
    await stage.asker.send(stage.channel, f"{stage.mention} which song plays in rocky?")
    assert "Gonna Fly Now" in read.words(stage.last)


async def test_all_see_answers_only_in_the_channels_that_were_picked(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    films = stage.guild.create_text_channel("films")
    panel = await panel_of(stage, read, manager)
    saved = read.answer(await manager.select(panel, [films], custom_id="montage:set-channels:v1"))
    assert f"<#{films.id}>" in read.words(saved)
    assert not (await asked(stage, read, films)).ephemeral
    assert (await asked(stage, read, private=False)).ephemeral
    await stage.asker.send(stage.channel, f"{stage.mention} which song plays in rocky?")
    assert stage.last.author.id == stage.asker.id
    everywhere = read.answer(await manager.select(saved, [], custom_id="montage:set-channels:v1"))
    assert "every channel" in read.words(everywhere)
    assert not (await asked(stage, read)).ephemeral


async def test_a_channel_that_was_deleted_is_noticed(stage: Stage, read: Reader, manager: simcord.MemberActor) -> None:
    await stage.bot.desk.store.settings.change(stage.guild.id, lambda _: ServerSettings(channels=(4,)))
    assert "no channel: 1 that was deleted, so pick others" in read.words(await panel_of(stage, read, manager))


async def test_the_default_list_of_the_server_is_the_one_that_is_shown(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    panel = await panel_of(stage, read, manager)
    saved = read.answer(await manager.select(panel, ["consensus"], custom_id="montage:set-list:v1"))
    assert "Consensus of the published rankings" in read.words(saved)
    shown = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    assert read.title(shown) == "Consensus of the published rankings"
    filtered = read.answer(await stage.asker.slash(stage.channel, "montage list", year=1976))
    assert "Consensus" not in read.words(filtered)


async def test_a_default_list_that_is_gone_gives_way_to_the_main_one(stage: Stage, read: Reader) -> None:
    await stage.bot.desk.store.settings.change(stage.guild.id, lambda _: ServerSettings("gone-list"))
    shown = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    assert read.title(shown) == "The 6 Most Insane Training Montages In Movies"


async def test_all_is_reset_at_once(stage: Stage, read: Reader, manager: simcord.MemberActor) -> None:
    panel = await panel_of(stage, read, manager)
    await manager.click(panel, label="Answer privately")
    saved = read.answer(await manager.click(await panel_of(stage, read, manager), label="Reset all"))
    assert "for all to see" in read.words(saved)
    assert not (await asked(stage, read)).ephemeral


@pytest.mark.usefixtures("no_database")
async def test_what_cannot_be_saved_is_said_and_stays_as_it_was(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    panel = await panel_of(stage, read, manager)
    told = read.answer(await manager.click(panel, label="Answer privately"))
    assert told.content.startswith("That was not saved: ")
    assert not (await asked(stage, read)).ephemeral
    await stage.bot.desk.store.close()


async def test_in_a_direct_message_there_is_nothing_to_set(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.env.create_user("jo").slash("montage settings"))
    assert told.content == "Settings belong to a server, and this is none."
    assert len(stage.env.errors) == 1


async def test_suggestions_go_where_the_server_says_and_may_be_written(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    moderators = stage.guild.create_text_channel("moderators")
    panel = await panel_of(stage, read, manager)
    assert "**Suggestions and reports go to** nobody" in read.words(panel)
    saved = read.answer(await manager.select(panel, [moderators], custom_id="montage:set-suggestions:v1"))
    assert f"**Suggestions and reports go to** <#{moderators.id}>" in read.words(saved)
    assert stage.bot.desk.store.settings.of(stage.guild.id).suggestions == moderators.id
    await stage.bot.desk.store.settings.change(stage.guild.id, lambda _: ServerSettings(suggestions=4))
    assert "nobody: the channel was deleted" in read.words(await panel_of(stage, read, manager))


async def test_a_channel_where_the_bot_may_not_write_is_refused(
    stage: Stage, read: Reader, manager: simcord.MemberActor
) -> None:
    mute = discord.PermissionOverwrite(send_messages=False)
    channel = stage.guild.create_text_channel("mute", overwrites={stage.guild.default_role: mute})
    panel = await panel_of(stage, read, manager)
    told = read.answer(await manager.select(panel, [channel], custom_id="montage:set-suggestions:v1"))
    assert told.content.startswith(f"I may not write in <#{channel.id}>")
    assert stage.bot.desk.store.settings.of(stage.guild.id).suggestions is None
