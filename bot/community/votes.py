"""Votes for montages: who cast one, what a second click means, and who stands where. Pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import sqrt

from msgspec import Struct

__all__ = [
    "FEWEST_SERVERS",
    "FEWEST_VOTERS",
    "FEWEST_VOTERS_OF_ALL",
    "Ballot",
    "Counted",
    "Place",
    "Poll",
    "Tally",
    "is_taken_back",
    "lower_bound",
    "places_of",
]

#: Voters a montage needs before a server's ranking places it.
FEWEST_VOTERS = 3
#: The same of the ranking of all servers, and from how many servers they have to come.
FEWEST_VOTERS_OF_ALL, FEWEST_SERVERS = 5, 2
#: Two clicks within this time are one.
DOUBLE_CLICK = timedelta(seconds=1)
#: Standard deviations on each side of an interval of 95 %.
Z = 1.96


class Ballot(Struct, frozen=True):
    """Whose vote it is, and for what: there is at most one such vote."""

    server: int
    montage: str
    user: int


class Counted(Struct, frozen=True):
    """What a click has come to: whether the vote stands, and how many the montage has on the server now."""

    voted: bool
    votes: int


class Tally(Struct, frozen=True):
    """How many voted for a montage, of how many who voted at all where it has a vote, and on how many servers."""

    montage: str
    votes: int
    voters: int
    servers: int = 1


class Poll(Struct, frozen=True):
    """Every montage with a vote, and how many people voted; on one server or on all of them."""

    people: int
    tallies: tuple[Tally, ...]


class Place(Struct, frozen=True):
    """A place in a ranking; montages that nothing tells apart share one."""

    number: int
    tally: Tally


def is_taken_back(cast_at: datetime, clicked_at: datetime) -> bool:
    """Whether a click on a vote that stands takes it back; the second half of a double click does not."""
    return abs(clicked_at - cast_at) > DOUBLE_CLICK


def places_of(tallies: Iterable[Tally], fewest_voters: int, fewest_servers: int = 1) -> tuple[Place, ...]:
    """The ranking of what enough people voted for, by `lower_bound`, then by votes."""
    enough = (each for each in tallies if each.votes >= fewest_voters and each.servers >= fewest_servers)
    ordered = sorted(enough, key=lambda each: (*_worse(each), each.montage))
    places: list[Place] = []
    for position, tally in enumerate(ordered, 1):
        tied = bool(places) and _worse(places[-1].tally) == _worse(tally)
        places.append(Place(places[-1].number if tied else position, tally))
    return tuple(places)


def lower_bound(votes: int, voters: int) -> float:
    """The share of voters that a montage has at the least, with a confidence of 95 %.

    The lower end of the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
    inference", Journal of the American Statistical Association 22 (1927), 209–212.
    """
    if voters == 0:
        return 0.0
    share, weight = votes / voters, Z * Z / voters
    spread = Z * sqrt((share * (1 - share) + weight / 4) / voters)
    return (share + weight / 2 - spread) / (1 + weight)


def _worse(tally: Tally) -> tuple[float, int]:
    """The lower, the better."""
    return -lower_bound(tally.votes, tally.voters), -tally.votes
