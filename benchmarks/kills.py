"""How many confirmed votes a killed process loses: `python -m benchmarks.kills`, with `--url` for another database.

Processes vote as fast as they can, and are killed in the midst of it; then every vote that was confirmed is looked for.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.postgres import own_server, programs
from benchmarks.trials import Trial
from bot.community.store.address import address_of
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.store.tables import votes
from bot.community.votes import Ballot
from bot.errors import StoreError

ROOT = Path(__file__).resolve().parents[1]
KILLS, PROCESSES = 20, 2
EARLIEST, LATEST = 0.1, 0.8  # seconds of voting before the kill
LONGEST_START = 30.0
MONTAGE = "rocky"
REFUSED = "refused"
COMMAND = "benchmarks.kills"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the votes; one that was not confirmed may be kept all the same, but none the other way round."""

    killed: int
    tried: int
    confirmed: int
    lost: int

    def __str__(self) -> str:
        votes = f"{self.tried} votes tried, {self.confirmed} confirmed, {self.lost} of those lost"
        return f"Killed {self.killed} times: {votes}."


async def vote(url: str, server: int) -> None:
    """Votes without an end, as one new user after the other, and says whose votes are confirmed."""
    async with Store.configured(url) as store:
        while not await _is_ready(store):
            pass
        for user in count(1):
            try:
                await store.votes.click(Ballot(server, MONTAGE, user), datetime.now(UTC))
                print(user, flush=True)
            except StoreError:
                print(REFUSED, flush=True)


async def _is_ready(store: Store) -> bool:
    try:
        return await store.votes.count(0, MONTAGE) == 0
    except StoreError:
        return False


def killed(url: str, kills: int, chance: random.Random) -> Report:
    """Kills so many times, with several processes voting at once."""
    said: dict[int, list[bytes]] = {}
    for turn in range(kills):
        voting = {server: _voter(url, server) for server in _servers(turn)}
        time.sleep(chance.uniform(EARLIEST, LATEST))
        for server, (process, first) in voting.items():
            process.send_signal(signal.SIGKILL)
            said[server] = (first + process.communicate()[0]).split(b"\n")[:-1]  # what ends no line was not said
    confirmed = {server: {int(line) for line in lines if line != REFUSED.encode()} for server, lines in said.items()}
    kept = asyncio.run(_kept(url))
    lost = sum(len(users - kept.get(server, set())) for server, users in confirmed.items())
    return Report(kills * PROCESSES, sum(map(len, said.values())), sum(map(len, confirmed.values())), lost)


def _servers(turn: int) -> range:
    """Each process votes on a server of its own, so that its votes can be told from others'."""
    return range(turn * PROCESSES + 1, turn * PROCESSES + PROCESSES + 1)


def _voter(url: str, server: int) -> tuple[subprocess.Popen[bytes], bytes]:
    """A process that votes, and the first that it says."""
    command = [sys.executable, "-m", "benchmarks.kills", "--url", url, "--vote-on", str(server)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    return process, process.stdout.readline()


async def _kept(url: str) -> dict[int, set[int]]:
    """Whose votes there are, by server."""
    database = Database(address_of(url), longest=LONGEST_START)

    async def every(connection: AsyncConnection) -> list[tuple[int, int]]:
        rows = await connection.execute(select(votes.c.server, votes.c.member))
        return [(server, member) for server, member in rows]

    kept: dict[int, set[int]] = {}
    for server, member in await database.read(every):
        kept.setdefault(server, set()).add(member)
    await database.close()
    return kept


def trials(kills: int = KILLS) -> Iterator[Trial]:
    """A row for each database: votes that were confirmed before a process was killed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield _trial("SQLite", killed(f"sqlite:///{folder}/votes.sqlite3", kills, random.Random(10)), COMMAND)  # noqa: S311  the same moments
    if programs() is not None:
        with own_server() as server:
            report = killed(server.url, kills, random.Random(10))  # noqa: S311  for the same reason
            yield _trial("PostgreSQL", report, f"{COMMAND} --url postgresql://…")


def _trial(database: str, report: Report, command: str) -> Trial:
    besides = f"killed {report.killed} times"
    return Trial(
        f"Votes confirmed before the process was killed, {database}", report.confirmed, report.lost, command, besides
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="", help="of an empty database; a new file when left out")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--vote-on", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.vote_on:
        asyncio.run(vote(options.url, options.vote_on))
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        url = options.url or f"sqlite:///{folder}/votes.sqlite3"
        report = killed(url, options.kills, random.Random(10))  # noqa: S311  the same moments every time
    print(report)
    if report.lost:
        sys.exit(1)


if __name__ == "__main__":
    main()
