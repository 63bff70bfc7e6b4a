"""A bot that runs against a Discord of its own on this computer, and what can be seen of it from outside."""

from __future__ import annotations

import resource
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from benchmarks.loopback import ROOT, Loopback
from bot.knowledge.model import Montage

__all__ = ["Ask", "Bot", "picked", "running", "start_seconds"]

#: Seconds until a bot makes ready what its first answer did not need; processor seconds a second of one at rest.
AT_LEAST_READY, AT_REST = 4.0, 0.02
#: Seconds that a start may take on a machine that others use, too.
LONGEST_START = 120.0
#: Of its log, which somebody has to read, or it waits for that in the end.
LAST_LINES = 1000
PAGE = resource.getpagesize() / 1e6
#: A way to ask about a montage; the id of what was asked.
Ask: TypeAlias = Callable[[Loopback, Montage], str]


def picked(discord: Loopback, about: Montage) -> str:
    """The command for a film's song, as an autocomplete submits it."""
    return discord.command("song", film=about.film.id)


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that runs, and the Discord it runs against."""

    discord: Loopback
    process: int
    log: deque[bytes] = field(default_factory=lambda: deque(maxlen=LAST_LINES))

    def seconds(self, ask: Ask, about: Montage) -> float:
        """That one question waited for its answer."""
        (waited,) = self.discord.inbox.waited([ask(self.discord, about)])
        return waited

    def rate(self, ask: Ask, every: Iterable[Montage]) -> float:
        """Answers a second, when all is asked at once."""
        with self.discord.at_once():
            given = [ask(self.discord, about) for about in every]
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
def running(module: str, cache: Path, first: Montage, root: Path = ROOT) -> Iterator[Bot]:
    """The bot once it has come to rest after its start; what it keeps for a later one lies in the cache."""
    kept = str(cache)
    with (
        Loopback() as discord,
        discord.program("run", root=root, module=module, XDG_CACHE_HOME=kept, XDG_DATA_HOME=kept) as program,
    ):
        discord.wait_until_ready(LONGEST_START)
        bot = Bot(discord, program.pid)
        threading.Thread(target=bot.log.extend, args=[program.stderr], daemon=True).start()
        bot.seconds(picked, first)
        bot.come_to_rest()
        yield bot


def start_seconds(module: str, cache: Path, first: Montage) -> float:
    """From the start of the process to its first answer, which is asked for as soon as it can be."""
    with Loopback() as discord:
        begun = time.monotonic()
        with discord.program("run", module=module, XDG_CACHE_HOME=str(cache), XDG_DATA_HOME=str(cache)):
            discord.wait_until_ready(LONGEST_START)
            question = picked(discord, first)
            discord.inbox.waited([question])
            return discord.inbox.arrivals[question] - begun
