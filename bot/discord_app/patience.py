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

__all__ = ["request_trace", "within"]


@dataclass(frozen=True, slots=True)
class _Patience:
    limit: asyncio.Timeout
    end: float
    request: float  # seconds

    def begin(self) -> None:
        self.limit.reschedule(min(self.end, asyncio.get_running_loop().time() + self.request))

    def finish(self) -> None:
        self.limit.reschedule(self.end)


_patience: ContextVar[_Patience | None] = ContextVar("_patience", default=None)


@asynccontextmanager
async def within(whole: float, request: float) -> AsyncIterator[None]:
    """Raises TimeoutError after so many seconds, or when one request takes longer than it may."""
    async with asyncio.timeout(whole) as limit:
        token = _patience.set(_Patience(limit, asyncio.get_running_loop().time() + whole, request))
        try:
            yield
        finally:
            _patience.reset(token)


def request_trace() -> aiohttp.TraceConfig:
    """Tells when a request begins and when all of its response is there; for the client whose requests are limited."""
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_begun)
    trace.on_response_chunk_received.append(_finished)
    return trace


async def _begun(*_: object) -> None:
    patience = _patience.get()
    if patience is not None:
        patience.begin()


async def _finished(*_: object) -> None:
    patience = _patience.get()
    if patience is not None:
        patience.finish()
