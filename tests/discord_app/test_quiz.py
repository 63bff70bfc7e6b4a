"""The quiz as people play it: rounds with buttons or typed answers, a restart in the middle, a stop, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.quiz.running import BY_BUTTON, BY_TYPING, MOST_RESUMED, PAUSE, Quiz
from bot.community.store.address import Address
from bot.community.store.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.conftest import Reader, Stage

PAUSED = PAUSE.total_seconds() + 1
HINTS = ("It begins with ", "It is by ", "A film of the ")


@pytest.fixture
async def store(kept: Path) -> AsyncIterator[Store]:
    """One that is open, as for a bot that serves: then quizzes are taken up again."""
    async with Store.at(Address(kept)) as store:
        yield store


async def start(stage: Stage, read: Reader, channel: Any = None, **options: Any) -> simcord.ResponseMessage:
    return read.answer(await stage.asker.slash(channel or stage.channel, "montage quiz", **options))


async def running(stage: Stage) -> Quiz:
    (quiz,) = await stage.bot.desk.store.quizzes.all()
    return quiz


async def press(member: simcord.MemberActor, read: Reader, message: Any, label: str) -> str:
    told = read.answer(await member.click(message, label=label))
    assert told.ephemeral
    return told.content


async def type_in(member: simcord.MemberActor, read: Reader, message: Any, text: str) -> str:
    form = await member.click(message, label="Answer")
    told = read.answer(await member.submit_modal(form, {"typed": text}))
    assert told.ephemeral
    return told.content


def wrong_one(quiz: Quiz) -> str:
    return next(each for each in quiz.question.options if each != quiz.question.answer)


async def test_a_quiz_is_played_from_start_to_end(stage: Stage, read: Reader) -> None:
    begun = await start(stage, read, rounds=2)
    assert read.title(begun) == "A quiz of 2 rounds"
    for number in (1, 2):
        quiz, asked = await running(stage), stage.last
        assert read.title(asked) == f"Round {number} of 2"
        assert read.labels(asked) == [*quiz.question.options, "Hint", "Stop"]
        right = quiz.question.answer
        assert (await press(stage.other, read, asked, right)).startswith(f"Taken: **{right}**.")
        assert (await press(stage.asker, read, asked, wrong_one(quiz))).startswith("Taken: ")
        await stage.env.advance_time(BY_BUTTON + 1)
        card = _revealed(stage)
        assert card.content == f"It is **{right}**. <@{stage.other.id}> +5"
        assert "Vote" in read.labels(card)
        assert read.labels(_again(stage, asked)) == []
        await stage.env.advance_time(PAUSED)
    assert read.title(stage.last) == "The quiz is over"
    assert f"`1` <@{stage.other.id}> **10** points, 2 right answers" in read.words(stage.last)
    assert [*await stage.bot.desk.store.quizzes.all()] == []


def _again(stage: Stage, message: discord.Message) -> discord.Message:
    """A message as it is by now."""
    return next(each for each in stage.channel.history() if each.id == message.id)


async def test_a_player_cannot_answer_twice_however_fast(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1)
    quiz, asked = await running(stage), stage.last
    wrong = wrong_one(quiz)
    await press(stage.asker, read, asked, wrong)
    assert await press(stage.asker, read, asked, quiz.question.answer) == (
        f"You have answered this round already: **{wrong}**."
    )
    await stage.env.advance_time(BY_BUTTON + 1)
    assert "Nobody had it." in _outcome(stage)


def _revealed(stage: Stage) -> discord.Message:
    """The card by which the last round was answered."""
    return next(each for each in reversed(stage.channel.history()) if each.content.startswith("It is **"))


def _outcome(stage: Stage) -> str:
    return _revealed(stage).content


async def test_a_hint_is_private_and_costs_points(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1)
    quiz, asked = await running(stage), stage.last
    hint = await press(stage.asker, read, asked, "Hint")
    assert hint.startswith(HINTS)
    assert hint.endswith("A right answer earns you 2 points less now.")
    await press(stage.asker, read, asked, quiz.question.answer)
    await press(stage.other, read, asked, quiz.question.answer)
    await stage.env.advance_time(BY_BUTTON + 1)
    assert f"<@{stage.asker.id}> +3, <@{stage.other.id}> +3" in _outcome(stage)


async def test_a_hard_round_is_typed_with_slips_forgiven(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1, hard=True, about="song", kind="training", decade=1970)
    quiz, asked = await running(stage), stage.last
    assert quiz.question.answer == "Gonna Fly Now"
    assert read.labels(asked) == ["Answer", "Hint", "Stop"]
    assert await type_in(stage.other, read, asked, "gona fly") == (
        "Close! **gona fly** is almost it: you may mend it once."
    )
    assert (await type_in(stage.other, read, asked, "gonna fly noww")).startswith("Taken: ")
    assert (await type_in(stage.other, read, asked, "Gonna Fly Now")).startswith("You have answered this round already")
    assert (await type_in(stage.asker, read, asked, "Hearts on Fire")).startswith("Taken: ")
    await stage.env.advance_time(BY_TYPING + 1)
    assert _outcome(stage) == f"It is **Gonna Fly Now**. <@{stage.other.id}> +7"


async def test_what_was_being_typed_during_a_restart_is_taken(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1, hard=True)
    quiz = await running(stage)
    form = await stage.other.click(stage.last, label="Answer")
    await stage.restart()
    told = read.answer(await stage.other.submit_modal(form, {"typed": quiz.question.answer}))
    assert told.content.startswith("Taken: ")
    await stage.env.advance_time(BY_TYPING + 1)
    assert _outcome(stage).startswith(f"It is **{quiz.question.answer}**. <@{stage.other.id}> +7")


async def test_a_second_start_says_what_runs(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=3)
    told = read.answer(await stage.other.slash(stage.channel, "montage quiz"))
    assert told.ephemeral
    assert told.content.startswith(
        f"A quiz runs here already, started by <@{stage.asker.id}>: round 1 of 3 is being asked."
    )
    elsewhere = stage.guild.create_text_channel("films")
    assert read.title(await start(stage, read, elsewhere, rounds=1)) == "A quiz of 1 round"


@pytest.mark.parametrize("who", ["starter", "moderator"])
async def test_whoever_started_it_or_a_moderator_stops_it_and_no_timer_goes_on(
    stage: Stage, read: Reader, who: str
) -> None:
    await start(stage, read, rounds=3)
    asked = stage.last
    told = await press(stage.other, read, asked, "Stop")
    assert told.startswith("Only whoever started the quiz and moderators")
    role = stage.guild.create_role("keeper", permissions=discord.Permissions(manage_messages=True))
    keeper = stage.guild.add_member(stage.env.create_user("ines"), roles=[role])
    stopper = stage.asker if who == "starter" else keeper
    stopped = read.answer(await stopper.click(asked, label="Stop"))
    assert read.title(stopped) == "The quiz was stopped"
    assert read.labels(_again(stage, asked)) == []
    before = len(stage.channel.history())
    await stage.env.advance_time(10 * BY_BUTTON)
    assert len(stage.channel.history()) == before
    assert read.title(await start(stage, read, rounds=1)) == "A quiz of 1 round"


@pytest.mark.parametrize("seconds", [1, BY_BUTTON + 1])
async def test_a_restart_in_the_middle_loses_nothing(stage: Stage, read: Reader, seconds: int) -> None:
    await start(stage, read, rounds=2)
    quiz, asked = await running(stage), stage.last
    await press(stage.other, read, asked, quiz.question.answer)
    await stage.env.advance_time(seconds)
    await stage.restart()
    if seconds == 1:
        await press(stage.asker, read, asked, quiz.question.answer)
    await stage.env.advance_time(BY_BUTTON + 1)
    outcomes = [each.content for each in stage.channel.history() if each.content.startswith("It is **")]
    assert outcomes[0].startswith(f"It is **{quiz.question.answer}**. <@{stage.other.id}> +5")
    await stage.env.advance_time(2 * (BY_BUTTON + PAUSED))
    assert read.title(stage.last) == "The quiz is over"
    assert sum(read.title(each) == "Round 2 of 2" for each in stage.channel.history()) == 1


async def test_what_ends_the_process_each_time_ends_too(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=2)
    for _ in range(MOST_RESUMED + 1):
        await stage.restart()
    assert [*await stage.bot.desk.store.quizzes.all()] == []
    assert await press(stage.asker, read, stage.last, "Hint") == "That round is over."


async def test_a_quiz_does_not_start_where_the_bot_may_not_speak(stage: Stage, read: Reader) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    assert stage.bot.user is not None
    channel = stage.guild.create_text_channel("quiet", overwrites={stage.bot.user: silent})
    told = await start(stage, read, channel)
    assert told.ephemeral
    assert told.content == "I may not send messages in this channel: allow me that, or go to another."
    assert [*await stage.bot.desk.store.quizzes.all()] == []
    assert len(stage.env.errors) == 1


async def test_a_permission_that_is_taken_in_the_middle_ends_it_cleanly(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=3)
    stage.env.inject_error("POST", f"/channels/{stage.channel.id}/messages", status=403, code=50013)
    await stage.env.advance_time(BY_BUTTON + 1)
    assert [*await stage.bot.desk.store.quizzes.all()] == []
    assert stage.bot.quizzes._led == {}


async def test_there_is_no_quiz_without_a_server(stage: Stage, read: Reader) -> None:
    told = read.answer(await stage.env.create_user("jo").slash("montage quiz"))
    assert told.content == "A quiz belongs to a server that I am on, and this is none."
    assert len(stage.env.errors) == 1


async def test_who_plays_alone_gets_no_points_in_the_scores(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1)
    quiz, asked = await running(stage), stage.last
    await press(stage.asker, read, asked, quiz.question.answer)
    await stage.env.advance_time(BY_BUTTON + PAUSED)
    assert "Played alone: it does not count" in _outcome(stage)
    page = read.answer(await stage.asker.slash(stage.channel, "montage scores"))
    assert "Nobody has points yet" in read.words(page)


@pytest.mark.usefixtures("no_database")
async def test_without_a_database_no_quiz_begins_and_one_sentence_says_so(stage: Stage, read: Reader) -> None:
    told = await start(stage, read)
    assert told.ephemeral
    assert told.content.startswith("That was not saved: ")
    assert len(stage.env.errors) == 1
