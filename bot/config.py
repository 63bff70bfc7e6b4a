"""The settings of a running bot, read from the environment and a .env file when asked; nothing is read at import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar

from bot.errors import SettingError
from bot.sharding import count_of, ids_of, ordinal_of, per_process_of, shards_opened

__all__ = ["HIGHEST_PORT", "Settings", "guild_of", "port_of"]

Value = TypeVar("Value")

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
HIGHEST_PORT = 65_535
HIGHEST_SNOWFLAKE = 2**64 - 1
THIS_COMPUTER = "127.0.0.1"
#: How the names of our own variables begin: what else begins so is a slip.
OF_SHARDS = ("SHARD_", "SHARDS_")
OURS = ("MONTAGE_", *OF_SHARDS)
#: What was called otherwise once.
FORMER = {"MONTAGE_SHARDS": "SHARD_COUNT"}


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
    shard_ids: tuple[int, ...] = ()  # those that this process opens, where others open the rest; empty: all
    metrics_port: int | None = None  # None: neither metrics nor health are served
    metrics_host: str = THIS_COMPUTER
    slips: tuple[str, ...] = ()  # a sentence for each variable that looks like ours and is none

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], dotenv: Path | None = None) -> Settings:
        """The settings of `environ`, completed by the file `dotenv` where that exists; the environment wins.

        An empty value counts as not set. Raises SettingError, which has a sentence for every variable that is wrong: it
        names the variable and what to do, never its value.
        """
        given = _Given({**(_read_dotenv(dotenv) if dotenv is not None else {}), **_filled(environ)})
        read = given.read
        settings = cls(
            token=read("DISCORD_TOKEN", _token, None),
            data=read("MONTAGE_DATA", _folder, None),
            database=read("DATABASE_URL", str, None),
            log_level=read("MONTAGE_LOG_LEVEL", _log_level, "INFO"),
            preview_port=read("MONTAGE_PREVIEW_PORT", port_of, 0),
            guild=read("MONTAGE_GUILD", guild_of, None),
            shard_count=(count := read("SHARD_COUNT", count_of, None)),
            shard_ids=given.shards(
                count,
                read("SHARD_IDS", ids_of, ()),
                read("SHARD_ORDINAL", ordinal_of, None),
                read("SHARDS_PER_PROCESS", per_process_of, None),
            ),
            metrics_port=read("MONTAGE_METRICS_PORT", _metrics_port, None),
            metrics_host=read("MONTAGE_METRICS_HOST", _address, THIS_COMPUTER),
            tmdb_key=read("TMDB_API_KEY", _key, None),
            slips=given.slips(),
        )
        if given.faults:
            raise SettingError("\n".join(given.faults))
        return settings


class _Given:
    """The variables that are set: what is read of them, and what is wrong with them."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self._names: list[str] = []  # of all that were asked for
        self.faults: list[str] = []

    def read(self, name: str, parse: Callable[[str], Value], default: Value) -> Value:
        self._names.append(name)
        if name not in self._values:
            return default
        try:
            return parse(self._values[name])
        except ValueError as error:
            self.faults.append(f"{name} {error}")
            return default

    def shards(
        self, count: int | None, ids: tuple[int, ...], ordinal: int | None, per_process: int | None
    ) -> tuple[int, ...]:
        """Those that four variables together tell to open; each was read before."""
        try:
            return shards_opened(count, ids, ordinal, per_process)
        except ValueError as error:
            if not any(fault.startswith(OF_SHARDS) for fault in self.faults):  # one slip is told once
                self.faults.append(str(error))
            return ()

    def slips(self) -> tuple[str, ...]:
        """To be asked for when everything was read."""
        unknown = sorted(name for name in self._values if name.startswith(OURS) and name not in self._names)
        return tuple(self._slip(name) for name in unknown)

    def _slip(self, name: str) -> str:
        if name in FORMER:
            return f"{name} is called {FORMER[name]} now: as it is, it changes nothing."
        from difflib import get_close_matches  # hardly anybody slips, and everybody starts

        near = get_close_matches(name, self._names, 1, 0.8)
        return f"{name} is no setting" + (f": did you mean {near[0]}?" if near else ", and changes nothing.")


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if value.strip()}


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


def _metrics_port(text: str) -> int:
    return _number(
        text, 1, HIGHEST_PORT, f"has to be a port from 1 to {HIGHEST_PORT}; leave it out to serve no metrics."
    )


def _address(text: str) -> str:
    with suppress(ValueError):
        return str(ip_address(text))
    raise ValueError(
        f"has to be an address of this computer in numbers: {THIS_COMPUTER} for what runs here, 0.0.0.0 for everybody."
    )


def _number(text: str, lowest: int, highest: int, sentence: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 20 and lowest <= int(text) <= highest):
        raise ValueError(sentence)
    return int(text)
