"""Questions that nobody could answer: what is kept of one, how many, and how they are counted, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.unanswered import LONGEST_QUESTION, MOST_KEPT, MOST_NOTED, NEWEST, Unanswered, cut, superfluous
from bot.errors import StoreError
from bot.knowledge.names import folded

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Which song plays in Zyzzy Runner?", "which song plays in zyzzy runner"),
        ("  wHICH song   plays in Zýzzy runner!!", "which song plays in zyzzy runner"),
        ("<@123456789012345678> ask <@!1> of <#2> <:grin:3> <a:wave:4>", "ask of"),
        ("call 123456789012345678 or jo@example.com, https://example.com/jo", "call or"),
        ("1917 or 2001", "1917 or 2001"),
        ("?!", ""),
        ("a" * 300, folded("a" * 300)),
        ("word " * 40, ("word " * 20).strip()),
        (" ".join(letter * 35 for letter in "xyz"), "x" * 35 + " " + "y" * 35),
    ],
)
def test_what_is_kept_of_a_question_is_short_and_leads_to_nobody(text: str, kept: str) -> None:
    assert cut(text, folded) == kept
    assert len(cut(text, folded)) <= LONGEST_QUESTION


def test_the_least_asked_make_room_and_never_the_newest() -> None:
    often = [Unanswered(f"often {number}", 5, NOON) for number in range(MOST_KEPT - NEWEST)]
    rare = [Unanswered(f"rare {number}", 1, NOON - MINUTE) for number in range(3)]
    new = [Unanswered(f"new {number}", 1, NOON + MINUTE) for number in range(NEWEST)]
    assert superfluous([*often, *new]) == ()
    assert set(superfluous([*rare, *new, *often])) == {each.question for each in rare}


async def test_questions_are_counted_and_shown_most_asked_first(store: Store) -> None:
    store.unanswered.note(HERE, "the one with the duck", NOON)
    for later in (1, 2):
        store.unanswered.note(HERE, "the one with the boat", NOON + later * MINUTE)
    store.unanswered.note(ELSEWHERE, "the one with the duck", NOON)
    store.unanswered.note(HERE, "", NOON)
    await store.unanswered.keep()
    store.unanswered.note(HERE, "the one with the boat", NOON + 3 * MINUTE)
    assert await store.unanswered.of_server(HERE, 10) == (
        Unanswered("the one with the boat", 3, NOON + 3 * MINUTE),
        Unanswered("the one with the duck", 1, NOON),
    )
    assert len(await store.unanswered.of_server(HERE, 1)) == 1


async def test_two_processes_count_together(store: Store, address: Address) -> None:
    other = Store.at(address)
    for each in (store, other):
        for number in range(20):
            each.unanswered.note(HERE, f"question {number % 5}", NOON)
    await asyncio.gather(store.unanswered.keep(), other.unanswered.keep())
    assert {each.times for each in await store.unanswered.of_server(HERE, 10)} == {8}
    await other.close()


async def test_no_more_are_kept_than_there_is_room_for(store: Store) -> None:
    for number in range(MOST_KEPT + 50):
        store.unanswered.note(HERE, f"question {number}", NOON + number * MINUTE)
    await store.unanswered.keep()
    kept = await store.unanswered.of_server(HERE, 1000)
    assert [each.question for each in kept] == [f"question {149 - number}" for number in range(MOST_KEPT)]


async def test_what_was_counted_is_forgotten_on_one_server_alone(store: Store) -> None:
    for server in (HERE, ELSEWHERE):
        store.unanswered.note(server, "kept", NOON)
        await store.unanswered.keep()
        store.unanswered.note(server, "only noted", NOON)
    await store.unanswered.forget(HERE)
    assert await store.unanswered.of_server(HERE, 10) == ()
    assert len(await store.unanswered.of_server(ELSEWHERE, 10)) == 2


async def test_while_the_database_is_away_so_many_wait_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()  # a file where the folder should be
    database = Database(Address(tmp_path / "kept" / "store.sqlite3"), longest=30.0, again_after=0.0)
    store = Store(database)
    for number in range(MOST_NOTED + 10):
        store.unanswered.note(HERE, f"question {number}", NOON)
    store.unanswered.note(HERE, "question 0", NOON)
    with pytest.raises(StoreError):
        await store.unanswered.keep()
    (tmp_path / "kept").unlink()
    store.unanswered.note(HERE, "question 0", NOON + MINUTE)
    assert (await store.unanswered.of_server(HERE, 1000))[0] == Unanswered("question 0", 3, NOON + MINUTE)
    await store.close()
