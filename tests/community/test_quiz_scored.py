"""What answers of a quiz earn, who may answer, and when a quiz is given up: tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.community.quiz.questions import Question
from bot.community.quiz.running import (
    ABANDONED_AFTER,
    AFTER_RESTART,
    MOST_RESUMED,
    Phase,
    Quiz,
    Refusal,
    ends_after_resuming,
    is_abandoned,
    may_resume,
    refusal_of,
)
from bot.community.quiz.scoring import Award, Score, Try, awards_of, standings_of, tried
from bot.community.quiz.subjects import Ask, Verdict

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
RIGHT, CLOSE, WRONG = Verdict.RIGHT, Verdict.CLOSE, Verdict.WRONG
QUESTION = Question(ask=Ask.FILM, montage="rocky", prompt="Which?", answer="Rocky", names=("Rocky",), hint="R.")
QUIZ = Quiz(1, 2, 3, 4, False, (QUESTION, QUESTION), NOW)


@pytest.mark.parametrize(
    ("tries", "hard", "awards"),
    [
        ([], False, ()),
        ([Try(1, RIGHT, place=1)], False, (Award(1, 5, False),)),
        ([Try(1, RIGHT, place=1, hinted=True)], False, (Award(1, 3, False),)),
        ([Try(1, RIGHT, place=2), Try(2, RIGHT, place=1)], False, (Award(2, 5, True), Award(1, 3, True))),
        ([Try(1, RIGHT, place=2), Try(2, WRONG, place=1)], False, (Award(1, 5, True),)),
        ([Try(1, RIGHT, place=1), Try(2, None, hinted=True)], False, (Award(1, 5, False),)),
        ([Try(1, RIGHT, place=1), Try(2, CLOSE, place=2)], True, (Award(1, 7, True),)),
        ([Try(1, RIGHT, place=1), Try(2, RIGHT, place=2, hinted=True)], True, (Award(1, 7, True), Award(2, 3, True))),
        ([Try(1, WRONG, place=1), Try(2, WRONG, place=2)], True, ()),
    ],
)
def test_the_first_right_answer_earns_most_a_hint_costs_and_alone_nothing_counts(
    tries: list[Try], hard: bool, awards: tuple[Award, ...]
) -> None:
    assert awards_of(tries, hard=hard) == awards


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        ([], []),
        ([Score(1, 5, 1), Score(2, 9, 2)], [(1, 2), (2, 1)]),
        ([Score(3, 5, 1), Score(1, 5, 1), Score(2, 3, 1)], [(1, 1), (1, 3), (3, 2)]),
    ],
)
def test_equal_points_share_a_place(scores: list[Score], places: list[tuple[int, int]]) -> None:
    assert [(each.number, each.score.member) for each in standings_of(scores)] == places


@pytest.mark.parametrize(
    ("quiz", "number", "before", "at", "refusal"),
    [
        (QUIZ, 1, Try(9), NOW, None),
        (QUIZ, 1, Try(9, hinted=True), NOW, None),
        (QUIZ, 1, Try(9, RIGHT, tries=1), NOW, Refusal.ANSWERED),
        (QUIZ, 1, Try(9, WRONG, tries=1), NOW, Refusal.ANSWERED),
        (QUIZ, 1, Try(9, CLOSE, tries=1), NOW, None),
        (QUIZ, 1, Try(9, CLOSE, tries=2), NOW, Refusal.ANSWERED),
        (QUIZ, 1, Try(9), NOW + SECOND, Refusal.OVER),
        (QUIZ, 2, Try(9), NOW, Refusal.OVER),
        (replace(QUIZ, phase=Phase.REVEALING), 1, Try(9), NOW, Refusal.OVER),
        (replace(QUIZ, phase=Phase.SHOWING), 1, Try(9), NOW, Refusal.OVER),
        (None, 1, Try(9), NOW, Refusal.OVER),
    ],
)
def test_everybody_has_one_try_and_may_mend_what_was_close_in_time(
    quiz: Quiz | None, number: int, before: Try, at: datetime, refusal: Refusal | None
) -> None:
    assert refusal_of(quiz, number, before, at) is refusal


def test_a_try_keeps_that_a_hint_was_taken_and_counts() -> None:
    assert tried(Try(9, hinted=True), CLOSE, "Roxy", 3) == Try(9, CLOSE, "Roxy", 3, 1, True)
    assert tried(Try(9, CLOSE, "Roxy", 3, 1), RIGHT, "Rocky", 4) == Try(9, RIGHT, "Rocky", 4, 2)


@pytest.mark.parametrize(
    ("resumed", "at", "may"),
    [
        (0, NOW, True),
        (MOST_RESUMED - 1, NOW + ABANDONED_AFTER, True),
        (MOST_RESUMED, NOW, False),
        (0, NOW + ABANDONED_AFTER + SECOND, False),
    ],
)
def test_a_quiz_is_taken_up_after_a_restart_but_not_for_ever(resumed: int, at: datetime, may: bool) -> None:
    assert may_resume(replace(QUIZ, resumed=resumed), at) is may


def test_a_quiz_is_abandoned_only_a_while_after_its_end() -> None:
    assert not is_abandoned(QUIZ, NOW + ABANDONED_AFTER)
    assert is_abandoned(QUIZ, NOW + ABANDONED_AFTER + SECOND)


@pytest.mark.parametrize(
    ("phase", "at", "ends_at"),
    [
        (Phase.ASKING, NOW - timedelta(minutes=1), NOW),
        (Phase.ASKING, NOW + SECOND, NOW + SECOND + AFTER_RESTART),
        (Phase.SHOWING, NOW + SECOND, NOW),
    ],
)
def test_after_a_restart_there_is_time_left_to_answer(phase: Phase, at: datetime, ends_at: datetime) -> None:
    assert ends_after_resuming(replace(QUIZ, phase=phase), at) == ends_at
