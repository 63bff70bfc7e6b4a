"""Leads quizzes from round to round. All state is in the store: a step does what follows on what is kept there, so a
new process goes on where the last one ended, and a quiz that was stopped has no step any more."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus

import discord
from msgspec.structs import replace

from bot.community.quiz.pool import Pool
from bot.community.quiz.running import Phase, Quiz, is_abandoned, seconds_to_answer
from bot.discord_app.desk import Desk
from bot.discord_app.quiz.messages import final_reply, reveal_reply, round_reply
from bot.discord_app.quiz.subjects import pool_of
from bot.discord_app.recurring import Sleep
from bot.discord_app.sending import Reply, announce, dress
from bot.errors import StoreError

__all__ = ["Host"]

_log = logging.getLogger(__name__)

#: Seconds after a step that failed until it is tried again, and failures in a row after which a quiz is given up.
AGAIN_AFTER, MOST_FAILURES = 6.0, 5
EXPECTED = (discord.DiscordException, StoreError, OSError, TimeoutError)


class Host:
    """The quizzes that this process leads."""

    def __init__(
        self,
        client: discord.Client,
        desk: Desk,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], datetime] = discord.utils.utcnow,
    ) -> None:
        self._client = client
        self._desk = desk
        self._sleep = sleep
        self._clock = clock
        self._quizzes = desk.store.quizzes
        self._led: dict[int, asyncio.Task[None]] = {}
        self._pool: asyncio.Task[Pool] | None = None
        self._asked_of = desk.guide  # that the pool is of

    async def pool(self) -> Pool:
        """All that can be asked about; made when it is first needed, and anew when the data is read anew."""
        if self._pool is None or self._asked_of is not self._desk.guide:
            self._asked_of = self._desk.guide
            self._pool = asyncio.create_task(asyncio.to_thread(pool_of, self._desk.guide))
        return await asyncio.shield(self._pool)

    def lead(self, quiz: Quiz) -> None:
        if quiz.id not in self._led:
            task = self._led[quiz.id] = asyncio.create_task(self._lead(quiz))
            task.add_done_callback(lambda _: self._led.pop(quiz.id, None))

    async def drop(self, quiz: Quiz) -> None:
        task = self._led.pop(quiz.id, None)
        if task is not None:
            task.cancel()
        await self._undress(quiz)

    async def resume(self) -> None:
        """Takes up what ran when the last process ended, on the servers that this one serves."""
        if not self._desk.store.is_open:
            return
        try:
            for quiz in await self._quizzes.all():
                if quiz.id not in self._led and self._is_ours(quiz):
                    resumed = await self._quizzes.resume(quiz.id, self._clock())
                    if resumed is not None:
                        self.lead(resumed)
        except StoreError:
            _log.warning("Quizzes that ran before cannot be taken up while the database is away")

    def _is_ours(self, quiz: Quiz) -> bool:
        """Of a server that this process serves, or one that nobody goes on with, and that only has to be forgotten."""
        return self._client.get_guild(quiz.server) is not None or is_abandoned(quiz, self._clock())

    def close(self) -> None:
        """Ends all timers; what is kept goes on in the next process."""
        for task in self._led.values():
            task.cancel()

    async def _lead(self, quiz: Quiz) -> None:
        """Step after step, until the quiz is over or cannot go on."""
        failures = 0
        while failures < MOST_FAILURES:
            try:
                now = await self._quizzes.of(quiz.id)
                if now is None:
                    return
                await self._step(now)
                failures = 0
            except Exception as failure:  # noqa: BLE001  whatever it is, the quiz has to end, and others go on
                failures = MOST_FAILURES if _is_final(failure) else failures + 1
                unknown = None if isinstance(failure, EXPECTED) else failure
                _log.warning("Quiz %d: %s: %s", quiz.id, type(failure).__name__, failure, exc_info=unknown)
                if failures < MOST_FAILURES:
                    await self._sleep(AGAIN_AFTER)
        await self._give_up(quiz)

    async def _give_up(self, quiz: Quiz) -> None:
        _log.warning("Quiz %d ends: it cannot go on in channel %d", quiz.id, quiz.channel)
        try:
            await self._quizzes.end(quiz.id)
        except StoreError:
            _log.warning("Quiz %d cannot be ended while the database is away; it is forgotten after a while", quiz.id)

    async def _step(self, quiz: Quiz) -> None:
        left = (quiz.ends_at - self._clock()).total_seconds()
        match quiz.phase:
            case Phase.ASKING if quiz.message is None:
                await self._ask(quiz)
            case Phase.SHOWING if quiz.is_last:
                await self._announce(quiz, "end", final_reply(quiz, await self._quizzes.earned(quiz.id)))
                await self._quizzes.end(quiz.id)
            case Phase.ASKING | Phase.SHOWING if left > 0:
                await self._sleep(left)
            case Phase.ASKING:
                await self._quizzes.close(quiz, self._clock())
            case Phase.REVEALING:
                await self._reveal(quiz)
            case Phase.SHOWING:
                await self._quizzes.go_on(quiz, self._clock())

    async def _ask(self, quiz: Quiz) -> None:
        until = self._clock() + timedelta(seconds=seconds_to_answer(hard=quiz.hard))
        message = await self._announce(quiz, "ask", round_reply(quiz, until))
        if await self._quizzes.asked(quiz, message.id, self._clock()) is None:
            await self._undress(replace(quiz, message=message.id))  # it was stopped in the meantime

    async def _reveal(self, quiz: Quiz) -> None:
        await self._undress(quiz)
        await self._announce(quiz, "say", reveal_reply(self._desk, await self._quizzes.closed(quiz)))
        await self._quizzes.shown(quiz, self._clock())

    async def _announce(self, quiz: Quiz, what: str, reply: Reply) -> discord.Message:
        return await announce(self._channel(quiz), reply, f"{quiz.id}{quiz.number}{what}")

    async def _undress(self, quiz: Quiz) -> None:
        """Takes the buttons from the round that is over; that it stays as it was is no harm."""
        if quiz.message is None:
            return
        try:
            await dress(self._channel(quiz).get_partial_message(quiz.message), discord.ui.View())
        except EXPECTED as lost:
            _log.info("The buttons of quiz %d stay: %s: %s", quiz.id, type(lost).__name__, lost)

    def _channel(self, quiz: Quiz) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(quiz.channel, guild_id=quiz.server)


def _is_final(failure: Exception) -> bool:
    """Whether Discord refuses it, as for want of a permission or a channel: then trying again is in vain."""
    if not isinstance(failure, discord.HTTPException):
        return False
    return failure.status < HTTPStatus.INTERNAL_SERVER_ERROR and failure.status != HTTPStatus.TOO_MANY_REQUESTS
