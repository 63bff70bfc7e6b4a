"""The names and scenes of a catalogue ready for use: made once, kept for the next start, never stale."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from bot.knowledge import kept
from bot.knowledge.catalogue import Catalogue
from bot.language.lexicon import FOR_READING, Lexicon
from bot.language.name_book import PackedBook, packed_book
from bot.language.names import Name
from bot.language.naming import names_of
from bot.language.postings import BYTE_ORDER
from bot.language.scenes import SceneIndex, packed_words
from bot.language.whereabouts import place_names


class Indexes(msgspec.Struct, frozen=True, array_like=True):
    """What takes long to work out of a catalogue."""

    names: list[Name]
    words: dict[str, bytes]
    book: PackedBook
    places: dict[str, str]


def indexes(
    catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str], *, keep: bool, beside: SceneIndex | None = None
) -> Indexes:
    """The indexes of a catalogue, read from the kept file when nothing they are made from has changed."""
    name = f"{_made_from(catalogue.fingerprint)}.indexes" if keep and catalogue.fingerprint else ""
    if name and (known := _read(name)) is not None:
        return known
    names = names_of(catalogue, lexicon, absent)
    words, places = packed_words(catalogue, beside), place_names(catalogue, lexicon)
    made = Indexes(names, words, packed_book(names), places)
    if name:
        kept.write(name, msgspec.msgpack.encode(made))
    return made


def _read(name: str) -> Indexes | None:
    body = kept.read(name)
    try:
        return None if body is None else msgspec.msgpack.decode(body, type=Indexes)
    except msgspec.MsgspecError:
        return None


def _made_from(fingerprint: str) -> str:
    """The data's fingerprint together with that of this room's code and word lists, and of the code below."""
    digest = hashlib.sha256(f"{fingerprint} {BYTE_ORDER}".encode())
    room = Path(__file__).parent
    below = Path(kept.__file__).parent
    for path in sorted((*below.glob("*.py"), *room.glob("*.py"), *room.glob("words/*"), *room.glob("languages/*"))):
        if path.name not in FOR_READING:  # which are two thirds of all these words
            digest.update(path.read_bytes())
    return digest.hexdigest()
