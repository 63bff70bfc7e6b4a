"""What the simulated Discord cannot show of a broken way to Discord, over real sockets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from benchmarks import faults
from benchmarks.inbox import HOURS
from benchmarks.loopback import BOT_ID, ROOT, Loopback, Mishap
from bot.discord_app.patience import LONGEST_PAUSE, PatientConnector, within
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


@asynccontextmanager
async def serving(seconds: float, status: int = 200) -> AsyncIterator[str]:
    """The address of a server that takes so long for what it says."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(seconds)
        return web.json_response({}, status=status)

    app = web.Application()
    app.router.add_get("/", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


async def asked(address: str) -> None:
    async with aiohttp.ClientSession(connector=PatientConnector()) as session, session.get(address) as response:
        await response.read()


async def patiently_asked(address: str, request: float, before: float = 0.0, after: float = 0.0) -> None:
    async with within(whole=9.0, request=request):
        await asyncio.sleep(before)
        await asked(address)
        await asyncio.sleep(after)  # as discord.py does for the sake of the next one in the channel


async def test_what_is_waited_for_after_a_request_is_no_part_of_what_it_may_take() -> None:
    async with serving(seconds=0) as address:
        await patiently_asked(address, request=0.5, after=0.7)


@pytest.mark.timed
@pytest.mark.parametrize("before", [0.0, 0.4])
async def test_a_request_may_take_no_longer_than_it_is_given(before: float) -> None:
    async with serving(seconds=HOURS) as address:
        begun = time.monotonic()
        with pytest.raises(TimeoutError):
            await patiently_asked(address, request=1.0, before=before)
        assert 1.0 <= time.monotonic() - begun - before < 1.5


@pytest.mark.timed
async def test_after_a_failure_no_more_than_a_pause_is_waited() -> None:
    async with serving(seconds=0, status=500) as address:
        begun = time.monotonic()
        with pytest.raises(TimeoutError):
            await patiently_asked(address, request=6.0, after=HOURS)
        assert LONGEST_PAUSE <= time.monotonic() - begun < LONGEST_PAUSE + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["429 of a proxy, retry after 2 s", "2 s until the response, each time"])
def test_a_discord_that_is_slow_or_asks_for_a_pause_gets_each_answer_once(name: str) -> None:
    row = faults.met(ROOT, name)
    assert (row.once, row.twice, row.apologies, row.complaints) == (row.asked, 0, 0, 0)
