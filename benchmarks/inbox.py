"""How a Discord of our own takes answers: once each, in time, and with a mishap on the way when it is to have one."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from benchmarks.payloads import BOT_ID, message, token_of

__all__ = ["HOURS", "Attempt", "Fault", "Inbox", "Mishap", "json_response"]

HOURS = 9999.0  # seconds
OK = 200
#: Seconds for which Discord waits for the answer to a command or click.
PATIENCE = 3.0
#: Messages that a channel takes within so many seconds.
MOST, WINDOW = 5, 5.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is answered in the place of the right answer."""

    status: int = 200
    body: str = '{"message": "no", "code": 0}'
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def response(self) -> web.Response:
        return web.Response(status=self.status, body=self.body.encode(), content_type=self.kind, headers=self.headers)


@dataclass(frozen=True, slots=True)
class Mishap:
    """What happens to the first attempt to answer a question, or to all of them."""

    fault: Fault | None = None  # said of the attempt; without it the connection breaks
    breaks: bool = True  # otherwise all goes well in the end
    read: bool = True  # otherwise the connection is reset while the request is on its way
    taken: bool = False  # Discord has the answer all the same
    seconds: float = 0.0  # until anything is said of it
    always: bool = False
    first: bool = False  # only the question that is answered first meets it


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was sent to answer a question."""

    question: str  # its id
    text: str
    nonce: str
    arrived: bool
    at: float  # seconds, of a clock that only runs forward
    embeds: Sequence[Mapping[str, Any]] = ()


class Inbox:
    """Keeps every attempt, and which questions have an answer."""

    def __init__(self, seconds: float, mishap: Mishap | None) -> None:
        self._seconds = seconds  # that it takes to take one; whoever hangs up before has not answered
        self._mishap = mishap
        self._windows: dict[str, tuple[float, int]] = {}  # of each channel: its beginning, and what was sent in it
        self.told: dict[str, float] = {}  # when the bot was told of what was asked
        self.attempts: list[Attempt] = []
        self.arrivals: dict[str, float] = {}  # when the answer of a question came
        self._arrival = threading.Condition()

    @property
    def answered(self) -> set[str]:
        return {*self.arrivals}

    def waited(self, questions: Sequence[str], seconds: float = 20.0) -> list[float]:
        """How many seconds each question waited for its answer; returns when all are answered."""
        assert not self.unanswered(questions, seconds), "nobody answered"
        return [self.arrivals[question] - self.told[question] for question in questions]

    def unanswered(self, questions: Sequence[str], seconds: float) -> int:
        """How many of them have no answer when so many seconds are over; returns at once when all have."""
        with self._arrival:
            self._arrival.wait_for(lambda: self.arrivals.keys() >= {*questions}, seconds)
            return len({*questions} - self.arrivals.keys())

    def forget(self) -> None:
        """Lets go of all that was asked and answered: of a long run nobody looks back at it."""
        with self._arrival:
            for kept in (self.told, self.attempts, self.arrivals):
                kept.clear()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/channels/{channel}/messages", self._posted),
            web.patch("/api/channels/{channel}/messages/{message}", self._edited),
            web.post("/api/interactions/{question}/{token}/callback", self._called_back),
            web.post("/api/webhooks/{application}/{token}", self._followed_up),
        ]

    async def _posted(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        question = str(body.get("message_reference", {}).get("message_id"))
        nonce = str(body.get("nonce", "")) if body.get("enforce_nonce") else ""
        known = bool(nonce) and any(each.arrived and each.nonce == nonce for each in self.attempts)
        response = await self._take(request, question, body, message("7", "", BOT_ID), known=known)
        if response.status == OK:
            response.headers.update(self._limits(request.match_info["channel"]))
        return response

    async def _edited(self, request: web.Request) -> web.StreamResponse:
        return json_response(message(request.match_info["message"], "", BOT_ID, request.match_info["channel"]))

    async def _called_back(self, request: web.Request) -> web.StreamResponse:
        question, body = request.match_info["question"], await _body(request)
        refusal = self._refusal(question)
        if refusal is not None:
            self._keep(question, body, arrived=False)
            mishap = self._mishap_of(question)
            await asyncio.sleep(0.0 if mishap is None else mishap.seconds)
            return refusal.response()
        return await self._take(request, question, body.get("data", {}), {"interaction": {"id": question, "type": 2}})

    async def _followed_up(self, request: web.Request) -> web.StreamResponse:
        question = token_of(request.match_info["token"])
        return await self._take(request, question, await _body(request), message("7", "", BOT_ID))

    def _limits(self, channel: str) -> dict[str, str]:
        now = time.monotonic()
        begun, sent = self._windows.get(channel, (now, 0))
        if now - begun >= WINDOW:
            begun, sent = now, 0
        self._windows[channel] = begun, sent + 1
        left, seconds = max(0, MOST - sent - 1), begun + WINDOW - now
        limits = {"Bucket": "messages", "Limit": str(MOST), "Remaining": str(left), "Reset-After": f"{seconds:.3f}"}
        return {f"X-RateLimit-{name}": value for name, value in limits.items()}

    def _refusal(self, question: str) -> Fault | None:
        if question in self.arrivals:
            return Fault(400, '{"message": "Interaction has already been acknowledged.", "code": 40060}')
        late = time.monotonic() - self.told.get(question, time.monotonic()) > PATIENCE
        return Fault(404, '{"message": "Unknown interaction", "code": 10062}') if late else None

    async def _take(
        self, request: web.Request, question: str, body: dict[str, Any], receipt: object, *, known: bool = False
    ) -> web.StreamResponse:
        mishap = self._mishap_of(question)
        await asyncio.sleep(self._seconds)
        here = request.transport is not None and not request.transport.is_closing()
        taken = here and not known and (mishap is None or mishap.taken)
        self._keep(question, body, arrived=taken)
        if mishap is not None:
            await asyncio.sleep(mishap.seconds)
        if mishap is not None and mishap.breaks:
            return _befall(request, mishap)
        return json_response(receipt) if here else web.Response(status=500)

    def _mishap_of(self, question: str) -> Mishap | None:
        mishap = self._mishap
        if mishap is None:
            return None
        tried = [each.question for each in self.attempts]
        if mishap.first and question not in tried[:1] and tried:
            return None
        return None if question in tried and not mishap.always else mishap

    def _keep(self, question: str, body: dict[str, Any], *, arrived: bool) -> None:
        nonce = str(body.get("nonce", ""))
        embeds = body.get("embeds") or ()
        attempt = Attempt(question, str(body.get("content", "")), nonce, arrived, time.monotonic(), embeds)
        self.attempts.append(attempt)
        if arrived:
            with self._arrival:
                self.arrivals.setdefault(question, attempt.at)
                self._arrival.notify_all()


async def _body(request: web.Request) -> dict[str, Any]:
    """What is said, also where files come with it."""
    if request.content_type == "application/json":
        return await request.json()
    parts = await request.post()
    return json.loads(str(parts["payload_json"]))


def json_response(body: object, status: int = 200) -> web.Response:
    """discord.py reads no JSON whose type carries a charset."""
    return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")


def _befall(request: web.Request, mishap: Mishap) -> web.Response:
    if mishap.fault is not None:
        return mishap.fault.response()
    if request.transport is not None:
        if not mishap.read:  # then who still sends is told of a reset, and not of an end
            connection: socket.socket = request.transport.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response(status=500)
