"""What a vote costs on both databases, and how that grows with servers and with those who vote on them.

Measured on a new file, and on a PostgreSQL server: the one that MONTAGE_TEST_POSTGRES_URL names, or one of our own.
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter

import asyncpg
from sqlalchemy import insert

from benchmarks.page import Part, add_output, write_part
from benchmarks.postgres import a_server
from benchmarks.tables import HIGH, Bar, bar_table, measured_on, quantile, table
from bot.community.store.address import address_of
from bot.community.store.database import LONGEST_TRANSACTION, Database
from bot.community.store.store import Store
from bot.community.store.tables import votes
from bot.community.votes import Ballot
from bot.knowledge.loading import default_directory, load

#: Servers, and voters on each of them, who vote for one montage each.
SIZES = ((1, 100), (100, 100), (1_000, 100), (1, 10_000), (1, 100_000))
ASKED, AT_ONCE, CHUNK = 200, 20, 5_000
PATIENT = 120.0  # seconds: what is looked for is how long it takes
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
NOON, LATER = datetime(2026, 1, 1, 12, tzinfo=UTC), timedelta(minutes=1)
NEW = 10**9  # the first of the voters who vote while it is measured
VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds of each verb, and votes a second when several come at once."""

    servers: int
    voters: int
    verbs: Mapping[str, Sequence[float]]
    rate: float


async def costs(url: str, servers: int, voters: int, asked: int) -> Costs:
    """Of an empty database, once so many have voted."""
    montages = [montage.id for montage in load(default_directory()).montages]
    database = Database(address_of(url), longest=PATIENT)
    store = Store(database)
    try:
        await _fill(database, montages, servers, voters)
        verbs = {what: [await _milliseconds(verb, n) for n in range(asked)] for what, verb in _verbs(store, montages)}
        return Costs(servers, voters, verbs, await _rate(store, montages[0], asked))
    finally:
        await database.close()


def _verbs(store: Store, montages: Sequence[str]) -> Iterator[tuple[str, Callable[[int], Awaitable[object]]]]:
    def ballot(number: int) -> Ballot:
        return Ballot(1, montages[number % len(montages)], NEW + number)

    yield VOTE, lambda number: store.votes.click(ballot(number), NOON)
    yield "taken back", lambda number: store.votes.click(ballot(number), NOON + LATER)
    yield "count", lambda number: store.votes.count(1, montages[number % len(montages)])
    yield "server's ranking", lambda _: store.votes.of_server(1)
    yield "all servers' ranking", lambda _: store.votes.of_all()


async def _fill(database: Database, montages: Sequence[str], servers: int, voters: int) -> None:
    rows = [
        {"server": server, "montage": montages[(server + member) % len(montages)], "member": member, "cast_at": NOON}
        for server in range(1, servers + 1)
        for member in range(voters)
    ]
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        await database.write(lambda connection, chunk=chunk: connection.execute(insert(votes), chunk))


async def _milliseconds(verb: Callable[[int], Awaitable[object]], number: int) -> float:
    begun = perf_counter()
    await verb(number)
    return 1000 * (perf_counter() - begun)


async def _rate(store: Store, montage: str, asked: int) -> float:
    begun = perf_counter()
    for start in range(0, asked, AT_ONCE):
        ballots = [Ballot(1, montage, 2 * NEW + start + number) for number in range(AT_ONCE)]
        await asyncio.gather(*(store.votes.click(ballot, NOON) for ballot in ballots))
    return AT_ONCE * len(range(0, asked, AT_ONCE)) / (perf_counter() - begun)


@asynccontextmanager
async def _schema(server: str) -> AsyncIterator[str]:
    """The address of an empty schema on the server, which is gone afterwards."""
    name = f"montage_measured_{secrets.token_hex(4)}"
    await _do(server, f"CREATE SCHEMA {name}")
    try:
        yield f"{server}{'&' if '?' in server else '?'}search_path={name}"
    finally:
        await _do(server, f"DROP SCHEMA {name} CASCADE")


async def _do(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(statement)
    await connection.close()


async def measured(server: str | None, sizes: Sequence[tuple[int, int]], asked: int) -> dict[str, list[Costs]]:
    """The costs by database; without a server, of SQLite alone."""
    of: dict[str, list[Costs]] = {SQLITE: []}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            of[SQLITE].append(await costs(f"sqlite:///{folder}/votes.sqlite3", *size, asked))
        if server:
            async with _schema(server) as url:
                of.setdefault(POSTGRESQL, []).append(await costs(url, *size, asked))
    return of


def bars(of: Mapping[str, Sequence[Costs]]) -> Iterator[Bar]:
    """A vote where few have voted; and that no verb takes longer than it may, where most have."""
    for name, every in of.items():
        first, largest = every[0], max(every, key=lambda each: each.servers * each.voters)
        slowest = max(quantile(spent, HIGH) for spent in largest.verbs.values())
        there = f"{largest.servers * largest.voters:,} votes"
        yield Bar(f"{name}: a vote, median", quantile(first.verbs[VOTE], 0.5), None, "ms")
        yield Bar(f"{name}: a vote, 99th percentile", quantile(first.verbs[VOTE], HIGH), None, "ms")
        yield Bar(f"{name}, {there}: slowest verb, 99th percentile", slowest, 1000 * LONGEST_TRANSACTION, "ms")


def section(of: Mapping[str, Sequence[Costs]], asked: int) -> str:
    verbs = [*next(iter(of.values()))[0].verbs]
    header = (
        "Database",
        "Servers",
        "Voters on each",
        *(f"{verb}: {at}" for verb in verbs for at in ("median", "99 %")),
    )
    rows = [
        (
            name,
            f"{each.servers:,}",
            f"{each.voters:,}",
            *(f"{quantile(each.verbs[verb], at):.2f}" for verb in verbs for at in (0.5, HIGH)),
            f"{each.rate:.0f}",
        )
        for name, every in of.items()
        for each in every
    ]
    how = _HOW.format(asked=asked, at_once=AT_ONCE)
    return "\n\n".join(
        (measured_on(), how, bar_table(bars(of)), table((*header, f"Votes a second, {AT_ONCE} at once"), rows))
    )


_HOW = """Milliseconds of the store's verbs, each {asked} times, where so many
servers had so many voters before; the votes of the last column come {at_once} at once. Both databases have a vote on
the disk before it is confirmed. A ranking counts all votes of the server, or of all servers, when it is asked for."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--asked", type=int, default=ASKED, help="times that each verb is used")
    parser.add_argument("--largest", type=int, default=10**9, help="no more votes than that beforehand")
    options = parser.parse_args(arguments)
    sizes = [size for size in SIZES if size[0] * size[1] <= options.largest]
    with a_server() as server:
        of = asyncio.run(measured(server, sizes, options.asked))
    write_part(options.output, Part.VOTES, "python -m benchmarks.votes", section(of, options.asked))


if __name__ == "__main__":
    main()
