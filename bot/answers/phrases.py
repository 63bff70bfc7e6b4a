"""Small phrases that cards and sentences share: names in a row, kinds, songs with who is heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.kinds import Kind
from bot.knowledge.model import Film, Montage

#: Films named in one sentence.
MOST_NAMED = 6
_BEFORE_MONTAGE = {Kind.KILLINGS: "killing", Kind.SUPERPOWERS: "superpower", Kind.DRUGS: "drug"}


def spoken(names: Sequence[str]) -> str:
    """Names as they are said: "Tony Bancroft and Barry Cook"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def labels_said(films: Iterable[Film]) -> str:
    """Films in one sentence, each once; where they are many, how many more."""
    labels = [*dict.fromkeys(film.label for film in films)]
    more = len(labels) - MOST_NAMED
    return spoken([*labels[:MOST_NAMED], f"{more} more"] if more > 0 else labels)


def kinds_spoken(kinds: Iterable[Kind]) -> str:
    """Kinds as they are said by themselves: "passage of time and romance"."""
    return spoken([kind.label for kind in kinds])


def of_kind(kind: Kind) -> str:
    """A kind as it is said before what is of it: a "passage-of-time" montage."""
    return _BEFORE_MONTAGE.get(kind, kind.value)


def songs_spoken(montage: Montage) -> str:
    """The songs of a montage with who is heard, in one phrase."""
    return spoken([f"“{song.title}” by {song.artist}" for song in montage.songs])


def titles_of(montage: Montage) -> str:
    """The songs of a montage by title alone."""
    return ", ".join(song.title for song in montage.songs)


def nickname(montage: Montage) -> str:
    """A few words that tell a montage from the others of its film: the first thing seen in it."""
    return montage.entry.scene[0] if montage.entry.scene else montage.entry.description.split(". ")[0]
