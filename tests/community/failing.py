"""A store that gives up soon, and how somebody votes who meets a database that fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from time import monotonic

import pytest

from bot.community.store.address import address_of
from bot.community.store.database import NOT_SAVED, Database
from bot.community.store.store import Store
from bot.community.store.upgrade import upgrade
from bot.community.votes import Ballot, Counted
from bot.errors import StoreError

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BALLOT, OTHER = Ballot(1, "rocky", 1), Ballot(1, "rocky", 2)
LIMIT = 1.0  # seconds


@asynccontextmanager
async def hasty(url: str, *, there: bool = False) -> AsyncIterator[Store]:
    """A store whose verbs may take a second; where a database is `there`, it has its tables before."""
    if there:
        await upgrade(address_of(url))
    database = Database(address_of(url), longest=LIMIT, again_after=0.0)
    yield Store(database)
    await database.close()


async def refused(store: Store) -> None:
    """A vote is refused in time, in one sentence."""
    began = monotonic()
    with pytest.raises(StoreError) as raised:
        await store.votes.click(OTHER, NOON)
    assert str(raised.value) == NOT_SAVED
    assert monotonic() - began < 3 * LIMIT


async def in_the_end(store: Store) -> Counted:
    """The vote, as somebody casts it who tries again."""
    for _ in range(60):
        try:
            return await store.votes.click(OTHER, NOON)
        except StoreError:
            await asyncio.sleep(0.1)
    raise AssertionError("the database stayed away")
