"""Our bot beside the least one of discord.py, over the same real sockets: the section of docs/speed.md on Discord.

Each bot has a Discord of its own on this computer. They take turns, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.items import ROOT
from benchmarks.loopback import OURS, Loopback
from benchmarks.speed import BESIDE_THE_LEAST, process_times
from benchmarks.tables import Bar, bar_table, machine, table, write_section
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Film

LEAST = "benchmarks.least"
#: How often every film is asked for, and how often each process is started.
ROUNDS, STARTS = 3, 15
#: Commands that are given at once, and how often in each round every film is among some: a burst is over in a moment.
BURST, BURSTS = 100, 5
#: Seconds until a bot makes ready what its first answer did not need; processor seconds a second of one at rest.
AT_LEAST_READY, AT_REST = 4.0, 0.02
QUESTION = "What song plays when Rocky runs up the steps?"
PAGE = resource.getpagesize() / 1e6


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that runs, and the Discord it runs against."""

    discord: Loopback
    process: int

    def seconds(self, film: str) -> float:
        """That one command waited for its answer."""
        (waited,) = self.discord.inbox.waited([self.discord.command("song", film=film)])
        return waited

    def rate(self, films: Sequence[str]) -> float:
        """Commands a second, given at once."""
        given = self.discord.commands("song", "film", films)
        self.discord.inbox.waited(given)
        told, arrivals = self.discord.inbox.told, self.discord.inbox.arrivals
        return len(given) / (max(arrivals[each] for each in given) - told[given[0]])

    def come_to_rest(self) -> None:
        """Waits until what is made ready after the start is there."""
        time.sleep(AT_LEAST_READY)
        busy = AT_REST
        while busy >= AT_REST:
            before = self.processor_seconds
            time.sleep(1.0)
            busy = self.processor_seconds - before

    @property
    def megabytes(self) -> float:
        return int(Path(f"/proc/{self.process}/statm").read_text().split()[1]) * PAGE

    @property
    def processor_seconds(self) -> float:
        threads = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads) / 1e9


@contextmanager
def running(module: str, cache: Path) -> Iterator[Bot]:
    """The bot once it has come to rest after its start; what it keeps for a later one lies in the cache."""
    with Loopback() as discord, discord.program("run", module=module, XDG_CACHE_HOME=str(cache)) as program:
        discord.wait_until_ready()
        bot = Bot(discord, program.pid)
        bot.seconds("rocky-1976")
        bot.come_to_rest()
        yield bot


def start_seconds(module: str, cache: Path) -> float:
    """From the start of the process to its first answer, which is asked for as soon as it can be."""
    with Loopback() as discord:
        begun = time.monotonic()
        with discord.program("run", module=module, XDG_CACHE_HOME=str(cache)):
            discord.wait_until_ready()
            question = discord.command("song", film="rocky-1976")
            discord.inbox.waited([question])
            return discord.inbox.arrivals[question] - begun


@dataclass(frozen=True, slots=True)
class Pair:
    """What was measured of ours and of the least bot, each the median of what was measured in turns."""

    ours: float
    least: float

    @property
    def times(self) -> float:
        return self.ours / self.least


def by_turns(ours: Callable[[], float], least: Callable[[], float], rounds: int) -> Pair:
    measured = [(ours(), least()) for _ in range(rounds)]
    return Pair(median(one for one, _ in measured), median(other for _, other in measured))


@dataclass(frozen=True, slots=True)
class Answering:
    """How two bots answer: seconds that one command waits, processor seconds of it, and commands a second."""

    waits: Pair
    processor: Pair
    rate: Pair


