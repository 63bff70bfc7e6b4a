"""What a quiz says: its start, its rounds, what came of them, and the scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import discord

from bot.answers.answer import Outcome
from bot.community.quiz.running import Closed, Phase, Quiz, seconds_to_answer
from bot.community.quiz.scoring import FEWEST_PLAYERS, FIRST, HARD, HINT, LATER, Award, Score, Standing, standings_of
from bot.discord_app import limits
from bot.discord_app.limits import clip
from bot.discord_app.looks.cards import COLOURS
from bot.discord_app.markup import plain, small

__all__ = ["final_embed", "intro_embed", "outcome_of", "round_embed", "running_said", "scores_embed"]

#: People named in a row, and places shown.
MOST_NAMED, PLACES = 10, 10
RULE = (
    f"A round counts here when at least {FEWEST_PLAYERS} people answered in it, right or wrong, so that nobody "
    "collects points alone. Starting a quiz earns nothing."
)


def intro_embed(quiz: Quiz, *, thread: bool = False) -> discord.Embed:
    """What is about to begin, and its rules."""
    rounds, more = len(quiz.questions), HARD if quiz.hard else 0
    how = "type your answer; who comes close may mend it once" if quiz.hard else "press a button"
    lines = (
        f"{seconds_to_answer(hard=quiz.hard)} seconds a round: {how}. One try each.",
        f"The first right answer earns {FIRST + more} points, each later one {LATER + more}; a hint costs {HINT}.",
        f"A round counts in `/montage scores` when at least {FEWEST_PLAYERS} people answered in it.",
        *(["It is played in the thread below."] if thread else []),
    )
    return _embed(f"A quiz of {rounds} {'round' if rounds == 1 else 'rounds'}", "\n".join(lines), Outcome.CHOICE)


def round_embed(quiz: Quiz, until: datetime) -> discord.Embed:
    """The question of the round."""
    question = quiz.question
    scene = [f"*{plain(question.scene)}*"] if question.scene else []
    lines = [*scene, f"**{plain(question.prompt)}**", f"It ends {discord.utils.format_dt(until, 'R')}."]
    return _embed(f"Round {quiz.number} of {len(quiz.questions)}", "\n\n".join(lines), Outcome.CHOICE)


def outcome_of(closed: Closed) -> str:
    """The answer, and who had it."""
    question = closed.quiz.question
    return clip(f"It is **{plain(question.answer)}**. {_earned(closed.awards)}", limits.CONTENT)


def final_embed(quiz: Quiz, scores: Iterable[Score], stopped_by: int | None = None) -> discord.Embed:
    """How it ended."""
    lines = _places(standings_of(scores)[:PLACES]) or ["Nobody had a right answer."]
    title = "The quiz is over" if stopped_by is None else "The quiz was stopped"
    if stopped_by is not None:
        lines = [f"By <@{stopped_by}>, in round {quiz.number} of {len(quiz.questions)}.", *lines]
    return _embed(title, "\n".join(lines), Outcome.ANSWER)


def running_said(quiz: Quiz) -> str:
    """What runs in a channel already."""
    at = "being asked" if quiz.phase is Phase.ASKING else "just over"
    place = f"round {quiz.number} of {len(quiz.questions)}"
    if quiz.starter is None:
        return f"A quiz runs here already: {place} is {at}. Moderators can stop it."
    return f"A quiz runs here already, started by <@{quiz.starter}>: {place} is {at}. They and moderators can stop it."


def scores_embed(scores: Sequence[Score], title: str, asker: int) -> discord.Embed:
    """The best of a server, the place of whoever asks, and what counts."""
    standings = standings_of(scores)
    lines = _places(standings[:PLACES]) or ["Nobody has points yet: `/montage quiz` starts a round."]
    own = next((each for each in standings[PLACES:] if each.score.member == asker), None)
    embed = _embed(title, "\n".join([*lines, *(["…", *_places([own])] if own else [])]), Outcome.ANSWER)
    embed.set_footer(text=RULE)
    return embed


def _places(standings: Iterable[Standing]) -> list[str]:
    return [f"`{each.number}` <@{each.score.member}> {_points(each.score)}" for each in standings]


def _points(score: Score) -> str:
    answers = f"{score.right} right {'answer' if score.right == 1 else 'answers'}"
    return f"**{score.points}** points, {answers}"


def _earned(awards: Sequence[Award]) -> str:
    if not awards:
        return "Nobody had it."
    named = ", ".join(f"<@{each.member}> +{each.points}" for each in awards[:MOST_NAMED])
    more = f" and {len(awards) - MOST_NAMED} more" if len(awards) > MOST_NAMED else ""
    alone = "" if awards[0].counts else f"\n{small('Played alone: it does not count in /montage scores.')}"
    return f"{named}{more}{alone}"


def _embed(title: str, text: str, outcome: Outcome) -> discord.Embed:
    description = clip(text, limits.EMBED_DESCRIPTION)
    return discord.Embed(title=clip(title, limits.EMBED_TITLE), description=description, colour=COLOURS[outcome])
