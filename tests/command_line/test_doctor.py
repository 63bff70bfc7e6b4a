"""What `doctor` finds, and that each finding says what to do."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from shell import ROOT, Shell

from benchmarks.loopback import Fault, Loopback
from benchmarks.payloads import APPLICATION, ME
from bot.command_line.doctor import examine
from bot.command_line.findings import Finding, State
from bot.command_line.kept import SENTENCES
from bot.community.store.inspection import Found
from bot.config import Settings
from tests.community.refusing import refusing

SHAPED = "MTQwMDAwMDAwMDAwMDAwMDAw.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"
LONG_AGO = {"Date": "Thu, 01 Jan 2026 00:00:00 GMT"}
GATEWAY = {"url": "ws://127.0.0.1", "shards": 3, "session_start_limit": {"remaining": 7}}


def found(settings: Settings, what: str) -> Finding:
    """The first finding about it."""
    return next(finding for finding in examine(settings, network=False) if finding.what == what)


@pytest.mark.parametrize(
    ("token", "state", "says"),
    [
        (None, State.MIND, "DISCORD_TOKEN is not set"),
        (SHAPED, State.WELL, "has the shape of one"),
        ("1400000000000000000", State.WRONG, "is a number"),
        ("a" * 32, State.WRONG, "client secret"),
        ("a.b", State.WRONG, "no two dots"),
        ("a.b.c", State.WRONG, "does not begin as a token does"),
    ],
)
def test_the_shape_of_a_token_is_judged_and_the_token_not_repeated(token: str | None, state: State, says: str) -> None:
    finding = found(Settings(token=token), "token")
    assert finding.state is state
    assert says in finding.sentence
    assert finding.state is State.WELL or "Reset Token" in finding.sentence
    assert token is None or token not in str(finding).replace("a token", "")


def test_a_slip_is_told() -> None:
    assert found(Settings(slips=("MONTAGE_X is no setting.",)), "settings").state is State.MIND
    assert found(Settings(), "settings").state is State.WELL


def test_no_intent_has_to_be_granted() -> None:
    assert found(Settings(), "intents").sentence.startswith("guilds, guild_messages, dm_messages;")


def test_data_with_faults_is_wrong_and_the_line_is_told(tmp_path: Path) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    assert found(Settings(data=data), "catalogue").state is State.WELL
    path = data / "lists" / "stallonezone-2010.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    finding = found(Settings(data=data), "catalogue")
    assert finding.state is State.WRONG
    assert f"{path}:" in finding.sentence


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    assert found(Settings(), "cache").state is State.MIND
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert found(Settings(), "cache").state is State.WELL
    assert found(Settings(database=f"sqlite:///{in_the_way}/votes.sqlite3"), "database").state is State.WRONG
    assert found(Settings(database=f"sqlite:///{tmp_path}/new/votes.sqlite3"), "database").state is State.WELL
    assert not (tmp_path / "new").exists(), "looking makes nothing"


def test_an_address_of_no_database_is_wrong_and_no_password_is_told() -> None:
    finding = found(Settings(database="mysql://maya:geheim@db/bot"), "database")
    assert finding.state is State.WRONG
    assert "geheim" not in finding.sentence


@pytest.mark.parametrize(
    ("code", "says"),
    [("28P01", "the password in DATABASE_URL"), ("28000", "CREATE ROLE"), ("3D000", "CREATE DATABASE"), ("XX", "log")],
)
def test_a_server_that_lets_the_bot_not_in_is_wrong_and_no_password_is_told(code: str, says: str) -> None:
    with refusing(code) as port:
        finding = found(Settings(database=f"postgresql://maya:geheim@127.0.0.1:{port}/bot"), "database")
    assert finding.state is State.WRONG
    assert says in finding.sentence
    assert "geheim" not in finding.sentence


@pytest.mark.parametrize("what", Found)
def test_whatever_is_found_of_a_database_has_its_sentence_and_what_is_wrong_says_what_to_do(what: Found) -> None:
    state, sentence = SENTENCES[what]
    assert sentence.endswith(".")
    assert state is State.WELL or ":" in sentence or "log" in sentence


def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/new/votes.sqlite3"
    assert found(Settings(database=url), "database").state is State.WELL
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=2_000_000))
    finding = found(Settings(database=url), "database")
    assert finding.state is State.WRONG
    assert finding.sentence.startswith("only 2 MB are free")


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Settings(), "as many as Discord recommends"),
        (Settings(shard_count=4), "opens all 4"),
        (Settings(shard_count=4, shard_ids=(1, 3)), "of 4, this process opens 1, 3;"),
    ],
)
def test_which_shards_are_opened_is_told(settings: Settings, says: str) -> None:
    assert says in found(settings, "shards").sentence


def test_processes_that_share_the_shards_have_to_share_a_server() -> None:
    alone = found(Settings(shard_count=4, shard_ids=(1,)), "database")
    assert alone.state is State.WRONG
    with refusing("57P03") as port:  # it starts just now
        url = f"postgresql://maya@127.0.0.1:{port}/bot"
        shared = found(Settings(database=url, shard_count=4, shard_ids=(1,)), "database")
    assert shared.state is State.MIND


def test_a_clock_before_the_files_of_the_program_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(Settings(), "clock").state is State.WELL
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert found(Settings(), "clock").state is State.WRONG


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        finding = found(Settings(metrics_port=door.getsockname()[1]), "metrics")
    assert finding.state is State.MIND
    assert "MONTAGE_METRICS_PORT" in finding.sentence


def findings(faults: Mapping[str, Fault]) -> tuple[int, dict[str, str]]:
    """What the program says when it looks at a Discord with those faults: its exit code, and each last line."""
    with Loopback(faults=faults) as discord, discord.program("doctor", "--network") as program:
        shown, errors = program.communicate(timeout=30)
    assert errors == b""
    lines = [line.split(":", 1) for line in shown.decode().splitlines()]
    return program.returncode, dict(lines)


def test_what_discord_tells_is_told() -> None:
    code, lines = findings({})
    assert code == 1, "what the Discord of the tests takes for a token has no shape of one"
    assert lines["ok     Discord"] == " it lets Montage Bot in, and recommends 1 shard(s)."
    assert lines["ok     clock"].startswith((" 0 s ", " 1 s "))
    assert "mind   intents" not in lines


def test_a_wrong_clock_few_starts_and_intents_that_nobody_needs_are_told() -> None:
    application = APPLICATION | {"flags": 1 << 19}  # message content, as small bots have it
    _, lines = findings(
        {
            "/users/@me$": Fault(200, json.dumps(ME), headers=LONG_AGO),
            "/oauth2/applications/@me$": Fault(200, json.dumps(application), headers=LONG_AGO),
            "/gateway/bot$": Fault(200, json.dumps(GATEWAY), headers=LONG_AGO),
        }
    )
    assert lines["wrong  clock"].endswith(" s ahead of Discord's: set it.")
    assert lines["mind   starts"].startswith(" only 7 connections")
    assert lines["mind   intents"].startswith(" message content granted, though not needed")


def test_a_token_discord_does_not_know_is_wrong() -> None:
    _, lines = findings({"/users/@me$": Fault(401)})
    assert lines["wrong  Discord"].startswith(" DISCORD_TOKEN is not a token Discord knows")


@pytest.mark.skipif(os.name != "posix", reason="one system is enough to start the program on")
def test_the_program_says_a_line_each_and_exits_with_1_when_something_is_wrong(shell: Shell) -> None:
    well = shell.run("doctor", settings={"DISCORD_TOKEN": SHAPED})
    assert (well.returncode, well.stderr) == (0, "")
    assert {line.split()[0] for line in well.stdout.splitlines()} == {"ok"}
    assert shell.run("doctor", settings={"DISCORD_TOKEN": "12345"}).returncode == 1
