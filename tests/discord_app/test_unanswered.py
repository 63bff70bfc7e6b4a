"""What was asked on a server in vain, as its moderators see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

if TYPE_CHECKING:
    import simcord

    from tests.discord_app.conftest import Reader, Stage


@pytest.fixture
def moderator(stage: Stage) -> simcord.MemberActor:
    role = stage.guild.create_role("moderator", permissions=discord.Permissions(manage_messages=True))
    return stage.guild.add_member(stage.env.create_user("ines"), roles=[role])


async def shown(member: simcord.MemberActor, stage: Stage, read: Reader) -> simcord.ResponseMessage:
    message = read.answer(await member.slash(stage.channel, "montage unanswered"))
    assert message.ephemeral
    return message


async def test_what_was_asked_in_vain_stands_there_most_asked_first_without_who_asked(
    stage: Stage, read: Reader, moderator: simcord.MemberActor
) -> None:
    await stage.asker.slash(stage.channel, "montage ask", question="which song plays in Zyzzy Runner?")
    await stage.other.send(stage.channel, f"{stage.mention} which song plays in Zyzzy Runner <@{stage.asker.id}>")
    await stage.asker.slash(stage.channel, "montage song", film="Qwxz")
    await stage.asker.slash(stage.channel, "montage ask", question="which song plays in Rocky IV?")
    page = await shown(moderator, stage, read)
    assert page.embeds[0].description == "`2×` which song plays in zyzzy runner\n`1×` qwxz"
    assert str(stage.asker.id) not in read.words(page)


async def test_what_was_asked_elsewhere_is_not_shown(
    stage: Stage, read: Reader, moderator: simcord.MemberActor
) -> None:
    elsewhere = stage.env.create_guild("Elsewhere")
    member = elsewhere.add_member(stage.env.create_user("jo"))
    await member.slash(elsewhere.create_text_channel("talk"), "montage ask", question="the zyzzy one?")
    await stage.env.create_user("lu").slash("montage ask", question="the zyzzy one?")
    page = await shown(moderator, stage, read)
    assert page.embeds[0].description == "Nothing was asked here that I did not know."
    assert read.labels(page) == []


async def test_moderators_begin_to_count_anew(stage: Stage, read: Reader, moderator: simcord.MemberActor) -> None:
    await stage.asker.slash(stage.channel, "montage song", film="Qwxz")
    page = await shown(moderator, stage, read)
    await stage.restart()
    await moderator.click(page, label="Count anew")
    assert "Nothing was asked" in read.words(await shown(moderator, stage, read))


async def test_members_do_not_see_it(stage: Stage, read: Reader) -> None:
    assert "Only moderators" in (await shown(stage.asker, stage, read)).content
    assert len(stage.env.errors) == 1
