"""The compiled form of the entries: a file that is never stale, because its name is what the data files say."""

from __future__ import annotations

import hashlib

import msgspec

from bot.knowledge import kept
from bot.knowledge.entries import Entries
from bot.knowledge.model import Confusion, FilmEntry, ListItem, MontageEntry, RankedList, Song, Source

# Raise it when the meaning of a field changes, or when something is refused that was let in before; a changed field of
# the model changes the name by itself.
FORMAT = 3

_MODELS = (Entries, FilmEntry, MontageEntry, Song, Confusion, Source, RankedList, ListItem)


def read(fingerprint: str) -> Entries | None:
    """The entries compiled from files of this fingerprint; None when there are none or they cannot be used."""
    body = kept.read(_name(fingerprint))
    if body is None:
        return None
    try:
        return msgspec.msgpack.decode(body, type=Entries)
    except msgspec.MsgspecError:
        return None


def write(fingerprint: str, entries: Entries) -> None:
    """Keeps the entries for the next start."""
    kept.write(_name(fingerprint), msgspec.msgpack.encode(entries))


def _name(fingerprint: str) -> str:
    fields = repr([(each.__name__, each.__annotations__) for each in _MODELS])
    version = hashlib.sha256(f"{FORMAT} {fields}".encode()).hexdigest()
    return f"{version[:16]}-{fingerprint}.msgpack"
