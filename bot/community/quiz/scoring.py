"""What an answer earns, and what of it counts: pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from bot.community.quiz.subjects import Verdict

__all__ = [
    "FEWEST_PLAYERS",
    "FIRST",
    "HARD",
    "HINT",
    "LATER",
    "MOST_TRIES",
    "Award",
    "Score",
    "Standing",
    "Try",
    "awards_of",
    "standings_of",
    "tried",
]

#: Points of the first right answer of a round and of each later one; more when typed, less after a hint.
FIRST, LATER, HARD, HINT = 5, 3, 2, 2
#: People who have to answer in a round for its points to count in the scores: nobody can farm alone.
FEWEST_PLAYERS = 2
#: A typed answer that comes close may be mended once.
MOST_TRIES = 2


class Try(Struct, frozen=True):
    """What somebody did in a round: there is at most one such row of each player."""

    member: int
    verdict: Verdict | None = None  # None while only the hint was taken
    answer: str = ""
    place: int = 0  # how many had answered by then, this answer included
    tries: int = 0
    hinted: bool = False

    @property
    def may_answer(self) -> bool:
        """One try each; who came close may mend it."""
        return self.verdict is None or (self.verdict is Verdict.CLOSE and self.tries < MOST_TRIES)


class Award(Struct, frozen=True):
    """The points of a right answer, and whether they count in the scores of the server."""

    member: int
    points: int
    counts: bool


class Score(Struct, frozen=True):
    """What somebody has earned, in a quiz or on a server, and with how many right answers."""

    member: int
    points: int
    right: int


class Standing(Struct, frozen=True):
    """A place among the scores; equal points share one."""

    number: int
    score: Score


def tried(before: Try, verdict: Verdict, answer: str, place: int) -> Try:
    """The row after another answer, which has to be allowed."""
    return Try(before.member, verdict, answer, place, before.tries + 1, before.hinted)


def awards_of(tries: Iterable[Try], *, hard: bool) -> tuple[Award, ...]:
    """What a round has earned whom, the first right answer first."""
    answered = [each for each in tries if each.verdict is not None]
    right = sorted((each for each in answered if each.verdict is Verdict.RIGHT), key=lambda each: each.place)
    counts = len({each.member for each in answered}) >= FEWEST_PLAYERS
    return tuple(Award(each.member, _points(each, number == 0, hard), counts) for number, each in enumerate(right))


def standings_of(scores: Iterable[Score]) -> Sequence[Standing]:
    """By points, then by fewer answers needed for them; only points decide who shares a place."""
    ordered = sorted(scores, key=lambda each: (-each.points, each.right, each.member))
    standings: list[Standing] = []
    for position, score in enumerate(ordered, 1):
        tied = bool(standings) and standings[-1].score.points == score.points
        standings.append(Standing(standings[-1].number if tied else position, score))
    return standings


def _points(each: Try, is_first: bool, hard: bool) -> int:
    return (FIRST if is_first else LATER) + (HARD if hard else 0) - (HINT if each.hinted else 0)
