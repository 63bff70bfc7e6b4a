"""That the data is to be read anew, told by one process to the others."""

from __future__ import annotations

import asyncio

from bot.community.store.address import Address
from bot.community.store.store import Store


def listening(store: Store) -> list[str]:
    """Grows by one with each call that is heard."""
    heard: list[str] = []
    store.reloads.listen(lambda: heard.append("reload"))
    return heard


async def test_others_hear_a_call_within_two_seconds_and_who_called_does_not(store: Store, address: Address) -> None:
    await store.reloads.call()
    mine = listening(store)
    async with Store.at(address) as other:
        theirs = listening(other)
        await other.reloads.look()
        assert theirs == [], "what was called before it began is none of its business"
        await store.reloads.call()
        for _ in range(20):
            await asyncio.sleep(0.1)
            if theirs:
                break
        await other.reloads.look()
        await store.reloads.look()
    assert (mine, theirs) == ([], ["reload"])


async def test_who_does_not_listen_asks_nothing(store: Store, address: Address) -> None:
    await store.reloads.look()
    if address.file:
        assert not address.file.exists()
