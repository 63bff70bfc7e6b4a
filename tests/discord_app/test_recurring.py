"""What is done again and again: at its time, whatever went wrong before, until the bot stops."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import pytest

from bot.discord_app.recurring import Recurring
from bot.errors import StoreError

FIRST, AGAIN = 6.0, 20.0
BUG, AWAY = RuntimeError("a bug"), StoreError("the database is away")


class Turns(Recurring):
    """Takes the turns it is given, and notes how long it sleeps before each; after the last one it sleeps on."""

    def __init__(self, turns: Sequence[float | Exception]) -> None:
        super().__init__(FIRST, AGAIN, self._pause)
        self._turns = list(turns)
        self.slept: list[float] = []
        self.is_over = asyncio.Event()

    async def _pause(self, seconds: float) -> None:
        self.slept.append(seconds)
        if not self._turns:
            self.is_over.set()
            await asyncio.Event().wait()

    async def turn(self) -> float:
        outcome = self._turns.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.mark.parametrize(
    ("turns", "slept", "complaints"),
    [
        ([], [FIRST], 0),
        ([1.0, 2.5], [FIRST, 1.0, 2.5], 0),
        ([AWAY, 1.0], [FIRST, AGAIN, 1.0], 0),  # the database has told the log
        ([BUG, BUG, BUG, 1.0], [FIRST, AGAIN, AGAIN, AGAIN, 1.0], 1),
        ([BUG, 1.0, BUG, AWAY, BUG], [FIRST, AGAIN, 1.0, AGAIN, AGAIN, AGAIN], 2),
    ],
)
async def test_a_turn_that_fails_is_logged_once_and_tried_again(
    caplog: pytest.LogCaptureFixture, turns: list[float | Exception], slept: list[float], complaints: int
) -> None:
    task = Turns(turns)
    task.begin()
    task.begin()  # which changes nothing
    async with asyncio.timeout(5):
        await task.is_over.wait()
    task.end()
    assert task.slept == slept
    logged = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert [record.message for record in logged] == ["Turns fails, and is tried again"] * complaints
    assert all(record.exc_info and record.exc_info[1] is BUG for record in logged)


async def test_what_was_ended_takes_no_turn_any_more() -> None:
    task = Turns([1.0])
    task.end()  # before it began
    task.begin()
    task.end()
    for _ in range(3):
        await asyncio.sleep(0)
    assert task.slept == []
