"""The button that stops a quiz: for whoever started it, and for moderators."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.discord_app.controls.item import ID, AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.quiz.hosting import host_of
from bot.discord_app.quiz.looks import final_embed
from bot.discord_app.sending import Reply, respond
from bot.errors import MontageBotError

__all__ = ["StopButton"]

NOT_ALLOWED = "Only whoever started the quiz and moderators, who may manage messages, can stop it."
OVER = "That quiz is over."


class StopButton(AnsweringItem[discord.ui.Button[Any]], template=rf"montage:quiz-stop:v1:(?P<quiz>{ID})"):
    """Ends the quiz at once; the round that runs counts nothing."""

    def __init__(self, quiz: int) -> None:
        self.quiz = quiz
        custom_id = f"montage:quiz-stop:v1:{quiz}"
        super().__init__(discord.ui.Button(label="Stop", style=discord.ButtonStyle.danger, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> StopButton:
        return cls(int(match["quiz"]))

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        quiz = await desk.store.quizzes.of(self.quiz)
        if quiz is None:
            raise MontageBotError(OVER)
        may = interaction.permissions
        if interaction.user.id != quiz.starter and not (may.manage_messages or may.manage_guild):
            raise MontageBotError(NOT_ALLOWED)
        scores = await desk.store.quizzes.end(quiz.id)
        if scores is None:
            raise MontageBotError(OVER)
        await respond(interaction, Reply("", [final_embed(quiz, scores, interaction.user.id)]), private=False)
        await host_of(interaction).drop(quiz)
