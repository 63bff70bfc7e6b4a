"""Starting, and registering the commands, against a small HTTP server on this machine that speaks for Discord."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import msgspec
import pytest
from discord.http import Route

from bot.config import Settings
from bot.discord_app.launch import run, sync
from bot.discord_app.logs import REDACTED, RedactingFormatter
from bot.errors import MontageBotError, SettingError

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue

TOKEN = "right-token"
ME = {"id": "1", "username": "Montage Bot", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {"id": "1", "name": "Montage Bot", "icon": None, "description": "", "bot_public": True, "verify_key": ""}
APPLICATION |= {"bot_require_code_grant": False, "summary": "", "owner": ME, "flags": 0}


class Discord(BaseHTTPRequestHandler):
    """Knows one token, one application, and one server that is not the bot's: number 404."""

    registered: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        if self.headers["Authorization"] != f"Bot {TOKEN}":
            return self._reply(401, {"message": "401: Unauthorized", "code": 0})
        return self._reply(200, ME if self.path.endswith("/users/@me") else APPLICATION)

    def do_PUT(self) -> None:
        if "/guilds/404/" in self.path:
            return self._reply(403, {"message": "Missing Access", "code": 50001})
        commands = msgspec.json.decode(self.rfile.read(int(self.headers["Content-Length"])))
        self.registered.append(self.path)
        more = {"application_id": "1", "version": "1"}
        return self._reply(
            200, [{"description": "", **command, **more, "id": str(n)} for n, command in enumerate(commands, 10)]
        )

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to standard error."""

    def _reply(self, status: int, body: object) -> None:
        payload = msgspec.json.encode(body)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


@pytest.fixture
def discord_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Discord]]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Discord) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{server.server_port}")
        Discord.registered.clear()
        yield Discord
        server.shutdown()


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
    start: object, catalogue: Catalogue, discord_server: type[Discord]
) -> None:
    assert callable(start)
    with pytest.raises(SettingError, match="DISCORD_TOKEN is not a token Discord knows") as raised:
        start(Settings(token="wrong-token"), catalogue)
    assert "wrong-token" not in str(raised.value)


def test_without_discord_one_sentence_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9")
    with pytest.raises(MontageBotError, match="cannot be reached"):
        sync(Settings(token=TOKEN), catalogue)


@pytest.mark.parametrize(
    ("guild", "path", "where"),
    [(None, "/applications/1/commands", "every server"), (7, "/applications/1/guilds/7/commands", "server 7")],
)
def test_sync_registers_the_commands_once_says_how_many_and_leaves(
    catalogue: Catalogue,
    discord_server: type[Discord],
    capsys: pytest.CaptureFixture[str],
    guild: int | None,
    path: str,
    where: str,
) -> None:
    sync(Settings(token=TOKEN), catalogue, guild)
    assert discord_server.registered == [path]
    assert f"2 commands registered for {where}." in capsys.readouterr().out


def test_sync_to_a_server_the_bot_is_not_on_says_what_to_do(
    catalogue: Catalogue, discord_server: type[Discord]
) -> None:
    with pytest.raises(SettingError, match="invite it there first"):
        sync(Settings(token=TOKEN), catalogue, 404)


def test_the_token_never_reaches_the_log_not_even_in_a_traceback() -> None:
    try:
        raise RuntimeError(f"sent with {TOKEN}")
    except RuntimeError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "using %s", (TOKEN,), (RuntimeError, error, None))
    line = RedactingFormatter(TOKEN).format(record)
    assert TOKEN not in line
    assert line.count(REDACTED) == 2
