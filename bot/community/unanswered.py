"""Questions of a server that got "I don't know that one": counted, so that who runs it sees what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec import Struct

__all__ = ["LONGEST_QUESTION", "MOST_KEPT", "MOST_NOTED", "Unanswered", "cut", "superfluous"]

#: Characters of a question that are kept.
LONGEST_QUESTION = 100
#: Questions kept of a server: the least asked make room, oldest first, but never the newest, or none would get old.
MOST_KEPT, NEWEST = 100, 20
#: Questions of all servers that wait to be written, while the database is away; more are let go of.
MOST_NOTED = 1000

#: What may lead to a person: mentions, addresses, and numbers as long as Discord's ids.
_PERSONAL = re.compile(r"<[@#:/a][^<>]*>|\S*@\S*|\w+://\S*|\d{7,}")


class Unanswered(Struct, frozen=True):
    """A question, how often it was asked, and when last. Nobody knows by whom."""

    question: str
    times: int
    asked_at: datetime


def cut(text: str, fold: Callable[[str], str]) -> str:
    """What is kept of a question: folded, so that the same one counts as one, without what leads to a person, and cut
    behind a word."""
    folded = fold(_PERSONAL.sub(" ", text))
    if len(folded) <= LONGEST_QUESTION:
        return folded
    whole, _, _ = folded[: LONGEST_QUESTION + 1].rpartition(" ")
    return whole or folded[:LONGEST_QUESTION]


def superfluous(kept: Iterable[Unanswered]) -> tuple[str, ...]:
    """The questions of a server that are not kept any longer."""
    newest_first = sorted(kept, key=lambda each: each.asked_at, reverse=True)
    most_first = sorted(newest_first[NEWEST:], key=lambda each: -each.times)
    return tuple(each.question for each in most_first[MOST_KEPT - NEWEST :])
