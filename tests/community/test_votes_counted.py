"""Votes as they are kept, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.store.votes import COUNT_STANDS, Votes
from bot.community.votes import Ballot, Counted, Tally

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2  # as large as Discord's ids get
MAYA, THEO = 2**61 + 1, 2**61 + 2


async def test_a_second_click_takes_the_vote_back(store: Store) -> None:
    ballot = Ballot(HERE, "rocky", MAYA)
    assert await store.votes.click(ballot, NOON) == Counted(True, 1)
    assert await store.votes.click(ballot, LATER) == Counted(False, 0)
    assert await store.votes.click(ballot, LATER + timedelta(hours=1)) == Counted(True, 1)


async def test_a_double_click_counts_once(store: Store) -> None:
    ballot = Ballot(HERE, "rocky", MAYA)
    await store.votes.click(ballot, NOON)
    assert await store.votes.click(ballot, NOON + timedelta(milliseconds=300)) == Counted(True, 1)


async def test_votes_are_counted_by_server_and_montage(store: Store) -> None:
    for ballot in (
        Ballot(HERE, "rocky", MAYA),
        Ballot(HERE, "rocky", THEO),
        Ballot(HERE, "footloose", MAYA),
        Ballot(ELSEWHERE, "rocky", MAYA),
    ):
        await store.votes.click(ballot, NOON)
    assert await store.votes.count(HERE, "rocky") == 2
    assert await store.votes.count(ELSEWHERE, "rocky") == 1
    assert await store.votes.count(ELSEWHERE, "footloose") == 0


async def test_a_server_is_told_of_its_own_voters_alone(store: Store) -> None:
    await store.votes.click(Ballot(HERE, "rocky", MAYA), NOON)
    await store.votes.click(Ballot(ELSEWHERE, "rocky", THEO), NOON)
    await store.votes.click(Ballot(ELSEWHERE, "footloose", THEO), NOON)
    here = await store.votes.of_server(HERE)
    assert (here.people, here.tallies) == (1, (Tally("rocky", 1, 1),))


async def test_all_servers_together_are_counted_by_server_but_people_once(store: Store) -> None:
    await store.votes.click(Ballot(HERE, "rocky", MAYA), NOON)
    await store.votes.click(Ballot(HERE, "footloose", THEO), NOON)
    await store.votes.click(Ballot(ELSEWHERE, "rocky", MAYA), NOON)
    poll = await store.votes.of_all()
    assert poll.people == 2
    assert sorted(poll.tallies, key=lambda each: each.montage) == [
        Tally("footloose", votes=1, voters=2, servers=1),
        Tally("rocky", votes=2, voters=3, servers=2),
    ]


async def test_all_servers_are_counted_once_a_minute_however_many_ask(database: Database) -> None:
    clock = [0.0]
    votes = Votes(database, lambda: clock[0])
    await votes.click(Ballot(HERE, "rocky", MAYA), NOON)
    polls = await asyncio.gather(*(votes.of_all() for _ in range(20)))
    assert all(each is polls[0] for each in polls)
    await votes.click(Ballot(HERE, "rocky", THEO), NOON)
    clock[0] = COUNT_STANDS - 1
    assert (await votes.of_all()).people == 1
    clock[0] = COUNT_STANDS
    assert (await votes.of_all()).people == 2


async def test_nobody_voted_is_no_fault(store: Store) -> None:
    assert (await store.votes.of_server(HERE)).tallies == ()
    assert (await store.votes.of_all()).people == 0


async def test_two_hundred_votes_at_once_are_two_hundred(store: Store) -> None:
    voters = count(1)
    clicks = (store.votes.click(Ballot(HERE, "rocky", next(voters)), NOON) for _ in range(200))
    assert all(each.voted for each in await asyncio.gather(*clicks))
    assert await store.votes.count(HERE, "rocky") == 200


@pytest.mark.parametrize("processes", [2])
async def test_two_processes_count_simultaneous_clicks_of_one_user_once(
    address: Address, store: Store, processes: int
) -> None:
    ballots = [Ballot(HERE, f"montage-{number}", MAYA) for number in range(20)]
    await store.votes.count(HERE, "rocky")  # the schema is there
    others = [Database(address, longest=30) for _ in range(processes)]
    try:
        clicks = (Store(each).votes.click(ballot, NOON) for ballot in ballots for each in others)
        assert {each.votes for each in await asyncio.gather(*clicks)} == {1}
    finally:
        for each in others:
            await each.close()
    assert [await store.votes.count(HERE, ballot.montage) for ballot in ballots] == [1] * 20
