"""The page a newcomer gets without a token."""

from __future__ import annotations

import asyncio
import re
import sys
from contextlib import AsyncExitStack
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.community.duels import Duel
from bot.config import Settings
from bot.discord_app import closing
from bot.discord_app.client import MontageBot
from bot.discord_app.preview import MEMBERS, open_preview, preview
from bot.discord_app.showroom import AVATAR, Visitor
from bot.errors import MontageBotError

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue


async def test_the_page_opens_on_a_channel_where_a_card_is_posted_already(catalogue: Catalogue) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        async with aiohttp.ClientSession() as browser, browser.get(page.url) as response:
            assert response.status == 200
        snapshot = str(await page.snapshot())
        assert "Rocky (1976)" in snapshot
        assert "Gonna Fly Now" in snapshot
        assert "The 6 Most Insane Training Montages In Movies" in snapshot
        assert "Montage Bot" in snapshot


async def test_the_page_is_ours_and_has_all_that_discord_has(catalogue: Catalogue) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        origin = page.url.partition("#")[0]
        async with aiohttp.ClientSession(origin) as browser:
            async with browser.get("app.js") as response:
                ours = await response.text()
            imported = re.findall(r'^import "./(.+)";$', ours, re.MULTILINE)
            async with browser.get(imported[0]) as response:
                assert response.status == 200
            [selector] = re.findall(r'matches\("(.+?)"\)', ours)
            async with browser.get("commands.js") as response:
                commands = await response.text()
        assert all(each in commands for each in re.findall(r"[a-z]+-[a-z-]+", selector))


@pytest.mark.parametrize("typed", ["@Montage Bot what song plays in Fame?", "@montagebot what song plays in Fame?"])
async def test_a_typed_name_mentions_the_bot(catalogue: Catalogue, typed: str) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        visitor = page.viewers[0]
        assert isinstance(visitor, Visitor)
        await visitor.send(page.channel, typed)
        answer = page.channel.last_message
        assert answer is not None
        assert answer.embeds[0].title == "Fame (1980)"


async def test_people_and_channels_that_an_embed_names_are_shown_by_name(catalogue: Catalogue) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        visitor = page.viewers[0]
        assert isinstance(visitor, Visitor)
        await visitor.slash(page.channel, "montage quiz", rounds=1)
        asked = page.channel.last_message
        assert asked is not None
        await visitor.click(asked, label="Stop")
        assert f"'label': '@{MEMBERS[0]}'" in str(await page.snapshot())


async def test_the_bot_has_its_picture(catalogue: Catalogue) -> None:
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        assert page._python is not None
        assert [each.available for each in page._python.assets.values() if each.filename == AVATAR] == [True]


async def test_a_port_that_is_taken_is_one_sentence_with_another_that_is_free(catalogue: Catalogue) -> None:
    async with AsyncExitStack() as stack:
        first = await open_preview(stack, Settings(), catalogue)
        port = int(first.url.split(":")[2].split("/")[0])
        other = Settings(preview_port=port)
    async with AsyncExitStack() as stack:
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", port)
        async with server:
            with pytest.raises(MontageBotError, match=f"^Port {port} cannot be used") as raised:
                await open_preview(stack, other, catalogue)
    suggested = re.findall(r"`montage-bot preview --port (\d+)`", str(raised.value))
    assert len(suggested) == 1
    assert suggested != [str(port)]
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(preview_port=int(suggested[0])), catalogue)
        assert f":{suggested[0]}/" in page.url


async def test_what_the_bot_does_at_its_time_it_does_by_the_clock_on_the_wall(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "FIRST", 0.5)
    monkeypatch.setattr(closing, "LOOK", 1.0)
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        assert isinstance(page.env.bot, MontageBot)
        duels, begun = page.env.bot.desk.store.duels, page.env.now()
        await duels.open(Duel(5, 4, "rocky", "footloose-willard", 3, begun + timedelta(seconds=1)))
        for _ in range(200):
            if await duels.next_end(begun) is None:
                break
            await asyncio.sleep(0.1)
        assert await duels.next_end(begun) is None
        assert page.env.now() > begun + timedelta(seconds=1)


@pytest.mark.timed
async def test_nobody_waits_for_what_the_bot_does_soon(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "FIRST", 4.0)
    async with AsyncExitStack() as stack:
        page = await open_preview(stack, Settings(), catalogue)
        asked = monotonic()
        await page.viewers[0].send(page.channel, "what song plays in Fame?")
        assert monotonic() - asked < 1.0


def test_without_its_extra_one_sentence_says_what_to_install(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "simcord", None)
    with pytest.raises(MontageBotError, match=r"pip install 'montage-bot\[preview\]'"):
        preview(Settings(), catalogue, open_browser=False)
