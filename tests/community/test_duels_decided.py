"""The rules of duels, as tables of values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from msgspec.structs import replace

from bot.community.duels import (
    FIRST_POINTS,
    Duel,
    Rating,
    Score,
    Side,
    Verdict,
    closing_time,
    drawn,
    is_over,
    may_close,
    rated,
    standing,
    verdict,
)

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
END = closing_time(NOON, 10)
STARTER, OTHER = 5, 6
DUEL = Duel(1, 2, "rocky", "footloose", STARTER, END)
MOMENT = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("score", "winner"),
    [(Score(2, 1), Side.FIRST), (Score(0, 1), Side.SECOND), (Score(3, 3), None), (Score(), None)],
)
def test_who_has_more_votes_wins_and_equal_votes_are_a_draw(score: Score, winner: Side | None) -> None:
    assert score.winner is winner


@pytest.mark.parametrize(
    ("at", "closed", "over"),
    [(NOON, False, False), (END - MOMENT, False, False), (END, False, True), (NOON, True, True)],
)
def test_a_duel_is_over_at_its_time_or_once_it_is_closed(at: datetime, closed: bool, over: bool) -> None:
    assert is_over(replace(DUEL, closed=closed), at) is over


@pytest.mark.parametrize(
    ("user", "at", "may"), [(STARTER, NOON, True), (OTHER, NOON, False), (OTHER, END, True), (0, END, True)]
)
def test_its_starter_closes_a_duel_early_and_nobody_else(user: int, at: datetime, may: bool) -> None:
    assert may_close(DUEL, user, at) is may


def test_whose_starter_is_forgotten_is_closed_early_by_nobody() -> None:
    assert not may_close(replace(DUEL, starter=None), 0, NOON)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  picks montages, guards nothing


def test_the_two_that_are_drawn_differ_and_follow_chance() -> None:
    pool = ["a", "b", "c"]
    pairs = [drawn(pool, chance(number)) for number in range(60)]
    assert {frozenset(pair) for pair in pairs} == {frozenset("ab"), frozenset("ac"), frozenset("bc")}
    assert drawn(pool, chance(3)) == drawn(pool, chance(3))
    assert {drawn(pool, chance(number), "a") for number in range(20)} == {("a", "b"), ("a", "c")}


@pytest.mark.parametrize("score", [Score(2, 1), Score(20, 1)])
def test_the_winner_gains_what_the_loser_loses(score: Score) -> None:
    first, second = rated(Rating(), Rating(), score)
    assert first.points > FIRST_POINTS > second.points
    assert first.mean - Rating().mean == pytest.approx(Rating().mean - second.mean)
    assert first.duels == second.duels == 1
    assert rated(Rating(), Rating(), Score(score.second, score.first)) == (second, first)


def test_a_draw_brings_ratings_nearer_and_a_surprise_moves_them_more() -> None:
    strong, weak = Rating(30, 5), Rating(20, 5)
    one, other = rated(strong, weak, Score(1, 1))
    assert one.mean < strong.mean
    assert other.mean > weak.mean
    expected, surprise = rated(strong, weak, Score(1, 0)), rated(strong, weak, Score(0, 1))
    assert expected[0].mean - strong.mean < strong.mean - surprise[0].mean


def test_a_duel_without_votes_changes_no_rating() -> None:
    assert rated(Rating(30, 5, 2), Rating(), Score()) == (Rating(30, 5, 2), Rating())


def test_equal_points_share_a_place() -> None:
    ratings = {"a": Rating(30, 5), "b": Rating(30, 5), "c": Rating(20, 5)}
    assert [standing(each, ratings) for each in ratings] == [1, 1, 3]


@pytest.mark.parametrize(
    ("critics", "score", "expected"),
    [
        ({"rocky": 1, "footloose": 4}, Score(2, 1), Verdict.AGREES),
        ({"rocky": 1, "footloose": 4}, Score(1, 2), Verdict.DISAGREES),
        ({"rocky": 4, "footloose": 1}, Score(1, 2), Verdict.AGREES),
        ({"rocky": 1, "footloose": 4}, Score(1, 1), Verdict.UNDECIDED),
        ({"rocky": 3, "footloose": 3}, Score(1, 2), Verdict.UNDECIDED),
        ({"rocky": 1}, Score(2, 1), Verdict.UNRANKED),
        ({}, Score(2, 1), Verdict.UNRANKED),
    ],
)
def test_a_result_is_set_against_the_order_of_the_critics(
    critics: dict[str, int], score: Score, expected: Verdict
) -> None:
    assert verdict(replace(DUEL, score=score), critics) is expected
