"""Streams that are closed, full or no streams at all; folders that are shut; text that would steer the terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from shell import POSIX, ROOT, Shell

from bot.__main__ import main
from bot.config import Settings
from bot.errors import SettingError

NOBODY = 65534  # the user of that name on most systems
FULL = "Standard output cannot be used: No space left on device."
NO_INPUT, NO_OUTPUT = "Standard input cannot be used: it is closed.", "Standard output cannot be used: it is closed."
STEERING = ("\x1b", "\x9b", "\x07")


def redirected(
    shell: Shell, redirection: str, *arguments: str, unbuffered: str = ""
) -> subprocess.CompletedProcess[str]:
    """The program, with its streams as the shell's own redirection makes them."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=shell.folder,
        env={**shell.environment, "PYTHONUNBUFFERED": unbuffered},
        timeout=60,
    )


@POSIX
@pytest.mark.parametrize(
    ("redirection", "arguments", "says"),
    [
        (">/dev/full", ["ask", "top 3"], FULL),
        (">/dev/full", ["check"], FULL),
        (">/dev/full", ["stats"], FULL),
        (">/dev/full", ["export"], FULL),
        (">/dev/full", ["chat"], FULL),
        (">/dev/full", ["--help"], FULL),
        (">&-", ["ask", "top 3"], NO_OUTPUT),
        (">&-", ["export"], NO_OUTPUT),
        (">&-", ["--help"], NO_OUTPUT),
        ("<&-", ["ask", "-"], NO_INPUT),
        ("<&-", ["chat"], NO_INPUT),
        ("<&- >&-", ["ask", "-"], NO_INPUT),
        ("2>&-", ["run"], ""),
        ("2>/dev/full", ["run"], ""),
    ],
    ids=str,
)
def test_a_stream_that_is_closed_or_full_is_one_sentence(
    shell: Shell, redirection: str, arguments: list[str], says: str
) -> None:
    done = redirected(shell, redirection, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == (1 if says else 0)


@POSIX
@pytest.mark.parametrize("arguments", [["ask", "top 3"], ["export"], ["--version"]], ids=str)
def test_a_full_disk_is_told_of_a_stream_without_a_buffer_too(shell: Shell, arguments: list[str]) -> None:
    done = redirected(shell, ">/dev/full", *arguments, unbuffered="1")
    assert (done.returncode, done.stderr) == (2, f"{FULL}\n")


@POSIX
@pytest.mark.parametrize("redirection", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_closed_stream_that_is_not_needed_harms_nothing(shell: Shell, redirection: str) -> None:
    done = redirected(shell, redirection, "ask", "what song plays in the karate kid")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Joe Esposito" in done.stdout


@POSIX
def test_a_reader_who_has_seen_enough_of_the_counts_ends_the_program_quietly(shell: Shell) -> None:
    with shell.start("stats") as running:
        running.shown.close()
        assert running.errors.read() == b""
        assert running.program.wait(timeout=10) == 0


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    """The folder as one finds it who may not enter it; root may enter any, and is somebody else for the while."""
    is_root = os.geteuid() == 0
    folder.chmod(0)
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)


@POSIX
def test_a_folder_one_may_not_enter_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "data")]) == 0  # what it needs is loaded by who may enter where the program lies
    capsys.readouterr()
    with shut(tmp_path):
        assert main(["check", str(tmp_path / "data")]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"“{tmp_path / 'data'}” cannot be used: Permission denied.\n")


@POSIX
def test_settings_in_a_folder_one_may_not_enter_are_told_or_none(tmp_path: Path) -> None:
    with shut(tmp_path):
        assert Settings.from_environment({}, tmp_path / ".env") == Settings()
        with pytest.raises(SettingError, match="MONTAGE_DATA has to be a folder"):
            Settings.from_environment({"MONTAGE_DATA": str(tmp_path / "data")})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data that came along, to be spoilt."""
    return shutil.copytree(ROOT / "data", tmp_path / "data")


@POSIX
def test_a_data_file_whose_name_is_no_text_is_one_sentence(shell: Shell, data: Path) -> None:
    eighties = data / "montages" / "1980s.yaml"
    eighties.rename(eighties.with_name(os.fsdecode(b"19\xff80s.yaml")))
    done = shell.run("ask", "top 3", settings={"MONTAGE_DATA": str(data)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "The file's name is not UTF-8 text; rename it." in done.stderr


def test_no_fault_of_a_data_file_steers_the_terminal(shell: Shell, data: Path) -> None:
    eighties = data / "montages" / "1980s.yaml"
    spoilt = eighties.read_text("utf-8").replace("kind: training", r'kind: "\e[2J\e]0;mine\atraining\x9b5m"', 1)
    eighties.write_text(spoilt, "utf-8")
    checked, asked = shell.run("check", str(data)), shell.run("ask", "top 3", settings={"MONTAGE_DATA": str(data)})
    for text in (checked.stdout, asked.stderr):
        assert "“kind” cannot be “training”" in text
        assert not any(each in text for each in STEERING)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "\x1b[2J\x1b]0;mine\a what song plays in \x9b5mfame"],
        ["check", "--\x1b[2Jstrict"],
        ["ask", "--why", "\x1b[31mtop 3"],
    ],
)
def test_no_question_and_no_option_steers_the_terminal(shell: Shell, arguments: list[str]) -> None:
    done = shell.run(*arguments)
    assert done.stdout or done.stderr
    assert not any(each in done.stdout + done.stderr for each in STEERING)


@POSIX
def test_what_is_exported_to_a_terminal_does_not_steer_it(shell: Shell, data: Path) -> None:
    eighties = data / "montages" / "1980s.yaml"
    eighties.write_text(re.sub(r"setting: (.+)", r'setting: "\\e[2J\1"', eighties.read_text("utf-8"), count=1), "utf-8")
    environment = {**shell.environment, "MONTAGE_DATA": str(data)}
    command = [sys.executable, "-m", "bot", "export", "--format", "csv"]
    on_terminal = [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *command]
    shown, piped = (
        subprocess.run(each, stdin=subprocess.DEVNULL, capture_output=True, cwd=shell.folder, env=environment).stdout
        for each in (on_terminal, command)
    )
    assert b"Rocky" in shown
    assert b"\x1b" not in shown
    assert b"\x1b" in piped  # other programs get what the files say
