"""A shell for tests: it starts the program as a person or another program would."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

__all__ = ["POSIX", "ROOT", "Running", "Shell"]

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl+C to a whole console")


@dataclass(frozen=True)
class Running:
    """A program that has not ended yet, and its streams."""

    program: subprocess.Popen[bytes]
    typed: IO[bytes]
    shown: IO[bytes]
    errors: IO[bytes]

    def ask(self, question: str) -> dict[str, Any]:
        """The next object the program answers with."""
        self.typed.write(f"{question}\n".encode())
        self.typed.flush()
        return json.loads(self.shown.readline())

    def interrupt(self) -> int:
        """The exit code after Ctrl+C."""
        self.program.send_signal(signal.SIGINT)
        return self.program.wait(timeout=20)


class Shell:
    """Starts the program in an empty folder, with none of the settings of whoever runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ours = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DATABASE_", "DISCORD_", "MONTAGE_"))
        }
        homes = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
        self.environment = {**ours, **homes, "PYTHONPATH": str(ROOT), "BROWSER": "true"}

    def run(
        self, *arguments: str, typed: bytes = b"", settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=typed,
            capture_output=True,
            cwd=self.folder,
            env={**self.environment, **(settings or {})},
            timeout=60,
        )
        out, errors = (stream.decode().replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, errors)

    def objects(self, typed: bytes) -> list[dict[str, Any]]:
        """What `ask --json -` answers to the bytes."""
        done = self.run("ask", "--json", "-", typed=typed)
        assert (done.returncode, done.stderr) == (0, "")
        return [json.loads(line) for line in done.stdout.splitlines()]

    @contextmanager
    def start(self, *arguments: str) -> Iterator[Running]:
        """The program while it runs; it is ended whatever becomes of the test."""
        with subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.environment,
        ) as program:
            assert program.stdin is not None
            assert program.stdout is not None
            assert program.stderr is not None
            try:
                yield Running(program, program.stdin, program.stdout, program.stderr)
            finally:
                program.kill()
