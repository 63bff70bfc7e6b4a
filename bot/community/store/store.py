"""The store: all that is kept of what servers do, a shelf a subject."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Self

from bot.community.store.address import Address, address_of
from bot.community.store.announcements import Announcements
from bot.community.store.daily import Daily
from bot.community.store.database import Database, Done
from bot.community.store.duels import Duels
from bot.community.store.identifies import Identifies
from bot.community.store.people import People
from bot.community.store.quiz_scores import QuizScores
from bot.community.store.quizzes import Quizzes
from bot.community.store.reloads import Reloads
from bot.community.store.reports import Reports
from bot.community.store.revisions import follow
from bot.community.store.servers import Servers
from bot.community.store.settings import Settings
from bot.community.store.suggestions import Suggestions
from bot.community.store.unanswered import UnansweredQuestions
from bot.community.store.votes import Votes
from bot.errors import StoreError

__all__ = ["Store"]


class Store:
    """Opens when it is entered or first used; every verb of its shelves raises StoreError when it is not done."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.votes = Votes(database)
        self.settings = Settings(database)
        self.suggestions = Suggestions(database)
        self.reports = Reports(database)
        self.unanswered = UnansweredQuestions(database)
        self.duels = Duels(database)
        self.people = People(database)
        self.servers = Servers(database)
        self.quizzes = Quizzes(database)
        self.quiz_scores = QuizScores(database)
        self.daily = Daily(database)
        self.announcements = Announcements(database)
        self.identifies = Identifies(database)
        self.reloads = Reloads(database)
        self._following: asyncio.Task[None] | None = None
        self._looked = asyncio.Event()

    @classmethod
    def at(cls, address: Address) -> Self:
        return cls(Database(address))

    @classmethod
    def configured(cls, url: str | None, *, shared: bool = False) -> Self:
        """The store that DATABASE_URL says; that of a file of our own for None. Raises SettingError."""
        return cls.at(address_of(url, shared=shared))

    def watch(self, done: Done) -> None:
        """Tells of every verb that ended, of whatever shelf."""
        self._database.watch(done)

    @property
    def is_open(self) -> bool:
        """Whether it was entered, and so belongs to a bot that serves."""
        return self._following is not None

    async def __aenter__(self) -> Self:
        self._database.open()
        self._following = asyncio.create_task(self._follow())
        return self

    async def _follow(self) -> None:
        await self._database.opened()  # on a busy machine, tables may take longer to make than a look may
        looks = (self.settings.look, self.suggestions.look, self.reloads.look, self.unanswered.keep)
        await follow(*looks, looked=self._looked.set)

    async def know(self, seconds: float) -> None:
        """Waits until it is known what servers have decided, but no longer than that: without a database all goes on as
        if they had decided nothing."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._looked.wait()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Lets go of the database; whatever was confirmed is kept."""
        if self._following is not None:
            self._following.cancel()
            self._following = None
            with suppress(StoreError):  # which the database has told the log
                await self.unanswered.keep()
        await self._database.close()
