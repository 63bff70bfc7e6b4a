"""What servers' own montages cost: `python -m benchmarks.suggestions`, with `--servers` and `--each` for other numbers.

Fills a database, lets a process learn what is in it, asks on every server, then approves one more and asks for it. Each
number of servers is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from msgspec import json
from msgspec.structs import replace
from sqlalchemy import insert

from benchmarks.page import Part, add_output, write_part
from benchmarks.speed import child
from benchmarks.tables import Bar, bar_table, measured_on, table
from bot.answers.guide import Guide
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.suggestions import Suggestions
from bot.community.store.tables import suggestions
from bot.community.suggestions import Decision, Facts, State
from bot.discord_app.local_guides import LocalGuides
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

SERVERS, EACH = (1, 100, 1_000), 20
#: Megabytes that the most servers may cost.
MOST = 50
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
    question: float  # median of a question on each server, asked a second time
    typing: float  # median of an autocomplete there


def measure(folder: Path, servers: int, each: int = EACH) -> Report:
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
        own = [guides.at(server, guide, kept.approved(server)) for server in range(1, servers + 1)]
        question = median(_milliseconds(one.ask, "which song plays in Made Film 7?") for one in own)
        typing = median(_milliseconds(one.suggest_films, "made") for one in own)
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
    return Report(servers, each, known, asked, *spans, bool(answer.cards), question, typing)


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


def _milliseconds(call: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    call(text)
    return 1000 * (time.perf_counter() - start)


def bars(reports: Sequence[Report]) -> list[Bar]:
    """What the most servers cost."""
    most = reports[-1]
    return [
        Bar(f"{most.servers:,} servers with {most.each} montages each: memory", most.asked, MOST, "MB"),
        Bar(f"{most.servers:,} servers: a montage is approved in", most.approving, None, "ms"),
        Bar(f"{most.servers:,} servers: the first answer after that", most.first, None, "ms"),
    ]


_COLUMNS = (
    *("Servers", "Montages on each", "MB", "MB once all have asked", "Question, ms", "Autocomplete, ms"),
    *("Approved in, ms", "First answer after that, ms", "The next, ms"),
)


def section(reports: Sequence[Report]) -> str:
    rows = [
        (
            f"{one.servers:,}",
            one.each,
            *(f"{each:.1f}" for each in (one.known, one.asked)),
            *(f"{each:.2f}" for each in (one.question, one.typing, one.approving, one.first, one.next)),
        )
        for one in reports
    ]
    return "\n\n".join((measured_on(), _HOW, bar_table(bars(reports)), table(_COLUMNS, rows)))


_HOW = """What a process holds beyond what it held before, once it knows
what every server has approved, and once somebody has asked on each of them; medians of a question and an autocomplete
on each server; then one more montage is approved, and asked for twice. Each line is a process of its own."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--servers", type=int, nargs="+", default=SERVERS)
    parser.add_argument("--each", type=int, default=EACH)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        with tempfile.TemporaryDirectory() as folder:
            print(json.encode(measure(Path(folder), options.one, options.each)).decode())
        return
    command = ("-m", "benchmarks.suggestions", "--each", str(options.each), "--one")
    reports = [json.decode(child(*command, str(servers)), type=Report) for servers in options.servers]
    assert all(report.found for report in reports)
    write_part(options.output, Part.SERVERS, "python -m benchmarks.suggestions", section(reports))


if __name__ == "__main__":
    main()
