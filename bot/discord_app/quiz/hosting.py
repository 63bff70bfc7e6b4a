"""The host of quizzes, as buttons and commands know it."""

from __future__ import annotations

from typing import Any, Protocol, cast

import discord

from bot.community.quiz.pool import Pool
from bot.community.quiz.running import Quiz

__all__ = ["Hosting", "host_of"]


class Hosting(Protocol):
    """Whoever leads quizzes from round to round."""

    async def pool(self) -> Pool: ...

    def lead(self, quiz: Quiz) -> None:
        """Goes on with a quiz from now on."""
        ...

    async def drop(self, quiz: Quiz) -> None:
        """Lets go of a quiz that is over: no timer of it goes on, and nothing can be pressed any more."""
        ...


class _HasHost(Protocol):
    quizzes: Hosting


def host_of(interaction: discord.Interaction[Any]) -> Hosting:
    """The host of the bot that was asked."""
    return cast("_HasHost", interaction.client).quizzes
