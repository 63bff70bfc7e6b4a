"""Film posters from TMDB, where its key is set: looked for in the background, so that no answer waits for one."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable

import aiohttp
import discord
import msgspec
from msgspec.structs import replace

from bot.answers.answer import Answer, Card
from bot.discord_app.desk import Render
from bot.discord_app.sending import Reply
from bot.knowledge.catalogue import Catalogue

__all__ = ["ATTRIBUTION", "Posters", "illustrated"]

_log = logging.getLogger(__name__)

API = "https://api.themoviedb.org/3"
IMAGES = "https://image.tmdb.org/t/p/w185"
#: What TMDB asks of everybody who shows what is theirs.
ATTRIBUTION = "This product uses the TMDB API but is not endorsed or certified by TMDB."
#: Seconds a search may take, and bytes of what it finds that are read.
LONGEST_SEARCH, LONGEST_FINDING = 5.0, 200_000
#: Films whose posters are kept, the one not asked for for longest forgotten first; and for how many seconds.
MOST_KEPT, KEPT_FOR = 1000, 30 * 24 * 60 * 60.0
#: Seconds after which a search that failed is made once more, and how many go on at the same time.
AGAIN_AFTER, MOST_SEARCHES = 10 * 60.0, 4

_PATH = re.compile(r"/[A-Za-z0-9_.-]{1,100}")


class _Found(msgspec.Struct):
    poster_path: str | None = None


class _Findings(msgspec.Struct):
    movie_results: list[_Found] = []
    tv_results: list[_Found] = []


class Posters:
    """The addresses of posters, by the IMDb ids of their films."""

    def __init__(self, key: str, api: str = API) -> None:
        self._key = key
        self._api = api
        self._kept: OrderedDict[str, tuple[str | None, float]] = OrderedDict()  # the poster, and until when
        self._searches: dict[str, asyncio.Task[None]] = {}

    def of(self, imdb_id: str) -> str | None:
        """The poster's address; None while it is not known, or when there is none. Never waits."""
        poster, until = self._kept.get(imdb_id, (None, 0.0))
        if time.monotonic() < until:
            self._kept.move_to_end(imdb_id)
        elif imdb_id not in self._searches and len(self._searches) < MOST_SEARCHES:
            search = asyncio.get_running_loop().create_task(self._search(imdb_id))
            self._searches[imdb_id] = search
            search.add_done_callback(lambda _: self._searches.pop(imdb_id, None))
        return poster

    async def _search(self, imdb_id: str) -> None:
        """Finds and keeps a poster. Never raises, and logs no address: the key is part of it."""
        try:
            self._keep(imdb_id, await self._found(imdb_id), KEPT_FOR)
        except (aiohttp.ClientError, OSError, TimeoutError, msgspec.MsgspecError) as lost:
            _log.info("TMDB said nothing of %s: %s", imdb_id, type(lost).__name__)
            self._keep(imdb_id, None, AGAIN_AFTER)

    async def _found(self, imdb_id: str) -> str | None:
        timeout = aiohttp.ClientTimeout(total=LONGEST_SEARCH)
        about = {"api_key": self._key, "external_source": "imdb_id"}
        async with (
            aiohttp.ClientSession(timeout=timeout, raise_for_status=True) as session,
            session.get(f"{self._api}/find/{imdb_id}", params=about) as response,
        ):
            findings = msgspec.json.decode(await response.content.read(LONGEST_FINDING), type=_Findings)
        paths = [found.poster_path for found in (*findings.movie_results, *findings.tv_results)]
        return next((IMAGES + path for path in paths if path and _PATH.fullmatch(path)), None)

    def _keep(self, imdb_id: str, poster: str | None, seconds: float) -> None:
        self._kept[imdb_id] = (poster, time.monotonic() + seconds)
        self._kept.move_to_end(imdb_id)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)


def illustrated(render: Render, catalogue: Callable[[], Catalogue], posters: Posters) -> Render:
    """Makes replies as before, the cards with their films' posters, and the help with a word on whose those are.

    The catalogue is asked for each time, since another may have taken its place.
    """

    def with_posters(answer: Answer, page: int = 1) -> Reply:
        reply = render(answer, page)
        if answer.notes:
            return replace(reply, embeds=[reply.embeds[0].copy().set_footer(text=ATTRIBUTION)])
        cards = zip(reply.embeds, answer.cards, strict=False)  # a list may follow the cards
        hung = [_hung(embed, _poster(card)) for embed, card in cards]
        return replace(reply, embeds=[*hung, *reply.embeds[len(hung) :]])

    def _poster(card: Card) -> str | None:
        montage = catalogue().montage(card.montage_id)
        return posters.of(montage.film.imdb_id) if montage else None

    return with_posters


def _hung(embed: discord.Embed, poster: str | None) -> discord.Embed:
    return embed.copy().set_thumbnail(url=poster) if poster else embed
