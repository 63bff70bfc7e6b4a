"""What `doctor` finds of the database: a file that can be written, or a PostgreSQL server that lets the bot in."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.command_line.findings import Finding, State
from bot.community.store.address import Address, address_of
from bot.community.store.inspection import Found, look_at
from bot.config import Settings
from bot.errors import SettingError

__all__ = ["SENTENCES", "database"]

#: Bytes that have to be free where the file is: less is gone in a day of a busy server.
LEAST_FREE = 50_000_000
SENTENCES: Mapping[Found, tuple[State, str]] = {
    Found.EMPTY: (State.WELL, "the first start makes its tables."),
    Found.CURRENT: (State.WELL, "its tables are those of this version."),
    Found.OLDER: (
        State.MIND,
        "its tables are of an older version: the next start brings them up to date; copy it first.",
    ),
    Found.NEWER: (
        State.WRONG,
        "its tables are of a newer version of the bot, and this one keeps nothing there: update the bot.",
    ),
    Found.NOT_OURS: (State.WRONG, "it is no SQLite database: name another file by DATABASE_URL."),
    Found.UNKNOWN_HOST: (State.WRONG, "no host is known by the name in DATABASE_URL: mend the name."),
    Found.AWAY: (
        State.WRONG,
        "nobody answers at the host and port of DATABASE_URL: start PostgreSQL there, or mend host and port.",
    ),
    Found.SILENT: (
        State.WRONG,
        "nothing comes from the host and port of DATABASE_URL: mend them, or look whether a firewall is between.",
    ),
    Found.NOT_ENCRYPTED: (
        State.WRONG,
        "no encrypted connection comes about: mend the certificate, or `sslmode` in DATABASE_URL.",
    ),
    Found.PASSWORD: (
        State.WRONG,
        "it does not take the password in DATABASE_URL: put the right one there, each @ : / ? # [ ] % in percent form.",
    ),
    Found.USER: (
        State.WRONG,
        "it does not let in the user of DATABASE_URL: make the user there (CREATE ROLE), or allow it in pg_hba.conf.",
    ),
    Found.NO_DATABASE: (
        State.WRONG,
        "it has no database by the name in DATABASE_URL: make it there (CREATE DATABASE), or mend the name.",
    ),
    Found.BUSY: (State.MIND, "it takes no connection just now: it is busy, starts or stops. Look again in a moment."),
    Found.NO_RIGHTS: (
        State.WRONG,
        "the user of DATABASE_URL may make no tables in it: allow that (GRANT CREATE ON SCHEMA).",
    ),
    Found.REFUSED: (State.WRONG, "it refuses, for a reason that its own log tells."),
}


def database(settings: Settings) -> Iterator[Finding]:
    """Looks at the place first, then at what is in it."""
    try:
        address = address_of(settings.database, shared=bool(settings.shard_ids))
    except SettingError as fault:
        yield Finding(State.WRONG, "database", str(fault))
        return
    fault = _fault_of(address.file) if address.file else ""
    if fault:
        yield Finding(State.WRONG, "database", fault)
        return
    state, sentence = SENTENCES[asyncio.run(look_at(address))]
    yield Finding(state, "database", f"{_place_of(address)}; {sentence}")


def _place_of(address: Address) -> str:
    return (
        f"votes and settings are kept in {address.file}" if address.file else "DATABASE_URL names a PostgreSQL server"
    )


def _fault_of(file: Path) -> str:
    """Why nothing can be kept in that file."""
    folder = next(each for each in file.absolute().parents if each.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK) or (file.exists() and not _is_writable(file)):
        return f"{file} cannot be written: let whom the bot runs as write there, or name another file by DATABASE_URL."
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        return (
            f"only {free / 1e6:.0f} MB are free where {file} is kept: make room, or name another file by DATABASE_URL."
        )
    return ""


def _is_writable(file: Path) -> bool:
    return file.is_file() and os.access(file, os.W_OK)
