"""Set lists to work out to: how long, in what order, of what."""

from __future__ import annotations

from random import Random

import pytest

from bot.community.workout.set_list import TYPICAL_LENGTH, Pace, Track, set_list

MINUTE = 60
MANY = [Track(f"m{number}", f"f{number % 60}", f"s{number}", 1 + number % 5) for number in range(100)]


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  it picks songs, and guards nothing


@pytest.mark.parametrize("minutes", [5, 10, 20, 30, 45, 60, 90])
@pytest.mark.parametrize("pace", Pace)
def test_a_list_is_as_long_as_was_asked_to_within_half_a_song_and_builds_up(minutes: int, pace: Pace) -> None:
    for seed in range(20):
        made = set_list(MANY, minutes * MINUTE, pace, chance(seed))
        assert abs(made.seconds - minutes * MINUTE) <= TYPICAL_LENGTH / 2
        assert made.is_enough
        efforts = [track.effort for track in made.tracks]
        assert efforts == sorted(efforts)
        assert len({track.song for track in made.tracks}) == len(made.tracks)
        assert len({track.film for track in made.tracks}) == len(made.tracks)


@pytest.mark.parametrize(("pace", "first", "last"), [(Pace.EASY, 1, 3), (Pace.STEADY, 2, 4), (Pace.HARD, 3, 5)])
def test_a_pace_says_how_a_list_begins_and_ends(pace: Pace, first: int, last: int) -> None:
    made = set_list(MANY, 60 * MINUTE, pace, chance(1))
    assert abs(made.tracks[0].effort - first) <= 1
    assert abs(made.tracks[-1].effort - last) <= 1


def test_harder_is_harder() -> None:
    total = [sum(each.effort for each in set_list(MANY, 60 * MINUTE, pace, chance(2)).tracks) for pace in Pace]
    assert total == sorted(total)
    assert len(set(total)) == len(Pace)


@pytest.mark.parametrize(
    ("lengths", "asked", "songs", "assumed"),
    [
        ([None, None], 60 * MINUTE, 2, 2),
        ([None, 200, 220], 630, 3, 1),
        ([600, 600, 600], 610, 1, 0),
        ([600], 5 * MINUTE, 1, 0),  # never empty where there is a song
        ([], 5 * MINUTE, 0, 0),
    ],
)
def test_a_length_that_is_known_counts_and_one_that_is_not_is_assumed(
    lengths: list[int | None], asked: int, songs: int, assumed: int
) -> None:
    tracks = [Track(f"m{at}", f"f{at}", f"s{at}", 3, each) for at, each in enumerate(lengths)]
    made = set_list(tracks, asked, Pace.STEADY, chance(3))
    assert (len(made.tracks), made.assumed) == (songs, assumed)


def test_too_few_songs_are_said_to_be_so() -> None:
    assert not set_list(MANY[:3], 60 * MINUTE, Pace.HARD, chance(4)).is_enough
    assert not set_list([], 60 * MINUTE, Pace.HARD, chance(4)).is_enough
    assert set_list(MANY[:3], 10 * MINUTE, Pace.HARD, chance(4)).is_enough


def test_a_song_of_two_montages_is_played_once_and_a_film_again_only_for_want_of_others() -> None:
    tracks = [Track("a", "rocky", "x", 3), Track("b", "creed", "x", 3), Track("c", "rocky", "y", 4)]
    made = set_list(tracks, 60 * MINUTE, Pace.STEADY, chance(5))
    assert sorted(track.song for track in made.tracks) == ["x", "y"]


def test_the_same_chance_makes_the_same_list_and_another_another() -> None:
    lists = [set_list(MANY, 30 * MINUTE, Pace.STEADY, chance(seed)) for seed in (6, 6, 7)]
    assert lists[0] == lists[1] != lists[2]
