"""Suggested montages: how what was typed is taken apart, and what moderators may decide. Pure rules."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bot.errors import MontageBotError

__all__ = [
    "LONGEST_FIELD",
    "LONGEST_TEXT",
    "MOST_APPROVED",
    "MOST_OPEN",
    "MOST_OPEN_OF_ONE",
    "Below",
    "Decision",
    "Facts",
    "State",
    "Suggestion",
    "facts_typed",
    "full",
    "line",
    "outcome_of",
    "with_film",
]

#: Characters of one line that is typed, and of what happens.
LONGEST_FIELD, LONGEST_TEXT = 200, 600
#: Suggestions that may wait for a decision, of one member and of all on a server; and how many may be approved there.
MOST_OPEN_OF_ONE, MOST_OPEN, MOST_APPROVED = 5, 50, 200

_FILM = re.compile(r"(?P<title>.+?)[\s,]*(?:\((?P<in_brackets>\d{4})\)|[\s,](?P<behind>\d{4}))")
#: The last dash that stands alone tells song and performer apart, and without any the last "by".
_SONG = re.compile(r"(?P<title>.+)\s[-–—]\s(?P<artist>.+)")
_SONG_BY = re.compile(r"(?P<title>.+)\sby\s(?P<artist>.+)", re.IGNORECASE)
_IMDB = re.compile(r"\btt\d{7,8}\b")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
NO_YEAR = "Write the film with the year it came out, so that it is told apart: Rocky IV (1985)."
NO_PERFORMER = "Write the song and who performs it with a dash between: Hearts on Fire – John Cafferty."
NO_IMDB = "Write the number in the film's address on IMDb, or the whole address: tt0089927."
TOO_MANY_OF_ONE = "You have {most} suggestions that wait for the moderators. Suggest more once they have decided."
TOO_MANY = "{most} suggestions wait for this server's moderators already. Suggest yours once they have decided some."
TOO_MANY_APPROVED = "This server has {most} montages of its own, which are the most. Take one out first."


class State(StrEnum):
    """Where a suggestion stands; the values are kept in the database."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"


class Decision(StrEnum):
    """What a moderator does; part of custom ids, so the values stay."""

    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"


class Facts(Struct, frozen=True):
    """What is said of a montage. Directors and the IMDb id may come later, from whoever reviews it."""

    film: str
    year: int
    song: str
    artist: str
    description: str
    kind: str
    url: str
    directors: tuple[str, ...] = ()
    imdb_id: str = ""


class Below(Struct, frozen=True):
    """The message below which something was said, so that it can be replied to."""

    channel: int
    message: int


class Suggestion(Struct, frozen=True):
    """A suggestion as it is kept."""

    number: int
    server: int
    member: int | None  # nobody once they had all that is kept of them deleted
    facts: Facts
    state: State
    decided_by: int | None = None
    decided_at: datetime | None = None
    below: Below | None = None


def outcome_of(state: State, decision: Decision) -> State | None:
    """What a decision makes of a suggestion; None where another one was faster, and it stands as it is."""
    match decision:
        case Decision.APPROVE:
            return State.APPROVED if state is State.OPEN else None
        case Decision.REJECT:
            return State.REJECTED if state is State.OPEN else None
        case Decision.REOPEN:
            return State.OPEN if state is not State.OPEN else None


def full(of_one: int, of_all: int) -> str:
    """Why one more suggestion cannot wait; empty where it can."""
    if of_one >= MOST_OPEN_OF_ONE:
        return TOO_MANY_OF_ONE.format(most=MOST_OPEN_OF_ONE)
    return TOO_MANY.format(most=MOST_OPEN) if of_all >= MOST_OPEN else ""


def facts_typed(film: str, song: str, description: str, url: str, kind: str) -> Facts:
    """The facts of what was typed into five fields. Raises MontageBotError with a sentence on each that will not do."""
    named = _FILM.fullmatch(line(film))
    heard = _SONG.fullmatch(line(song)) or _SONG_BY.fullmatch(line(song))
    problems = [*([] if named else [NO_YEAR]), *([] if heard else [NO_PERFORMER])]
    if named is None or heard is None:
        raise MontageBotError(" ".join(problems))
    address = line(url)
    found = _IMDB.search(address) if "imdb.com/" in address.casefold() else None
    return Facts(
        named["title"].strip(" ,"),
        int(named["in_brackets"] or named["behind"]),
        heard["title"].strip("\"“”'‘’ "),
        heard["artist"].strip(),
        line(description),
        kind,
        address,
        imdb_id=found[0] if found else "",
    )


def with_film(directors: str, imdb: str) -> tuple[tuple[str, ...], str]:
    """The directors and the IMDb id of what was typed. Raises MontageBotError."""
    found = _IMDB.search(line(imdb))
    if found is None:
        raise MontageBotError(NO_IMDB)
    return tuple(name for name in _BETWEEN_NAMES.split(line(directors)) if name), found[0]


def line(text: str) -> str:
    """What was typed as one line, without what cannot be seen."""
    seen = (each if unicodedata.category(each)[0] != "C" else " " if each in "\n\r\t" else "" for each in text)
    return " ".join("".join(seen).split())
