"""Small phrases that cards and sentences share: names in a row, kinds, songs with who is heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.model import Film, Kind, Montage

#: Films named in one sentence.
MOST_NAMED = 6
_KIND_NAMES = {Kind.PASSAGE_OF_TIME: "passage of time"}


def spoken(names: Sequence[str]) -> str:
    """Names as they are said: "Tony Bancroft and Barry Cook"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def labels_said(films: Iterable[Film]) -> str:
    """Films in one sentence, each once; where they are many, how many more."""
    labels = [*dict.fromkeys(film.label for film in films)]
    more = len(labels) - MOST_NAMED
    return spoken([*labels[:MOST_NAMED], f"{more} more"] if more > 0 else labels)


def kind_name(kind: Kind) -> str:
    """A kind as it is said: "passage of time"."""
    return _KIND_NAMES.get(kind, kind.value)


def songs_spoken(montage: Montage) -> str:
    """The songs of a montage with who is heard, in one phrase."""
    return spoken([f"“{song.title}” by {song.artist}" for song in montage.songs])


def titles_of(montage: Montage) -> str:
    """The songs of a montage by title alone."""
    return ", ".join(song.title for song in montage.songs)


def nickname(montage: Montage) -> str:
    """A few words that tell a montage from the others of its film: the first thing seen in it."""
    return montage.entry.scene[0] if montage.entry.scene else montage.entry.description.split(". ")[0]
