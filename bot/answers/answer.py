"""What we say: an Answer and the cards and rows it is made of. Frozen, complete, and free of any way of showing it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from bot.knowledge.selection import Filter
from bot.language.question import Intent


class Beside(StrEnum):
    """What the montages are that an answer offers beside its cards."""

    READINGS = "readings"  # what else may have been meant
    ALSO_IN = "also"  # other films with the same song
    MORE = "more"  # more of what was asked for


class Outcome(StrEnum):
    """An answer; a choice between near readings; or the honest word that we do not know."""

    ANSWER = "answer"
    CHOICE = "choice"
    UNKNOWN = "unknown"


class SongLine(Struct, frozen=True):
    """A piece of music on a card: what it is called, who is heard, and what else is known of it."""

    title: str
    artist: str
    detail: str  # "1976 · score · vocals by DeEtta Little and Nelson Pigford"; may be empty
    search: str  # what to type into a music service to find it


class Link(Struct, frozen=True):
    label: str
    url: str


class Source(Struct, frozen=True):
    """A page (or our article) and what of the card it supports."""

    name: str  # "Gonna Fly Now, en.wikipedia.org"
    supports: str  # "Confirms song and performer"
    url: str | None


class Option(Struct, frozen=True):
    """Something to pick: a montage by id, by what tells it from the others first."""

    montage_id: str
    name: str  # "Hearts on Fire" among montages of one film, else "Rocky IV (1985)"
    beside: str  # "John Cafferty", or "Hearts on Fire"
    detail: str = ""  # "the mountain climb"

    @property
    def label(self) -> str:
        return " – ".join(part for part in (self.name, self.beside) if part)


class Card(Struct, frozen=True):
    """Everything a fan is shown of one montage."""

    montage_id: str
    title: str  # "Rocky (1976)"
    place: str  # "No. 1 in The 6 Most Insane Training Montages In Movies"; empty where no list ranks it
    songs: tuple[SongLine, ...]
    description: str
    facts: tuple[tuple[str, str], ...]  # ("Kind", "training"), ("Setting", "Philadelphia"), ...
    confusions: tuple[str, ...]
    caution: str  # a sentence when the facts are only of medium confidence; else empty
    listen: tuple[Link, ...]
    imdb: Link
    sources: tuple[Source, ...]
    others: tuple[Option, ...]  # the film's other montages
    heading: str = ""  # the title with its rank in front: "No. 1 · Rocky (1976)"
    places: tuple[str, ...] = ()  # all of its places: "No. 1 in The 6 Most Insane Training Montages In Movies", ...
    ranked_in: str = ""  # the list that gives it that rank
    summary: str = ""  # the facts in one line: "Training · John G. Avildsen · Philadelphia"
    confusion: str = ""  # the one mistake worth a line where there is little room


class Row(Struct, frozen=True):
    """A line of a list: its place ("1", "·" where unranked), what it is, and the montage behind it if we have it."""

    place: str
    label: str  # "Rocky (1976)"
    detail: str  # "Gonna Fly Now – Bill Conti"
    montage_id: str | None
    name: str = ""  # the film alone, for a short line: "Rocky"
    song: str = ""  # the song alone: "Gonna Fly Now"
    receipts: str = ""  # who puts it there: "no. 1 in WhatCulture and Total Film"
    list_id: str | None = None  # the list behind it, where the rows are lists


class Listing(Struct, frozen=True):
    """Rows in order, under a title, with a note on what the list is (who published it, what was left out)."""

    key: str  # what to give `Guide.listing` to get this listing again: survives a restart, at most 80 characters
    title: str
    note: str
    rows: Sequence[Row]  # made when looked at where they are many
    url: str | None = None
    chosen: Filter = field(default_factory=Filter)  # what the rows were chosen by; nothing for a list as published
    footer: str = ""  # the note in a few words: "Unranked; best-sourced first"
    method: str = ""  # how it is ranked, in full


class Answer(Struct, frozen=True):
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
    beside: Beside = Beside.READINGS  # for an answer: what the options are
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
