"""No answer is lost and none comes twice, whatever happens between the bot and Discord."""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
from simcord.http.client import FakeHTTPClient, FakeWebhookAdapter

from bot.discord_app.controls.montages import SourcesButton
from bot.discord_app.sending import LONGEST_SEND, PAUSE

if TYPE_CHECKING:
    from tests.discord_app.conftest import Reader, Stage

QUESTION = "what song plays in Rocky?"
HOURS = 9999.0  # seconds
SENDING = ("POST", "PATCH")
LOSSES: list[Exception] = [
    aiohttp.ClientOSError(104, "Connection reset by peer"),
    aiohttp.ServerDisconnectedError(),
    aiohttp.ClientPayloadError("Response payload is not completed"),
    ConnectionResetError(104, "Connection reset by peer"),
    TimeoutError(),
    json.JSONDecodeError("Expecting value", "<html>", 0),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
]
UNREADABLE = "<html>the page of some proxy</html>"
Request = Callable[..., Awaitable[Any]]


@dataclass
class Wire:
    """What is between the bot and Discord: the next messages sent over it meet these losses, one each.

    A loss is an error, a text instead of Discord's answer, or None: no answer ever comes.
    """

    losses: list[Exception | str | None] = field(default_factory=list[Exception | str | None])
    arrives: bool = False  # whether what is sent gets through, and only Discord's answer to it is lost
    sent: list[Any] = field(default_factory=list[Any])

    def through(self, request: Request) -> Request:
        async def carried(client: object, route: Any, *args: object, **named: Any) -> object:
            if route.method not in SENDING:
                return await request(client, route, *args, **named)
            self.sent.append(named.get("json") or named.get("payload"))
            if not self.losses:
                return await request(client, route, *args, **named)
            loss = self.losses.pop(0)
            if self.arrives:
                await request(client, route, *args, **named)
            if loss is None:
                await asyncio.sleep(HOURS)
            if isinstance(loss, Exception):
                raise loss
            return loss

        return carried


@pytest.fixture
def wire(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Wire:
    wire = Wire()
    for kind in (FakeHTTPClient, FakeWebhookAdapter):
        monkeypatch.setattr(kind, "request", wire.through(kind.request))
    return wire


async def by_command(stage: Stage) -> None:
    await stage.asker.slash(stage.channel, "montage show", montage="rocky")


async def by_mention(stage: Stage) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")


WAYS = pytest.mark.parametrize("ask", [by_command, by_mention])


@WAYS
@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: type(loss).__name__)
async def test_an_answer_lost_on_the_way_is_sent_once_more(
    stage: Stage, read: Reader, wire: Wire, ask: Callable[[Stage], Awaitable[None]], loss: Exception
) -> None:
    wire.losses = [loss]
    await ask(stage)
    assert read.title(stage.last) == "No. 1 · Rocky (1976)"
    assert len(wire.sent) == 2
    assert stage.env.errors == []


@WAYS
@pytest.mark.parametrize("status", [500, 502, 503])
async def test_an_answer_discord_fails_at_is_sent_once_more(
    stage: Stage, read: Reader, ask: Callable[[Stage], Awaitable[None]], status: int
) -> None:
    stage.env.inject_error("POST", "*", status=status)
    await ask(stage)
    assert read.title(stage.last) == "No. 1 · Rocky (1976)"
    assert stage.env.errors == []


@WAYS
@pytest.mark.parametrize("loss", [*LOSSES, UNREADABLE], ids=lambda loss: type(loss).__name__)
async def test_an_answer_of_which_only_the_receipt_was_lost_is_followed_by_no_apology(
    stage: Stage, read: Reader, wire: Wire, ask: Callable[[Stage], Awaitable[None]], loss: Exception | str
) -> None:
    wire.losses, wire.arrives = [loss], True
    await ask(stage)
    assert read.title(stage.last) == "No. 1 · Rocky (1976)"
    assert stage.env.errors == []


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: type(loss).__name__)
async def test_what_is_offered_while_one_types_is_sent_once_more(stage: Stage, wire: Wire, loss: Exception) -> None:
    wire.losses = [loss]
    assert await stage.asker.autocomplete(stage.channel, "montage song", "film", "rock")
    assert len(wire.sent) == 2


