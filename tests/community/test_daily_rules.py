"""The daily montage by its rules alone: which puzzle, what a try is worth, streaks and what is shared."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from bot.community.daily.order import day_of, next_puzzle
from bot.community.daily.sharing import share_line
from bot.community.daily.streaks import Streak, streak_of
from bot.community.daily.tries import CLUES, MOST_GUESSES, Judged, Standing, Try

FIRST = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
IDS = [f"montage-{number}" for number in range(40)]
RIGHT, CLOSE, WRONG = Judged.RIGHT, Judged.CLOSE, Judged.WRONG


def played(ids: list[str], days: int) -> list[str]:
    """What is played in so many days, one after another."""
    told: list[str] = []
    for _ in range(days):
        told.append(next_puzzle(ids, Counter(told)) or "")
    return told


def test_each_montage_is_played_once_a_round_and_in_another_order_the_next() -> None:
    told = played(IDS, 3 * len(IDS))
    rounds = [told[: len(IDS)], told[len(IDS) : 2 * len(IDS)], told[2 * len(IDS) :]]
    assert [sorted(each) for each in rounds] == [sorted(IDS)] * 3
    assert rounds[0] != rounds[1] != rounds[2]
    assert rounds[0] != IDS


def test_adding_montages_moves_none_of_the_others() -> None:
    """With what is new left out, a round is as it would have been."""
    more = [*IDS, *(f"new-{number}" for number in range(15))]
    told = [each for each in played(more, len(more)) if each in IDS]
    assert told == played(IDS, len(IDS))


def test_what_is_asked_does_not_depend_on_the_order_of_the_catalogue() -> None:
    assert next_puzzle(reversed(IDS), {}) == next_puzzle(IDS, {})
    assert next_puzzle([], {}) is None


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 1, 23, 59, 59, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 1, 2, 0, 0, tzinfo=UTC), date(2026, 1, 2)),
        (datetime(2026, 1, 2, 0, 30, tzinfo=timezone(timedelta(hours=1))), date(2026, 1, 1)),
        (datetime(2026, 1, 1, 20, 0, tzinfo=timezone(timedelta(hours=-5))), date(2026, 1, 2)),
    ],
)
def test_the_day_is_that_of_utc(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize(
    ("guesses", "clues", "misses", "standing", "points"),
    [
        ([], 1, 0, Standing.OPEN, 0),
        ([RIGHT], 1, 0, Standing.FOUND, 5),
        ([WRONG], 2, 1, Standing.OPEN, 0),
        ([WRONG, RIGHT], 2, 1, Standing.FOUND, 4),
        ([CLOSE, RIGHT], 1, 1, Standing.FOUND, 5),
        ([WRONG] * 4 + [RIGHT], 5, 4, Standing.FOUND, 1),
        ([WRONG] * 5, 5, 5, Standing.LOST, 0),
        ([WRONG] * 5 + [RIGHT], 5, 5, Standing.LOST, 0),
        ([CLOSE] * (MOST_GUESSES - 1), 1, MOST_GUESSES - 1, Standing.OPEN, 0),
        ([CLOSE] * MOST_GUESSES, 1, MOST_GUESSES, Standing.LOST, 0),
        ([RIGHT, WRONG], 1, 0, Standing.FOUND, 5),
    ],
)
def test_fewer_clues_are_more_points(
    guesses: list[Judged], clues: int, misses: int, standing: Standing, points: int
) -> None:
    made = Try(FIRST, NOON)
    for each in guesses:
        made = made.guessed(each, NOON)
    assert (made.clues, made.guesses, made.standing, made.points) == (clues, misses, standing, points)
    assert made.is_over is (made.ended_at is not None)


@pytest.mark.parametrize(
    ("numbers", "clues"), [([2], 2), ([2, 2], 2), ([2, 3, 3, 2], 3), ([9], CLUES), ([2, 3, 4, 5, 6], CLUES)]
)
def test_a_second_click_on_one_button_opens_no_second_clue(numbers: list[int], clues: int) -> None:
    made = Try(FIRST, NOON)
    for each in numbers:
        made = made.with_clue(each)
    assert made.clues == clues


def test_what_is_over_stays_as_it_is() -> None:
    over = Try(FIRST, NOON).given_up(NOON)
    assert over.standing is Standing.GIVEN_UP
    later = NOON + timedelta(minutes=1)
    assert over == over.with_clue(3) == over.guessed(RIGHT, later) == over.given_up(later)


@pytest.mark.parametrize(
    ("at", "may"),
    [
        (datetime(2026, 1, 1, 23, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 1, 2, 0, 1, tzinfo=UTC), True),
        (datetime(2026, 1, 2, 0, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 1, 2, 1, 0, tzinfo=UTC), False),
    ],
)
def test_a_try_begun_before_midnight_is_finished_after_it(at: datetime, may: bool) -> None:
    begun = Try(FIRST, datetime(2026, 1, 1, 23, 59, tzinfo=UTC))
    assert begun.may_go_on(at) is may
    assert not begun.given_up(at).may_go_on(at)
    assert begun.guessed(RIGHT, at).day == FIRST


@pytest.mark.parametrize(
    ("days", "today", "streak"),
    [
        ([], 10, Streak(0, 0)),
        ([10], 10, Streak(1, 1)),
        ([9], 10, Streak(1, 1)),
        ([8], 10, Streak(0, 1)),
        ([7, 8, 9, 10], 10, Streak(4, 4)),
        ([7, 8, 9], 10, Streak(3, 3)),
        ([1, 2, 3, 9, 10], 10, Streak(2, 3)),
        ([10, 9, 9, 8], 10, Streak(3, 3)),
        ([1, 3, 5], 10, Streak(0, 1)),
        ([9, 10, 11, 12], 10, Streak(2, 2)),  # shared later
        ([31, 32], 32, Streak(2, 2)),  # over the end of a month
    ],
)
def test_a_streak_lasts_until_a_day_is_missed(days: list[int], today: int, streak: Streak) -> None:
    assert streak_of([FIRST + timedelta(days=each) for each in days], FIRST + timedelta(days=today)) == streak


@pytest.mark.parametrize(
    ("made", "streak", "line"),
    [
        (
            Try(FIRST, NOON, 2, 1, Standing.FOUND),
            Streak(3, 3),
            (
                "Daily montage of 1 January 2026: found with 2 of 5 clues and 1 wrong guess, 4 points of 5. "
                "3 days in a row.\n🟥🟩⬜⬜⬜"
            ),
        ),
        (
            Try(FIRST, NOON, 1, 0, Standing.FOUND),
            Streak(1, 1),
            "Daily montage of 1 January 2026: found with 1 of 5 clues, 5 points of 5.\n🟩⬜⬜⬜⬜",
        ),
        (
            Try(FIRST, NOON, 5, 5, Standing.LOST),
            Streak(0, 3),
            "Daily montage of 1 January 2026: not found with all clues and 5 wrong guesses.\n🟥🟥🟥🟥🟥",
        ),
        (
            Try(FIRST, NOON, 3, 0, Standing.GIVEN_UP),
            Streak(0, 3),
            "Daily montage of 1 January 2026: given up after 3 of 5 clues.\n🟥🟥🟥⬜⬜",
        ),
        (
            Try(FIRST, NOON, 5, 0, Standing.FOUND),
            Streak(1, 2),
            "Daily montage of 1 January 2026: found with all clues, 1 point of 5.\n🟥🟥🟥🟥🟩",
        ),
    ],
)
def test_what_is_shared_says_all_in_words_and_nothing_of_the_puzzle(made: Try, streak: Streak, line: str) -> None:
    assert share_line(made, streak) == line
    assert share_line(replace(made, day=date(2026, 12, 31)), streak).startswith("Daily montage of 31 December 2026: ")
