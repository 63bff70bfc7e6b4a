"""Reading the data anew while the bot serves: beside all that goes on, and swapped whole or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.answers.guide import Guide, collect_from_now_on
from bot.discord_app.desk import Desk
from bot.discord_app.measures import Measures
from bot.errors import CatalogueError, StoreError
from bot.knowledge.catalogue import Catalogue

__all__ = ["Reloading"]

_log = logging.getLogger(__name__)

#: Faults that are told; `montage-bot check` tells all.
MOST_TOLD = 10
OTHERS = "The other processes of this bot read theirs within a few seconds; the log of each says what came of it."
NOT_TOLD = "The other processes of this bot could not be told, since my database does not answer just now."
SAME = "Nothing to reload: the data files say what they said before."


class Reloading:
    """Gives a desk a guide over what the data files say now; one time after the other."""

    def __init__(
        self,
        desk: Desk,
        load: Callable[[], Catalogue],
        measures: Measures,
        tell_others: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._desk = desk
        self._tell_others = tell_others
        self._load = load
        self._measures = measures
        self._turn = asyncio.Lock()
        self._begun: set[asyncio.Task[str]] = set()

    async def reload(self) -> str:
        """What came of it, in sentences. Data with faults changes nothing."""
        async with self._turn:
            try:
                sentence = await self._swap()
            except CatalogueError as faults:
                sentence = f"Nothing was changed, since the data has faults:\n{_first(str(faults))}"
                _log.error("%s", sentence)
                self._measures.reloaded(taken=False)
            else:
                _log.info("%s", sentence)
                self._measures.reloaded(taken=True)
            return sentence

    async def reload_everywhere(self) -> str:
        """The same, and all other processes do it too, where there are some: /reload reaches one of them alone."""
        sentence = await self.reload()
        if self._tell_others is None:
            return sentence
        try:
            await self._tell_others()
        except StoreError:
            return f"{sentence}\n{NOT_TOLD}"
        return f"{sentence}\n{OTHERS}"

    def soon(self) -> None:
        """Begins it, from within the event loop; the log says what came of it."""
        task = asyncio.create_task(self.reload())
        self._begun.add(task)
        task.add_done_callback(self._end)

    async def _swap(self) -> str:
        catalogue = await asyncio.to_thread(self._load)
        if catalogue.fingerprint == self._desk.guide.catalogue.fingerprint:
            return SAME
        self._desk.guide = await asyncio.to_thread(_ready, self._desk.guide, catalogue)
        await asyncio.to_thread(collect_from_now_on)  # the guide before is garbage now
        return (
            f"The data was read anew: {len(catalogue.montages)} montages of {len(catalogue.films)} films, "
            f"{len(catalogue.lists)} lists."
        )

    def _end(self, task: asyncio.Task[str]) -> None:
        self._begun.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("Nothing was reloaded: %s", type(error).__name__, exc_info=error)


def _ready(before: Guide, catalogue: Catalogue) -> Guide:
    guide = before.renewed(catalogue)
    guide.warm()
    return guide


def _first(faults: str) -> str:
    lines = faults.splitlines()
    more = [f"And {len(lines) - MOST_TOLD} more: `montage-bot check` tells all."] if len(lines) > MOST_TOLD else []
    return "\n".join([*lines[:MOST_TOLD], *more])
