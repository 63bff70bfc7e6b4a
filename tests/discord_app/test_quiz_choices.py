"""What may be chosen of a quiz before it begins: what it is about, and a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.quiz.running import BY_BUTTON, PAUSE, Quiz
from bot.community.store.address import Address
from bot.community.store.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.conftest import Reader, Stage

PAUSED = PAUSE.total_seconds() + 1


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


async def test_a_quiz_is_played_in_a_thread(stage: Stage, read: Reader) -> None:
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="a quiz", type=discord.ChannelType.public_thread)
    (thread,) = stage.channel.threads
    await start(stage, read, thread, rounds=1)
    assert thread.last_message is not None
    assert read.title(thread.last_message) == "Round 1 of 1"


async def test_a_quiz_opens_a_thread_of_its_own(stage: Stage, read: Reader) -> None:
    begun = await start(stage, read, rounds=1, thread=True)
    assert "It is played in the thread below." in read.words(begun)
    (thread,) = stage.channel.threads
    asked = thread.last_message
    assert asked is not None
    assert read.title(asked) == "Round 1 of 1"
    assert "Round 1 of 1" not in [read.title(each) for each in stage.channel.history()]
    await stage.other.click(asked, label=(await running(stage)).question.answer)
    await stage.restart()
    await stage.env.advance_time(BY_BUTTON + PAUSED)
    over = thread.last_message
    assert over is not None
    assert read.title(over) == "The quiz is over"
    assert read.title(await start(stage, read, rounds=1)) == "A quiz of 1 round"


@pytest.mark.parametrize(
    ("forbidden", "sentence"),
    [
        ({"create_public_threads": False}, "I may not open threads in this channel: allow me that, or leave out"),
        (
            {"send_messages_in_threads": False},
            "I may not write in threads in this channel: allow me that, or leave out",
        ),
    ],
)
async def test_no_thread_is_opened_without_the_permission(
    stage: Stage, read: Reader, forbidden: dict[str, bool], sentence: str
) -> None:
    assert stage.bot.user is not None
    silent = discord.PermissionOverwrite(**forbidden)
    channel = stage.guild.create_text_channel("quiet", overwrites={stage.bot.user: silent})
    told = await start(stage, read, channel, thread=True)
    assert told.ephemeral
    assert told.content.startswith(sentence)
    assert len(stage.env.errors) == 1
    assert [*await stage.bot.desk.store.quizzes.all()] == []


async def test_a_thread_that_discord_refuses_ends_the_quiz_and_is_said(stage: Stage, read: Reader) -> None:
    stage.env.inject_error("POST", "/channels/*/threads", status=400, code=160006)
    await start(stage, read, thread=True)
    assert stage.last.content == (
        "Discord opened no thread for the quiz, so it does not begin. Try again, or leave out `thread`."
    )
    assert stage.last.embeds == []
    assert [*await stage.bot.desk.store.quizzes.all()] == []


async def test_a_thread_opens_no_thread(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=1, thread=True)
    (thread,) = stage.channel.threads
    told = await start(stage, read, thread, thread=True)
    assert told.content.startswith("I can open a thread in a text channel alone")
    assert len(stage.env.errors) == 1


async def test_several_kinds_and_decades_can_be_chosen(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=20, kind="training, dance,Training", decade=1970, until=1980)
    montages = [stage.guide.catalogue.montage(each.montage) for each in (await running(stage)).questions]
    kinds = [{*each.entry.kinds} for each in montages if each]
    assert all(each & {"training", "dance"} for each in kinds)
    assert any("training" not in each for each in kinds)
    assert any("dance" not in each for each in kinds)
    assert {each.film.year // 10 for each in montages if each} == {197, 198}


async def test_until_alone_takes_all_that_came_before(stage: Stage, read: Reader) -> None:
    await start(stage, read, rounds=20, until=1960)
    montages = [stage.guide.catalogue.montage(each.montage) for each in (await running(stage)).questions]
    assert all(each and each.film.year < 1970 for each in montages)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("train", ("training", "training")),
        ("training, dan", ("training, dance", "training, dance")),
        ("Training ,cooking,dan", ("training, cooking, dance", "training, cooking, dance")),
    ],
)
async def test_kinds_complete_one_behind_the_other(stage: Stage, typed: str, offered: tuple[str, str]) -> None:
    choices = await stage.asker.autocomplete(stage.channel, "montage quiz", "kind", typed)
    assert offered in [(each["name"], each["value"]) for each in choices]
    assert "training, training" not in [each["value"] for each in choices]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"kind": "zzzz"}, "I know no such kind of montage"),
        ({"kind": "training, zzzz"}, "I know no such kind of montage"),
        ({"decade": 1980, "until": 1970}, "The 1970s came before the 1980s"),
        ({"kind": "recruitment", "decade": 1940}, "There is nothing I could ask about that"),
    ],
)
async def test_what_cannot_be_asked_about_is_said(
    stage: Stage, read: Reader, options: dict[str, Any], sentence: str
) -> None:
    told = await start(stage, read, **options)
    assert told.content.startswith(sentence)
    assert len(stage.env.errors) == 1


@pytest.mark.parametrize("about", ["film", "song", "performer"])
async def test_only_what_was_chosen_is_asked(stage: Stage, read: Reader, about: str) -> None:
    await start(stage, read, rounds=10, about=about, kind="training", decade=1980)
    quiz = await running(stage)
    assert {each.ask.value for each in quiz.questions} == {about}
    montages = [stage.guide.catalogue.montage(each.montage) for each in quiz.questions]
    assert all(each and "training" in each.entry.kinds and 1980 <= each.film.year < 1990 for each in montages)
