"""Starting, and registering the commands, over real sockets; and all that Discord may answer but what is hoped for."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from discord.http import Route
from msgspec.structs import replace

from benchmarks.loopback import BOT_ID, TOKEN, Fault, Loopback
from benchmarks.payloads import GUILD_ID
from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.config import Settings
from bot.discord_app.launch import run, sync
from bot.discord_app.logs import REDACTED, set_up_logging
from bot.errors import MontageBotError, SettingError

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue

LONGEST_SENTENCE = 400  # characters


@pytest.fixture
def on_discord(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Loopback]]:
    """Opens a Discord of our own, with the faults it is given, and sends the bot there."""
    with ExitStack() as stack:

        def opened(**faults: Any) -> Loopback:
            discord = stack.enter_context(Loopback(**faults))
            monkeypatch.setattr(Route, "BASE", f"http://{discord.place}/api")
            return discord

        yield opened


@pytest.fixture(autouse=True)
def same_log_afterwards() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    yield
    root.level, root.handlers = before[0], before[1]


@pytest.mark.parametrize("start", [run, sync])
def test_without_a_token_one_sentence_says_where_to_get_one(start: object, catalogue: Catalogue) -> None:
    assert callable(start)
    with pytest.raises(SettingError, match="DISCORD_TOKEN is not set"):
        start(Settings(), catalogue)


@pytest.mark.parametrize("start", [run, sync])
def test_a_token_discord_does_not_know_is_one_sentence_that_does_not_repeat_it(
    start: Callable[[Settings, Catalogue], None], catalogue: Catalogue, on_discord: Callable[..., Loopback]
) -> None:
    on_discord()
    with pytest.raises(SettingError, match="DISCORD_TOKEN is not a token Discord knows") as raised:
        start(Settings(token="wrong-token"), catalogue)
    assert "wrong-token" not in str(raised.value)


def test_without_discord_one_sentence_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9")
    with pytest.raises(MontageBotError, match="cannot be reached"):
        sync(Settings(token=TOKEN), catalogue)


LOGIN, APPLICATION, GATEWAY = "/users/@me$", "/oauth2/applications/@me$", "/gateway/bot$"
WEB_PAGE = Fault(200, "<html>Log in to the network of this hotel</html>", "text/html")


@pytest.mark.parametrize(
    ("path", "fault", "says"),
    [
        (LOGIN, Fault(404), "404"),
        (LOGIN, Fault(429), "wait some minutes"),
        (LOGIN, Fault(500), "a failure of its own"),
        (LOGIN, Fault(503), "a failure of its own"),
        (LOGIN, WEB_PAGE, "cannot be read"),
        (LOGIN, Fault(200, "{"), "cannot be read"),
        (LOGIN, Fault(200, "[]"), "cannot be read"),
        (LOGIN, Fault(403, "<html>" + "x" * 10_000, "text/html"), "403"),
        (APPLICATION, Fault(401), "DISCORD_TOKEN"),
        (APPLICATION, Fault(500), "a failure of its own"),
        (APPLICATION, Fault(200, "{}"), "cannot be read"),
        (GATEWAY, Fault(401), "DISCORD_TOKEN"),
        (GATEWAY, Fault(503), "a failure of its own"),
        (GATEWAY, Fault(200, "{}"), "cannot be read"),
    ],
)
def test_whatever_discord_answers_at_a_start_is_one_sentence(
    catalogue: Catalogue,
    on_discord: Callable[..., Loopback],
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    fault: Fault,
    says: str,
) -> None:
    on_discord(faults={path: fault})
    hurry(monkeypatch)
    with pytest.raises(MontageBotError, match=says) as raised:
        run(Settings(token=TOKEN), catalogue)
    assert_one_sentence(str(raised.value))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (4004, "DISCORD_TOKEN"),
        (4010, "SHARD_COUNT"),
        (4011, "SHARD_COUNT"),
        (4012, "update Montage Bot"),
        (4013, "events"),
        (4014, "events"),
    ],
)
def test_whatever_closes_the_gateway_for_good_is_one_sentence(
    catalogue: Catalogue, on_discord: Callable[..., Loopback], code: int, says: str
) -> None:
    on_discord(close_code=code)
    with pytest.raises(MontageBotError, match=says) as raised:
        run(Settings(token=TOKEN), catalogue)
    assert_one_sentence(str(raised.value))


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault(400, '{"message": "Invalid Form Body", "code": 50035}'), "400: Invalid Form Body"),
        (Fault(403), "403"),
        (Fault(404), "404"),
        (Fault(429), "wait some minutes"),
        (Fault(500), "a failure of its own"),
        (Fault(503), "a failure of its own"),
        (WEB_PAGE, "cannot be read"),
    ],
)
def test_whatever_discord_answers_to_the_commands_is_one_sentence_that_blames_no_server(
    catalogue: Catalogue, on_discord: Callable[..., Loopback], monkeypatch: pytest.MonkeyPatch, fault: Fault, says: str
) -> None:
    on_discord(faults={"^PUT ": fault})
    hurry(monkeypatch)
    with pytest.raises(MontageBotError, match=says) as raised:
        sync(Settings(token=TOKEN), catalogue)
    assert_one_sentence(str(raised.value))
    assert "MONTAGE_GUILD" not in str(raised.value)


@pytest.mark.parametrize("status", [403, 404])
def test_sync_to_a_server_the_bot_is_not_on_says_what_to_do(
    catalogue: Catalogue, on_discord: Callable[..., Loopback], status: int
) -> None:
    on_discord(faults={"^PUT ": Fault(status)})
    with pytest.raises(SettingError, match="invite it there first"):
        sync(Settings(token=TOKEN), catalogue, 404)


@pytest.mark.parametrize(
    ("arguments", "discord"),
    [(["run"], Loopback(faults={GATEWAY: Fault(503)})), (["sync"], Loopback(faults={"^PUT ": Fault(503)}))],
    ids=["run", "sync"],
)
def test_the_program_tells_it_without_a_traceback_and_exits_with_2(arguments: list[str], discord: Loopback) -> None:
    with discord, discord.program(*arguments, MONTAGE_LOG_LEVEL="ERROR") as program:
        shown, errors = program.communicate(timeout=20)
    assert (program.returncode, shown) == (2, b"")
    assert_one_sentence(errors.decode().removesuffix("\n"))


@pytest.mark.parametrize(
    ("guild", "path", "where"),
    [(None, "/applications/1/commands", "every server"), (7, "/applications/1/guilds/7/commands", "server 7")],
)
def test_sync_registers_the_commands_once_says_how_many_and_leaves(
    catalogue: Catalogue,
    on_discord: Callable[..., Loopback],
    capsys: pytest.CaptureFixture[str],
    guild: int | None,
    path: str,
    where: str,
) -> None:
    discord = on_discord()
    sync(Settings(token=TOKEN), catalogue, guild)
    assert discord.registered == [path]
    assert f"3 commands registered for {where}." in capsys.readouterr().out


def test_the_password_of_the_database_is_in_no_line_of_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgres://maya:p%40ssword@db/bot"
    set_up_logging(Settings(database=url))
    logging.getLogger("x").error("cannot reach %s (%s or %s)", url, "p%40ssword", "p@ssword")
    assert f"cannot reach {REDACTED} ({REDACTED} or {REDACTED})" in capsys.readouterr().err


def test_an_address_of_no_database_is_one_sentence_at_the_start(catalogue: Catalogue) -> None:
    with pytest.raises(SettingError, match="DATABASE_URL") as raised:
        run(Settings(token=TOKEN, database="mysql://maya:password@db/bot"), catalogue)
    assert "password@" not in str(raised.value).replace("user:password@host", "")


def test_some_of_the_shards_on_a_file_is_one_sentence_at_the_start(catalogue: Catalogue) -> None:
    with pytest.raises(SettingError, match="DATABASE_URL has to name a PostgreSQL server") as raised:
        run(Settings(token=TOKEN, shard_count=4, shard_ids=(0, 1)), catalogue)
    assert_one_sentence(str(raised.value))


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """discord.py asks five times for what fails, with 25 seconds in all between; nobody waits for that here."""
    sleep = asyncio.sleep
    monkeypatch.setattr(asyncio, "sleep", lambda _seconds: sleep(0))


def assert_one_sentence(text: str) -> None:
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < LONGEST_SENTENCE


async def test_what_a_server_has_decided_holds_for_the_first_who_asks_after_a_start(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite3"
    async with Store.at(Address(file)) as store:
        await store.settings.change(int(GUILD_ID), lambda settings: replace(settings, mentions=False))

    def first_asked() -> set[str]:
        with Loopback() as discord, discord.program("run", DATABASE_URL=f"sqlite:///{file}"):
            discord.wait_until_ready()
            mention, command = discord.say(f"<@{BOT_ID}> top ten"), discord.command("song", film="Rocky")
            discord.inbox.waited([command])
            time.sleep(0.5)
            return {mention} & discord.answered

    assert await asyncio.to_thread(first_asked) == set()
