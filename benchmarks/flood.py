"""How long others wait while one user floods the bot: `python -m benchmarks.flood`, on a Discord of our own.

The one writes, gives commands and clicks as fast as this program can; the others ask at a walk. Those who write in
the channel that is flooded wait for Discord, which takes five messages in five seconds there: they stand in one row.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count, cycle
from pathlib import Path

from benchmarks.loopback import BOT_ID, ROOT, Loopback
from benchmarks.page import Part, add_output, write_part
from benchmarks.tables import HIGH, Bar, bar_table, measured_on, median_and_high, quantile, table

__all__ = ["THERE", "measured", "others_wait"]

FLOODER, OTHERS = 666, count(10_000)
SECONDS = 30.0
#: Between two questions of the others, and of the flood: three hundred of the latter a second.
PAUSE, FLOOD_PAUSE = 0.1, 0.01
#: Every so many questions of the others is a message: a channel takes one a second.
MESSAGES = 12
FILMS = ("Rocky", "Footloose", "Rocky IV", "Team America", "Mulan")
CHANNEL, FLOODED = "3", "4"
THERE = "message in the flooded channel"
Waits = Mapping[str, list[float]]  # milliseconds, by the way of asking


def measured(seconds: float, root: Path = ROOT) -> tuple[Waits, Waits, int]:
    """How long the others waited without a flood and with one, and how much was flooded."""
    with Loopback() as discord, discord.program("run", root=root, MONTAGE_LOG_LEVEL="ERROR") as program:
        discord.wait_until_ready()
        others_wait(discord, 3.0)  # until all is warm
        without = others_wait(discord, seconds)
        with _flood(discord) as flooded:
            during = others_wait(discord, seconds)
        assert program.poll() is None
        return without, during, sum(flooded)


def others_wait(discord: Loopback, seconds: float) -> Waits:
    """How long everybody waited who asked in that time, each a user who asks nothing else."""
    ways: Mapping[str, Callable[[str], str]] = {
        "command": lambda film: discord.command("song", film=film),
        "click": lambda _: discord.click("montage:more:v1:rocky"),
        "message": lambda film: discord.say(f"<@{BOT_ID}> song in {film}", next(OTHERS), channel=CHANNEL),
        THERE: lambda film: discord.say(f"<@{BOT_ID}> song in {film}", next(OTHERS), channel=FLOODED),
    }
    asked: dict[str, list[str]] = {way: [] for way in ways}
    end = time.monotonic() + seconds
    for number, film in enumerate(cycle(FILMS)):
        way = ("message", THERE, "command", "click")[number % MESSAGES if number % MESSAGES < 2 else 2 + number % 2]
        asked[way].append(ways[way](film))
        time.sleep(PAUSE)
        if time.monotonic() > end:
            break
    return {way: [1000 * each for each in discord.inbox.waited(questions)] for way, questions in asked.items()}


@contextmanager
def _flood(discord: Loopback) -> Iterator[list[int]]:
    """One user asks without end in the meantime; a number for each round."""
    over = threading.Event()
    asked: list[int] = []

    def ask() -> None:
        while not over.wait(FLOOD_PAUSE):
            discord.say(f"<@{BOT_ID}> top ten montages of the 80s", FLOODER, channel=FLOODED)
            discord.command("ask", author=FLOODER, question="top ten montages of the 80s")
            discord.click("montage:more:v1:rocky", author=FLOODER)
            asked.append(3)

    flooding = threading.Thread(target=ask, daemon=True)
    flooding.start()
    try:
        yield asked
    finally:
        over.set()
        flooding.join()


def section(without: Waits, during: Waits, asked: float) -> str:
    """The waits of the others, and how often the one asked in a second."""
    header = ("Others' wait, ms", "asked", "without: median", "99th percentile", "with: median", "99th percentile")
    rows = [(way, len(during[way]), *median_and_high(without[way]), *median_and_high(during[way])) for way in during]
    before, meanwhile = (quantile(_all_but_there(waits), HIGH) for waits in (without, during))
    bars = [
        Bar("others' wait while nobody floods, 99th percentile", before, None, "ms"),
        Bar("the same while one does", meanwhile, None, "ms"),
    ]
    return "\n\n".join((measured_on(), _HOW.format(asked=asked), bar_table(bars), table(header, rows)))


def _all_but_there(waits: Waits) -> list[float]:
    return [each for way, of in waits.items() if way != THERE for each in of]


_HOW = """One user writes, gives commands and clicks {asked:.0f} times a second
over real sockets; the others ask at a walk. The bars leave out who writes in the channel that is flooded: a channel
takes five messages in five seconds, and all who write there stand in one row."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--root", type=Path, default=ROOT, help="of the checkout that is measured")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    options = parser.parse_args(arguments)
    without, during, flooded = measured(options.seconds, options.root)
    body = section(without, during, flooded / options.seconds)
    write_part(options.output, Part.FLOOD, "python -m benchmarks.flood", body)


if __name__ == "__main__":
    main()
