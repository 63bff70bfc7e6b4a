"""The compiled form of the entries: a cache file that is never stale, because its name is what the files say."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from bot.knowledge.entries import Entries
from bot.knowledge.model import Confusion, FilmEntry, ListItem, MontageEntry, RankedList, Song, Source

# Raise it when the meaning of a field changes; a changed field of the model changes the name by itself.
FORMAT = 1
KEPT = 4  # compiled files left in the folder: a few checkouts and versions side by side

_SUFFIX = ".msgpack"
_MODELS = (Entries, FilmEntry, MontageEntry, Song, Confusion, Source, RankedList, ListItem)


def read(fingerprint: str) -> Entries | None:
    """The entries compiled from files of this fingerprint; None when there are none or they cannot be used."""
    try:
        content = _path(fingerprint).read_bytes()
        digest, body = content[:32], content[32:]
        if hashlib.sha256(body).digest() != digest:
            return None
        return msgspec.msgpack.decode(body, type=Entries)
    except (OSError, RuntimeError, msgspec.MsgspecError):
        return None


def write(fingerprint: str, entries: Entries) -> None:
    """Keeps the entries for the next start, whole or not at all; a folder that cannot be written to is no fault."""
    body = msgspec.msgpack.encode(entries)
    try:
        path = _path(fingerprint)
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, hashlib.sha256(body).digest() + body)
        _tidy(path.parent)
    except (OSError, RuntimeError):
        return


def _path(fingerprint: str) -> Path:
    """Raises RuntimeError when the user has no home."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(configured) if Path(configured).is_absolute() else Path.home() / ".cache"
    return base / "montage-bot" / f"{_model_version()[:16]}-{fingerprint}{_SUFFIX}"


def _model_version() -> str:
    fields = repr([(each.__name__, each.__annotations__) for each in _MODELS])
    return hashlib.sha256(f"{FORMAT} {fields}".encode()).hexdigest()


def _put(path: Path, content: bytes) -> None:
    """Writes beside the goal and renames: a reader sees the old file, the new one, or none, and never half of one."""
    part = path.with_name(f"{os.urandom(8).hex()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    compiled = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in compiled[KEPT:]:
        path.unlink(missing_ok=True)
