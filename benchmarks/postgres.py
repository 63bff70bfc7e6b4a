"""A PostgreSQL server: of our own, to be killed, frozen, filled and started again, or whatever is there to measure."""

from __future__ import annotations

import getpass
import os
import pwd
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

__all__ = ["Server", "a_server", "own_server", "programs"]

NAMED = "MONTAGE_TEST_POSTGRES_URL"
USER = "montage"
#: PostgreSQL does not run as root.
INSTEAD_OF_ROOT = "postgres"


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where there are none."""
    found = shutil.which("initdb")
    where = [Path(found).resolve()] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return where[-1].parent if where else None


class Server:
    """A server in a folder, as it is started and ended."""

    def __init__(self, bin_folder: Path, folder: Path, *, durable: bool) -> None:
        self._bin, self._folder, self._durable = bin_folder, folder, durable
        self._owner = getpass.getuser() if os.getuid() else INSTEAD_OF_ROOT
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"postgresql://{USER}@127.0.0.1:{self._port}/postgres"

    def make(self) -> None:
        shutil.chown(self._folder, self._owner)
        self._run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--wal-segsize=1")

    def start(self, largest: int | None = None) -> None:
        """No file may grow beyond `largest`, which is to PostgreSQL what a full disk is."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder}"
        options += "" if self._durable else " -c fsync=off -c autovacuum=off"
        self._run("pg_ctl", "-l", f"{self._folder}/log", "-w", "-o", options, "start", largest=largest)

    def stop(self, mode: str) -> None:
        """In good order with `fast`, as if it were killed with `immediate`."""
        self._run("pg_ctl", "-m", mode, "-w", "stop")

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        for process in self._processes():
            os.kill(process, number)

    def _processes(self) -> list[int]:
        """The server's process and its children."""
        first = int(Path(self._folder, "data", "postmaster.pid").read_text(encoding="utf-8").split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="utf-8").split()
        return [first, *map(int, children)]

    def _run(self, program: str, *arguments: str, largest: int | None = None) -> None:
        limit = (largest if largest is not None else resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        account = pwd.getpwnam(self._owner)
        is_other = account.pw_uid != os.getuid()
        subprocess.run(
            [str(self._bin / program), "-D", f"{self._folder}/data", *arguments],
            cwd="/",
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, limit),
            user=account.pw_uid if is_other else None,
            group=account.pw_gid if is_other else None,
        )


@contextmanager
def own_server(*, durable: bool = False) -> Iterator[Server]:
    """A server that runs, in a folder that is gone afterwards; a `durable` one waits for the disk as any does."""
    where = programs()
    assert where is not None, "PostgreSQL's programs are not here"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = Server(where, Path(folder), durable=durable)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.thaw()
            server.stop("immediate")


@contextmanager
def a_server() -> Iterator[str | None]:
    """The address of a server to measure on; None where none is named and PostgreSQL's programs are not here."""
    named = os.environ.get(NAMED)
    if named or programs() is None:
        yield named
        return
    with own_server(durable=True) as server:
        yield server.url
