"""What the bot tells of itself at its port: whether it serves, and figures, of a bounded number of kinds."""

from __future__ import annotations

import json
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from math import inf

import pytest
from prometheus_client.parser import text_string_to_metric_families as families_in

from benchmarks.loopback import BOT_ID, ROOT, Fault, Loopback, Mishap
from bot.discord_app.asked import Way
from bot.discord_app.shards import LATEST_HEARTBEAT, ShardState
from bot.language.question import Intent

WAYS = {*Way, "nobody"}
SHELVES = {path.stem for path in (ROOT / "bot" / "community" / "store").glob("*.py")}


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Port:
    """What is served at a port of this computer."""

    def __init__(self, port: int) -> None:
        self.number = port

    def read(self, path: str) -> tuple[int, str]:
        """Status and body; 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.number}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except OSError:
            return 0, ""

    def health(self) -> int:
        return self.read("/healthz")[0]

    def figure(self, name: str, **labels: str) -> float:
        """The sum of what has these labels."""
        families = families_in(self.read("/metrics")[1])
        samples = [sample for family in families for sample in family.samples if sample.name == name]
        return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())


def until(true: Callable[[], bool], seconds: float = 15.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


@pytest.fixture
def port() -> Port:
    return Port(free_port())


def test_it_is_well_only_while_every_shard_is_connected(port: Port) -> None:
    with Loopback(shards=2) as discord, discord.program("run", MONTAGE_METRICS_PORT=str(port.number)) as program:
        assert until(lambda: port.health() == 503), "the port answers before Discord does"
        discord.wait_until_ready()
        assert until(lambda: port.health() == 200)
        discord.drop(refused=True)
        assert until(lambda: port.health() == 503, 3.0)
        faults = json.loads(port.read("/healthz")[1])["faults"]
        assert faults == ["shard 0 is not connected", "shard 1 is not connected"]
        assert port.figure("montage_healthy") == 0
        assert port.figure("montage_shard_connected") == 0
        discord.drop(refused=False)
        assert until(lambda: port.health() == 200, 40.0)
        assert port.figure("montage_shard_connected", shard="1") == 1
        assert program.poll() is None


def test_it_is_well_again_once_what_was_dropped_is_resumed(port: Port) -> None:
    with Loopback() as discord, discord.program("run", MONTAGE_METRICS_PORT=str(port.number)):
        discord.wait_until_ready()
        assert until(lambda: port.health() == 200)
        discord.drop(refused=False)
        discord.wait_for_connections(2)
        assert until(lambda: port.health() == 200)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (ShardState(3, True, 0.1, 41.0, 41.25), ""),
        (ShardState(3, True, inf, 0.0, 41.25), ""),
        (ShardState(3, True, 0.1, 41.25 + LATEST_HEARTBEAT + 1, 41.25), "shard 3 had no answer to its heartbeat"),
        (ShardState(3, False, 0.1, 1.0, 41.25), "shard 3 is not connected"),
        (ShardState(3, False, inf, inf, 0.0), "shard 3 is not connected"),
    ],
)
def test_a_connection_over_which_nothing_comes_is_not_well(state: ShardState, says: str) -> None:
    assert state.fault.startswith(says)
    assert bool(state.fault) is bool(says)


def test_what_is_asked_is_counted_by_way_intent_and_outcome_and_by_nobody(port: Port) -> None:
    with Loopback() as discord, discord.program("run", MONTAGE_METRICS_PORT=str(port.number)):
        discord.wait_until_ready()
        asked = {
            discord.say(f"<@{BOT_ID}> which song plays in Rocky?", 4711),
            discord.say("what is the capital of Peru?", 4711, channel="90", direct=True),
            discord.command("song", film="Rocky"),
            discord.click("montage:sources:v1:rocky"),
            discord.click("montage:vote:v1:rocky"),
            discord.type("song", "film", "rock"),
        }
        assert until(lambda: asked <= discord.answered)
        assert until(lambda: port.figure("montage_understanding_seconds_count") == 6)
        assert port.figure("montage_questions_total", way="message", intent="song_of_montage", outcome="answer") == 1
        assert port.figure("montage_questions_total", way="message", outcome="unknown") == 1
        assert port.figure("montage_questions_total", way="command", outcome="answer") == 1
        assert port.figure("montage_unknown_ratio") == pytest.approx(1 / 3)
        assert {way: port.figure("montage_understanding_seconds_count", way=way) for way in Way} == {
            Way.MESSAGE: 2,
            Way.COMMAND: 1,
            Way.CLICK: 2,
            Way.TYPING: 1,
        }
        assert port.figure("montage_discord_seconds_count", what="interaction", outcome="taken") == 4
        assert port.figure("montage_discord_seconds_count", what="message", outcome="taken") == 2
        assert port.figure("montage_failures_total") == 0
        assert port.figure("montage_database_seconds_count", shelf="votes", outcome="done") == 1
        assert port.figure("montage_database_seconds_count", shelf="settings", outcome="done") > 0
        assert port.figure("montage_database_seconds_count", outcome="failed") == 0
        assert port.figure("montage_catalogue_montages") > 300
        assert port.figure("montage_servers") == 1
        assert until(lambda: port.figure("montage_loop_delay_seconds_count") > 0)
        figures = port.read("/metrics")[1]
    assert "4711" not in figures
    assert "Peru" not in figures
    labels = {(name, value) for name, value in re.findall(r'(\w+)="([^"]*)"', figures) if name not in ("le", "version")}
    known = {"way": WAYS, "intent": {*Intent}, "what": {"interaction", "message", "followup", "other"}, "shard": {"0"}}
    known |= {"outcome": {"answer", "choice", "unknown", "taken", "refused", "busy", "failed", "lost", "done"}}
    known |= {"shelf": SHELVES}
    assert all(value in known[name] for name, value in labels)


@pytest.mark.parametrize(
    ("mishap", "outcome"),
    [
        (Mishap(Fault(500)), "failed"),
        (Mishap(Fault(429, "<html>", "text/html", {"Retry-After": "0.1"})), "busy"),
        (Mishap(read=False), "lost"),
        (Mishap(Fault(400, '{"message": "Invalid Form Body", "code": 50035}')), "refused"),
    ],
    ids=["500", "429", "reset", "400"],
)
def test_what_discord_does_not_take_is_counted(port: Port, mishap: Mishap, outcome: str) -> None:
    with Loopback(mishap=mishap) as discord, discord.program("run", MONTAGE_METRICS_PORT=str(port.number)):
        discord.wait_until_ready()
        assert until(lambda: port.health() == 200)
        asked = discord.command("song", film="Rocky")
        assert until(lambda: asked in discord.answered)
        assert port.figure("montage_discord_seconds_count", what="interaction", outcome=outcome) == 1
        failed = float(outcome == "refused")
        assert until(lambda: port.figure("montage_failures_total", way="command") == failed)


def test_a_port_that_is_taken_is_one_sentence_that_names_the_variable() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        with Loopback() as discord, discord.program("run", MONTAGE_METRICS_PORT=str(port)) as program:
            shown, errors = program.communicate(timeout=20)
    assert (program.returncode, shown) == (2, b"")
    assert errors.decode().startswith(f"MONTAGE_METRICS_PORT: port {port} of 127.0.0.1 cannot be used")
    assert errors.count(b"\n") == 1
