"""The log of a running bot: to standard error, and never with a token or key in it."""

from __future__ import annotations

import logging
import sys
from typing import Any

import aiohttp
import discord

from bot.community.store.address import secrets_in
from bot.config import Settings
from bot.printable import printable

__all__ = ["RedactingFormatter", "set_up_logging"]

LINE = "{asctime} {levelname:<7} {name}: {message}"
REDACTED = "[secret]"
#: What libraries of the database say: each step they take, at DEBUG with whose vote it is for.
QUIET = ("aiosqlite", "alembic")
CONNECTION = (OSError, aiohttp.ClientError, discord.ConnectionClosed, discord.DiscordServerError)


class RedactingFormatter(logging.Formatter):
    """A formatter rather than a filter: it sees the whole line as it is written, traceback included."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__(LINE, "%Y-%m-%d %H:%M:%S", style="{")
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        line = printable(super().format(record))
        for secret in self._secrets:
            line = line.replace(secret, REDACTED)
        return line

    def formatException(self, ei: tuple[Any, ...]) -> str:  # noqa: N802  logging calls it so
        """A broken connection is a line: where in the program it was noticed says nothing about it."""
        error = ei[1]
        if isinstance(error, CONNECTION):
            return f"{type(error).__name__}: {error}"
        return super().formatException(ei)


def set_up_logging(settings: Settings) -> None:
    """Send every log line of the level of the settings and above to standard error; called once, by who starts."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(settings.token, settings.tmdb_key, *secrets_in(settings.database)))
    for library in QUIET:
        logging.getLogger(library).setLevel(logging.WARNING)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot has no use for voice
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
