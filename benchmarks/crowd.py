"""What a crowd does on Discord, each of it somebody new: commands, letters typed, clicks, votes and quizzes."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from benchmarks.loopback import Loopback
from bot.knowledge.model import Montage

__all__ = ["BATCH", "Crowd"]

SEED = 12
#: What is done at once.
BATCH = 25
#: How much of it is of each kind, of so many.
SHARES: Mapping[str, int] = {
    "song": 25,
    "typed": 10,
    "ask": 18,
    "nonsense": 2,
    "typing": 20,
    "click": 10,
    "page": 3,
    "vote": 10,
    "press": 10,
}
#: Batches from the beginning of a quiz to the moment it is stopped; in the other channel none is stopped.
STOPPED_AFTER, PRESSED_IN, PLAYED_IN = 20, "3", "4"
OPTIONS, LONGEST_TYPED = 4, 8
#: Seconds; Discord itself takes no answer after three.
LONGEST_WAIT = 6.0


class Crowd:
    """Does all that again and again, and waits for each answer."""

    def __init__(
        self, discord: Loopback, montages: Sequence[Montage], known: Sequence[str], nonsense: Callable[[], str]
    ) -> None:
        self._discord, self._montages = discord, montages
        self._chance = random.Random(SEED)  # noqa: S311 - chooses, guards nothing
        self._quiz, self._starter, self._batches = "", 0, 0
        self.unanswered = 0
        self._ways: Mapping[str, Callable[[Montage], str]] = {
            "song": lambda about: discord.command("song", film=about.film.id),
            "typed": lambda about: discord.command("film", song=about.songs[0].title if about.songs else "Maniac"),
            "ask": lambda _: discord.command("ask", question=self._chance.choice(known)),
            "nonsense": lambda _: discord.command("ask", question=nonsense()),
            "typing": lambda about: discord.type(
                "song", "film", about.film.title[: self._chance.randint(1, LONGEST_TYPED)]
            ),
            "click": lambda about: discord.click(f"montage:{self._chance.choice(['more', 'sources'])}:v1:{about.id}"),
            "page": lambda _: discord.click("montage:go:v1:n2:consensus"),
            "vote": lambda about: discord.click(f"montage:vote:v1:{about.id}"),
            "press": lambda _: discord.click(f"montage:quiz:v1:{self._quiz}:1:{self._chance.randrange(OPTIONS)}"),
        }

    def interact(self) -> int:
        """Does a batch of it, and returns how many that were once all are answered."""
        done = 0
        if self._batches % STOPPED_AFTER == 0:
            done += self._begin_anew()
        self._batches += 1
        kinds = self._chance.choices([*SHARES], [*SHARES.values()], k=BATCH)
        with self._discord.at_once():
            asked = [self._ways[kind](self._chance.choice(self._montages)) for kind in kinds]
        self._wait_for(asked)
        self._discord.inbox.forget()
        return done + len(asked)

    def _begin_anew(self) -> int:
        """The quiz that runs is stopped by its starter, and another begun; in the other channel too, if none runs."""
        asked: list[str] = []
        if self._quiz:
            asked.append(self._discord.click(f"montage:quiz-stop:v1:{self._quiz}", author=self._starter))
            self._wait_for(asked)
        self._starter += 1
        self._quiz = self._discord.command("quiz", author=self._starter, channel=PRESSED_IN)
        asked += [self._quiz, self._discord.command("quiz", channel=PLAYED_IN)]
        self._wait_for(asked)
        return len(asked)

    def _wait_for(self, asked: Sequence[str]) -> None:
        """On a machine that is too busy, Discord takes an answer no more: that is counted, and no end of it."""
        self.unanswered += self._discord.inbox.unanswered(asked, LONGEST_WAIT)
