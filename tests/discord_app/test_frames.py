"""What comes by the gateway broken or twice, over real sockets: the program goes on, and each gets one answer."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import dropped
from bot.discord_app.frames import MOST_KNOWN, once


@pytest.mark.parametrize(
    "names",
    [
        ["half a frame", "compressed wrongly"],
        ["a message without anything", "a command with ids that are none", "a server that is nothing"],
    ],
    ids=["frames", "events"],
)
def test_what_cannot_be_read_ends_no_answer_and_no_program(names: list[str]) -> None:
    (trial,) = dropped.broken(names)
    assert (trial.tried, trial.lost) == (6 * len(names), 0)


def test_an_answer_underway_when_the_gateway_is_dropped_comes_once() -> None:
    (trial,) = dropped.dropped(1)
    assert (trial.tried > 20, trial.lost) == (True, 0)


def test_what_is_told_twice_is_done_once() -> None:
    (trial,) = dropped.doubled()
    assert (trial.tried > 20, trial.lost) == (True, 0)


def test_an_event_is_parsed_once_as_long_as_it_is_known() -> None:
    parsed: list[Any] = []
    parse = once(parsed.append)
    for number in (1, 1, 2, *range(2, MOST_KNOWN + 2), 2, 1):
        parse({"id": number})
    assert [each["id"] for each in parsed] == [*range(1, MOST_KNOWN + 2), 1]
