"""Duels: two montages, one vote a member until it closes, and what the result does to their ratings. Pure rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from random import Random

from msgspec import Struct, field

__all__ = [
    "LONGEST_MINUTES",
    "MOST_OPEN",
    "USUAL_MINUTES",
    "Choice",
    "Duel",
    "Rating",
    "Score",
    "Settled",
    "Side",
    "Verdict",
    "closing_time",
    "drawn",
    "is_over",
    "may_close",
    "rated",
    "standing",
    "verdict",
]

#: How long a duel goes on when nobody says, and at the longest: a day.
USUAL_MINUTES, LONGEST_MINUTES = 10, 24 * 60
#: Duels that may go on at once on a server.
MOST_OPEN = 5

#: What is thought of a montage before its first duel.
MEAN, DEVIATION = 25.0, 25.0 / 3
#: How a rating is told: everybody begins with so many points, and a standard deviation is worth so many.
FIRST_POINTS, POINTS = 1000, 24


class Side(IntEnum):
    """One of the two; the numbers are kept, and part of custom ids."""

    FIRST = 1
    SECOND = 2


class Score(Struct, frozen=True):
    """How many were for each."""

    first: int = 0
    second: int = 0

    @property
    def voters(self) -> int:
        return self.first + self.second

    @property
    def winner(self) -> Side | None:
        """The side more were for; None for a draw."""
        if self.first == self.second:
            return None
        return Side.FIRST if self.first > self.second else Side.SECOND


class Duel(Struct, frozen=True):
    """A duel as it stands; who started it is known until it closes, the score from then on."""

    id: int
    server: int
    first: str
    second: str
    starter: int | None
    closes_at: datetime
    closed: bool = False
    score: Score = field(default_factory=Score)
    channel: int | None = None
    message: int | None = None

    def montage(self, side: Side) -> str:
        return self.first if side is Side.FIRST else self.second


class Choice(Struct, frozen=True):
    """What a member's click came to: whether it counts, whether it is another than before, and how many have chosen."""

    counts: bool
    changed: bool = False
    voters: int = 0


class Rating(Struct, frozen=True):
    """How strong a montage is thought to be on a server, and how sure that is."""

    mean: float = MEAN
    deviation: float = DEVIATION
    duels: int = 0

    @property
    def points(self) -> int:
        """What it is worth at the least, three deviations below the mean; whoever is new has the first points."""
        return round(FIRST_POINTS + POINTS * (self.mean - 3 * self.deviation))


class Settled(Struct, frozen=True):
    """A duel that is closed, all ratings of its server, and whether this very call has closed it."""

    duel: Duel
    ratings: Mapping[str, Rating]
    just_now: bool


class Verdict(StrEnum):
    """How a result goes with the critics' order."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDECIDED = "undecided"  # a draw, or equal ranks
    UNRANKED = "unranked"  # the critics do not place both


def drawn(pool: Sequence[str], chance: Random, first: str = "") -> tuple[str, str]:
    """Two different montages by chance, or the one that was named and another. The pool has at least two."""
    if first:
        return first, chance.choice([each for each in pool if each != first])
    one, other = chance.sample(pool, 2)
    return one, other


def closing_time(opened_at: datetime, minutes: int) -> datetime:
    """When a duel of that length ends."""
    return opened_at + timedelta(minutes=minutes)


def is_over(duel: Duel, at: datetime) -> bool:
    """Whether a click comes too late; until somebody closes it, a duel may be over and still open."""
    return duel.closed or at >= duel.closes_at


def may_close(duel: Duel, user: int, at: datetime) -> bool:
    """Whoever started it may close it at any time; when its time is over, whoever comes by."""
    return user == duel.starter or is_over(duel, at)


def rated(first: Rating, second: Rating, score: Score) -> tuple[Rating, Rating]:
    """What a result makes of two ratings; nothing when nobody voted.

    The model is that of Bradley and Terry in the form of R. C. Weng and C.-J. Lin, "A Bayesian Approximation Method for
    Online Ranking", Journal of Machine Learning Research 12 (2011), 267–300.
    """
    from openskill.models import BradleyTerryFull  # no answer has to wait for it

    if not score.voters:
        return first, second
    model = BradleyTerryFull()
    teams = [[model.rating(each.mean, each.deviation)] for each in (first, second)]
    ranks = [float(score.first < score.second), float(score.second < score.first)]
    (one,), (other,) = model.rate(teams, ranks=ranks)
    return Rating(one.mu, one.sigma, first.duels + 1), Rating(other.mu, other.sigma, second.duels + 1)


def standing(montage: str, ratings: Mapping[str, Rating]) -> int:
    """The place of a montage among all that duelled; equal points share one."""
    return 1 + sum(each.points > ratings[montage].points for each in ratings.values())


def verdict(duel: Duel, critics: Mapping[str, int]) -> Verdict:
    """How the result goes with the ranks that critics gave, the lower the better."""
    first, second = critics.get(duel.first), critics.get(duel.second)
    if first is None or second is None:
        return Verdict.UNRANKED
    if duel.score.winner is None or first == second:
        return Verdict.UNDECIDED
    preferred = Side.FIRST if first < second else Side.SECOND
    return Verdict.AGREES if duel.score.winner is preferred else Verdict.DISAGREES
