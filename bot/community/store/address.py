"""Where the database is: what DATABASE_URL says, or a file of our own. The password in it shows nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from platformdirs import user_data_path

from bot.errors import SettingError

__all__ = ["Address", "address_of", "secrets_in"]

FILE = "montage-bot.sqlite3"
SQLITE, POSTGRESQL = ("sqlite",), ("postgres", "postgresql")
#: What PostgreSQL's own library takes in an address, hosting services put there, and asyncpg would hand to the server.
NOT_FOR_THE_SERVER = {"channel_binding", "connect_timeout", "pgbouncer", "sslcompression", "supa", "uselibpqcompat"}
FORMS = "sqlite:///folder/file.sqlite3 or postgresql://user:password@host:5432/database"
UNKNOWN = f"DATABASE_URL has to begin like {FORMS}; leave it out for a file of the bot's own."
NO_FILE = f"DATABASE_URL names no file: write it as {FORMS}."
NOT_SHARED = (
    "DATABASE_URL has to name a PostgreSQL server where this process opens some shards and others the rest: "
    "votes, settings and all that is kept is what they share."
)
UNREADABLE = (
    "DATABASE_URL cannot be read as postgresql://user:password@host:5432/database: "
    "write each @ : / ? # [ ] % of user and password in percent form, as %40 for @."
)


@dataclass(frozen=True, slots=True)
class Address:
    """A file, or what asyncpg is to be given to reach a PostgreSQL server."""

    file: Path | None = None
    server: str = field(default="", repr=False)


def address_of(url: str | None, *, shared: bool = False) -> Address:
    """Where the database is; nothing is opened or made. Raises SettingError, which never repeats the address.

    What is to be `shared` by several processes has to be a server.
    """
    address = _address(url)
    if shared and address.file is not None:
        raise SettingError(NOT_SHARED)
    return address


def _address(url: str | None) -> Address:
    if url is None:
        return Address(user_data_path("montage-bot", appauthor=False) / FILE)
    scheme, _, rest = url.partition("://")
    kind = scheme.partition("+")[0].casefold()  # what follows a plus names a driver: we have our own
    if kind in SQLITE:
        return Address(_file(rest))
    if kind in POSTGRESQL:
        return Address(server=_server(rest))
    raise SettingError(UNKNOWN)


def secrets_in(url: str | None) -> tuple[str, ...]:
    """What of an address may stand in no log: the whole of it, and its password as it is written and as it is meant."""
    if url is None or "@" not in url:
        return ()
    password = url.partition("://")[2].rpartition("@")[0].partition(":")[2]
    return tuple(dict.fromkeys(each for each in (url, password, unquote(password)) if each))


def _file(rest: str) -> Path:
    """As SQLAlchemy writes it: three slashes before a path from here, four before one from the root."""
    host, _, path = rest.partition("?")[0].partition("/")
    if host or path in ("", ":memory:"):
        raise SettingError(NO_FILE)
    return Path(unquote(path)).expanduser()


def _server(rest: str) -> str:
    url = f"postgresql://{rest}"
    try:
        parts = urlsplit(url)
        _ = parts.port
        given = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise SettingError(UNREADABLE) from None  # the cause quotes what may be part of a password
    if parts.netloc.count("@") > 1 or parts.fragment or any(mark in parts.path[1:] for mark in "@:/"):
        raise SettingError(UNREADABLE)
    query = urlencode([(name, value) for name, value in given if name.casefold() not in NOT_FOR_THE_SERVER])
    return parts._replace(query=query).geturl()
