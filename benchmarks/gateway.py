"""Our bot beside the least one of discord.py, over the same real sockets: a part of docs/performance.md.

Each bot has a Discord of its own on this computer. They take turns, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bots import Ask, Bot, picked, running, start_seconds
from benchmarks.loopback import OURS
from benchmarks.page import Part, add_output, write_part
from benchmarks.speed import process_times
from benchmarks.tables import Bar, bar_table, machine, table
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Montage

LEAST = "benchmarks.least"
#: How often every film is asked for, and how often each process is started.
ROUNDS, STARTS = 3, 15
#: What is asked at once, and how often in each round every film is among it: a burst is over in a moment.
BURST, BURSTS = 100, 5
#: Votes at once: each of them is on the disk before it is answered, one after the other.
VOTES_AT_ONCE = 20
QUESTION = "What song plays when Rocky runs up the steps?"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to come to the bot, and what is wanted of it: at most so many times the least bot's wait, and at least so
    much of its rate."""

    name: str
    ask: Ask
    wait: float | None = None
    rate: float | None = None
    at_once: int = BURST


COMMANDS = (
    Way("a picked film", picked, 1.35, 0.65),
    Way("a typed title", lambda discord, about: discord.command("song", film=about.film.title), 1.5, 0.6),
)
OTHERS = (
    Way("letters typed", lambda discord, about: discord.type("song", "film", about.film.title[:4])),
    Way("a question", lambda discord, about: discord.command("ask", question=f"which song is in {about.film.title}?")),
    Way("a vote", lambda discord, about: discord.click(f"montage:vote:v1:{about.id}"), at_once=VOTES_AT_ONCE),
)


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


def answering(way: Way, ours: Bot, least: Bot, montages: Sequence[Montage], rounds: int) -> Answering:
    """Both asked about every montage, one question after the other and many at once, in turns."""
    before = ours.processor_seconds, least.processor_seconds
    waited = [(ours.seconds(way.ask, each), least.seconds(way.ask, each)) for _ in range(rounds) for each in montages]
    spent = (ours.processor_seconds - before[0], least.processor_seconds - before[1])
    bursts = [montages[at : at + way.at_once] for at in range(0, len(montages), way.at_once)]
    rates = [
        (ours.rate(way.ask, burst), least.rate(way.ask, burst)) for _ in range(BURSTS * rounds) for burst in bursts
    ]
    return Answering(
        Pair(*(median(each) for each in zip(*waited, strict=True))),
        Pair(*(each / len(waited) for each in spent)),
        Pair(*(median(each) for each in zip(*rates, strict=True))),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is measured: waits and starts in seconds, memory in MB."""

    ways: Mapping[Way, Answering]
    start: Pair
    memory: Pair  # after the commands that no words have to be read for
    memory_in_the_end: Pair
    ask: Pair


def figures(montages: Sequence[Montage], rounds: int, starts: int) -> Figures:
    """Measures; what is kept for a start is there, as an earlier one left it."""
    first = montages[0]
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        for module in (OURS, LEAST):
            with running(module, cache, first):
                pass
        with running(OURS, cache, first) as ours, running(LEAST, cache, first) as least:
            ways = {way: answering(way, ours, least, montages, rounds) for way in COMMANDS}
            memory = Pair(ours.megabytes, least.megabytes)
            ways |= {way: answering(way, ours, least, montages, rounds) for way in OTHERS}
            in_the_end = Pair(ours.megabytes, least.megabytes)
        start = by_turns(lambda: start_seconds(OURS, cache, first), lambda: start_seconds(LEAST, cache, first), starts)
        ask = by_turns(
            lambda: process_times(("-m", "bot", "ask", QUESTION), cache)[1] / 1000,
            lambda: process_times(("-c", "import discord"), cache)[1] / 1000,
            starts,
        )
    return Figures(ways, start, memory, in_the_end, ask)


def bars(measured: Figures) -> Iterator[Bar]:
    """What was wanted."""
    for way, each in measured.ways.items():
        yield Bar(f"{way.name}: median wait", each.waits.times, way.wait, "times")
        yield Bar(f"{way.name}, many at once: rate", each.rate.times, way.rate, "times", at_least=True)
    yield Bar("start, up to the first answer", measured.start.times, 1.6, "times")
    yield Bar("memory, beyond the least bot's", measured.memory.ours - measured.memory.least, 45, "MB")
    yield Bar("`ask`, from nothing to its answer, beside `import discord`", measured.ask.times, 0.65, "times")


def rows(measured: Figures) -> Iterator[tuple[str, str, str, str]]:
    """The figures that the ratios are of."""
    for way, each in measured.ways.items():
        yield row(f"{way.name}: median wait, ms", each.waits, 1000)
        yield row(f"{way.name}: processor time, ms", each.processor, 1000)
        yield row(f"{way.name}, many at once: answers a second", each.rate, 1, 0)
    yield row("start, up to the first answer, ms", measured.start, 1000, 0)
    yield row("memory after the films, MB", measured.memory, 1, 0)
    yield row("memory after all of it, MB", measured.memory_in_the_end, 1, 0)
    yield row("`ask`, and `import discord`, ms", measured.ask, 1000, 0)


def row(what: str, pair: Pair, factor: float, digits: int = 2) -> tuple[str, str, str, str]:
    return what, f"{factor * pair.ours:.{digits}f}", f"{factor * pair.least:.{digits}f}", f"{pair.times:.2f}"


_HOW = """Measured on {machine}, in one run: both bots take turns.
The least bot is `benchmarks/least.py`: it answers
each with one fixed sentence, offers what was typed, and thanks for a vote without keeping it. Each has a Discord of its
own on this computer, which speaks gateway and REST over sockets (`benchmarks/loopback.py`), and is asked about each of
{films} films {rounds} times, one question after the other, and {bursts} times as often with {burst} at once ({votes}
votes); medians. A wait is from the moment Discord tells of a question until its answer is there. *Picked* is what an
autocomplete submits, *typed* a title as it stands, *a question* is put in words to `/montage ask`; a vote is kept in
SQLite, and on the disk before it is confirmed. Starts are medians of {starts}, up to the answer to a command that is
given as soon as the gateway is open; bytecode and what is kept for later starts are there. Memory is what is resident
after all films were asked for. While that ran, {load:.1f} processes on average wanted one of {cores}: when they are
more than there are cores, the bots wait for others, too, and the rates say least."""


def section(measured: Figures, films: int, rounds: int, starts: int) -> str:
    how = _HOW.format(
        machine=machine(),
        films=films,
        rounds=rounds,
        burst=BURST,
        bursts=BURSTS,
        votes=VOTES_AT_ONCE,
        starts=starts,
        load=os.getloadavg()[0],
        cores=os.cpu_count(),
    )
    return "\n\n".join((how, bar_table(bars(measured)), table(("", "Ours", "Least", "Times"), rows(measured))))


def one_of_each_film(catalogue: Catalogue) -> list[Montage]:
    """A montage of every film there is."""
    return [catalogue.montages_of(film)[0] for film in catalogue.films]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that every film is asked for")
    parser.add_argument("--starts", type=int, default=STARTS, help="starts of which the median is taken")
    parser.add_argument("--films", type=int, help="films that are asked for; all when left out")
    options = parser.parse_args(arguments)
    montages = one_of_each_film(load(default_directory()))[: options.films]
    body = section(figures(montages, options.rounds, options.starts), len(montages), options.rounds, options.starts)
    write_part(options.output, Part.BESIDE_THE_LEAST, "python -m benchmarks.gateway", body)


if __name__ == "__main__":
    main()
