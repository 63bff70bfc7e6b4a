"""How long sending may take: a request little, the wait for its turn more, since a channel takes few messages at once.

discord.py sends one request after the other where it has to, and would let one that hangs hold up all behind it.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar, Token
from types import TracebackType

import aiohttp
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

__all__ = ["LONGEST_PAUSE", "PatientConnector", "within"]

#: Seconds that may pass after a failure until all is well: discord.py tries again by itself, and the channel waits.
LONGEST_PAUSE = 2.5
FAILED = 400  # from here on a status is of a failure


def within(whole: float, request: float) -> _Patience:
    """Raises TimeoutError after so many seconds, or when one request takes longer than it may."""
    return _Patience(whole, request)


class _Patience:
    """Looks at the clock when time may be up: to set an alarm anew for each request costs more than all else here."""

    def __init__(self, whole: float, request: float) -> None:
        self._whole, self._request = whole, request

    async def __aenter__(self) -> None:
        self._end = self._until = _now() + self._whole
        self._limit = asyncio.timeout(None)
        await self._limit.__aenter__()
        self._before: Token[_Patience | None] = _patience.set(self)
        self._set_alarm()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._alarm.cancel()
        _patience.reset(self._before)
        await self._limit.__aexit__(kind, error, trace)

    def begin(self) -> None:
        """A request begins."""
        self._until = min(self._end, _now() + self._request)

    def fail(self) -> None:
        """A request failed."""
        self._end = min(self._end, _now() + LONGEST_PAUSE)
        self._until = min(self._until, self._end)
        if self._until < self._alarm.when():
            self._alarm.cancel()
            self._set_alarm()

    def finish(self) -> None:
        """A request is over. Whatever is done afterwards has until the end: discord.py lets the channel rest then."""
        self._until = self._end

    def _set_alarm(self) -> None:
        """For when time is up, and no later than a request could be over its time that begins just now."""
        loop = asyncio.get_running_loop()
        self._alarm = loop.call_at(min(self._until, loop.time() + self._request), self._look)

    def _look(self) -> None:
        if self._until > _now():
            self._set_alarm()
        else:
            self._limit.reschedule(self._until)


_patience: ContextVar[_Patience | None] = ContextVar("_patience", default=None)


class PatientConnector(aiohttp.TCPConnector):
    """Tells when a request begins, what is said of it and when that is all there; for the client that is limited.

    aiohttp's traces tell that, too, but make ready much more for each request, which all would wait for.
    """

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109  the name is aiohttp's
    ) -> Connection:
        patience = _patience.get()
        if patience is not None:
            req.response_class = _Told
            patience.begin()
        return await super().connect(req, traces, timeout)


class _Told(aiohttp.ClientResponse):
    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        told = await super().start(connection)
        patience = _patience.get()
        if patience is not None and self.status >= FAILED:
            patience.fail()
        return told

    async def read(self) -> bytes:
        body = await super().read()
        patience = _patience.get()
        if patience is not None:
            patience.finish()
        return body


def _now() -> float:
    return asyncio.get_running_loop().time()
