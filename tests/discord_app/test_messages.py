"""Questions in plain messages: mentions, direct messages, and what is none of the bot's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.discord_app.conftest import Reader, Stage

QUESTION = "what song plays in Rocky?"


async def test_a_mention_with_a_question_is_answered_as_a_reply_that_pings_nobody(stage: Stage, read: Reader) -> None:
    asked = await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    assert read.title(stage.last) == "No. 1 · Rocky (1976)"
    assert stage.last.reference is not None
    assert stage.last.reference.message_id == asked.id
    assert stage.last.mentions == []


@pytest.mark.parametrize("text", ["{mention}", "  {mention}  "])
async def test_a_mention_alone_gets_the_help(stage: Stage, read: Reader, text: str) -> None:
    await stage.asker.send(stage.channel, text.format(mention=stage.mention))
    about = read.answer(await stage.asker.slash(stage.channel, "montage about", private=True))
    assert read.words(stage.last) == read.words(about)


@pytest.mark.parametrize("text", [QUESTION, "@everyone " + QUESTION, "@Montage Bot " + QUESTION])
async def test_plain_chat_is_left_alone(stage: Stage, text: str) -> None:
    asked = await stage.asker.send(stage.channel, text)
    assert stage.last.id == asked.id


async def test_a_reply_to_the_bot_is_a_question(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    await stage.asker.send(stage.channel, "what song plays in Footloose?", reply_to=stage.last)
    assert read.title(stage.last) == "No. 5 · Footloose (1984)"


async def test_a_reply_is_about_the_card_it_replies_to_whoever_had_asked(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} what song plays in Footloose?")
    card = stage.last
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    for member in (stage.asker, stage.other):
        await member.send(stage.channel, "who directed it?", reply_to=card)
        assert "Herbert Ross" in read.words(stage.last)
    await stage.restart()
    await stage.other.send(stage.channel, "who directed it?", reply_to=card)
    assert "Herbert Ross" in read.words(stage.last)


async def test_a_reply_to_someone_else_is_chat(stage: Stage) -> None:
    said = await stage.other.send(stage.channel, "have you seen Rocky?")
    replied = await stage.asker.send(stage.channel, QUESTION, reply_to=said)
    assert stage.last.id == replied.id


async def test_a_reply_without_a_word_is_no_question(stage: Stage) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    picture = await stage.asker.send(stage.channel, "", reply_to=stage.last, attachments=[("rocky.txt", b"")])
    assert stage.last.id == picture.id


async def test_another_bot_is_never_answered(stage: Stage) -> None:
    robot = stage.guild.add_member(stage.env.create_user("robot", bot=True))
    asked = await robot.send(stage.channel, f"{stage.mention} {QUESTION}")
    assert stage.last.id == asked.id


async def test_a_direct_message_needs_no_mention(stage: Stage, read: Reader) -> None:
    await stage.asker.send_dm(QUESTION)
    answer = stage.asker.user.dm_channel.last_message
    assert answer is not None
    assert read.title(answer) == "No. 1 · Rocky (1976)"


async def test_a_follow_up_question_stays_within_one_persons_conversation(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    await stage.other.send(stage.channel, f"{stage.mention} what song plays in Footloose?")
    await stage.asker.send(stage.channel, f"{stage.mention} who sings it?")
    assert "Bill Conti" in read.words(stage.last) or "DeEtta Little" in read.words(stage.last)


async def test_a_follow_up_question_says_nothing_to_someone_elses_question(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    await stage.other.send(stage.channel, f"{stage.mention} who sings it?")
    assert "Bill Conti" not in read.words(stage.last)


async def test_a_question_cannot_make_the_bot_mention_anyone(stage: Stage, read: Reader) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} the song in @everyone <@{stage.other.id}> <@&1> **zzyzx**")
    assert stage.last.mentions == []
    assert not stage.last.mention_everyone
    assert "@everyone" not in read.words(stage.last)


async def test_an_answer_discord_refuses_is_logged_and_nothing_else(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="Missing Permissions")
    asked = await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    assert stage.last.id == asked.id
    assert "Missing Permissions" in caplog.text
    assert stage.env.errors == []


async def test_someone_elses_message_is_found_out_about_in_private(stage: Stage, read: Reader) -> None:
    said = await stage.other.send(stage.channel, "that part in Rocky where he runs, what song is that")
    answer = read.answer(await stage.asker.context_menu(stage.channel, "Find the montage", said))
    assert answer.ephemeral
    assert "Gonna Fly Now" in read.words(answer)


async def test_a_forwarded_message_is_read_as_if_it_was_written(stage: Stage, read: Reader) -> None:
    said = await stage.other.send(stage.channel, QUESTION)
    forwarded = await stage.asker.forward(said, stage.channel)
    answer = read.answer(await stage.other.context_menu(stage.channel, "Find the montage", forwarded))
    assert read.title(answer) == "No. 1 · Rocky (1976)"


async def test_a_server_that_is_not_known_yet_is_no_direct_message(stage: Stage) -> None:
    stage.bot._connection._remove_guild(stage.bot.guilds[0])
    asked = await stage.asker.send(stage.channel, QUESTION)
    assert stage.last.id == asked.id


async def test_a_message_without_text_is_said_to_be_one(stage: Stage, read: Reader) -> None:
    said = await stage.other.send(stage.channel, "", attachments=[("rocky.txt", b"")])
    answer = read.answer(await stage.asker.context_menu(stage.channel, "Find the montage", said))
    assert answer.ephemeral
    assert "no text" in answer.content
    assert [type(error).__name__ for error in stage.env.errors] == ["CommandInvokeError"]
