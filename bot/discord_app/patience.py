"""How long sending may take: a request little, the wait for its turn more, since a channel takes few messages at once.

discord.py sends one request after the other where it has to, and would let one that hangs hold up all behind it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import aiohttp

__all__ = ["LONGEST_PAUSE", "request_trace", "within"]


#: Seconds that may pass after a failure until all is well: discord.py tries again by itself, and the channel waits.
LONGEST_PAUSE = 2.5
FAILED = 400  # from here on a status is of a failure


@dataclass(slots=True)
class _Patience:
    limit: asyncio.Timeout
    end: float
    request: float  # seconds

    def begin(self) -> None:
        self.limit.reschedule(min(self.end, _now() + self.request))

    def fail(self) -> None:
        self.end = min(self.end, _now() + LONGEST_PAUSE)

    def finish(self) -> None:
        self.limit.reschedule(self.end)


_patience: ContextVar[_Patience | None] = ContextVar("_patience", default=None)


@asynccontextmanager
async def within(whole: float, request: float) -> AsyncIterator[None]:
    """Raises TimeoutError after so many seconds, or when one request takes longer than it may."""
    async with asyncio.timeout(whole) as limit:
        token = _patience.set(_Patience(limit, _now() + whole, request))
        try:
            yield
        finally:
            _patience.reset(token)


def request_trace() -> aiohttp.TraceConfig:
    """Tells when a request begins, what is said of it and when that is all there; for the client that is limited."""
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_begun)
    trace.on_request_end.append(_told)
    trace.on_response_chunk_received.append(_finished)
    return trace


async def _begun(*_: object) -> None:
    patience = _patience.get()
    if patience is not None:
        patience.begin()


async def _told(_session: object, _context: object, response: aiohttp.TraceRequestEndParams) -> None:
    patience = _patience.get()
    if patience is not None and response.response.status >= FAILED:
        patience.fail()


async def _finished(*_: object) -> None:
    patience = _patience.get()
    if patience is not None:
        patience.finish()


def _now() -> float:
    return asyncio.get_running_loop().time()
