"""When a shard may identify itself, by what is known of the others, of itself and of the day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.community.identifies import (
    CALM,
    FREE,
    LONGEST_REST,
    SPACING,
    Identified,
    Limit,
    identified_again,
    pause_by_limit,
    rest_of,
    turn_at,
)

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("free_at", "turn"),
    [
        (after(-3600), NOON),
        (NOON, NOON),
        (after(5), after(5)),
        (after(20), after(20)),
        (after(3600), after(20)),  # the clock was put back
    ],
)
def test_a_turn_comes_when_its_bucket_is_free_and_no_later_than_the_longest_queue(
    free_at: datetime, turn: datetime
) -> None:
    assert turn_at(free_at, NOON, timedelta(seconds=20)) == turn


def test_discords_five_seconds_are_kept_with_some_to_spare() -> None:
    assert timedelta(seconds=5) < SPACING < timedelta(seconds=7)


@pytest.mark.parametrize(
    ("times", "ago", "rest"),
    [
        (1, 0, 0),
        (3, 0, 0),
        (4, 0, 10),
        (4, 4, 6),
        (4, 10, 0),
        (4, 3600, 0),
        (5, 0, 20),
        (6, 0, 40),
        (9, 0, 320),
        (10, 0, 640),
        (11, 0, 900),
        (1_000_000, 0, 900),
        (5, -3600, 20),  # the clock was put back
    ],
)
def test_a_shard_rests_twice_as_long_each_time_it_comes_back_too_soon(times: int, ago: float, rest: float) -> None:
    assert rest_of(Identified(times, after(-ago)), NOON) == timedelta(seconds=rest)


def test_a_shard_that_never_was_does_not_rest() -> None:
    assert rest_of(None, NOON) == timedelta(0)


@pytest.mark.parametrize(
    ("before", "times"),
    [
        (None, 1),
        (Identified(1, after(-1)), 2),
        (Identified(7, after(-3599)), 8),
        (Identified(7, after(-3600)), 1),
    ],
)
def test_what_was_long_ago_counts_no_more(before: Identified | None, times: int) -> None:
    assert identified_again(before, NOON) == Identified(times, NOON)


def test_a_shard_that_dies_all_day_takes_a_ninth_of_the_day_at_most() -> None:
    assert LONGEST_REST < CALM, "else a shard that rested counts anew"
    before, now, times = None, NOON, 0
    while now < NOON + DAY:
        now += rest_of(before, now)
        before, times = identified_again(before, now), times + 1
    assert FREE < times <= 110


@pytest.mark.parametrize(
    ("total", "remaining", "hours", "shards", "pause"),
    [
        (1000, 1000, 0, 1, 0),
        (1000, 500, 24, 1, 0),
        (1000, 499, 24, 0, 0),
        (1000, 400, 10, 1, 112.5),
        (1000, 400, 10, 4, 450),
        (1000, 100, 10, 1, 1800),
        (1000, 1, 10, 1, 36_000),
        (1000, 0, 10, 1, 36_000),
        (1000, 600, 10, 601, 36_000),
    ],
)
def test_what_is_left_of_the_day_is_spread_over_it_once_half_is_used(
    total: int, remaining: int, hours: float, shards: int, pause: float
) -> None:
    limit = Limit(total, remaining, timedelta(hours=hours))
    assert pause_by_limit(limit, shards) == timedelta(seconds=pause)


@pytest.mark.parametrize("processes", [1, 4])
def test_processes_that_die_all_day_leave_some_for_its_last_quarter_of_an_hour(processes: int) -> None:
    left, seconds = 499, DAY.total_seconds()
    while seconds > DAY.total_seconds() / 100:
        seconds -= pause_by_limit(Limit(1000, left, timedelta(seconds=seconds)), 1).total_seconds()
        left -= processes
    assert left > 20
