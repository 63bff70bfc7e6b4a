"""What the simulated Discord cannot show of a broken way to Discord, over real sockets."""

from __future__ import annotations

import asyncio
import time

import pytest

from benchmarks import faults
from benchmarks.inbox import HOURS
from benchmarks.loopback import BOT_ID, ROOT, Loopback, Mishap
from bot.discord_app.patience import within
from bot.discord_app.sending import LONGEST_REQUEST

QUESTION = f"<@{BOT_ID}> which song plays in rocky?"
BUSY = 3.0  # seconds that a busy machine may take for the rest


def test_a_request_that_hangs_holds_up_the_others_of_the_channel_for_no_longer_than_it_may_take() -> None:
    with Loopback(mishap=Mishap(seconds=HOURS, always=True, first=True)) as discord, discord.program("run"):
        discord.wait_until_ready()
        begun = time.monotonic()
        _, *others = [discord.say(QUESTION, author) for author in range(10, 14)]
        while discord.answered != set(others):
            assert time.monotonic() - begun < LONGEST_REQUEST + BUSY
            time.sleep(0.05)


async def test_the_wait_for_a_turn_is_no_part_of_what_a_request_may_take() -> None:
    async with within(whole=5.0, request=0.01):
        await asyncio.sleep(0.05)
    with pytest.raises(TimeoutError):
        async with within(whole=0.01, request=5.0):
            await asyncio.sleep(1.0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["429 of a proxy, retry after 2 s", "2 s until the response, each time"])
def test_a_discord_that_is_slow_or_asks_for_a_pause_gets_each_answer_once(name: str) -> None:
    row = faults.met(ROOT, name)
    assert (row.once, row.twice, row.apologies, row.complaints) == (row.asked, 0, 0, 0)
