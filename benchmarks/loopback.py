"""A Discord on this computer: the paths and the gateway that the bot needs, over real sockets, with faults on demand.

It runs in a thread of its own; `program` starts ours against it, or another bot of discord.py.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from aiohttp import web

from benchmarks.inbox import Fault, Inbox, Mishap, json_response
from benchmarks.payloads import APPLICATION, BOT_ID, CHANNEL_ID, GUILD, GUILD_ID, ME, interaction, message

__all__ = ["BOT_ID", "ROOT", "TOKEN", "Fault", "Loopback", "Mishap"]

BOOT = """
import sys
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL
from {module} import program

place = sys.argv.pop(1)
Route.BASE = "http://" + place + "/api"
DiscordWebSocket.DEFAULT_GATEWAY = URL("ws://" + place + "/gateway")
program()
"""

ROOT = Path(__file__).parents[1]
TOKEN = "right-token"
OURS = "bot.__main__"  # the module whose `program` is started
HELLO, HEARTBEAT, IDENTIFY, HEARTBEAT_ACK = 10, 1, 2, 11
#: Variables that a program is not given: its settings are its own, and what is installed has its bytecode.
NOT_OURS = ("DATABASE_", "MONTAGE_", "PYTHONDONTWRITEBYTECODE")
#: Discord numbers everything in one sequence; the time is in the upper bits.
FIRST_ID = 1_400_000_000_000_000_000
MESSAGE_CREATED, INTERACTION_CREATED = "MESSAGE_CREATE", "INTERACTION_CREATE"
Value = TypeVar("Value")


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
        self._sequence = count(1)
        self._gateways: list[web.WebSocketResponse] = []
        self._opened = threading.Condition()
        self.place = ""  # host and port
        self.connections = 0
        self.registered: list[str] = []  # the paths commands were put to
        self.inbox = Inbox(seconds, mishap)

    @property
    def answered(self) -> set[str]:
        """Ids of the messages and interactions that have their answer."""
        return self.inbox.answered

    def __enter__(self) -> Loopback:
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

    @contextmanager
    def program(
        self, *arguments: str, root: Path = ROOT, module: str = OURS, **settings: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Our program while it runs against this Discord; it is ended whatever becomes of who started it."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
        environment = {**ours, "PYTHONPATH": str(root), "DISCORD_TOKEN": TOKEN}
        command = [sys.executable, "-c", BOOT.format(module=module), self.place, *arguments]
        here = Path(__file__).parent  # so that Python finds no package of ours but that of the root
        with (
            TemporaryDirectory(ignore_cleanup_errors=True) as kept,
            subprocess.Popen(
                command,
                env={**environment, "XDG_DATA_HOME": kept, **settings},
                cwd=here,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            ) as program,
        ):
            try:
                yield program
            finally:
                program.kill()

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

    def command(self, name: str, **options: str) -> str:
        """Somebody gives a command of /montage; its id."""
        return self._tell(INTERACTION_CREATED, self._commanded(name, options))

    def commands(self, name: str, option: str, values: Iterable[str]) -> list[str]:
        """Many give a command of /montage at once, each another value of its option; their ids."""
        given = [self._commanded(name, {option: value}) for value in values]
        self._done(self._send_all(INTERACTION_CREATED, given))
        return [str(each["id"]) for each in given]

    def _commanded(self, name: str, options: Mapping[str, str]) -> dict[str, Any]:
        given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        return interaction(self._new_id(), 2, _montage(name, given))

    def type(self, name: str, option: str, value: str) -> str:
        """Somebody types into an option of a command of /montage, and is to be shown choices; its id."""
        given = [{"name": option, "type": 3, "value": value, "focused": True}]
        return self._tell(INTERACTION_CREATED, interaction(self._new_id(), 4, _montage(name, given)))

    def click(self, custom_id: str) -> str:
        """Somebody clicks on the button of that custom id, below a message of the bot; its id."""
        button = {"type": 2, "style": 2, "label": "Sources", "custom_id": custom_id}
        below = message(self._new_id(), "an answer", BOT_ID) | {"components": [{"type": 1, "components": [button]}]}
        data = {"component_type": 2, "custom_id": custom_id}
        return self._tell(INTERACTION_CREATED, interaction(self._new_id(), 3, data) | {"message": below})

    def _new_id(self) -> str:
        return str(next(self._ids))

    def _tell(self, event: str, data: dict[str, Any]) -> str:
        self._done(self._send_all(event, [data]))
        return str(data["id"])

    async def _send_all(self, event: str, all_data: Iterable[dict[str, Any]]) -> None:
        for data in all_data:
            if event == INTERACTION_CREATED:
                self.inbox.told[data["id"]] = time.monotonic()
            await self._send(self._gateways[0], event, data)

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
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return json_response(
            {"url": f"ws://{self.place}/gateway", "shards": self._shards, "session_start_limit": limit}
        )

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
        return socket

    async def _welcome(self, socket: web.WebSocketResponse, shard: list[int]) -> None:
        if self._close_code is not None:
            await socket.close(code=self._close_code)
            return
        ready: dict[str, Any] = {
            "v": 10,
            "user": ME,
            "shard": shard,
            "session_id": "s",
            "resume_gateway_url": f"ws://{self.place}/gateway",
        }
        ready |= {"guilds": [{"id": GUILD_ID, "unavailable": True}], "application": {"id": BOT_ID, "flags": 0}}
        await self._send(socket, "READY", ready)
        await self._send(socket, "GUILD_CREATE", GUILD)
        with self._opened:
            self._gateways.append(socket)
            self._opened.notify_all()


def _montage(name: str, given: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "5", "name": "montage", "type": 1, "options": [{"name": name, "type": 1, "options": given}]}


async def _received(socket: web.WebSocketResponse) -> AsyncIterator[dict[str, Any]]:
    async for each in socket:
        if each.type is web.WSMsgType.TEXT:
            yield json.loads(each.data)
