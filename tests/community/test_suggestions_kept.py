"""Suggested montages: what may be decided, and how it is kept, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.community.store import suggestions as verbs
from bot.community.store.address import Address
from bot.community.store.database import Database
from bot.community.store.store import Store
from bot.community.store.suggestions import Suggestions
from bot.community.suggestions import (
    MOST_OPEN_OF_ONE,
    Decision,
    Facts,
    State,
    facts_typed,
    outcome_of,
    with_film,
)
from bot.errors import MontageBotError

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
HERE, ELSEWHERE = 2**62 + 1, 2**62 + 2  # as large as Discord's ids get
MAYA, INES, PAUL = 2**61 + 1, 2**61 + 2, 2**61 + 3
FACTS = Facts("Zyzzy Runner", 1999, "Run On", "The Examples", "She runs – “fast”.", "training", "https://a.example/b")


@pytest.mark.parametrize(
    ("state", "decision", "outcome"),
    [
        (State.OPEN, Decision.APPROVE, State.APPROVED),
        (State.OPEN, Decision.REJECT, State.REJECTED),
        (State.OPEN, Decision.REOPEN, None),
        (State.APPROVED, Decision.APPROVE, None),
        (State.APPROVED, Decision.REJECT, None),
        (State.APPROVED, Decision.REOPEN, State.OPEN),
        (State.REJECTED, Decision.APPROVE, None),
        (State.REJECTED, Decision.REJECT, None),
        (State.REJECTED, Decision.REOPEN, State.OPEN),
    ],
)
def test_what_was_decided_is_decided_until_it_is_taken_back(
    state: State, decision: Decision, outcome: State | None
) -> None:
    assert outcome_of(state, decision) is outcome


@pytest.mark.parametrize(
    ("film", "song", "told"),
    [
        ("Rocky IV (1985)", "Hearts on Fire – John Cafferty", ("Rocky IV", 1985, "Hearts on Fire", "John Cafferty")),
        ("Rocky IV, 1985", "“Hearts on Fire” by John Cafferty", ("Rocky IV", 1985, "Hearts on Fire", "John Cafferty")),
        ("1917 (2019)", "Stand by Me – Ben E. King", ("1917", 2019, "Stand by Me", "Ben E. King")),
        ("Blade Runner 2049 (2017)", "A - B - C", ("Blade Runner 2049", 2017, "A - B", "C")),
        ("2012 2009", "Stand by Me by Ben E. King", ("2012", 2009, "Stand by Me", "Ben E. King")),
    ],
)
def test_film_and_song_are_taken_apart(film: str, song: str, told: tuple[str, int, str, str]) -> None:
    facts = facts_typed(film, song, "a\n\tb\u200b", " https://a.example ", "training")
    assert (facts.film, facts.year, facts.song, facts.artist) == told
    assert (facts.description, facts.url) == ("a b", "https://a.example")


@pytest.mark.parametrize(
    ("film", "song"), [("Rocky IV", "A – B"), ("(1985)", "A – B"), ("Rocky (1976)", "Hearts on Fire"), ("", "")]
)
def test_what_cannot_be_taken_apart_is_said(film: str, song: str) -> None:
    with pytest.raises(MontageBotError):
        facts_typed(film, song, "", "", "training")


def test_the_film_is_told_by_its_address() -> None:
    told = with_film("Jo Example, Al Example and Di Example", "https://www.imdb.com/title/tt0089927/?ref=x")
    assert told == (("Jo Example", "Al Example", "Di Example"), "tt0089927")
    facts = facts_typed("Rocky IV (1985)", "A – B", "", "https://www.imdb.com/title/tt0089927/", "training")
    assert facts.imdb_id == "tt0089927"
    with pytest.raises(MontageBotError):
        with_film("Jo Example", "no idea")


async def test_what_is_approved_is_known_at_once_and_only_there(store: Store) -> None:
    kept = store.suggestions
    made = await kept.suggest(HERE, MAYA, FACTS, NOON)
    assert kept.approved(HERE).facts() == {}
    decided = await kept.decide(HERE, made.number, Decision.APPROVE, INES, NOON)
    assert decided.done
    assert decided.suggestion == replace(made, state=State.APPROVED, decided_by=INES, decided_at=NOON)
    assert await kept.one(HERE, made.number) == decided.suggestion
    assert kept.approved(HERE).facts() == {made.number: FACTS}
    assert kept.approved(ELSEWHERE).facts() == kept.approved(None).facts() == {}
    assert await kept.all_approved() == [decided.suggestion]


async def test_another_server_can_neither_see_nor_decide_it(store: Store) -> None:
    made = await store.suggestions.suggest(HERE, MAYA, FACTS, NOON)
    with pytest.raises(MontageBotError):
        await store.suggestions.one(ELSEWHERE, made.number)
    with pytest.raises(MontageBotError):
        await store.suggestions.decide(ELSEWHERE, made.number, Decision.APPROVE, INES, NOON)


async def test_of_moderators_who_decide_at_once_one_decides(store: Store, address: Address) -> None:
    made = await store.suggestions.suggest(HERE, MAYA, FACTS, NOON)
    others = [Database(address, longest=30) for _ in range(2)]
    try:
        results = await asyncio.gather(
            *(
                Suggestions(others[each % 2]).decide(
                    HERE, made.number, (Decision.APPROVE, Decision.REJECT)[each % 2], INES + each, NOON
                )
                for each in range(20)
            )
        )
    finally:
        for each in others:
            await each.close()
    assert sum(each.done for each in results) == 1
    assert len({(each.suggestion.state, each.suggestion.decided_by) for each in results}) == 1


async def test_a_decision_is_seen_by_another_process_within_two_seconds(store: Store, address: Address) -> None:
    made = await store.suggestions.suggest(HERE, MAYA, FACTS, NOON)
    await store.suggestions.decide(HERE, made.number, Decision.APPROVE, INES, NOON)
    async with Store.at(address) as other:
        assert await _until(lambda: bool(other.suggestions.approved(HERE).written))
        await store.suggestions.decide(HERE, made.number, Decision.REOPEN, PAUL, NOON)
        assert store.suggestions.approved(HERE).facts() == {}
        assert await _until(lambda: not other.suggestions.approved(HERE).written)


async def test_however_much_was_decided_all_of_it_is_learnt(
    store: Store, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "MOST_AT_ONCE", 2)
    for member in range(5):
        made = await store.suggestions.suggest(HERE, member, FACTS, NOON)
        await store.suggestions.decide(HERE, made.number, Decision.APPROVE, INES, NOON)
    again = Suggestions(database)
    await again.look()
    assert again.approved(HERE).written == store.suggestions.approved(HERE).written
    assert len(again.approved(HERE).written) == 5


async def test_what_was_decided_on_is_not_mended_any_more(store: Store) -> None:
    kept = store.suggestions
    made = await kept.suggest(HERE, MAYA, FACTS, NOON)
    other = replace(FACTS, song="Run Off", directors=("Jo Example",), imdb_id="tt9999999")
    assert (await kept.edit(HERE, made.number, other)).done
    await kept.decide(HERE, made.number, Decision.REJECT, INES, NOON)
    late = await kept.edit(HERE, made.number, FACTS)
    assert not late.done
    assert (await kept.one(HERE, made.number)).facts == other


async def test_nobody_can_fill_the_moderators_channel(store: Store, address: Address) -> None:
    other = Database(address, longest=30)
    suggest = [Suggestions(other).suggest(HERE, MAYA, FACTS, NOON) for _ in range(MOST_OPEN_OF_ONE + 3)]
    results = await asyncio.gather(*suggest, return_exceptions=True)
    await other.close()
    refused = [each for each in results if isinstance(each, MontageBotError)]
    assert len(refused) == 3
    assert str(refused[0]).startswith(f"You have {MOST_OPEN_OF_ONE} suggestions that wait")
    await store.suggestions.suggest(HERE, PAUL, FACTS, NOON)


async def test_a_number_is_never_given_twice(store: Store) -> None:
    made = await store.suggestions.suggest(HERE, MAYA, FACTS, NOON)
    await store.suggestions.withdraw(HERE, made.number)
    assert (await store.suggestions.suggest(HERE, MAYA, FACTS, NOON)).number > made.number


async def _until(seen) -> bool:  # noqa: ANN001  any look
    for _ in range(20):
        if seen():
            return True
        await asyncio.sleep(0.1)
    return bool(seen())
