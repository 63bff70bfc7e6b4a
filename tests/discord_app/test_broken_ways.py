"""What the simulated Discord cannot show of a broken way to Discord, over real sockets."""

from __future__ import annotations

import time

from benchmarks.loopback import BOT_ID, Loopback, Mishap
from bot.discord_app.sending import LONGEST_REQUEST

QUESTION = f"<@{BOT_ID}> which song plays in rocky?"
BUSY = 3.0  # seconds that a busy machine may take for the rest


def test_a_request_that_hangs_holds_up_the_others_of_the_channel_for_no_longer_than_it_may_take() -> None:
    with Loopback(mishap=Mishap(hangs=True, always=True, first=True)) as discord, discord.program("run"):
        discord.wait_until_ready()
        begun = time.monotonic()
        _, *others = [discord.say(QUESTION, author) for author in range(10, 14)]
        while discord.answered != set(others):
            assert time.monotonic() - begun < LONGEST_REQUEST + BUSY
            time.sleep(0.05)
