"""The other commands, and what happens when the program is called in a wrong way."""

from __future__ import annotations

import csv
import json
import re
import shutil
import signal
import urllib.request
from pathlib import Path

import pytest
from msgspec.structs import replace
from shell import POSIX, ROOT, Shell

from bot import __version__
from bot.command_line.counts import show
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.statistics import statistics

A_LINE_AT_MOST = 400  # characters of a sentence on standard error


def test_a_reader_who_has_seen_enough_ends_the_program_quietly(shell: Shell) -> None:
    with shell.start("export") as running:
        running.shown.close()
        assert running.errors.read() == b""
        assert running.program.wait(timeout=10) == 0


def test_check_praises_the_data_that_came_along(shell: Shell) -> None:
    done = shell.run("check")
    assert done.returncode == 0
    assert re.fullmatch(
        rf"No faults in {re.escape(str(ROOT / 'data'))}: \d+ montages of \d+ films, \d+ lists\.\n", done.stdout
    )


def test_check_names_file_and_line_of_every_fault(shell: Shell, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    eighties = data / "montages" / "1980s.yaml"
    lines = eighties.read_text(encoding="utf-8").splitlines(keepends=True)
    years = [number for number, line in enumerate(lines) if line.startswith("    year: ")][:2]
    for number in years:
        lines[number] = "    year: nineteen\n"
    eighties.write_text("".join(lines), encoding="utf-8")
    for arguments, settings in ((["check", str(data)], {}), (["check"], {"MONTAGE_DATA": str(data)})):
        done = shell.run(*arguments, settings=settings)
        assert done.returncode == 1
        assert all(f"{eighties}:{number + 1}: " in done.stdout for number in years)
        assert done.stdout.endswith(f"2 faults to mend in {data}.\n")


def test_check_looks_at_addresses_only_when_asked_to(shell: Shell, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    path = data / "lists" / "stallonezone-2010.yaml"
    text = re.sub(r"^url: .*$", "url: https://nowhere/a", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    assert shell.run("check", str(data)).returncode == 0
    done = shell.run("check", "--links", str(data))
    assert done.returncode == 1
    assert "leads to no site (“nowhere”)" in done.stdout
    assert done.stdout.endswith(f"1 fault to mend in {data}.\n")


def test_what_no_page_confirms_is_counted_by_name(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    counts = statistics(catalogue)
    for ids, says in (
        ((), "Each montage is confirmed by a page we have read, or part of it is.\n"),
        (("up",), "1 montage is confirmed by no page we have read: up.\n"),
        (("up", "fame"), "2 montages are confirmed by no page we have read: up, fame.\n"),
    ):
        show(replace(counts, without_source=ids))
        assert capsys.readouterr().out.endswith(says)


def test_check_of_an_empty_name_says_which_folder_it_read(shell: Shell) -> None:
    done = shell.run("check", "")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{shell.folder / 'montages'}: ") or done.stdout.startswith(
        f"{shell.folder / 'lists'}: "
    )
    assert done.stdout.endswith(f" to mend in {shell.folder}.\n")


def test_export_gives_all_of_the_catalogue(shell: Shell) -> None:
    whole = json.loads(shell.run("export", "--format", "json").stdout)
    rows = list(csv.DictReader(shell.run("export", "--format", "csv").stdout.splitlines()))
    montages = [montage for film in whole["films"] for montage in film["montages"]]
    assert {row["montage"] for row in rows} == {montage["id"] for montage in montages}
    assert len(montages) > 300


def test_stats_count_decades_kinds_and_confidence(shell: Shell) -> None:
    done = shell.run("stats")
    assert done.returncode == 0
    for word in ("1980s", "training", "Confidence", "high", "medium", "█", "a page we have read"):
        assert word in done.stdout


def test_the_version_is_that_of_the_package(shell: Shell) -> None:
    assert shell.run("--version").stdout == f"montage-bot {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "settings", "named"),
    [
        (["run"], {}, "DISCORD_TOKEN"),
        (["sync"], {}, "DISCORD_TOKEN"),
        (["run"], {"DISCORD_TOKEN": "two words"}, "DISCORD_TOKEN"),
        (["run"], {"DISCORD_TOKEN": "rung\a"}, "DISCORD_TOKEN"),
        (["ask", "hello"], {"MONTAGE_DATA": "nowhere"}, "MONTAGE_DATA"),
        (["ask", "hello"], {"MONTAGE_DATA": "~nosuchuser/x"}, "MONTAGE_DATA"),
        (["ask", "hello"], {"MONTAGE_DATA": "x" * 5000}, "MONTAGE_DATA"),
        (["check", "x" * 5000], {}, "xxx"),
        (["preview"], {"MONTAGE_PREVIEW_PORT": "http"}, "MONTAGE_PREVIEW_PORT"),
        (["preview", "--port", "70000"], {}, "--port"),
        (["sync", "--guild", "my server"], {}, "--guild"),
        (["export", "--format", "xml"], {}, "--format"),
        (["dance"], {}, "dance"),
        (["check", "--strict"], {}, "--strict"),
    ],
    ids=lambda value: " ".join(value) or "-" if isinstance(value, list | dict) else "",
)
def test_a_mistake_is_one_line_that_names_what_to_mend(
    shell: Shell, arguments: list[str], settings: dict[str, str], named: str
) -> None:
    done = shell.run(*arguments, settings=settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < A_LINE_AT_MOST
    assert not any(text in done.stderr for text in ("two words", "rung", "\a"))


def test_data_that_cannot_be_loaded_is_named_fault_by_fault(shell: Shell, tmp_path: Path) -> None:
    done = shell.run("ask", "hello", settings={"MONTAGE_DATA": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "montages") in done.stderr


@POSIX
def test_without_a_token_the_program_opens_the_preview_on_this_computer_only(shell: Shell) -> None:
    with shell.start() as running:
        address = re.search(r"http://127\.0\.0\.1:\d+\S*", running.shown.readline().decode())
        assert address is not None
        with urllib.request.urlopen(address[0], timeout=10) as page:  # noqa: S310  the pattern lets only http through
            assert page.headers.get_content_type() == "text/html"
        assert running.interrupt() in {0, 128 + signal.SIGINT}
        assert b"Traceback" not in running.errors.read()
