"""The scores of a server, of the last seven days and of all time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.community.quiz.questions import Question
from bot.community.quiz.running import Quiz
from bot.community.quiz.subjects import Ask, Verdict

if TYPE_CHECKING:
    from tests.discord_app.conftest import Reader, Stage

QUESTION = Question(
    ask=Ask.FILM,
    montage="rocky",
    prompt="Which film has a montage to “Gonna Fly Now”?",
    answer="Rocky",
    names=("Rocky",),
    hint="A film of the 1970s.",
    options=("Rocky", "Jaws"),
)


async def played(stage: Stage, days_ago: int) -> None:
    """A round that Theo got right and Maya wrong."""
    at, quizzes = discord.utils.utcnow() - timedelta(days=days_ago), stage.bot.desk.store.quizzes
    quiz = Quiz(days_ago, stage.guild.id, days_ago, stage.asker.id, False, (QUESTION,), at)
    assert (await quizzes.begin(quiz, at)).is_new
    for member, verdict in ((stage.other, Verdict.RIGHT), (stage.asker, Verdict.WRONG)):
        await quizzes.answer(quiz.id, 1, member.id, "", lambda _, verdict=verdict: verdict, at)
    assert await quizzes.close(quiz, at)
    await quizzes.end(quiz.id)


async def test_scores_are_of_this_server_and_say_what_counts(stage: Stage, read: Reader) -> None:
    page = read.answer(await stage.asker.slash(stage.channel, "montage scores", since="week"))
    assert "Nobody has points yet" in read.words(page)
    await played(stage, days_ago=8)
    await played(stage, days_ago=6)
    for since, title, earned in (
        ("week", "Quiz scores of the last seven days", "**5** points, 1 right answer"),
        ("all", "Quiz scores of all time", "**10** points, 2 right answers"),
    ):
        page = read.answer(await stage.asker.slash(stage.channel, "montage scores", since=since))
        assert read.title(page) == title
        assert f"`1` <@{stage.other.id}> {earned}" in read.words(page)
        assert "so that nobody collects points alone" in read.words(page)
    elsewhere = stage.env.create_guild("Another Night")
    visitor = elsewhere.add_member(stage.env.create_user("ines"))
    page = read.answer(await visitor.slash(elsewhere.create_text_channel("films"), "montage scores"))
    assert "Nobody has points yet" in read.words(page)
