"""Quizzes in flight as they are kept: one a channel, one try each, points once, and nothing left of them but those."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from bot.community.privacy import KEPT_AFTER_LEAVING
from bot.community.quiz.questions import Question
from bot.community.quiz.running import ABANDONED_AFTER, MOST_RESUMED, PAUSE, Closed, Phase, Quiz, Refusal
from bot.community.quiz.scoring import Award, Score
from bot.community.quiz.subjects import Ask, Verdict
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.store.tables import quiz_points, quiz_tries, quizzes

NOW = datetime(2026, 1, 1, 12, 0, 0, 123000, UTC)
SECOND = timedelta(seconds=1)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2
MAYA, THEO, INES = 2**61 + 1, 2**61 + 2, 2**61 + 3
QUESTION = Question(
    ask=Ask.FILM,
    montage="rocky",
    prompt="Which film has a montage to “Gonna Fly Now”?",
    answer="Rocky",
    names=("Rocky", "Rocky (1976)"),
    hint="A film of the 1970s.",
    options=("Rocky", "Jaws", "Grease", "Hair"),
)
QUIZ = Quiz(2**60, HERE, 77, MAYA, False, (QUESTION, QUESTION), NOW + 25 * SECOND)


def right(_quiz: Quiz) -> Verdict:
    return Verdict.RIGHT


def wrong(_quiz: Quiz) -> Verdict:
    return Verdict.WRONG


def close(_quiz: Quiz) -> Verdict:
    return Verdict.CLOSE


Judged = Callable[[Quiz], Verdict]


async def played(store: Store, quiz: Quiz, *answers: tuple[int, Judged]) -> Closed:
    """The round with these answers, closed."""
    for member, judged in answers:
        await store.quizzes.answer(quiz.id, quiz.number, member, "Rocky", judged, NOW)
    closed = await store.quizzes.close(quiz, NOW)
    assert closed is not None
    return closed


async def rows(database: Database) -> list[int]:
    """How many rows each table of the quiz has."""
    tables = (quizzes, quiz_tries, quiz_points)
    return [
        await database.read(lambda connection, table=table: connection.scalar(select(func.count()).select_from(table)))
        or 0
        for table in tables
    ]


async def test_a_quiz_is_kept_as_it_is(store: Store) -> None:
    begun = await store.quizzes.begin(QUIZ, NOW)
    assert begun.is_new
    assert await store.quizzes.of(QUIZ.id) == QUIZ
    assert [*await store.quizzes.all()] == [QUIZ]


async def test_a_second_start_in_a_channel_begins_nothing_and_tells_what_runs(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    second = await store.quizzes.begin(replace(QUIZ, id=5, starter=THEO), NOW)
    assert (second.is_new, second.quiz) == (False, QUIZ)
    assert (await store.quizzes.begin(replace(QUIZ, id=6, channel=78), NOW)).is_new


async def test_of_many_who_start_at_once_one_does(store: Store) -> None:
    begun = await asyncio.gather(*(store.quizzes.begin(replace(QUIZ, id=number), NOW) for number in range(1, 9)))
    assert sum(each.is_new for each in begun) == 1
    assert len({each.quiz.id for each in begun}) == 1


async def test_a_quiz_that_nobody_goes_on_with_makes_room(store: Store, database: Database) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)
    late = QUIZ.ends_at + ABANDONED_AFTER + SECOND
    begun = await store.quizzes.begin(replace(QUIZ, id=5, ends_at=late), late)
    assert begun.is_new
    assert await rows(database) == [1, 0, 0]


async def test_a_player_who_clicks_fast_answers_once(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    clicks = ((option, right if option == "Rocky" else wrong) for option in ("Jaws", "Rocky", "Grease", "Rocky"))
    taken = await asyncio.gather(
        *(store.quizzes.answer(QUIZ.id, 1, MAYA, option, judged, NOW) for option, judged in clicks)
    )
    accepted = [each for each in taken if each.refusal is None]
    assert len(accepted) == 1
    assert {each.refusal for each in taken} == {None, Refusal.ANSWERED}
    assert {each.row.answer for each in taken if each.row} == {accepted[0].row.answer if accepted[0].row else ""}


async def test_a_close_answer_may_be_mended_once(store: Store) -> None:
    await store.quizzes.begin(replace(QUIZ, hard=True), NOW)
    assert (await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocki II", close, NOW)).refusal is None
    assert (await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)).refusal is None
    assert (await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)).refusal is Refusal.ANSWERED


async def test_the_first_right_answer_earns_most_and_a_hint_costs(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    assert (await store.quizzes.hint(QUIZ.id, 1, INES, NOW)).refusal is None
    closed = await played(store, QUIZ, (THEO, wrong), (MAYA, right), (INES, right))
    assert closed.awards == (Award(MAYA, 5, True), Award(INES, 1, True))
    assert closed == await store.quizzes.closed(closed.quiz)
    assert (await store.quizzes.hint(QUIZ.id, 1, THEO, NOW)).refusal is Refusal.OVER


async def test_a_round_is_closed_once_and_takes_nothing_afterwards(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)
    closed = await asyncio.gather(*(store.quizzes.close(QUIZ, NOW) for _ in range(4)))
    assert sum(each is not None for each in closed) == 1
    assert (await store.quizzes.answer(QUIZ.id, 1, THEO, "Rocky", right, NOW)).refusal is Refusal.OVER


async def test_an_answer_after_its_time_is_not_taken(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    late = await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, QUIZ.ends_at + SECOND)
    assert late.refusal is Refusal.OVER


async def test_a_quiz_goes_from_round_to_round_and_leaves_only_its_points(store: Store, database: Database) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    asked = await store.quizzes.asked(QUIZ, 99, NOW)
    assert asked is not None
    assert (asked.message, asked.ends_at) == (99, NOW + 25 * SECOND)
    first = await played(store, asked, (MAYA, right), (THEO, wrong))
    shown = await store.quizzes.shown(first.quiz, NOW)
    assert shown is not None
    assert (shown.phase, shown.ends_at) == (Phase.SHOWING, NOW + PAUSE)
    second = await store.quizzes.go_on(shown, NOW)
    assert second is not None
    assert (second.number, second.phase, second.message) == (2, Phase.ASKING, None)
    assert await store.quizzes.go_on(shown, NOW) is None
    assert (await played(store, second, (MAYA, right))).awards == (Award(MAYA, 5, False),)
    assert await store.quizzes.end(QUIZ.id) == (Score(MAYA, 10, 2),)
    assert await store.quizzes.end(QUIZ.id) is None
    assert await rows(database) == [0, 0, 1]
    assert await store.quiz_scores.of_server(HERE) == (Score(MAYA, 5, 1),)


async def test_scores_are_of_a_server_and_of_a_time(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await played(store, QUIZ, (MAYA, right), (THEO, right))
    other = replace(QUIZ, id=9, server=ELSEWHERE, channel=78)
    await store.quizzes.begin(other, NOW)
    await played(store, other, (MAYA, right), (INES, right))
    assert {*await store.quiz_scores.of_server(HERE)} == {Score(MAYA, 5, 1), Score(THEO, 3, 1)}
    assert {*await store.quiz_scores.of_server(ELSEWHERE, NOW)} == {Score(MAYA, 5, 1), Score(INES, 3, 1)}
    assert await store.quiz_scores.of_server(HERE, NOW + SECOND) == ()


async def test_a_restart_leaves_time_to_answer_and_a_crash_is_not_restored_for_ever(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    for number in range(MOST_RESUMED):
        resumed = await store.quizzes.resume(QUIZ.id, QUIZ.ends_at)
        assert resumed is not None
        assert resumed.resumed == number + 1
        assert resumed.ends_at > QUIZ.ends_at
    assert await store.quizzes.resume(QUIZ.id, QUIZ.ends_at) is None
    assert await store.quizzes.of(QUIZ.id) is None


async def test_who_gets_through_a_round_may_be_restarted_again(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await store.quizzes.resume(QUIZ.id, NOW)
    assert (await played(store, QUIZ)).quiz.resumed == 0


@pytest.mark.parametrize("verb", ["resume", "end"])
async def test_a_quiz_that_is_over_stays_so(store: Store, verb: str) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await store.quizzes.end(QUIZ.id)
    assert await (store.quizzes.resume(QUIZ.id, NOW) if verb == "resume" else store.quizzes.end(QUIZ.id)) is None
    assert await store.quizzes.close(QUIZ, NOW) is None
    assert await store.quizzes.asked(QUIZ, 99, NOW) is None
    assert (await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)).refusal is Refusal.OVER


async def test_who_is_forgotten_leaves_the_quiz_to_the_others(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    for member in (MAYA, THEO):
        await store.quizzes.answer(QUIZ.id, 1, member, "Rocky", right, NOW)
    await store.quizzes.close(QUIZ, NOW)
    assert await store.people.forget(MAYA) == 3
    assert await store.people.records_of(MAYA) == {}
    quiz = await store.quizzes.of(QUIZ.id)
    assert quiz is not None
    assert quiz.starter is None
    assert [each.member for each in await store.quizzes.earned(QUIZ.id)] == [THEO]


async def test_of_a_server_that_was_left_no_quiz_is_kept(store: Store) -> None:
    await store.quizzes.begin(QUIZ, NOW)
    await store.quizzes.answer(QUIZ.id, 1, MAYA, "Rocky", right, NOW)
    await store.quizzes.close(QUIZ, NOW)
    await store.servers.left(HERE, NOW)
    assert await store.servers.forget_left(lambda _: True, NOW + KEPT_AFTER_LEAVING) == (HERE,)
    assert await store.people.records_of(MAYA) == {}
    assert await store.quizzes.all() == []
