"""A Discord on this computer: the paths and the gateway that the bot needs, over real sockets, with faults on demand.

It runs in a thread of its own; `program` starts ours against it, or another bot of discord.py.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar

from aiohttp import web

from benchmarks.inbox import Fault, Inbox, Mishap, json_response
from benchmarks.payloads import (
    APPLICATION,
    BOT_ID,
    CHANNEL_ID,
    CLICK,
    COMMAND,
    GUILD,
    ME,
    TYPING,
    clicked,
    interaction,
    message,
    of_montage,
    ready,
)
from benchmarks.programs import OURS, ROOT, TOKEN, started

__all__ = ["BOT_ID", "OURS", "ROOT", "TOKEN", "Fault", "Loopback", "Mishap"]

HELLO, HEARTBEAT, IDENTIFY, RESUME, HEARTBEAT_ACK, GATEWAY = 10, 1, 2, 6, 11, "GET /gateway$"
FIRST_ID = 1_400_000_000_000_000_000  # Discord numbers all in one sequence; the time is in the upper bits
FIRST_ASKER = 1_000  # who gives commands and clicks
MESSAGE_CREATED, INTERACTION_CREATED = "MESSAGE_CREATE", "INTERACTION_CREATE"
Value = TypeVar("Value")
Told: TypeAlias = tuple[str, dict[str, Any]]  # an event, and what it is about


class Loopback:
    """Answers on a free port from entering it to leaving it."""

    def __init__(
        self,
        *,
        faults: Mapping[str, Fault] | None = None,
        close_code: int | None = None,
        seconds: float = 0.0,
        shards: int = 1,
        silent_shard: int | None = None,
        mishap: Mishap | None = None,
    ) -> None:
        self._authorization = f"Bot {TOKEN}"
        self._faults = dict(faults or {})
        self._close_code = close_code
        self._shards = shards
        self._silent_shard = silent_shard  # gets no greeting
        self._ids = count(FIRST_ID)
        self._askers = count(FIRST_ASKER)
        self._sequence = count(1)
        self._gateways: list[web.WebSocketResponse] = []
        self._held: list[Told] | None = None
        self._opened = threading.Condition()
        self.place = ""  # host and port
        self.connections = 0
        self.registered: list[str] = []  # the paths commands were put to
        self.inbox = Inbox(seconds, mishap)

    @property
    def answered(self) -> set[str]:
        """Ids of the messages and interactions that have their answer."""
        return self.inbox.answered

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._done(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._done(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def program(
        self, *arguments: str, root: Path = ROOT, module: str = OURS, **settings: str
    ) -> AbstractContextManager[subprocess.Popen[bytes]]:
        """Our program while it runs against this Discord; it is ended whatever becomes of who started it."""
        return started(self.place, *arguments, root=root, module=module, **settings)

    def wait_for_connections(self, number: int, seconds: float = 20.0) -> None:
        """Until so many shards have asked for the gateway, whether or not they were let in."""
        with self._opened:
            assert self._opened.wait_for(lambda: self.connections >= number, seconds), "nobody connected"

    def wait_until_ready(self, seconds: float = 20.0) -> None:
        with self._opened:
            assert self._opened.wait_for(lambda: len(self._gateways) >= self._shards, seconds), "nobody identified"

    def say(
        self, text: str, author: int = 9, *, channel: str = CHANNEL_ID, direct: bool = False, times: int = 1
    ) -> str:
        """Somebody writes a message in the channel, of which Discord tells so many times; its id."""
        written = message(self._new_id(), text, str(author), channel, direct=direct)
        for _ in range(times):
            self._tell(MESSAGE_CREATED, written)
        return str(written["id"])

    def command(self, name: str, *, author: int | None = None, channel: str = CHANNEL_ID, **options: str) -> str:
        """Somebody gives a command of /montage; its id. Everybody gives one command, unless their id is named."""
        return self._tell(INTERACTION_CREATED, self._interaction(COMMAND, of_montage(name, options), author, channel))

    def command_alone(self, name: str, author: int) -> str:
        """Somebody gives a command that belongs to no other and has no options; its id."""
        return self._tell(INTERACTION_CREATED, self._interaction(COMMAND, {"id": "6", "name": name, "type": 1}, author))

    def type(self, name: str, option: str, value: str) -> str:
        """Somebody types into an option of a command of /montage, and is to be shown choices; its id."""
        return self._tell(
            INTERACTION_CREATED, self._interaction(TYPING, of_montage(name, {option: value}, focused=True))
        )

    def click(self, custom_id: str, *, author: int | None = None) -> str:
        """Somebody clicks on the button of that custom id, below a message of the bot; its id."""
        data, below = clicked(custom_id, self._new_id())
        return self._tell(INTERACTION_CREATED, self._interaction(CLICK, data, author) | {"message": below})

    def drop(self, *, refused: bool) -> None:
        """Breaks off every connection to the gateway; nobody is let in again while it is refused."""
        self._faults.pop(GATEWAY, None)
        if refused:
            self._faults[GATEWAY] = Fault(503)
        self._done(self._drop())

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All that is done within is told at its end, one right after the other."""
        self._held = []
        try:
            yield
        finally:
            held, self._held = self._held, None
            self._done(self._send_all(held))

    def _interaction(
        self, kind: int, data: dict[str, Any], author: int | None = None, channel: str = CHANNEL_ID
    ) -> dict[str, Any]:
        asker = next(self._askers) if author is None else author
        return interaction(self._new_id(), kind, data, str(asker), channel)

    def _new_id(self) -> str:
        return str(next(self._ids))

    def _tell(self, event: str, data: dict[str, Any]) -> str:
        if self._held is None:
            self._done(self._send_all([(event, data)]))
        else:
            self._held.append((event, data))
        return str(data["id"])

    async def _send_all(self, told: Iterable[Told]) -> None:
        for event, data in told:
            self.inbox.told[data["id"]] = time.monotonic()
            for gateway in self._told(data):
                await self._send(gateway, event, data)

    def _told(self, _data: dict[str, Any]) -> list[web.WebSocketResponse]:
        """The connections that hear of an event."""
        return self._gateways[:1]

    def _guild_of(self, _shard: int) -> dict[str, Any]:
        return GUILD

    async def _drop(self) -> None:
        gateways, self._gateways = self._gateways, []
        for gateway in gateways:
            await gateway.close(code=4000)

    async def _send(self, gateway: web.WebSocketResponse, event: str, data: object) -> None:
        await gateway.send_json({"op": 0, "t": event, "s": next(self._sequence), "d": data})

    def _done(self, work: Coroutine[Any, Any, Value]) -> Value:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _start(self) -> None:
        app = web.Application(middlewares=[self._faulty])
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get("/api/users/@me", self._fixed(ME))
        app.router.add_get("/api/oauth2/applications/@me", self._fixed(APPLICATION))
        app.router.add_get("/api/gateway/bot", self._address)
        app.router.add_put("/api/applications/{path:.*}", self._register)
        app.router.add_routes(self.inbox.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.place = f"{host}:{port}"

    async def _stop(self) -> None:
        for gateway in self._gateways:
            gateway.force_close()
        await self._runner.cleanup()
        waiting = asyncio.all_tasks() - {asyncio.current_task()}
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    @web.middleware
    async def _faulty(self, request: web.Request, handler: Any) -> web.StreamResponse:
        for pattern, fault in self._faults.items():
            if re.search(pattern, f"{request.method} {request.path}"):
                self._count_connection(request)
                return fault.response()
        if request.path.startswith("/api") and request.headers.get("Authorization", self._authorization) != (
            self._authorization
        ):
            return json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        return await handler(request)

    def _count_connection(self, request: web.Request) -> None:
        if request.path == "/gateway":
            with self._opened:
                self.connections += 1
                self._opened.notify_all()

    def _fixed(self, body: object) -> Any:
        async def handler(_request: web.Request) -> web.Response:
            return json_response(body)

        return handler

    async def _address(self, _request: web.Request) -> web.Response:
        return json_response(
            {"url": f"ws://{self.place}/gateway", "shards": self._shards, "session_start_limit": self._limit()}
        )

    def _limit(self) -> dict[str, int]:
        return {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}

    async def _register(self, request: web.Request) -> web.Response:
        self.registered.append(request.path.removeprefix("/api"))
        more = {"application_id": BOT_ID, "version": "1"}
        return json_response(
            [{"description": "", **each, **more, "id": str(n)} for n, each in enumerate(await request.json(), 10)]
        )

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        with self._opened:
            silent = self.connections == self._silent_shard
        self._count_connection(request)
        if not silent:
            await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}})
        async for each in _received(socket):
            if each["op"] == HEARTBEAT:
                await socket.send_json({"op": HEARTBEAT_ACK})
            elif each["op"] == IDENTIFY:
                await self._welcome(socket, each["d"].get("shard", [0, 1]))
            elif each["op"] == RESUME:
                await self._resume(socket)
        self._gateways = [each for each in self._gateways if each is not socket]
        return socket

    async def _welcome(self, socket: web.WebSocketResponse, shard: list[int]) -> None:
        if self._close_code is not None:
            await socket.close(code=self._close_code)
            return
        guild = self._guild_of(shard[0])
        await self._send(socket, "READY", ready(self.place, shard, str(guild["id"])))
        await self._send(socket, "GUILD_CREATE", guild)
        self._let_in(socket)

    async def _resume(self, socket: web.WebSocketResponse) -> None:
        await self._send(socket, "RESUMED", {})
        self._let_in(socket)

    def _let_in(self, socket: web.WebSocketResponse) -> None:
        with self._opened:
            self._gateways.append(socket)
            self._opened.notify_all()


async def _received(socket: web.WebSocketResponse) -> AsyncIterator[dict[str, Any]]:
    async for each in socket:
        if each.type is web.WSMsgType.TEXT:
            yield json.loads(each.data)
