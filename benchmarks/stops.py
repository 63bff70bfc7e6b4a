"""How many stops lose an answer: `python -m benchmarks.stops`. Each ends a process, on a Discord of our own."""

from __future__ import annotations

import argparse
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path

from benchmarks.loopback import BOT_ID, ROOT, Loopback
from benchmarks.trials import Trial

SIGNALS = (signal.SIGTERM, signal.SIGINT)
STOPS = 20  # by each signal
SECONDS = 0.15  # that Discord takes for each answer
PAUSE = 0.1  # between two questions
EARLIEST, LATEST = 0.2, 1.5  # seconds of questions before the stop
LONGEST = 20.0
QUESTIONS = ("which song plays in rocky?", "list all montages of the 80s", "who sings eye of the tiger?", "top ten")
WAYS = ("message", "command")  # a channel takes one message after the other, commands are answered side by side


@dataclass(frozen=True, slots=True)
class Stop:
    """What became of the questions that were asked before a stop, and of the program."""

    asked: int
    lost: int
    exit_code: int
    seconds: float
    complaints: int  # lines of traceback and of tasks nobody waited for


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="of the checkout that is measured")
    parser.add_argument("--stops", type=int, default=STOPS, help="by each signal")
    options = parser.parse_args()
    chance = random.Random(8)  # noqa: S311  the same moments for every checkout
    stops = [
        stopped(options.root, each, chance.uniform(EARLIEST, LATEST)) for each in SIGNALS for _ in range(options.stops)
    ]
    print(report(stops))


def trials(each_signal: int = STOPS) -> Iterator[Trial]:
    """A row: answers underway when the program is stopped."""
    chance = random.Random(8)  # noqa: S311  the same moments every time
    stops = [stopped(ROOT, each, chance.uniform(EARLIEST, LATEST)) for each in SIGNALS for _ in range(each_signal)]
    lost = sum(stop.lost + stop.complaints for stop in stops)
    besides = f"{len(stops)} stops, the longest took {max(stop.seconds for stop in stops):.1f} s"
    yield Trial("Answers underway at a stop", sum(stop.asked for stop in stops), lost, "benchmarks.stops", besides)


def stopped(root: Path, number: signal.Signals, after: float) -> Stop:
    """Asks for so many seconds, then stops the program."""
    with Loopback(seconds=SECONDS) as discord, discord.program("run", root=root) as program:
        discord.wait_until_ready()
        asked = _ask(discord, after)
        program.send_signal(number)
        begun = time.monotonic()
        _, errors = program.communicate(timeout=LONGEST)
        complaints = sum(line.startswith((b"Traceback", b"Task ")) for line in errors.splitlines())
        lost = len(asked - discord.answered)
        return Stop(len(asked), lost, program.returncode, time.monotonic() - begun, complaints)


def _ask(discord: Loopback, seconds: float) -> set[str]:
    end = time.monotonic() + seconds
    asked: set[str] = set()
    for author, (question, way) in enumerate(cycle(product(QUESTIONS, WAYS)), 100):
        asked.add(
            discord.say(f"<@{BOT_ID}> {question}", author)
            if way == "message"
            else discord.command("ask", question=question)
        )
        time.sleep(PAUSE)
        if time.monotonic() > end:
            break
    return asked


def report(stops: list[Stop]) -> str:
    codes = ", ".join(f"{code} ({times} times)" for code, times in Counter(stop.exit_code for stop in stops).items())
    return (
        f"{sum(stop.lost > 0 for stop in stops)} of {len(stops)} stops lost an answer: "
        f"{sum(stop.lost for stop in stops)} of {sum(stop.asked for stop in stops)} answers.\n"
        f"Exit codes: {codes}. Longest end: {max(stop.seconds for stop in stops):.2f} s. "
        f"Complaints: {sum(stop.complaints for stop in stops)}."
    )


if __name__ == "__main__":
    main()
