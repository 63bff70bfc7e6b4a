"""What we say: an Answer and the cards and rows it is made of. Frozen, complete, and free of any way of showing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.knowledge.selection import Filter
from bot.language.question import Intent


class Outcome(StrEnum):
    """An answer; a choice between near readings; or the honest word that we do not know."""

    ANSWER = "answer"
    CHOICE = "choice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SongLine:
    """A piece of music on a card: what it is called, who is heard, and what else is known of it."""

    title: str
    artist: str
    detail: str  # "1976 · score · vocals by DeEtta Little and Nelson Pigford"; may be empty
    search: str  # what to type into a music service to find it


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """A page (or our article) and what of the card it supports."""

    name: str
    supports: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: a montage by id, as a menu shows it."""

    montage_id: str
    label: str  # "Rocky IV (1985)"
    detail: str  # "Hearts on Fire – the mountain climb"


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a fan is shown of one montage."""

    montage_id: str
    title: str  # "Rocky (1976)"
    place: str  # "No. 1 in The 6 Most Insane Training Montages In Movies" or "Not in a ranked list"
    songs: tuple[SongLine, ...]
    description: str
    facts: tuple[tuple[str, str], ...]  # ("Kind", "training"), ("Setting", "Philadelphia"), ...
    confusions: tuple[str, ...]
    caution: str  # a sentence when the facts are only of medium confidence; else empty
    listen: tuple[Link, ...]
    imdb: Link
    sources: tuple[Source, ...]
    others: tuple[Option, ...]  # the film's other montages


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: its place ("1", "·" where unranked), what it is, and the montage behind it if we have it."""

    place: str
    label: str  # "Rocky (1976)"
    detail: str  # "Gonna Fly Now – Bill Conti"
    montage_id: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows in order, under a title, with a note on what the list is (who published it, what was left out)."""

    key: str  # what to give `Guide.listing` to get this listing again: survives a restart, at most 80 characters
    title: str
    note: str
    rows: Sequence[Row]  # made when looked at where they are many
    url: str | None = None
    chosen: Filter = field(default_factory=Filter)  # what the rows were chosen by; nothing for a list as published


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply. `headline` is the sentence that answers; the rest is what it rests on."""

    question: str
    outcome: Outcome
    intent: Intent
    headline: str
    read_as: str = ""  # how the question was read, when that was not obvious
    cards: tuple[Card, ...] = ()  # one for a plain answer, two for a comparison
    listing: Listing | None = None
    titled: bool = False  # the headline says the title of the list: it need not stand above the rows as well
    options: tuple[Option, ...] = ()  # for a choice, likeliest first; for an answer, what no card shows or offers
    films: Sequence[str] = ()  # "Rocky (1976)", in the order shown
    montages: Sequence[str] = ()
    songs: Sequence[str] = ()
    artists: Sequence[str] = ()
    verdict: bool | None = None
    rank: int | None = None
    suggestions: tuple[str, ...] = ()  # for unknown: nearest names, never an answer
    again: str = ""  # for a random montage: what to give `Guide.random` to get another such
    notes: tuple[tuple[str, str], ...] = ()  # for help, each under its heading: ("Privacy", "I store nothing …")
    hints: tuple[str, ...] = ()  # for unknown and help: things that can be asked
