"""A quiz in flight: where it stands, how long that lasts, and when it is given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.community.quiz.questions import Question
from bot.community.quiz.scoring import Award, Try

__all__ = [
    "ABANDONED_AFTER",
    "MOST_RESUMED",
    "PAUSE",
    "Begun",
    "Closed",
    "Phase",
    "Quiz",
    "Refusal",
    "Taken",
    "ends_after_resuming",
    "is_abandoned",
    "may_resume",
    "refusal_of",
    "seconds_to_answer",
]

#: Seconds to answer by button, and by typing.
BY_BUTTON, BY_TYPING = 25, 60
#: From one round to the next; for less than five seconds the preview would hold up the click.
PAUSE = timedelta(seconds=8)
#: What is left to answer after a restart, at the least.
AFTER_RESTART = timedelta(seconds=15)
#: A quiz that stands still for so long is not gone on with.
ABANDONED_AFTER = timedelta(minutes=10)
#: How often a round is taken up again: what ends the process each time has to end as well.
MOST_RESUMED = 3


class Phase(StrEnum):
    """What a quiz is doing; the words are kept, so they stay."""

    ASKING = "asking"
    REVEALING = "revealing"  # the round is counted, and that is still to be said
    SHOWING = "showing"


class Refusal(StrEnum):
    """Why an answer or a hint is not taken."""

    OVER = "over"
    ANSWERED = "answered"


class Quiz(Struct, frozen=True):
    """A quiz as it is kept."""

    id: int
    server: int
    channel: int
    starter: int | None  # nobody once they had all that is kept of them deleted
    hard: bool
    questions: tuple[Question, ...]
    ends_at: datetime  # of the phase
    number: int = 1  # of the round, counted from one
    phase: Phase = Phase.ASKING
    message: int | None = None  # that asks the round, once it is there
    resumed: int = 0

    @property
    def question(self) -> Question:
        return self.questions[self.number - 1]

    @property
    def is_last(self) -> bool:
        return self.number >= len(self.questions)


class Begun(Struct, frozen=True):
    """What a start has come to: the quiz that runs in the channel now, and whether it is the new one."""

    quiz: Quiz
    is_new: bool


class Taken(Struct, frozen=True):
    """What an answer or the wish for a hint has come to."""

    quiz: Quiz | None = None
    row: Try | None = None
    refusal: Refusal | None = None


class Closed(Struct, frozen=True):
    """A round that is over."""

    quiz: Quiz
    awards: tuple[Award, ...]


def seconds_to_answer(*, hard: bool) -> int:
    return BY_TYPING if hard else BY_BUTTON


def refusal_of(quiz: Quiz | None, number: int, before: Try, at: datetime) -> Refusal | None:
    """Why somebody may not answer in that round any more; None when they may."""
    if quiz is None or quiz.number != number or quiz.phase is not Phase.ASKING or at > quiz.ends_at:
        return Refusal.OVER
    return None if before.may_answer else Refusal.ANSWERED


def is_abandoned(quiz: Quiz, at: datetime) -> bool:
    """Whether nobody has gone on with a quiz for so long that another may take its place."""
    return at - quiz.ends_at > ABANDONED_AFTER


def may_resume(quiz: Quiz, at: datetime) -> bool:
    """Whether a new process takes it up."""
    return quiz.resumed < MOST_RESUMED and not is_abandoned(quiz, at)


def ends_after_resuming(quiz: Quiz, at: datetime) -> datetime:
    """Nobody loses a round to a restart: there is time left to answer."""
    return max(quiz.ends_at, at + AFTER_RESTART) if quiz.phase is Phase.ASKING else quiz.ends_at
