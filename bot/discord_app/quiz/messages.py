"""The messages of a quiz as they go out: a round with its buttons, the card that answers it, the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import discord

from bot.community.quiz.running import Closed, Quiz
from bot.community.quiz.scoring import Score
from bot.discord_app.desk import Desk
from bot.discord_app.quiz.answering import AnswerButton, HintButton, TypeButton
from bot.discord_app.quiz.looks import final_embed, outcome_of, round_embed
from bot.discord_app.quiz.stopping import StopButton
from bot.discord_app.sending import Reply

__all__ = ["final_reply", "reveal_reply", "round_reply"]


def round_reply(quiz: Quiz, until: datetime) -> Reply:
    """The question; each option has a row of its own, so that a phone shows all of it."""
    options: list[discord.ui.Item[Any]] = [
        AnswerButton(quiz.id, quiz.number, option, label) for option, label in enumerate(quiz.question.options)
    ]
    last = [HintButton(quiz.id, quiz.number), StopButton(quiz.id)]
    rows = [*([each] for each in options), last] if options else [[TypeButton(quiz.id, quiz.number), *last]]
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for item in row:
            item.row = number
            view.add_item(item)
    return Reply("", [round_embed(quiz, until)], view)


def reveal_reply(desk: Desk, closed: Closed) -> Reply:
    """What is right and who had it, above the card; the sentence alone where the card is gone from the catalogue."""
    montage = desk.guide.catalogue.montage(closed.quiz.question.montage)
    if montage is None:
        return Reply(outcome_of(closed))
    card = desk.render(desk.guide.show(montage.id))
    return Reply(outcome_of(closed), card.embeds, card.view)


def final_reply(quiz: Quiz, scores: Iterable[Score]) -> Reply:
    return Reply("", [final_embed(quiz, scores)])