@pytest.mark.parametrize("loss", [*LOSSES, UNREADABLE], ids=lambda loss: type(loss).__name__)
async def test_choices_of_which_only_the_receipt_was_lost_leave_no_error_in_the_log(
    stage: Stage, wire: Wire, loss: Exception | str, caplog: pytest.LogCaptureFixture
) -> None:
    wire.losses, wire.arrives = [loss], True
    assert await stage.asker.autocomplete(stage.channel, "montage song", "film", "rock")
    assert [record.message for record in caplog.records if record.levelno > logging.INFO] == []


async def test_discord_can_tell_that_a_reply_is_the_same(stage: Stage, wire: Wire) -> None:
    wire.losses = [LOSSES[0]]
    asked = await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    assert [(each["nonce"], each["enforce_nonce"]) for each in wire.sent] == [(str(asked.id), True)] * 2


async def test_a_message_that_discord_tells_of_twice_is_answered_once(stage: Stage, wire: Wire) -> None:
    asked = await stage.asker.send(stage.channel, f"{stage.mention} {QUESTION}")
    await stage.bot.on_message(asked)
    assert len(wire.sent) == 1


@pytest.mark.parametrize("loss", [*LOSSES, None], ids=lambda loss: type(loss).__name__)
async def test_when_nothing_gets_through_that_is_logged_and_nothing_raised(
    stage: Stage, wire: Wire, loss: Exception | None, caplog: pytest.LogCaptureFixture
) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(SourcesButton("rocky"))
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    card: Any = await channel.send("from the past", view=view)
    for ask in (by_mention(stage), stage.asker.click(card, label="Sources")):
        wire.losses = [loss] * 9
        caplog.clear()
        await ask
        await stage.env.advance_time(4 * LONGEST_SEND)
        assert "Discord did not take the" in caplog.text
        assert stage.env.errors == []


@WAYS
async def test_a_request_that_hangs_holds_nothing_up(
    stage: Stage, read: Reader, wire: Wire, ask: Callable[[Stage], Awaitable[None]]
) -> None:
    wire.losses = [None]
    await ask(stage)
    await stage.env.advance_time(LONGEST_SEND + PAUSE)
    assert read.title(stage.last) == "No. 1 · Rocky (1976)"


async def test_an_interaction_that_is_gone_is_one_line_in_the_log(
    stage: Stage, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    stage.env.inject_error(
        "POST", "/interactions/*/*/callback", status=404, code=10062, message="Unknown interaction", times=None
    )
    with caplog.at_level(logging.INFO, "bot"):
        result = await stage.asker.slash(stage.channel, "montage list")
    assert result.response is None
    assert [record.levelname for record in caplog.records if "Unknown interaction" in record.message] == ["INFO"]
    assert len(wire.sent) == 1
    assert stage.env.errors == []


async def test_what_is_sent_leaves_nothing_behind(stage: Stage) -> None:
    before = _views()
    for _ in range(3):
        await stage.asker.slash(stage.channel, "montage show", montage="rocky", private=True)
        await by_mention(stage)
    assert _views() == before


def _views() -> int:
    gc.collect()
    return sum(isinstance(each, discord.ui.View) for each in gc.get_objects())


async def test_nothing_of_an_answer_is_kept_for_its_buttons(stage: Stage) -> None:
    for question, private in itertools.product(("rocky", "rocky iv", "top 10 training montages"), (True, False)):
        await stage.asker.slash(stage.channel, "montage ask", question=question, private=private)
    await stage.asker.send(stage.channel, f"{stage.mention} which film is Hearts on Fire from?")
    await stage.asker.slash(stage.channel, "montage about", private=True)
    kept = stage.bot._connection._view_store
    assert not kept._views
    assert not kept._synced_message_views
