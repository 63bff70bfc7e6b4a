"""The commands of the quiz: /montage quiz and /montage scores."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands

from bot.community.quiz.questions import Question
from bot.community.quiz.rounds import MOST_ROUNDS, ROUNDS, rounds_of
from bot.community.quiz.running import Quiz, seconds_to_answer
from bot.community.quiz.subjects import Ask
from bot.discord_app.desk import Desk, desk_of, place_of
from bot.discord_app.doors.commands import kinds_of
from bot.discord_app.doors.filters import DECADES
from bot.discord_app.doors.options import KindsOption
from bot.discord_app.quiz.hosting import host_of
from bot.discord_app.quiz.looks import intro_embed, running_said, scores_embed
from bot.discord_app.quiz.stage import in_thread, stage_of
from bot.discord_app.quiz.stopping import StopButton
from bot.discord_app.sending import Reply, respond
from bot.errors import MontageBotError
from bot.knowledge.selection import Filter, select

__all__ = ["quiz", "scores"]

WEEK = timedelta(days=7)
NO_SCORES = "Scores belong to a server, and this is none."
NOTHING_FITS = "There is nothing I could ask about that: leave out `about`, `kind`, `decade` or `until`."
ASKS = [
    app_commands.Choice(name="Which film?", value=Ask.FILM.value),
    app_commands.Choice(name="Which song?", value=Ask.SONG.value),
    app_commands.Choice(name="Who performs?", value=Ask.PERFORMER.value),
]
SINCE = [
    app_commands.Choice(name="The last seven days", value="week"),
    app_commands.Choice(name="All time", value="all"),
]


@app_commands.command()
@app_commands.choices(about=ASKS)
@app_commands.choices(decade=DECADES, until=DECADES)
@app_commands.describe(
    rounds=f"How many rounds; {ROUNDS} when you do not say",
    about="What is asked; a mixture when you do not say",
    kind="Only montages of this kind or tag, or of several with commas between; start typing",
    decade="Only films of this time",
    until="Up to this one, from the other decade on or of all that came before",
    hard="Answers are typed instead of picked",
    thread="In a thread of its own, so that it disturbs nobody here",
)
async def quiz(
    interaction: discord.Interaction[Any],
    rounds: app_commands.Range[int, 1, MOST_ROUNDS] = ROUNDS,
    about: str = "",
    kind: KindsOption = "",
    decade: int = 0,
    until: int = 0,
    hard: bool = False,
    thread: bool = False,
) -> None:
    """Start a quiz about montages in this channel or thread, or in one of its own."""
    desk = desk_of(interaction)
    server, channel = stage_of(desk, interaction, thread=thread)
    asks = [Ask(about)] if about else [*Ask]
    questions = await _questions(interaction, asks, _filter_of(desk, kind, decade, until), rounds, hard)
    at = interaction.created_at
    ends_at = at + timedelta(seconds=seconds_to_answer(hard=hard))
    begun = await desk.store.quizzes.begin(
        Quiz(interaction.id, server, channel, interaction.user.id, hard, questions, ends_at), at
    )
    if not begun.is_new:
        await respond(interaction, _running_reply(begun.quiz), private=True)
    else:
        await respond(interaction, Reply("", [intro_embed(begun.quiz, thread=thread)]), private=False)
    led = await in_thread(desk, interaction, begun.quiz) if thread else begun.quiz
    if led is not None:
        host_of(interaction).lead(led)  # also one that was let go of while the database was away


def _running_reply(runs: Quiz) -> Reply:
    view = discord.ui.View(timeout=None)
    view.add_item(StopButton(runs.id))
    return Reply(running_said(runs), [], view)


@app_commands.command()
@app_commands.choices(since=SINCE)
@app_commands.describe(since="Of the last seven days, or of all time", private="Show the answer to you alone")
async def scores(interaction: discord.Interaction[Any], since: str = "all", private: bool | None = None) -> None:
    """Who has the most points in this server's quizzes."""
    desk, server = desk_of(interaction), interaction.guild_id
    if server is None:
        raise MontageBotError(NO_SCORES)
    week = since == "week"
    earned = await desk.store.quiz_scores.of_server(server, interaction.created_at - WEEK if week else None)
    title = "Quiz scores of the last seven days" if week else "Quiz scores of all time"
    reply = Reply("", [scores_embed(earned, title, interaction.user.id)])
    settings = desk.store.settings.of(server)
    await respond(interaction, reply, private=settings.is_private(place_of(interaction.channel), private))


def _filter_of(desk: Desk, typed: str, decade: int, until: int) -> Filter:
    if decade and until and until < decade:
        raise MontageBotError(f"The {until}s came before the {decade}s: let `until` be the later decade.")
    last = until or decade
    return Filter(
        kinds=kinds_of(desk.guide, typed),
        first_year=decade or None,
        last_year=last + 9 if last else None,
    )


async def _questions(
    interaction: discord.Interaction[Any], asks: list[Ask], chosen: Filter, rounds: int, hard: bool
) -> tuple[Question, ...]:
    pool = await host_of(interaction).pool()
    montages = {each.id for each in select(desk_of(interaction).guide.catalogue, chosen)}
    chance = random.Random(interaction.id)  # noqa: S311  it chooses what is asked, and guards nothing
    questions = rounds_of(pool, montages, asks, rounds, chance, hard=hard)
    if not questions:
        raise MontageBotError(NOTHING_FITS)
    return questions
