"""Our program, or another bot of discord.py, while it runs against a Discord of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["OURS", "ROOT", "TOKEN", "started"]

BOOT = """
import sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
from {module} import program

place = sys.argv.pop(1)
Route.BASE = "http://" + place + "/api"
DiscordWebSocket.DEFAULT_GATEWAY = URL("ws://" + place + "/gateway")
program()
"""
ROOT = Path(__file__).parents[1]
TOKEN = "right-token"
OURS = "bot.__main__"  # the module whose `program` is started
#: Variables that a program is not given: its settings are its own, and what is installed has its bytecode.
NOT_OURS = ("DATABASE_", "MONTAGE_", "PYTHONDONTWRITEBYTECODE")


@contextmanager
def started(
    place: str, *arguments: str, root: Path = ROOT, module: str = OURS, **settings: str
) -> Iterator[subprocess.Popen[bytes]]:
    """The program against the Discord of that host and port; it is ended whatever becomes of who started it."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
    environment = {**ours, "PYTHONPATH": str(root), "DISCORD_TOKEN": TOKEN}
    command = [sys.executable, "-c", BOOT.format(module=module), place, *arguments]
    here = Path(__file__).parent  # so that Python finds no package of ours but that of the root
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as kept,
        subprocess.Popen(
            command,
            env={**environment, "XDG_DATA_HOME": kept, **settings},
            cwd=here,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as program,
    ):
        try:
            yield program
        finally:
            program.kill()