def answering(ours: Bot, least: Bot, films: Sequence[str], rounds: int) -> Answering:
    """Both asked for every film, one command after the other and many at once, in turns."""
    before = ours.processor_seconds, least.processor_seconds
    waited = [(ours.seconds(film), least.seconds(film)) for _ in range(rounds) for film in films]
    spent = (ours.processor_seconds - before[0], least.processor_seconds - before[1])
    bursts = [films[at : at + BURST] for at in range(0, len(films), BURST)]
    rates = [(ours.rate(burst), least.rate(burst)) for _ in range(BURSTS * rounds) for burst in bursts]
    return Answering(
        Pair(*(median(each) for each in zip(*waited, strict=True))),
        Pair(*(each / len(waited) for each in spent)),
        Pair(*(median(each) for each in zip(*rates, strict=True))),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is measured: waits and starts in seconds, memory in MB."""

    picked: Answering
    typed: Answering
    start: Pair
    memory: Pair
    ask: Pair


def figures(films: Sequence[Film], rounds: int, starts: int) -> Figures:
    """Measures; what is kept for a start is there, as an earlier one left it."""
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        for module in (OURS, LEAST):
            start_seconds(module, cache)
        with running(OURS, cache) as ours, running(LEAST, cache) as least:
            picked = answering(ours, least, [film.id for film in films], rounds)
            typed = answering(ours, least, [film.title for film in films], rounds)
            memory = Pair(ours.megabytes, least.megabytes)
        start = by_turns(lambda: start_seconds(OURS, cache), lambda: start_seconds(LEAST, cache), starts)
        ask = by_turns(
            lambda: process_times(("-m", "bot", "ask", QUESTION), cache)[1] / 1000,
            lambda: process_times(("-c", "import discord"), cache)[1] / 1000,
            starts,
        )
    return Figures(picked, typed, start, memory, ask)


def bars(measured: Figures) -> list[Bar]:
    """What was wanted."""
    picked, typed = measured.picked, measured.typed
    more = measured.memory.ours - measured.memory.least
    return [
        Bar("a picked film: median wait", picked.waits.times, 1.35, "times"),
        Bar("picked films at once: rate", picked.rate.times, 0.65, "times", at_least=True),
        Bar("a typed title: median wait", typed.waits.times, 1.5, "times"),
        Bar("typed titles at once: rate", typed.rate.times, 0.6, "times", at_least=True),
        Bar("start, up to the first answer", measured.start.times, 1.6, "times"),
        Bar("memory, beyond the least bot's", more, 45, "MB"),
        Bar("`ask`, from nothing to its answer, beside `import discord`", measured.ask.times, 0.65, "times"),
    ]


def rows(measured: Figures) -> Iterator[tuple[str, str, str, str]]:
    """The figures that the ratios are of."""
    for what, each in (("a picked film", measured.picked), ("a typed title", measured.typed)):
        yield _row(f"{what}: median wait, ms", each.waits, 1000)
        yield _row(f"{what}: processor time, ms", each.processor, 1000)
        yield _row(f"{what}, many at once: commands a second", each.rate, 1, 0)
    yield _row("start, up to the first answer, ms", measured.start, 1000, 0)
    yield _row("memory, MB", measured.memory, 1, 0)
    yield _row("`ask`, and `import discord`, ms", measured.ask, 1000, 0)


def _row(what: str, pair: Pair, factor: float, digits: int = 2) -> tuple[str, str, str, str]:
    return what, f"{factor * pair.ours:.{digits}f}", f"{factor * pair.least:.{digits}f}", f"{pair.times:.2f}"


_HOW = """Measured on {machine}, in one run: both bots take turns. The least bot is `benchmarks/least.py`: it answers
`/montage song` with one fixed sentence. Each has a Discord of its own on this computer, which speaks gateway and REST
over sockets (`benchmarks/loopback.py`), and is asked for each of {films} films {rounds} times, one command after the
other, and {bursts} times as often with {burst} at once; medians. A wait is from the moment Discord tells of a command
until its answer is there. *Picked* is what an autocomplete submits, *typed* a title as it stands. Starts are medians of
{starts}, up to the answer to a command that is given as soon as the gateway is open; bytecode and what is kept for
later starts are there. Memory is what is resident after all that was asked. While that ran, {load:.1f} processes on
average wanted one of {cores}: when they are more than there are cores, the bots wait for others, too, and the rates
say least."""


def section(measured: Figures, films: int, rounds: int, starts: int) -> str:
    load, cores = os.getloadavg()[0], os.cpu_count()
    how = _HOW.format(
        machine=machine(),
        films=films,
        rounds=rounds,
        burst=BURST,
        bursts=BURSTS,
        starts=starts,
        load=load,
        cores=cores,
    )
    return "\n\n".join((how, bar_table(bars(measured)), table(("", "Ours", "Least", "Times"), rows(measured))))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the section and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "speed.md")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that every film is asked for")
    parser.add_argument("--starts", type=int, default=STARTS, help="starts of which the median is taken")
    parser.add_argument("--films", type=int, help="films that are asked for; all when left out")
    options = parser.parse_args(arguments)
    films = load(default_directory()).films[: options.films]
    body = section(figures(films, options.rounds, options.starts), len(films), options.rounds, options.starts)
    write_section(options.output, BESIDE_THE_LEAST, "python -m benchmarks.gateway", body)


if __name__ == "__main__":
    main()
