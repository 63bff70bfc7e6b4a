"""Posters of films, against a small server on this machine that speaks for TMDB."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
import simcord
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.answers.guide import Guide
from bot.config import Settings
from bot.discord_app import posters as module
from bot.discord_app.client import MontageBot, create_bot
from bot.discord_app.posters import ATTRIBUTION, IMAGES, Posters, illustrated
from bot.discord_app.replies import render

if TYPE_CHECKING:
    from bot.community.store.store import Store
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Reader

KEY = "0123456789abcdef"
ROCKY = "tt0075148"
FOUND = f"{IMAGES}/rocky.jpg"
HAS_ONE = '{"movie_results": [{"id": 1, "poster_path": "/rocky.jpg"}], "tv_results": [], "person_results": []}'


class Tmdb:
    """Answers every search as a test says, after a while when it says so, and counts them."""

    def __init__(self) -> None:
        self.status, self.body, self.seconds = 200, HAS_ONE, 0.0
        self.asked: list[str] = []

    async def find(self, request: web.Request) -> web.Response:
        assert request.query["external_source"] == "imdb_id"
        assert request.query["api_key"] == KEY
        self.asked.append(request.match_info["imdb_id"])
        await asyncio.sleep(self.seconds)
        return web.Response(status=self.status, text=self.body, content_type="application/json")


@pytest.fixture
def tmdb() -> Tmdb:
    return Tmdb()


@pytest.fixture
async def posters(tmdb: Tmdb) -> AsyncIterator[Posters]:
    application = web.Application()
    application.router.add_get("/3/find/{imdb_id}", tmdb.find)
    async with TestServer(application, host="127.0.0.1") as server:
        yield Posters(KEY, str(server.make_url("/3")))


async def searched(posters: Posters) -> None:
    """Until nothing is looked for any more."""
    async with asyncio.timeout(10):
        await asyncio.gather(*posters._searches.values())


async def test_a_poster_is_there_the_next_time_and_looked_for_once(posters: Posters, tmdb: Tmdb) -> None:
    assert [posters.of(ROCKY), posters.of(ROCKY)] == [None, None]
    await searched(posters)
    assert [posters.of(ROCKY), posters.of(ROCKY)] == [FOUND, FOUND]
    assert tmdb.asked == [ROCKY]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, '{"status_code": 7, "status_message": "Invalid API key: You must be granted a valid key."}'),
        (429, "{}"),
        (500, "no JSON"),
        (200, "no JSON"),
        (200, '{"movie_results": 7}'),
        (200, '{"movie_results": []}'),
        (200, '{"movie_results": [{"poster_path": null}]}'),
        (200, '{"movie_results": [{"poster_path": "//evil.example/x.jpg"}]}'),
        (200, '{"movie_results": [{"poster_path": "/x.jpg?' + "x" * 300_000 + '"}]}'),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_without_a_poster_the_card_is_as_it_was_and_nobody_asks_again_at_once(
    posters: Posters, tmdb: Tmdb, status: int, body: str
) -> None:
    tmdb.status, tmdb.body = status, body
    assert posters.of(ROCKY) is None
    await searched(posters)
    assert posters.of(ROCKY) is None
    assert len(tmdb.asked) == 1


async def test_a_search_has_an_end_and_no_card_waits_for_it(
    posters: Posters, tmdb: Tmdb, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_SEARCH", 0.2)
    tmdb.seconds = 5.0
    reply = illustrated(render, guide.catalogue, posters)(guide.show("rocky"))
    assert reply.embeds[0].to_dict() == render(guide.show("rocky")).embeds[0].to_dict()
    async with asyncio.timeout(2):
        await searched(posters)
    assert posters.of(ROCKY) is None


async def test_searches_and_what_they_find_are_bounded(
    posters: Posters, tmdb: Tmdb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 5)
    ids = [f"tt{number:07}" for number in range(20)]
    assert [posters.of(each) for each in ids] == [None] * 20
    assert len(posters._searches) == module.MOST_SEARCHES
    for each in ids:
        posters.of(each)
        await searched(posters)
    assert len(posters._kept) == 5
    assert posters.of(ids[-1]) == FOUND


async def test_the_key_is_in_no_log_and_no_message(
    posters: Posters, tmdb: Tmdb, guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    show = illustrated(render, guide.catalogue, posters)
    said = [show(guide.show("rocky"))]
    await searched(posters)
    tmdb.status = 500
    said += [show(guide.show("the-karate-kid")), show(guide.about()), show(guide.listing())]
    await searched(posters)
    unreachable = Posters(KEY, "http://127.0.0.1:9/3")
    unreachable.of(ROCKY)
    await searched(unreachable)
    logged = [record.getMessage() for record in caplog.records if record.name != "aiohttp.access"]  # the server's own
    assert "TMDB said nothing of" in str(logged)
    assert KEY not in str(logged) + str(said) + str([embed.to_dict() for reply in said for embed in reply.embeds])


async def test_the_card_on_discord_has_the_poster_and_about_says_whose_it_is(
    posters: Posters, guide: Guide, store: Store, read: Reader
) -> None:
    bot = MontageBot(guide, store, 1, posters)
    async with simcord.run(bot) as env:
        await bot.tree.sync()
        server = env.create_guild("Movie Night")
        channel, asker = server.create_text_channel("montages"), server.add_member(env.create_user("maya"))
        first = read.answer(await asker.slash(channel, "montage song", film="rocky"))
        assert first.embeds[0].thumbnail.url is None
        await searched(posters)
        second = read.answer(await asker.slash(channel, "montage song", film="rocky"))
        assert second.embeds[0].thumbnail.url == FOUND
        assert ATTRIBUTION in read.words(read.answer(await asker.slash(channel, "montage about")))


def test_without_a_key_nothing_changes(catalogue: Catalogue, store: Store) -> None:
    desk = create_bot(Settings(), catalogue, store).desk
    (embed,) = desk.render(desk.guide.show("rocky")).embeds
    assert embed.to_dict() == render(desk.guide.show("rocky")).embeds[0].to_dict()
    assert ATTRIBUTION not in str([each.to_dict() for each in desk.render(desk.guide.about()).embeds])
