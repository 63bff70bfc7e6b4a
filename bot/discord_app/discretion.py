"""What may be in a log: nothing that anybody wrote and no token, whoever says it and at whatever level."""

from __future__ import annotations

import copy
import logging
import re
import traceback
from collections.abc import Iterator, Mapping

import aiohttp
import discord

__all__ = ["REDACTED", "discreet", "told"]

REDACTED = "[secret]"
LEFT_OUT = "…"
#: What these say is about a connection or what Discord refuses, and quotes nobody.
SAFE = (OSError, aiohttp.ClientError, discord.DiscordException)
#: Of these, where in the program they were noticed says nothing.
CONNECTION = (OSError, aiohttp.ClientError, discord.ConnectionClosed, discord.DiscordServerError)
PLAIN = (int, float, bool, type(None))
OUR_LOGGERS = "bot"
#: By what is in an address, one can answer in the bot's name for a while; by a session's id, take up its connection.
_ADDRESSES = re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/\s?]+")
_SESSIONS = re.compile(r"\b[0-9a-f]{32}\b")
_QUOTED = re.compile(r"<.*>", re.DOTALL)


def discreet(record: logging.LogRecord) -> logging.LogRecord:
    """The record as it may be written; the given one stays as it is."""
    shown = copy.copy(record)
    shown.msg, shown.args = _message(record), None
    if record.exc_info and record.exc_info[1] is not None:
        shown.exc_text, shown.exc_info = _trace(record.exc_info[1]), None
    return shown


def told(error: BaseException) -> str:
    """An exception in a line. What one of our own or of Python says may quote the user, and is left out."""
    return f"{type(error).__name__}: {error}" if _is_safe(error) else type(error).__name__


def _message(record: logging.LogRecord) -> str:
    try:
        message = str(record.msg) % _arguments(record) if record.args else str(record.msg)
    except (TypeError, ValueError, KeyError):  # a slip in a library must not make logging print all it was given
        message = f"{record.msg} {LEFT_OUT}"
    if record.name == "asyncio":  # which shows tasks and what they hold, in words of its own
        message = _QUOTED.sub(LEFT_OUT, message)
    return _SESSIONS.sub(REDACTED, _ADDRESSES.sub(rf"\1{REDACTED}", message))


def _arguments(record: logging.LogRecord) -> object:
    if isinstance(record.args, Mapping):
        return {name: _argument(record, value) for name, value in record.args.items()}
    return tuple(_argument(record, value) for value in record.args or ())


def _argument(record: logging.LogRecord, value: object) -> object:
    if isinstance(value, BaseException):
        return str(value) if _is_safe(value) else LEFT_OUT
    if isinstance(value, PLAIN) or record.name.split(".")[0] == OUR_LOGGERS:
        return value
    if isinstance(value, str) and record.levelno > logging.DEBUG:
        return value
    return LEFT_OUT  # a whole event of Discord, or a library's own object that shows what it holds


def _trace(error: BaseException) -> str:
    if isinstance(error, CONNECTION):
        return told(error)
    return "\nwhile handling, or because of:\n".join(
        f"{told(each)}\n{''.join(traceback.format_tb(each.__traceback__))}".rstrip() for each in _chain(error)
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and those before it."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _is_safe(error: BaseException) -> bool:
    return isinstance(error, SAFE)
