"""What servers' own montages cost: `python -m benchmarks.suggestions`, with `--servers` and `--each` for other numbers.

Fills a database, lets a process learn what is in it, asks on every server, then approves one more and asks for it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from msgspec import json
from sqlalchemy import insert

from bot.answers.guide import Guide
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.suggestions import Suggestions
from bot.community.store.tables import suggestions
from bot.community.suggestions import Decision, Facts, State
from bot.discord_app.local_guides import LocalGuides
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

SERVERS, EACH = 1000, 20
CHUNK = 2000
MEGABYTE = 2**20
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Report:
    """What it took, in megabytes of the process and in milliseconds."""

    servers: int
    each: int
    known: float  # megabytes once all is known
    asked: float  # the same once somebody asked on every server
    approving: float  # milliseconds until the decision is kept and known
    first: float  # milliseconds of the first answer after it, by which the server's guide is made anew
    next: float  # of the one after that
    found: bool

    def __str__(self) -> str:
        found = "found" if self.found else "NOT FOUND"
        return (
            f"{self.servers} servers with {self.each} montages each: {self.known:.1f} MB, and {self.asked:.1f} MB once "
            f"all have asked. One more is approved in {self.approving:.1f} ms, {found} {self.first:.1f} ms after that, "
            f"and in {self.next:.1f} ms from then on."
        )


def measure(folder: Path, servers: int = SERVERS, each: int = EACH) -> Report:
    return asyncio.run(_measured(folder, servers, each))


async def _measured(folder: Path, servers: int, each: int) -> Report:
    catalogue = load(default_directory())
    guide, guides = Guide(catalogue), LocalGuides()
    chance = random.Random(0)  # noqa: S311  makes samples, guards nothing
    guide.warm()
    database = Database(Address(folder / "suggestions.sqlite3"), longest=60)
    kept = Suggestions(database)
    try:
        await _fill(database, catalogue, chance, servers, each)
        before = _resident()
        await kept.look()
        known = _resident() - before
        for server in range(1, servers + 1):
            guides.at(server, guide, kept.approved(server)).ask("which song plays in Made Film 7?")
        asked = _resident() - before
        made = await kept.suggest(1, 1, replace(_facts(catalogue, chance, 0), film="Zyzzy Runner"), NOON)
        start = time.perf_counter()
        await kept.decide(1, made.number, Decision.APPROVE, 1, NOON)
        approved = time.perf_counter()
        answer = guides.at(1, guide, kept.approved(1)).ask("which song plays in Zyzzy Runner?")
        answered = time.perf_counter()
        guides.at(1, guide, kept.approved(1)).ask("which song plays in Zyzzy Runner?")
        again = time.perf_counter()
    finally:
        await database.close()
    spans = (1000 * (approved - start), 1000 * (answered - approved), 1000 * (again - answered))
    return Report(servers, each, known, asked, *spans, found=bool(answer.cards))


async def _fill(database: Database, catalogue: Catalogue, chance: random.Random, servers: int, each: int) -> None:
    rows = list(_rows(catalogue, chance, servers, each))
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        await database.write(lambda connection, chunk=chunk: connection.execute(insert(suggestions), chunk))


def _rows(catalogue: Catalogue, chance: random.Random, servers: int, each: int) -> Iterator[dict[str, object]]:
    for revision in range(1, servers * each + 1):
        facts = json.encode(_facts(catalogue, chance, revision % each)).decode()
        row = {"server": (revision - 1) // each + 1, "member": revision, "facts": facts, "revision": revision}
        yield row | {"state": State.APPROVED, "made_at": NOON}


def _facts(catalogue: Catalogue, chance: random.Random, number: int) -> Facts:
    """A made-up film with a montage that is told at the length of those that we have."""
    told = chance.choice(catalogue.montages)
    song = told.songs[0] if told.songs else catalogue.montages[0].songs[0]
    return Facts(
        f"Made Film {number}",
        chance.randrange(1950, 2020),
        song.title,
        song.artist,
        told.entry.description,
        told.entry.kind,
        f"https://example.com/{number}",
        told.film.directors,
        told.film.imdb_id,
    )


def _resident() -> float:
    """Megabytes of memory that the process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / MEGABYTE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=int, default=SERVERS)
    parser.add_argument("--each", type=int, default=EACH)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(measure(Path(folder), options.servers, options.each))


if __name__ == "__main__":
    main()
