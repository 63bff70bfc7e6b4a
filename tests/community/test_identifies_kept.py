"""Turns at Discord's buckets, taken by several processes on one database."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import pairwise

from bot.community.identifies import FREE, SPACING, Turn
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.identifies import Identifies
from bot.community.store.store import Store

QUEUE = SPACING * 100


async def take(identifies: Identifies, shard: int = 0, bucket: int = 0, queue: timedelta = QUEUE) -> Turn:
    return await identifies.take(shard, bucket, SPACING, queue)


async def test_of_all_who_come_at_once_each_has_a_turn_of_its_own(store: Store, address: Address) -> None:
    assert (await take(store.identifies)).granted  # which makes the tables
    others = [Database(address, longest=30) for _ in range(2)]
    try:
        turns = await asyncio.gather(*(take(Identifies(others[each % 2]), each) for each in range(10)))
    finally:
        for each in others:
            await each.close()
    after = sorted(turn.after for turn in turns)
    gaps = [later - earlier for earlier, later in pairwise(after)]
    assert all(turn.granted for turn in turns)
    assert min(gaps) > SPACING - timedelta(seconds=2), "they were told at moments that are apart by less than that"
    assert after[-1] > SPACING * 8


async def test_each_bucket_has_turns_of_its_own(store: Store) -> None:
    assert (await take(store.identifies, bucket=0)).after < timedelta(seconds=1)
    assert (await take(store.identifies, bucket=1)).after < timedelta(seconds=1)
    assert (await take(store.identifies, bucket=0)).after > timedelta(seconds=1)


async def test_nobody_waits_longer_than_all_others_can_take(store: Store) -> None:
    for _ in range(5):
        await take(store.identifies)
    assert (await take(store.identifies, queue=SPACING)).after <= SPACING


async def test_a_shard_that_comes_again_and_again_rests_and_holds_up_no_other(store: Store) -> None:
    for _ in range(FREE):
        assert (await take(store.identifies, shard=3, bucket=3)).granted
        await store.identifies.identified(3)
    rest = await take(store.identifies, shard=3, bucket=3)
    assert not rest.granted
    assert timedelta(seconds=5) < rest.after <= timedelta(seconds=10)
    before = await take(store.identifies, shard=7, bucket=3)
    assert (await take(store.identifies, shard=3, bucket=3)).granted is False
    other = await take(store.identifies, shard=7, bucket=3)
    assert before.granted
    assert other.granted
    assert other.after - before.after <= SPACING, "who rests takes no turn"


async def test_a_turn_that_was_not_used_does_not_count(store: Store) -> None:
    for _ in range(FREE + 3):
        assert (await take(store.identifies)).granted
