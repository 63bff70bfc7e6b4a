"""The log: for whom its lines are, and what is in none of them."""

from __future__ import annotations

import io
import json
import logging
import os
import signal
from collections.abc import Iterator

import aiohttp
import discord
import pytest

from benchmarks.loopback import BOT_ID, TOKEN, Fault, Loopback, Mishap
from benchmarks.payloads import TOKEN as OF_INTERACTIONS
from bot.config import Settings
from bot.discord_app.asked import Way, begin
from bot.discord_app.logs import REDACTED, JsonFormatter, RedactingFormatter, set_up_logging

SECRET = "flibbertigibbet"  # what somebody writes
SAID = f"<@{BOT_ID}> which song plays in {SECRET}?"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def same_log_afterwards() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    yield
    root.level, root.handlers = before[0], before[1]


def record(
    message: str,
    *arguments: object,
    name: str = "bot.x",
    level: int = logging.ERROR,
    error: BaseException | None = None,
) -> logging.LogRecord:
    exc_info = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord(name, level, "", 0, message, arguments, exc_info)


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:  # noqa: BLE001  to have been raised is what it is for
        return caught


def test_the_token_never_reaches_the_log_not_even_in_a_traceback() -> None:
    error = raised(OSError(f"sent with {TOKEN}"))
    for formatter in (RedactingFormatter(TOKEN), JsonFormatter(TOKEN)):
        line = formatter.format(record("using %s", TOKEN, error=error))
        assert TOKEN not in line
        assert line.count(REDACTED) == 2


def test_a_token_that_json_would_write_otherwise_is_hidden_too() -> None:
    assert 'a"b' not in json.loads(JsonFormatter('a"b').format(record("using %s", 'a"b')))["message"]


def test_a_broken_connection_is_a_line_of_the_log_and_steers_no_terminal() -> None:
    line = RedactingFormatter(None).format(record("Retrying", error=raised(aiohttp.ClientError("no \x1b[2Jroute"))))
    assert line.endswith(" bot.x: Retrying\nClientError: no route")


def test_a_person_reads_lines_and_a_program_json(capsys: pytest.CaptureFixture[str]) -> None:
    for stream, is_json in ((Terminal(), False), (io.StringIO(), True)):
        set_up_logging(Settings(), stream)
        logging.getLogger("bot.x").info("Ready")
        assert (stream.getvalue()[0] == "{") is is_json
        assert stream.getvalue().count("\n") == 1
    told = json.loads(stream.getvalue())
    assert (told["level"], told["logger"], told["message"]) == ("INFO", "bot.x", "Ready")
    assert told["time"].endswith("+00:00")
    assert capsys.readouterr() == ("", "")


async def test_every_line_about_something_asked_has_its_id() -> None:
    assert "reference" not in json.loads(JsonFormatter().format(record("Ready")))
    asked = begin(Way.COMMAND)
    assert json.loads(JsonFormatter().format(record("Sent")))["reference"] == asked.reference
    assert f" [{asked.reference}]: Sent" in RedactingFormatter().format(record("Sent"))


@pytest.mark.parametrize(
    ("library", "message", "arguments"),
    [
        ("discord.gateway", "Event %s", [{"content": SECRET}]),
        ("discord.http", "with %r", [SECRET]),
        ("aiosqlite", "%(key)s", [{"key": SECRET}]),
        ("x", "%d is not enough for %s", [SECRET]),
        ("asyncio", f"Never retrieved\nfuture: <Task {SECRET}>", []),
    ],
)
def test_what_a_library_quotes_is_left_out(library: str, message: str, arguments: list[object]) -> None:
    line = JsonFormatter().format(record(message, *arguments, name=library, level=logging.DEBUG))
    assert SECRET not in line
    assert json.loads(line)["level"] == "DEBUG"


def test_what_an_exception_quotes_is_left_out_and_where_it_was_raised_is_not() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(f"no {SECRET}") from error
    except ValueError as error:
        line = JsonFormatter().format(record("Failure: %s", error, error=error))
    assert SECRET not in line
    trace = json.loads(line)["traceback"]
    assert "ValueError" in trace
    assert "KeyError" in trace
    assert "test_logs.py" in trace


def test_what_discord_refuses_is_told_and_by_which_address_but_not_its_token() -> None:
    url = "https://discord.com/api/v10/interactions/123/abc.def/callback"
    line = RedactingFormatter().format(record("%s took too long", url, name="discord.http", level=logging.WARNING))
    assert f"/interactions/123/{REDACTED}/callback took" in line
    error = raised(discord.DiscordException("400: Invalid Form Body"))
    assert "400: Invalid Form Body" in RedactingFormatter().format(record("x", error=error))


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signals")
@pytest.mark.parametrize(
    "mishap",
    [None, Mishap(Fault(500)), Mishap(Fault(400, '{"message": "Invalid Form Body", "code": 50035}'), always=True)],
    ids=["all well", "lost", "refused"],
)
def test_at_debug_no_line_has_a_word_of_a_user_or_a_token(mishap: Mishap | None) -> None:
    with (
        Loopback(mishap=mishap) as loopback,
        loopback.program("run", MONTAGE_LOG_LEVEL="DEBUG", PYTHONASYNCIODEBUG="1") as program,
    ):
        loopback.wait_until_ready()
        loopback.say(SAID)
        loopback.say(SECRET, channel="90", direct=True)
        loopback.command("ask", question=f"who sings {SECRET}")
        loopback.command("film", song=SECRET)
        loopback.type("song", "film", SECRET)
        loopback.click(f"montage:try:v1:{SECRET}")
        loopback.click(f"montage:{SECRET}")
        program.send_signal(signal.SIGTERM)
        _, errors = program.communicate(timeout=30)
    lines = [json.loads(line) for line in errors.splitlines()]
    assert len({line["reference"] for line in lines if "reference" in line}) == 7
    assert {"discord.gateway", "discord.http", "discord.client", "asyncio"} <= {line["logger"] for line in lines}
    assert SECRET.encode() not in errors
    assert TOKEN.encode() not in errors
    assert OF_INTERACTIONS.encode() not in errors
