"""What is kept of a person, and of a server that was left: told and deleted in every table, on both databases."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import BigInteger, func, select

from bot.community.duels import Duel, Score, Side
from bot.community.privacy import KEPT_AFTER_LEAVING, Presence, as_file, reconciled
from bot.community.store.columns import MENTIONED, OWNER
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.store.tables import TABLES
from bot.community.suggestions import Decision, Facts
from bot.community.votes import Ballot
from bot.errors import MontageBotError

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = NOON + KEPT_AFTER_LEAVING
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2
MAYA, THEO = 2**61 + 1, 2**61 + 2
#: Numbers that name no person; a new one that does is called `member` or marked as MENTIONED.
NOBODY = {"server", "duel", "id", "quiz", "number", "channel", "message", "revision", "suggestions"}


async def fill(store: Store) -> None:
    """Maya and Theo vote on two servers; Maya starts a duel on each, and all vote in both."""
    for server in (HERE, ELSEWHERE):
        await store.settings.change(server, lambda before: replace(before, private=True))
        await store.servers.joined(server)
        duel = Duel(server, server, "rocky", "footloose", MAYA, NOON + timedelta(minutes=10))
        await store.duels.open(duel)
        for user in (MAYA, THEO):
            await store.votes.click(Ballot(server, "rocky", user), NOON)
            await store.duels.choose(server, duel.id, user, Side.FIRST, NOON)


def everywhere(_server: int) -> bool:
    """Of a process that opens all shards."""
    return True


async def rows_in(database: Database) -> dict[str, int]:
    async def counted(connection):  # noqa: ANN001, ANN202  a transaction
        return {
            each.name: await connection.scalar(select(func.count()).select_from(each)) for each in TABLES.sorted_tables
        }

    return await database.read(counted)


async def test_a_person_is_told_all_that_names_them_and_nobody_else(store: Store) -> None:
    await fill(store)
    records = await store.people.records_of(THEO)
    assert {name: len(rows) for name, rows in records.items()} == {"votes": 2, "duel_votes": 2}
    assert {name: len(rows) for name, rows in (await store.people.records_of(MAYA)).items()} == {
        "votes": 2,
        "duel_votes": 2,
        "duels": 2,
    }
    file = as_file(MAYA, await store.people.records_of(MAYA)).decode()
    assert json.loads(file)["votes"][0] == {
        "server": str(HERE),
        "montage": "rocky",
        "member": str(MAYA),
        "cast_at": NOON.isoformat(),
    }
    assert str(THEO) not in file


async def test_who_is_forgotten_is_named_nowhere_and_nobody_else_is_touched(store: Store, database: Database) -> None:
    await fill(store)
    others = await store.people.records_of(THEO)
    before = await rows_in(database)
    assert await store.people.forget(MAYA) == 6
    assert await store.people.records_of(MAYA) == {}
    assert await store.people.records_of(THEO) == others
    after = await rows_in(database)
    assert after == before | {"votes": 2, "duel_votes": 2}
    settled = await store.duels.close(HERE, HERE, NOON + timedelta(hours=1))
    assert settled is not None
    assert settled.duel.score == Score(1, 0)
    assert await store.people.forget(MAYA) == 0


async def test_what_was_approved_outlives_the_name_of_who_suggested_it(store: Store) -> None:
    facts = Facts("Zyzzy Runner", 1999, "Run On", "The Examples", "She runs.", "training", "https://a.example/b")
    numbers = [(await store.suggestions.suggest(HERE, MAYA, facts, NOON)).number for _ in range(3)]
    await store.suggestions.decide(HERE, numbers[0], Decision.APPROVE, THEO, NOON)
    await store.suggestions.decide(HERE, numbers[1], Decision.REJECT, THEO, NOON)
    await store.reports.report(HERE, MAYA, "rocky", "Wrong.", NOON)
    assert await store.people.forget(MAYA) == 4
    assert await store.people.records_of(MAYA) == {}
    (kept,) = await store.suggestions.all_approved()
    assert (kept.number, kept.member, kept.facts) == (numbers[0], None, facts)
    taken_out = await store.suggestions.decide(HERE, numbers[0], Decision.REOPEN, THEO, NOON)
    assert taken_out.suggestion.member is None
    for number in numbers[1:]:
        with pytest.raises(MontageBotError):
            await store.suggestions.one(HERE, number)


def test_every_column_that_may_name_somebody_says_so() -> None:
    numbers = [
        each
        for table in TABLES.sorted_tables
        for each in table.columns
        if type(each.type) is BigInteger and each.name not in {OWNER, *NOBODY} and each.info != MENTIONED
    ]
    assert [str(each) for each in numbers] == []
    assert all(each.nullable for table in TABLES.sorted_tables for each in table.columns if each.info == MENTIONED)


async def test_a_server_that_was_left_is_forgotten_after_thirty_days(store: Store, database: Database) -> None:
    await fill(store)
    await store.duels.close(HERE, HERE, NOON + timedelta(hours=1))
    await store.servers.left(HERE, NOON)
    full = await rows_in(database)
    assert await store.servers.forget_left(everywhere, LATER - timedelta(seconds=1)) == ()
    assert await rows_in(database) == full
    assert await store.servers.forget_left(everywhere, LATER) == (HERE,)
    left = {name: number for name, number in (await rows_in(database)).items() if number and name != "changes"}
    assert left == {"votes": 2, "server_settings": 1, "servers": 1, "duels": 1, "duel_votes": 2}
    assert await store.votes.count(ELSEWHERE, "rocky") == 2
    assert await store.servers.forget_left(everywhere, LATER) == ()


async def test_a_process_forgets_and_misses_servers_of_its_own_shards_alone(store: Store) -> None:
    await fill(store)

    def is_ours(server: int) -> bool:
        return server == ELSEWHERE

    await store.servers.reconcile(set(), is_ours, NOON)
    assert await store.servers.forget_left(everywhere, LATER) == (ELSEWHERE,)
    await store.servers.left(HERE, NOON)
    assert await store.servers.forget_left(is_ours, LATER) == ()
    assert await store.votes.count(HERE, "rocky") == 2


async def test_a_server_that_returns_keeps_all(store: Store) -> None:
    await fill(store)
    await store.servers.left(HERE, NOON)
    await store.servers.joined(HERE)
    assert await store.servers.forget_left(everywhere, LATER) == ()
    assert await store.votes.count(HERE, "rocky") == 2


async def test_a_leaving_that_is_told_again_counts_from_the_first_time(store: Store) -> None:
    await store.servers.joined(HERE)
    await store.servers.left(HERE, NOON)
    await store.servers.left(HERE, LATER)
    assert await store.servers.forget_left(everywhere, LATER) == (HERE,)


async def test_a_leaving_that_nobody_told_is_noticed_at_the_next_start(store: Store) -> None:
    await fill(store)
    await store.servers.reconcile({ELSEWHERE}, everywhere, NOON)
    assert await store.servers.forget_left(everywhere, LATER) == (HERE,)
    await store.servers.reconcile(set(range(1, 1001)) | {ELSEWHERE}, everywhere, NOON)
    assert await store.servers.forget_left(everywhere, LATER) == ()


async def test_nothing_the_bot_was_never_seen_to_leave_is_forgotten(store: Store) -> None:
    await store.votes.click(Ballot(HERE, "rocky", MAYA), NOON)  # by who has the bot for themselves
    await store.servers.reconcile({ELSEWHERE}, everywhere, NOON)
    assert await store.servers.forget_left(everywhere, LATER) == ()
    assert await store.votes.count(HERE, "rocky") == 1


@pytest.mark.parametrize(
    ("known", "present", "here", "gone"),
    [
        ({}, {1}, {1}, set()),
        ({1: None}, {1}, set(), set()),
        ({1: NOON}, {1}, {1}, set()),
        ({1: None}, set(), set(), {1}),
        ({1: NOON}, set(), set(), set()),
        ({1: None, 1001: None}, {2}, {2}, {1}),
    ],
)
def test_comings_and_goings_are_made_up_for(
    known: dict[int, datetime | None], present: set[int], here: set[int], gone: set[int]
) -> None:
    ours = reconciled(known, present, lambda server: server < 1000)
    assert ours == Presence(frozenset(here), frozenset(gone))
