"""Who stands where, and what a second click means: tables of plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.community.votes import Tally, is_taken_back, lower_bound, places_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("votes", "voters", "bound"),
    [(0, 0, 0.0), (0, 10, 0.0), (1, 1, 0.2065), (5, 10, 0.2366), (10, 10, 0.7225), (90, 100, 0.8256)],
)
def test_the_bound_is_the_lower_end_of_wilsons_interval(votes: int, voters: int, bound: float) -> None:
    assert lower_bound(votes, voters) == pytest.approx(bound, abs=0.0005)


def test_two_of_two_do_not_beat_ninety_of_a_hundred() -> None:
    places = places_of([Tally("rad", 2, 2), Tally("rocky", 90, 100)], fewest_voters=1)
    assert [each.tally.montage for each in places] == ["rocky", "rad"]


@pytest.mark.parametrize(
    ("tallies", "placed"),
    [
        ([], []),
        ([Tally("a", 2, 9)], []),
        ([Tally("a", 3, 9)], [(1, "a")]),
        ([Tally("a", 3, 9), Tally("b", 5, 9)], [(1, "b"), (2, "a")]),
        ([Tally("b", 3, 9), Tally("a", 3, 9), Tally("c", 4, 9)], [(1, "c"), (2, "a"), (2, "b")]),
        ([Tally("a", 4, 9), Tally("b", 4, 9), Tally("c", 3, 9)], [(1, "a"), (1, "b"), (3, "c")]),
    ],
)
def test_a_montage_is_placed_from_three_voters_on_and_equals_share_a_place(
    tallies: list[Tally], placed: list[tuple[int, str]]
) -> None:
    assert [(each.number, each.tally.montage) for each in places_of(tallies, fewest_voters=3)] == placed


def test_one_server_alone_makes_no_ranking_of_all() -> None:
    tallies = [Tally("a", 50, 60, servers=1), Tally("b", 5, 60, servers=2)]
    assert [each.tally.montage for each in places_of(tallies, fewest_voters=5, fewest_servers=2)] == ["b"]


@pytest.mark.parametrize(
    ("seconds", "taken"), [(0, False), (0.9, False), (-0.9, False), (1.1, True), (60, True), (86_400, True)]
)
def test_only_a_click_of_its_own_takes_a_vote_back(seconds: float, taken: bool) -> None:
    assert is_taken_back(NOON, NOON + timedelta(seconds=seconds)) is taken
