"""Where the database is said to be."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.community.store.address import address_of, secrets_in
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.errors import SettingError, StoreError

PASSWORD = "hunter2-hunter2"


def test_without_an_address_it_is_a_file_of_our_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = address_of(None).file
    assert file is not None
    assert file.name == "montage-bot.sqlite3"
    assert not file.parent.exists(), "nothing is made before it is needed"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///here.sqlite3", "here.sqlite3"),
        ("sqlite:////var/lib/bot.sqlite3", "/var/lib/bot.sqlite3"),
        ("sqlite+aiosqlite:///a%20b.sqlite3", "a b.sqlite3"),
    ],
)
def test_a_file_is_named_as_usual(url: str, file: str) -> None:
    assert address_of(url).file == Path(file)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("postgres://maya:pw@db:5432/bot", "postgresql://maya:pw@db:5432/bot"),
        ("postgresql://maya:pw@db/bot?sslmode=require", "postgresql://maya:pw@db/bot?sslmode=require"),
        ("postgresql+asyncpg://maya:p%40w@db/bot", "postgresql://maya:p%40w@db/bot"),
        ("postgres://db/bot?sslmode=require&channel_binding=require", "postgresql://db/bot?sslmode=require"),
        ("postgresql://db,db2/bot?host=a/b", "postgresql://db,db2/bot?host=a%2Fb"),
    ],
)
def test_a_server_is_named_as_hosting_services_do(url: str, server: str) -> None:
    assert address_of(url).server == server


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://maya:{PASSWORD}@db/bot",
        f"{PASSWORD}",
        "sqlite://",
        "sqlite:///:memory:",
        f"postgres://maya:{PASSWORD}/x@db/bot",
        f"postgres://maya:{PASSWORD}#x@db/bot",
        f"postgres://maya:{PASSWORD}@x@db/bot",
        f"postgres://maya:{PASSWORD}?x@db/bot",
        f"postgres://maya:{PASSWORD}@db:{PASSWORD}/bot",
        f"postgres://maya:[{PASSWORD}@db/bot",
        f"postgres://maya:{PASSWORD}@db/bot?{PASSWORD}",
    ],
)
def test_an_address_that_is_none_is_one_sentence_that_does_not_repeat_it(url: str) -> None:
    with pytest.raises(SettingError, match="DATABASE_URL") as raised:
        address_of(url)
    assert PASSWORD not in str(raised.value)
    assert raised.value.__cause__ is None
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("path", ["bot", "bot?sslmode=disable", "bot?sslmode=no-such-mode"])
async def test_a_password_is_in_no_repr_no_log_and_no_refusal(path: str, caplog: pytest.LogCaptureFixture) -> None:
    address = address_of(f"postgres://maya:{PASSWORD}@127.0.0.1:9/{path}")
    assert PASSWORD not in repr(address)
    database = Database(address, longest=2)
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreError) as raised:
        await Store(database).votes.count(1, "rocky")
    await database.close()
    assert PASSWORD not in f"{caplog.text} {raised.getrepr()} {raised.value!r}"


def test_what_may_stand_in_no_log_is_named() -> None:
    url = "postgres://maya:p%40w@db/bot"
    assert secrets_in(url) == (url, "p%40w", "p@w")
    assert secrets_in("sqlite:///x") == secrets_in(None) == ()
