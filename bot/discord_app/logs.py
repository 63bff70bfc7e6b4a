"""The log of a running bot, to standard error: lines for a person at a terminal, JSON for whatever else reads it."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

import discord
import msgspec

from bot.community.store.address import secrets_in
from bot.config import Settings
from bot.discord_app.asked import being_answered
from bot.discord_app.discretion import REDACTED, discreet
from bot.printable import printable

__all__ = ["REDACTED", "JsonFormatter", "RedactingFormatter", "set_up_logging"]

LINE = "{asctime} {levelname:<7} {name}{reference}: {message}"
#: What libraries of the database say: each step they take, at DEBUG with whose vote it is for.
QUIET = ("aiosqlite", "alembic")


class RedactingFormatter(logging.Formatter):
    """A formatter rather than a filter: it sees the whole line as it is written, traceback included."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__(LINE, "%Y-%m-%d %H:%M:%S", style="{")
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        shown = discreet(record)
        reference = _reference()
        shown.reference = f" [{reference}]" if reference else ""
        return self._hidden(super().format(shown))

    def _hidden(self, text: str) -> str:
        line = printable(text)
        for secret in self._secrets:
            line = line.replace(secret, REDACTED)
        return line


class JsonFormatter(RedactingFormatter):
    """A JSON object a line: `time`, `level`, `logger`, `message`; `reference` and `traceback` where there are any."""

    def format(self, record: logging.LogRecord) -> str:
        shown = discreet(record)
        line = {
            "time": datetime.fromtimestamp(shown.created, UTC).isoformat(timespec="milliseconds"),
            "level": shown.levelname,
            "logger": shown.name,
            "message": self._hidden(shown.getMessage()),
            "reference": _reference(),
            "traceback": self._hidden(shown.exc_text or ""),
        }
        return msgspec.json.encode({key: value for key, value in line.items() if value}).decode()


def set_up_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Send every log line of the level of the settings and above to standard error; called once, by who starts."""
    handler = logging.StreamHandler(stream or sys.stderr)
    formatter = RedactingFormatter if handler.stream.isatty() else JsonFormatter
    handler.setFormatter(formatter(settings.token, settings.tmdb_key, *secrets_in(settings.database)))
    for library in QUIET:
        logging.getLogger(library).setLevel(logging.WARNING)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot has no use for voice
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)


def _reference() -> str:
    """The id of what the line is about, which an apology gives too; empty where it is about nothing asked."""
    asked = being_answered()
    return asked.reference if asked else ""
