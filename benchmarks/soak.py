"""Whether memory stays flat: a crowd over real sockets, questions of words nobody knows, answers shown to one alone.

Prints what the process holds after every tenth of each, and how much that grew since it first was full.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import string
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import simcord

from benchmarks.bots import running
from benchmarks.crowd import Crowd
from benchmarks.growth import resident_memory
from benchmarks.items import question_files, questions_in
from benchmarks.loopback import OURS
from benchmarks.page import Part, add_output, write_part
from benchmarks.samples import spread
from benchmarks.tables import Bar, bar_table, measured_on, table
from bot.answers.guide import Guide
from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.discord_app.client import MontageBot
from bot.discord_app.pace import SECONDS
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Montage

SEED = 8
#: New words of a question; some are as long as a message allows.
WORDS, LONGEST = 40, 495
#: What is asked often enough is full after so many; from then on nothing may grow by more MB than these.
FULL, MOST_GROWN = 20_000, 10
#: Questions of the files that are asked among those nobody can answer: each fills what a conversation keeps.
KNOWN = 500


class Fuzz:
    """Questions of new words, every tenth one of those known, and every hundredth with a word as long as a message."""

    def __init__(self, known: Sequence[str]) -> None:
        self._known = known
        self._chance = random.Random(SEED)  # noqa: S311 - makes words, guards nothing

    def question(self, number: int) -> str:
        if self._known and number % 10 == 0:
            return self._known[number // 10 % len(self._known)]
        words = [self._word(self._chance.randint(3, 12)) for _ in range(WORDS)]
        return " ".join([*words, self._word(LONGEST)] if number % 100 == 1 else words)

    def _word(self, letters: int) -> str:
        return "".join(self._chance.choices(string.ascii_lowercase, k=letters))


def _own_memory() -> float:
    gc.collect()
    return resident_memory()


class Soak:
    """Memory noted while something is done again and again."""

    def __init__(self, what: str, times: int, memory: Callable[[], float] = _own_memory) -> None:
        self.what, self._memory = what, memory
        self._full_after = min(FULL, times // 2)
        self._each = max(1, times // 10)
        self._due = min(self._each, self._full_after)
        self._full = 0.0
        self.grown = 0.0
        self.notes: list[tuple[int, float]] = []

    def note(self, done: int) -> None:
        """To be called after each time, or after some."""
        if done < self._due:
            return
        memory = self._memory()
        if done >= self._full_after:
            self._full = self._full or memory
            self.grown = memory - self._full
        following = (done // self._each + 1) * self._each
        self._due = min(following, self._full_after) if done < self._full_after else following
        self.notes.append((done, memory))
        print(f"{done} {self.what}: {memory:.1f} MB", flush=True)

    @property
    def bar(self) -> Bar:
        done = self.notes[-1][0] if self.notes else 0
        return Bar(f"{done:,} {self.what}: grown after the first {self._full_after:,}", self.grown, MOST_GROWN, "MB")


def crowded(times: int, montages: Sequence[Montage], known: Sequence[str]) -> Soak:
    """What the bot holds while a crowd does so much on a Discord of our own, over real sockets."""
    numbers, done, begun = count(), 0, time.monotonic()
    fuzz = Fuzz(())
    with TemporaryDirectory() as cache, running(OURS, Path(cache), montages[0]) as bot:
        crowd = Crowd(bot.discord, montages, known, lambda: fuzz.question(next(numbers)))
        soak = Soak("interactions", times, lambda: bot.megabytes)
        while done < times:
            done += crowd.interact()
            soak.note(done)
        rate = done / (time.monotonic() - begun)
        complaints = [line.decode() for line in bot.log if b'"level":"INFO"' not in line]
    print(f"{rate:.0f} interactions a second, {crowd.unanswered} of all unanswered", flush=True)
    print(f"{len(complaints)} complaints among the last lines of the log", *complaints[-3:], flush=True)
    return soak


def asked(guide: Guide, times: int, known: Sequence[str]) -> Soak:
    """So many questions, each in a conversation of its own."""
    fuzz, soak = Fuzz(known), Soak("questions", times)
    for number in range(times):
        guide.ask(fuzz.question(number), f"channel:{number}")
        soak.note(number + 1)
    return soak


async def _asked_privately(env: simcord.Env, times: int, known: Sequence[str], soak: Soak) -> None:
    guild = env.create_guild("Movie Night")
    channel = guild.create_text_channel("montages")
    asker = guild.add_member(env.create_user("maya"))
    for number in range(times):
        question = known[number % len(known)]
        await asker.slash(channel, "montage ask", question=question[:100] or "rocky", private=True)
        _forget(env)
        await env.advance_time(SECONDS)  # nobody asks too fast
        soak.note(number + 1)


async def answered_privately(guide: Guide, times: int, known: Sequence[str]) -> Soak:
    """So many answers that only who asked can see, given through Discord's own library."""
    soak = Soak("private answers", times)
    with TemporaryDirectory() as folder:
        store = Store.at(Address(Path(folder) / "soak.sqlite3"))
        bot = MontageBot(guide, store, shard_count=1)
        async with store, simcord.run(bot) as env:
            await bot.tree.sync()
            await _asked_privately(env, times, known, soak)
    return soak


def _forget(env: simcord.Env) -> None:
    """Discord's own records are none of the bot's memory."""
    backend = env.backend
    backend.http_requests.clear()
    backend.transcript.clear()
    for kept in (*backend.messages.values(), backend.interactions, backend.interaction_tokens):
        kept.clear()


def section(soaks: Sequence[Soak]) -> str:
    rows = [(soak.what, f"{done:,}", f"{memory:.1f}") for soak in soaks for done, memory in soak.notes]
    shown = bar_table([soak.bar for soak in soaks]), table(("", "Done", "MB resident"), rows)
    return "\n\n".join((measured_on(), _HOW, *shown))


_HOW = """*Interactions* are commands, letters typed, clicks, votes, quizzes begun, played
and stopped, each by somebody new, with the program over real sockets; *questions* are of words nobody knows, in
ever new conversations; *private answers* go through a simulated Discord."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Soaks, says by how much memory grew, and puts it into the page; fails when that is too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--interactions", type=int, default=200_000, help="over real sockets; 0 leaves them out")
    parser.add_argument("--questions", type=int, default=200_000, help="0 leaves them out")
    parser.add_argument("--private", type=int, default=20_000, help="0 leaves them out")
    options = parser.parse_args(arguments)
    catalogue = load(default_directory())
    known = spread(questions_in(question_files()), KNOWN)
    soaks = [crowded(options.interactions, catalogue.montages, known)] if options.interactions else []
    soaks += _in_process(catalogue, options.private, options.questions, known)
    write_part(options.output, Part.MEMORY, "python -m benchmarks.soak", section(soaks))
    assert all(soak.bar.holds for soak in soaks), f"at most {MOST_GROWN} MB were wanted"


def _in_process(catalogue: Catalogue, private: int, questions: int, known: Sequence[str]) -> Iterator[Soak]:
    guide = Guide(catalogue)
    guide.warm()
    if private:
        yield asyncio.run(answered_privately(guide, private, known))
    if questions:
        yield asked(guide, questions, known)


if __name__ == "__main__":
    main()
