"""What the tests ask: a plugin for pytest that writes down every question read while they run."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    import pytest

    from bot.language.context import Context

ROOT = Path(__file__).resolve().parents[1]
#: Tests that ask what people might; those left out ask whatever characters and words chance brings.
TESTS = ("tests/language", "tests/answers", "tests/discord_app", "tests/command_line")
LEFT_OUT = ("tests/answers/test_any_text.py", "tests/language/test_folding.py")
_FILE = "QUESTIONS_RECORDED_IN"


def asked_by_tests() -> list[tuple[str, Context]]:
    """Every question of the tests with what was answered before it, once each."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "asked"
        left_out = [f"--ignore={path}" for path in LEFT_OUT]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.recorded", *left_out, *TESTS]
        subprocess.run(command, cwd=ROOT, env=os.environ | {_FILE: str(file)}, stdout=subprocess.DEVNULL)
        return pickle.loads(file.read_bytes())  # noqa: S301 - written by ourselves a moment ago


def pytest_configure(config: pytest.Config) -> None:
    """Puts an ear to every reader there will be, and has what it heard written down at the end."""
    from bot.language.context import NO_CONTEXT
    from bot.language.reader import Account, Reader

    heard: dict[tuple[str, Context], None] = {}
    account = Reader.account

    def listening(self: Reader, text: str, context: Context = NO_CONTEXT) -> Account:
        heard[text, context] = None
        return account(self, text, context)

    Reader.account = listening
    config.add_cleanup(lambda: _write_down(list(heard)))


def _write_down(heard: list[tuple[str, Context]]) -> None:
    plain = [(text, replace(context, rows=tuple(context.rows))) for text, context in heard]
    Path(os.environ[_FILE]).write_bytes(pickle.dumps(plain))
