"""What comes by the gateway as it should not: what cannot be read, and what comes twice.

An event that cannot be read is passed over, a broken frame has the connection made anew; discord.py would end the whole
program at either. What is told again after a broken connection is done once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure

from bot.discord_app.discretion import told

__all__ = ["MOST_KNOWN", "once", "take_as_it_comes"]

_log = logging.getLogger(__name__)

#: How discord.py tells itself that a connection ended.
ENDED = (ReconnectWebSocket, WebSocketClosure, discord.DiscordException, aiohttp.ClientError, OSError)
WITHOUT_IT = "READY"  # without this event there is nothing to go on with
KEEPS_THE_SESSION = 4000
#: Seconds before the connection is made anew: what is broken each time must not be asked for without a pause.
PAUSE = 1.0
ASKED = "INTERACTION_CREATE"
#: Commands and clicks that are known to have come; those that come twice come soon.
MOST_KNOWN = 1000

Parse = Callable[[Any], None]
Read = Callable[[Any], Awaitable[None]]


def take_as_it_comes(client: discord.AutoShardedClient) -> None:
    """To be called once, before the client connects."""
    state = client._connection  # the library offers no other place at which a new connection can be had
    state.parsers[ASKED] = once(state.parsers[ASKED])
    for name, parse in state.parsers.items():
        if name != WITHOUT_IT:
            state.parsers[name] = partial(_pass_over, name, parse)
    known = state._update_references

    def begun(ws: DiscordWebSocket) -> None:
        known(ws)
        ws.received_message = partial(_read, ws, ws.received_message)

    state._update_references = begun


def once(parse: Parse) -> Parse:
    """Parses each event with an id one time."""
    known: dict[Any, None] = {}  # in the order in which they came

    def first(event: Any) -> None:
        if event["id"] in known:
            return
        known[event["id"]] = None
        if len(known) > MOST_KNOWN:
            del known[next(iter(known))]
        parse(event)

    return first


def _pass_over(name: str, parse: Parse, event: Any) -> None:
    try:
        parse(event)
    except Exception as unreadable:  # noqa: BLE001  whatever it lacks, the next event is not to be lost with it
        _log.warning("An event %s cannot be read and is passed over: %s", name, told(unreadable))


async def _read(connection: DiscordWebSocket, read: Read, frame: Any) -> None:
    session = connection.session_id
    try:
        await read(frame)
    except ENDED:
        raise
    except Exception as unreadable:  # noqa: BLE001  what is compressed or written wrongly shows in many ways
        _log.warning("A frame cannot be read, so the connection is made anew: %s", told(unreadable))
        await connection.close(KEEPS_THE_SESSION)
        await asyncio.sleep(PAUSE)
        if session is None:  # not let in yet: begun once more from the beginning, after longer and longer pauses
            raise ConnectionError("The gateway cannot be read") from None
        raise ReconnectWebSocket(connection.shard_id, resume=True) from None
