"""How a database is made to fail, in the midst of everything, and is well again afterwards."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from benchmarks.bad_days import Log
from benchmarks.postgres import Server, own_server

__all__ = ["FAULTS", "Place", "place_of"]

BEGUN, HELD = 0.1, 0.4  # seconds of each turn that a slow database answers, and that it does not
PAGE = 4096  # bytes
LARGEST_FILE = 2_000_000  # of a full disk; an empty database has none that is larger
#: Votes of other servers.
FILL = (
    "INSERT INTO votes (server, montage, member, cast_at)"
    " SELECT $1::int + 10, 'rocky', n, 1 FROM generate_series($2::int, $3::int) n"
)
DROP = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user"


@dataclass(slots=True)
class Place:
    """Where a database is, and how to get at it."""

    url: str
    file: Path | None = None
    server: Server | None = None


@contextmanager
def place_of(name: str) -> Iterator[Place]:
    with ExitStack() as stack:
        if name.startswith("SQLite"):
            folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            file = Path(folder, "kept.sqlite3")
            yield Place(f"sqlite:///{file}", file=file)
        else:
            server = stack.enter_context(own_server())
            yield Place(server.url, server=server)


@contextmanager
def _locked_file(place: Place, _log: Log) -> Iterator[None]:
    other = sqlite3.connect(str(place.file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def _full_file(_place: Place, log: Log) -> Iterator[None]:
    """The program may write nothing beyond the first page of a file, which is to it what a full disk is."""
    resource.prlimit(log.program, resource.RLIMIT_FSIZE, (PAGE, resource.RLIM_INFINITY))
    yield
    resource.prlimit(log.program, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextmanager
def _by_turns(begin: Callable[[], object], end: Callable[[], object]) -> Iterator[None]:
    """What begins and ends all the time: most of it nothing is answered."""
    over = threading.Event()

    def turns() -> None:
        while not over.is_set():
            begin()
            time.sleep(HELD)
            end()
            time.sleep(BEGUN)

    taking = threading.Thread(target=turns)
    taking.start()
    yield
    over.set()
    taking.join()


@contextmanager
def _slow_file(place: Place, _log: Log) -> Iterator[None]:
    other = sqlite3.connect(str(place.file), isolation_level=None, check_same_thread=False, timeout=10.0)
    with _by_turns(lambda: other.execute("BEGIN IMMEDIATE"), lambda: other.execute("ROLLBACK")):
        yield
    other.close()


@contextmanager
def _slow_server(place: Place, _log: Log) -> Iterator[None]:
    server = _server(place)
    with _by_turns(server.freeze, server.thaw):
        yield


@contextmanager
def _frozen_server(place: Place, _log: Log) -> Iterator[None]:
    _server(place).freeze()
    yield
    _server(place).thaw()


@contextmanager
def _killed_server(place: Place, _log: Log) -> Iterator[None]:
    _server(place).stop("immediate")
    yield
    _server(place).start()


@contextmanager
def _restarted_server(place: Place, _log: Log) -> Iterator[None]:
    _server(place).stop("fast")
    _server(place).start()
    yield


@contextmanager
def _full_server(place: Place, _log: Log) -> Iterator[None]:
    server = _server(place)
    server.stop("fast")
    server.start(LARGEST_FILE)
    asyncio.run(_fill(place.url))
    yield
    server.stop("fast")
    server.start()


async def _fill(url: str) -> None:
    """Votes and proposals until there is no room for another."""
    connection = await asyncpg.connect(url)
    for rows in (5_000, 500, 50, 1):
        member = 0
        try:
            while True:
                await connection.execute(FILL, rows, member + 1, member + rows)
                member += rows
        except asyncpg.PostgresError:
            continue
    await connection.close()


@contextmanager
def _locked_server(place: Place, _log: Log) -> Iterator[None]:
    with asyncio.Runner() as runner:
        connection = runner.run(asyncpg.connect(place.url))
        runner.run(connection.execute("BEGIN"))
        runner.run(connection.execute("LOCK TABLE votes, suggestions IN ACCESS EXCLUSIVE MODE"))
        yield
        runner.run(connection.close())


@contextmanager
def _dropped_connections(place: Place, _log: Log) -> Iterator[None]:
    async def drop() -> None:
        connection = await asyncpg.connect(place.url)
        await connection.execute(DROP)
        await connection.close()

    asyncio.run(drop())
    yield


def _server(place: Place) -> Server:
    assert place.server is not None
    return place.server


FAULTS: Mapping[str, Callable[[Place, Log], AbstractContextManager[None]]] = {
    "SQLite locked by another process": _locked_file,
    "SQLite slow: locked four fifths of the time": _slow_file,
    "SQLite on a full disk": _full_file,
    "PostgreSQL killed, and started later": _killed_server,
    "PostgreSQL restarted": _restarted_server,
    "PostgreSQL frozen": _frozen_server,
    "PostgreSQL slow: frozen four fifths of the time": _slow_server,
    "PostgreSQL with its tables locked": _locked_server,
    "PostgreSQL that drops every connection": _dropped_connections,
    "PostgreSQL on a full disk": _full_server,
}
