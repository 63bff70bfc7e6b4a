"""Duels as they are kept, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import select

from bot.community.duels import MOST_OPEN, Choice, Duel, Rating, Score, Side, rated
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.duels import GRACE, LONGEST_TOLD
from bot.community.store.store import Store
from bot.community.store.tables import duel_votes, duels

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
END = NOON + timedelta(minutes=10)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2  # as large as Discord's ids get
MAYA, THEO, INES = 2**61 + 1, 2**61 + 2, 2**61 + 3
DUEL = Duel(2**62 + 9, HERE, "rocky", "footloose", MAYA, END)


async def choose(store: Store, user: int, side: Side, at: datetime = NOON, duel: Duel = DUEL) -> Choice:
    return await store.duels.choose(duel.server, duel.id, user, side, at)


async def test_a_member_has_one_vote_and_may_change_it_until_the_end(store: Store) -> None:
    assert await store.duels.open(DUEL)
    assert await choose(store, MAYA, Side.FIRST) == Choice(True, False, 1)
    assert await choose(store, MAYA, Side.FIRST) == Choice(True, False, 1)
    assert await choose(store, MAYA, Side.SECOND) == Choice(True, True, 1)
    assert await choose(store, THEO, Side.SECOND) == Choice(True, False, 2)
    assert await choose(store, THEO, Side.FIRST, END) == Choice(False)
    settled = await store.duels.close(HERE, DUEL.id, END)
    assert settled is not None
    assert settled.duel.score == Score(0, 2)


async def test_votes_at_once_count_once_a_member(store: Store, address: Address) -> None:
    await store.duels.open(DUEL)
    others = [Store(Database(address, longest=30)) for _ in range(2)]
    try:
        clicks = (
            choose(others[number % 2], MAYA + number // 4, Side(1 + number % 2)) for number in range(24)
        )  # each member four times, by two processes
        await asyncio.gather(*clicks)
    finally:
        for each in others:
            await each.close()
    settled = await store.duels.close(HERE, DUEL.id, END)
    assert settled is not None
    assert settled.duel.score.voters == 6


async def test_its_starter_closes_a_duel_early_and_no_vote_comes_after(store: Store) -> None:
    await store.duels.open(DUEL)
    await choose(store, THEO, Side.FIRST)
    assert await store.duels.close(HERE, DUEL.id, NOON, THEO) is None
    settled = await store.duels.close(HERE, DUEL.id, NOON, MAYA)
    assert settled is not None
    assert settled.just_now
    assert settled.duel == replace(DUEL, closed=True, closes_at=NOON, starter=None, score=Score(1, 0))
    assert await choose(store, INES, Side.FIRST) == Choice(False)


async def test_of_closings_at_once_one_rates(store: Store, address: Address) -> None:
    await store.duels.open(DUEL)
    await choose(store, THEO, Side.FIRST)
    others = [Store(Database(address, longest=30)) for _ in range(3)]
    try:
        settled = await asyncio.gather(*(each.duels.close(HERE, DUEL.id, END) for each in others for _ in range(4)))
    finally:
        for each in others:
            await each.close()
    assert sum(each.just_now for each in settled if each) == 1
    first, second = rated(Rating(), Rating(), Score(1, 0))
    assert all(each and each.duel.score == Score(1, 0) for each in settled)
    assert all(each and each.ratings == {"rocky": first, "footloose": second} for each in settled)


async def test_ratings_go_on_from_duel_to_duel_of_one_server_alone(store: Store) -> None:
    for number, server in enumerate((HERE, HERE, ELSEWHERE)):
        duel = replace(DUEL, id=number, server=server, first="rocky" if server == HERE else "jaws")
        await store.duels.open(duel)
        await choose(store, THEO, Side.SECOND, duel=duel)
        settled = await store.duels.close(server, number, END)
        assert settled is not None
        assert set(settled.ratings) == {duel.first, duel.second}
        assert {each.duels for each in settled.ratings.values()} == {1 if server == ELSEWHERE else number + 1}


async def test_a_duel_is_of_its_server_alone(store: Store) -> None:
    await store.duels.open(DUEL)
    assert await store.duels.choose(ELSEWHERE, DUEL.id, MAYA, Side.FIRST, NOON) == Choice(False)
    assert await store.duels.close(ELSEWHERE, DUEL.id, END) is None


async def test_a_closed_duel_names_nobody(store: Store, database: Database) -> None:
    await store.duels.open(DUEL)
    await choose(store, THEO, Side.FIRST)
    await store.duels.close(HERE, DUEL.id, END)
    assert await database.read(lambda connection: connection.scalar(select(duels.c.starter))) is None
    assert await database.read(lambda connection: connection.scalar(select(duel_votes.c.member))) is None


async def test_a_duel_without_votes_leaves_no_rating(store: Store) -> None:
    await store.duels.open(DUEL)
    settled = await store.duels.close(HERE, DUEL.id, END)
    assert settled is not None
    assert settled.ratings == {}


async def test_only_so_many_go_on_at_once_on_a_server(store: Store) -> None:
    for number in range(MOST_OPEN):
        assert await store.duels.open(replace(DUEL, id=number))
    assert not await store.duels.open(DUEL)
    assert await store.duels.open(replace(DUEL, server=ELSEWHERE))
    await store.duels.close(HERE, 0, END)
    assert await store.duels.open(replace(DUEL, id=77))


async def test_what_is_over_is_due_until_it_is_told(store: Store) -> None:
    await store.duels.open(DUEL)
    await store.duels.place(DUEL.id, 11, 12)
    assert await store.duels.next_end(NOON) == END
    assert await store.duels.due(NOON) == []
    assert await store.duels.due(END) == [replace(DUEL, channel=11, message=12)]
    await store.duels.close(HERE, DUEL.id, END)
    assert await store.duels.due(END) == []  # whoever closed it tells
    assert [each.id for each in await store.duels.due(END + GRACE)] == [DUEL.id]  # or else another
    assert await store.duels.due(END + LONGEST_TOLD) == []
    assert await store.duels.next_end(END + LONGEST_TOLD) is None
    await store.duels.told(DUEL.id)
    assert await store.duels.due(END + GRACE) == []
    assert await store.duels.next_end(END) is None
