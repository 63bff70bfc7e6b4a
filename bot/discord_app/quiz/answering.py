"""The buttons of a round, and the form in which a hard one is answered. What they do survives a restart."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Self

import discord

from bot.answers.guide import Guide
from bot.community.quiz.questions import LONGEST_LABEL, Question
from bot.community.quiz.running import Quiz, Refusal, Taken
from bot.community.quiz.scoring import HINT
from bot.community.quiz.subjects import Verdict
from bot.discord_app.controls.form import Field, Fields, Form, opened
from bot.discord_app.controls.item import ID, NOTHING, AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.limits import clip
from bot.discord_app.markup import plain
from bot.discord_app.quiz.subjects import KINDS
from bot.discord_app.sending import Reply, respond, show_form

__all__ = ["ANSWERED_FORM", "AnswerButton", "HintButton", "TypeButton"]

ROUND = rf"(?P<quiz>{ID}):(?P<number>[0-9]{{1,3}})"
TYPED = "typed"  # the field of the form
EXAMPLE = "Spelling is forgiven, numbers are not"
LONGEST_TYPED = 100  # characters
OVER = "That round is over."
ANSWERED = "You have answered this round already."
NOT_KEPT = ""  # nothing is stored that anybody writes


class AnswerButton(AnsweringItem[discord.ui.Button[Any]], template=rf"montage:quiz:v1:{ROUND}:(?P<option>[0-9])"):
    """Answers a round; only the first press of each player counts, and nobody learns by it what is right."""

    def __init__(self, quiz: int, number: int, option: int, label: str = "") -> None:
        self.quiz, self.number, self.option = quiz, number, option
        custom_id = f"montage:quiz:v1:{quiz}:{number}:{option}"
        super().__init__(discord.ui.Button(label=clip(label, LONGEST_LABEL) or "?", custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> AnswerButton:
        return cls(int(match["quiz"]), int(match["number"]), int(match["option"]))

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        label = self._label(interaction)

        def judged(quiz: Quiz) -> Verdict:
            return Verdict.RIGHT if self.option == quiz.question.right else Verdict.WRONG

        taken = await desk.store.quizzes.answer(
            self.quiz, self.number, interaction.user.id, label, judged, interaction.created_at
        )
        await respond(interaction, Reply(_said(taken)), private=True)

    def _label(self, interaction: discord.Interaction[Any]) -> str:
        """What is written on the button that was pressed."""
        view = discord.ui.View.from_message(interaction.message, timeout=None) if interaction.message else None
        shown = view.children if view else []
        return next(
            (each.label or "" for each in shown if isinstance(each, discord.ui.Button) and self._is(each)),
            "your answer",
        )

    def _is(self, button: discord.ui.Button[Any]) -> bool:
        return button.custom_id == self.custom_id


class RoundButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """A button about a round; which, its custom id ends with."""

    prefix: ClassVar[str]
    label: ClassVar[str]
    style: ClassVar[discord.ButtonStyle]

    def __init__(self, quiz: int, number: int) -> None:
        self.quiz, self.number = quiz, number
        custom_id = f"{self.prefix}{quiz}:{number}"
        super().__init__(discord.ui.Button(label=self.label, style=self.style, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(int(match["quiz"]), int(match["number"]))


class HintButton(RoundButton, template=rf"montage:quiz-hint:v1:{ROUND}"):
    """Gives whoever presses it a hint, for points."""

    prefix = "montage:quiz-hint:v1:"
    label = "Hint"
    style = discord.ButtonStyle.primary

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        at = interaction.created_at
        taken = await desk.store.quizzes.hint(self.quiz, self.number, interaction.user.id, at)
        if taken.refusal is None and taken.quiz is not None:
            said = f"{plain(taken.quiz.question.hint)} A right answer earns you {HINT} points less now."
        else:
            said = _said(taken)
        await respond(interaction, Reply(said), private=True)


class TypeButton(RoundButton, template=rf"montage:quiz-type:v1:{ROUND}"):
    """Opens the form of a hard round."""

    prefix = "montage:quiz-type:v1:"
    label = "Answer"
    style = discord.ButtonStyle.success

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        custom_id = f"montage:quiz-form:v1:{self.quiz}:{self.number}"
        field = Field(TYPED, f"Round {self.number}", EXAMPLE, LONGEST_TYPED)
        await show_form(interaction, opened("Your answer", custom_id, [field], {}))


async def _take_typed(desk: Desk, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields) -> None:
    typed = fields.get(TYPED, "")

    def judged(quiz: Quiz) -> Verdict:
        return judge(desk.guide, quiz.question, typed)

    member, at = interaction.user.id, interaction.created_at
    taken = await desk.store.quizzes.answer(int(match["quiz"]), int(match["number"]), member, NOT_KEPT, judged, at)
    await respond(interaction, Reply(_said(taken, typed)), private=True)


#: The form of a hard round.
ANSWERED_FORM = Form(re.compile(rf"montage:quiz-form:v1:{ROUND}"), _take_typed)


def judge(guide: Guide, question: Question, typed: str) -> Verdict:
    """What a typed answer is worth, by the folding and typo policy of questions."""
    return Verdict(guide.closeness(typed, question.names, KINDS[question.ask]))


def _said(taken: Taken, typed: str = "") -> str:
    row = taken.row
    if taken.refusal is Refusal.OVER or row is None:
        return OVER
    answer = f"**{plain(row.answer or typed)}**"
    if taken.refusal is Refusal.ANSWERED:
        return f"You have answered this round already: {answer}." if row.answer else ANSWERED
    if row.verdict is Verdict.CLOSE and row.may_answer:
        return f"Close! {answer} is almost it: you may mend it once."
    return f"Taken: {answer}. What is right is said when the round ends."
