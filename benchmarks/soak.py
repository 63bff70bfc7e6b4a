"""Whether memory stays flat: questions of words nobody knows, ever new conversations, and answers shown to one alone.

Prints what the process holds after every tenth of each, and how much that grew since it first was full.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import string
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import simcord

from benchmarks.growth import resident_memory
from benchmarks.items import question_files, questions_in
from benchmarks.samples import spread
from bot.answers.guide import Guide
from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.discord_app.client import MontageBot
from bot.discord_app.pace import SECONDS
from bot.knowledge.loading import default_directory, load

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


class Soak:
    """Memory noted while something is done again and again."""

    def __init__(self, what: str, times: int) -> None:
        self._what, self._times = what, times
        self._full = 0.0
        self.grown = 0.0

    def note(self, done: int) -> None:
        """To be called after each time."""
        if done % max(1, self._times // 10) and done != min(FULL, self._times // 2):
            return
        gc.collect()
        memory = resident_memory()
        if done >= min(FULL, self._times // 2):
            self._full = self._full or memory
            self.grown = memory - self._full
        print(f"{done} {self._what}: {memory:.1f} MB", flush=True)


def asked(guide: Guide, times: int, known: Sequence[str]) -> float:
    """MB grown by so many questions, each in a conversation of its own."""
    fuzz, soak = Fuzz(known), Soak("questions", times)
    for number in range(times):
        guide.ask(fuzz.question(number), f"channel:{number}")
        soak.note(number + 1)
    return soak.grown


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


async def answered_privately(guide: Guide, times: int, known: Sequence[str]) -> float:
    """MB grown by so many answers that only who asked can see, given through Discord's own library."""
    soak = Soak("private answers", times)
    with TemporaryDirectory() as folder:
        store = Store.at(Address(Path(folder) / "soak.sqlite3"))
        bot = MontageBot(guide, store, shard_count=1)
        async with store, simcord.run(bot) as env:
            await bot.tree.sync()
            await _asked_privately(env, times, known, soak)
    return soak.grown


def _forget(env: simcord.Env) -> None:
    """Discord's own records are none of the bot's memory."""
    backend = env.backend
    backend.http_requests.clear()
    backend.transcript.clear()
    for kept in (*backend.messages.values(), backend.interactions, backend.interaction_tokens):
        kept.clear()


def main(arguments: Sequence[str] | None = None) -> None:
    """Soaks and says by how much memory grew; fails when that is too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200_000)
    parser.add_argument("--private", type=int, default=20_000)
    options = parser.parse_args(arguments)
    guide = Guide(load(default_directory()))
    guide.warm()
    known = spread(questions_in(question_files()), KNOWN)
    soaks: tuple[Callable[[], float], ...] = (
        lambda: asyncio.run(answered_privately(guide, options.private, known)),
        lambda: asked(guide, options.questions, known),
    )
    grown = [soak() for soak in soaks]
    print(f"Grown since full: {grown[0]:.1f} MB by private answers, {grown[1]:.1f} MB by questions.")
    assert max(grown) <= MOST_GROWN, f"at most {MOST_GROWN} MB were wanted"


if __name__ == "__main__":
    main()
