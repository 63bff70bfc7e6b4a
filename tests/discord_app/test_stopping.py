"""How the bot ends: the program itself, on a Discord of our own, told by signals as a shell or a service tells it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.loopback import BOT_ID, ROOT, Fault, Loopback
from bot.discord_app.asked import Way
from bot.discord_app.serving import LONGEST_FINISH
from bot.discord_app.underway import Underway

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signals")

QUESTION = f"<@{BOT_ID}> which song plays in rocky?"
AT_ONCE = 3.0  # seconds; a busy machine takes its time to end a process
NEVER = 600.0  # seconds that a Discord takes which takes nothing


def ended(program: subprocess.Popen[bytes], *signals: signal.Signals) -> float:
    """The seconds that the program takes to end well and without a complaint after the signals."""
    begun = time.monotonic()
    for each in signals:
        program.send_signal(each)
        time.sleep(0.05)  # else the second may come before the first is told
    _, errors = program.communicate(timeout=20)
    assert program.returncode == 0
    assert b"Traceback" not in errors
    assert b"never retrieved" not in errors
    return time.monotonic() - begun


@pytest.mark.parametrize(
    ("number", "ask"),
    [
        (signal.SIGTERM, lambda discord: discord.say(QUESTION)),
        (signal.SIGINT, lambda discord: discord.say(QUESTION)),
        (signal.SIGTERM, lambda discord: discord.command("song", film="Rocky")),
        (signal.SIGINT, lambda discord: discord.click("montage:sources:v1:rocky")),
        (signal.SIGTERM, lambda discord: discord.click("montage:of-older-days")),
    ],
    ids=["message", "message and Ctrl+C", "command", "button and Ctrl+C", "button of older days"],
)
def test_what_came_in_before_the_signal_is_answered(number: signal.Signals, ask: Callable[[Loopback], str]) -> None:
    with Loopback(seconds=0.5) as discord, discord.program("run") as program:
        discord.wait_until_ready()
        program.send_signal(signal.SIGSTOP)  # so that it finds both at once, the question and the signal
        asked = ask(discord)
        program.send_signal(number)
        ended(program, signal.SIGCONT)
        assert discord.answered == {asked}


async def test_what_takes_too_long_is_waited_for_no_longer_than_five_seconds() -> None:
    assert LONGEST_FINISH == 5
    underway = Underway()

    async def answer(seconds: float) -> None:
        underway.begin(Way.MESSAGE)
        await asyncio.sleep(seconds)

    slow, quick = asyncio.create_task(answer(NEVER)), asyncio.create_task(answer(0.01))
    await asyncio.sleep(0)
    assert await underway.finish(0.1) == 1
    assert quick.done()
    assert not slow.done()
    slow.cancel()


def test_a_second_signal_ends_it_at_once() -> None:
    with Loopback(seconds=NEVER) as discord, discord.program("run") as program:
        discord.wait_until_ready()
        discord.say(QUESTION)
        assert ended(program, signal.SIGTERM, signal.SIGTERM) < AT_ONCE


@pytest.mark.parametrize(
    ("discord", "connections"),
    [(Loopback(faults={"/gateway$": Fault(503)}), 1), (Loopback(shards=2, silent_shard=1), 2)],
    ids=["no shard is let in", "between two shards"],
)
def test_before_it_is_ready_it_ends_at_once(discord: Loopback, connections: int) -> None:
    with discord, discord.program("run") as program:
        discord.wait_for_connections(connections)
        assert ended(program, signal.SIGTERM) < AT_ONCE


def test_while_it_reads_the_data_it_ends_at_once(tmp_path: Path) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    with (data / "montages" / "1980s.yaml").open("a") as changed:
        changed.write("# so that nothing kept from before spares the reading\n")
    with (
        Loopback() as discord,
        discord.program("run", MONTAGE_DATA=str(data), PYTHONPROFILEIMPORTTIME="1") as program,
    ):
        assert program.stderr is not None
        assert any(b"bot.knowledge.strict" in line for line in program.stderr)  # told as soon as it is there to read
        assert ended(program, signal.SIGTERM) < AT_ONCE
        assert discord.connections == 0
