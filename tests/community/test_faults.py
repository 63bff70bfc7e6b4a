"""A file that is locked, gone, full or none: one kind of failure, in time, nothing half done, all well afterwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.community.store.database import Ending
from bot.community.store.store import Store
from bot.community.votes import Ballot, Counted
from bot.errors import StoreError
from tests.community.failing import BALLOT, NOON, hasty, in_the_end, refused


async def test_a_locked_file_refuses_votes_but_shows_them(tmp_path: Path) -> None:
    file = tmp_path / "votes.sqlite3"
    endings: list[Ending] = []
    async with hasty(f"sqlite:///{file}", there=True) as store:
        store.watch(lambda _shelf, ending, _seconds: endings.append(ending))
        await store.votes.click(BALLOT, NOON)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await refused(store)
        assert endings == [Ending.DONE, Ending.FAILED]
        assert await store.votes.count(1, "rocky") == 1
        other.execute("ROLLBACK")
        other.close()
        assert await in_the_end(store) == Counted(True, 2)


async def test_a_file_that_is_gone_is_made_anew_and_nothing_is_written_to_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "votes.sqlite3"
    async with hasty(f"sqlite:///{file}", there=True) as store:
        await store.votes.click(BALLOT, NOON)
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        assert await in_the_end(store) == Counted(True, 1)
        assert file.exists()


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Dear diary, " * 1000, encoding="utf-8")
    async with hasty(f"sqlite:///{file}") as store:
        await refused(store)
    assert file.read_text(encoding="utf-8") == "Dear diary, " * 1000


async def test_a_folder_that_cannot_be_made_refuses_votes(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with hasty(f"sqlite:///{tmp_path}/file/votes.sqlite3") as store:
        await refused(store)


async def test_a_full_disk_refuses_votes_and_keeps_those_there_are(tmp_path: Path) -> None:
    """A file that may not grow is to SQLite what a full disk is."""
    file = tmp_path / "votes.sqlite3"
    async with hasty(f"sqlite:///{file}", there=True) as store:
        await store.votes.click(BALLOT, NOON)
        await store._database.write(let_it_not_grow)
        with pytest.raises(StoreError):
            await vote_often(store)
        confirmed = await store.votes.count(1, "rocky")
        assert confirmed > 1
    kept = sqlite3.connect(file)
    assert kept.execute("SELECT count(*) FROM votes").fetchone() == (confirmed,)
    kept.close()


async def let_it_not_grow(connection: AsyncConnection) -> None:
    pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
    await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


async def vote_often(store: Store) -> None:
    for user in range(2, 5000):
        await store.votes.click(Ballot(1, "rocky", user), NOON)


async def test_the_log_is_told_once_that_the_database_is_away_and_once_that_it_is_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "kept"
    blocked.touch()
    async with hasty(f"sqlite:///{blocked}/votes.sqlite3") as store:
        for _ in range(3):
            await refused(store)
        blocked.unlink()
        await in_the_end(store)
    assert [record.getMessage().partition(":")[0] for record in caplog.records if record.levelname == "WARNING"] == [
        "The database failed, so nothing is saved",
        "The database is back",
    ]
