"""A PostgreSQL server to measure on: the one that is named, or one of our own that is gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["a_server"]

NAMED = "MONTAGE_TEST_POSTGRES_URL"
USER, DATABASE = "montage", "postgres"


@contextmanager
def a_server() -> Iterator[str | None]:
    """Its address; None where none is named and PostgreSQL's programs are not here. It spares itself no disk."""
    named, programs = os.environ.get(NAMED), _programs()
    if named or programs is None:
        yield named
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        owner, port = _owner(), _free_port()
        if owner:
            shutil.chown(folder, owner)
        data, options = (
            Path(folder) / "data",
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}",
        )
        _run(owner, programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8")
        _run(owner, programs / "pg_ctl", "-D", data, "-l", Path(folder) / "log", "-w", "start", "-o", options)
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}/{DATABASE}"
        finally:
            _run(owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _programs() -> Path | None:
    found = shutil.which("initdb") or max(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), default=None)
    return Path(found).resolve().parent if found else None


def _owner() -> str | None:
    """As whom it runs, who is root: PostgreSQL will not run as that."""
    return pwd.getpwnam("postgres").pw_name if os.getuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _run(owner: str | None, *command: str | Path) -> None:
    subprocess.run([*map(str, command)], user=owner, cwd="/", check=True, stdout=subprocess.DEVNULL)
