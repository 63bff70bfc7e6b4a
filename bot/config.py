"""The settings of a running bot, read from the environment and a .env file when asked; nothing is read at import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.errors import SettingError

__all__ = ["HIGHEST_PORT", "Settings", "guild_of", "port_of"]

Value = TypeVar("Value")

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
HIGHEST_PORT = 65_535
HIGHEST_SNOWFLAKE = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two places the bot runs at. What is secret shows in no repr."""

    token: str | None = field(default=None, repr=False)
    tmdb_key: str | None = field(default=None, repr=False)  # None: no posters
    database: str | None = field(default=None, repr=False)  # None: a file of the bot's own; read by who opens it
    data: Path | None = None  # None: the data that comes with the bot
    log_level: str = "INFO"
    preview_port: int = 0  # 0: any free port
    guild: int | None = None  # where `sync` puts the commands when no server is named; None: everywhere
    shard_count: int | None = None  # None: as many as Discord recommends

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], dotenv: Path | None = None) -> Settings:
        """The settings of `environ`, completed by the file `dotenv` where that exists; the environment wins.

        An empty value counts as not set. Raises SettingError, which names the variable and what to do, never its value.
        """
        values = {**(_read_dotenv(dotenv) if dotenv is not None else {}), **_filled(environ)}
        return cls(
            token=_read(values, "DISCORD_TOKEN", _token, None),
            data=_read(values, "MONTAGE_DATA", _folder, None),
            database=_read(values, "DATABASE_URL", str, None),
            log_level=_read(values, "MONTAGE_LOG_LEVEL", _log_level, "INFO"),
            preview_port=_read(values, "MONTAGE_PREVIEW_PORT", port_of, 0),
            guild=_read(values, "MONTAGE_GUILD", guild_of, None),
            shard_count=_read(values, "MONTAGE_SHARDS", _shards, None),
            tmdb_key=_read(values, "TMDB_API_KEY", _key, None),
        )


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if value.strip()}


def _read(values: Mapping[str, str], name: str, parse: Callable[[str], Value], default: Value) -> Value:
    if name not in values:
        return default
    try:
        return parse(values[name])
    except ValueError as error:
        raise SettingError(f"{name} {error}") from None  # the cause would carry the value


def _read_dotenv(path: Path) -> dict[str, str]:
    try:
        if not path.is_file():
            return {}
    except OSError:  # a folder one may not enter holds nothing for us
        return {}
    from dotenv.parser import parse_stream  # only who keeps a .env pays for its reader

    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for binding in parse_stream(stream):
                if binding.error or (binding.key is not None and binding.value is None):
                    raise SettingError(f"{path}, line {binding.original.line}: write it as NAME=value.")
                if binding.key is not None and binding.value is not None:
                    found[binding.key] = binding.value
    except (OSError, UnicodeDecodeError):
        raise SettingError(f"{path} cannot be read: it has to be a text file in UTF-8 that you may open.") from None
    return _filled(found)


def _token(text: str) -> str:
    token = text.removeprefix("Bot ")
    if not all("!" <= character <= "~" for character in token):
        raise ValueError(
            "has a space, line break or other character in it that is in no token: "
            "copy the token again, from Bot > Reset Token."
        )
    return token


def _key(text: str) -> str:
    if not (text.isascii() and text.isalnum()):
        raise ValueError("has to be TMDB's API key, letters and digits only: copy it again, from Settings > API.")
    return text


def _folder(text: str) -> Path:
    with suppress(OSError, RuntimeError):  # a name too long, a folder one may not enter, a user there is not
        path = Path(text).expanduser()
        if path.is_dir():
            return path
    raise ValueError(
        "has to be a folder that you may open and that holds montages/ and lists/; "
        "leave it out for the data that came along."
    )


def _log_level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise ValueError(f"has to be one of {', '.join(LOG_LEVELS)}.")
    return text.upper()


def port_of(text: str) -> int:
    """The port a text says. Raises ValueError, which tells what it has to be; so does `guild_of`."""
    return _number(text, 0, HIGHEST_PORT, f"has to be a port from 0 (any free one) to {HIGHEST_PORT}.")


def guild_of(text: str) -> int:
    return _number(
        text, 1, HIGHEST_SNOWFLAKE, "has to be the id of a server: a number, from right-click > Copy Server ID."
    )


def _shards(text: str) -> int:
    return _number(text, 1, 10_000, "has to be a number of shards, 1 or more; leave it out to let Discord say.")


def _number(text: str, lowest: int, highest: int, sentence: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 20 and lowest <= int(text) <= highest):
        raise ValueError(sentence)
    return int(text)
