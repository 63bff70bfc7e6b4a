"""What is on the pictures: each scene plays in the preview and says which part of the page is to be seen.

People act through simcord, as fast as it goes; what only a browser shows, a form or suggestions, is clicked there.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import simcord
from discord import Message
from playwright.async_api import Locator, Page
from simcord.preview import Preview

from bot.community.daily.tries import CLUES
from bot.community.quiz.running import BY_BUTTON, PAUSE
from bot.community.votes import Ballot
from bot.discord_app.client import MontageBot
from bot.discord_app.showroom import Visitor

__all__ = ["SCENES", "SETTLE", "Play", "Room", "Scene"]

SETTLE = 1500  # milliseconds the page is given after every action
STEPS = "which song plays when Rocky runs up the steps?"
LACKING = "which song plays in Sneakers at Dawn?"
BALLOTS = {"rocky": 11, "the-karate-kid": 9, "rocky-iv-hearts-on-fire": 7, "team-america": 5, "footloose-willard": 3}
FORM = {
    "Film and year": "Sneakers at Dawn (1987)",
    "Song and performer": "First Light – The Examples",
    "What happens": "A mail carrier laces up before sunrise and races the milk van, street after street.",
    "A page that says so": "https://example.com/the-page-that-says-so",
}
WHOLE = "form => form.closest('.modal-dialog').style.maxHeight = 'none'"  # or it would have to be scrolled
MISTAKE = "The museum has 68 steps, not 72: its own page says so."
IN_VAIN = {LACKING: 3, "the one where the baker climbs a lighthouse": 2, "song from the goat racing movie": 1}

Shown = Message | simcord.ResponseMessage


@dataclass(frozen=True, slots=True)
class Room:
    """The page, and the server behind it."""

    page: Page
    preview: Preview

    @property
    def people(self) -> list[Visitor]:
        return [each for each in self.preview.viewers if isinstance(each, Visitor)]

    async def run(self, command: str, **options: Any) -> simcord.ResponseMessage:
        """The first of them uses a command."""
        return _shown(await self.people[0].slash(self.preview.channel, f"montage {command}", **options))

    async def press(self, message: Shown, label: str, who: int = 0) -> simcord.ResponseMessage:
        return _shown(await self.people[who].click(message, label=label))

    @property
    def last(self) -> Message:
        message = self.preview.channel.last_message
        assert message is not None
        return message

    async def newest(self) -> Locator:
        """The newest message, in view; the page learns only then of what was done beside it."""
        await self.page.locator("#refresh").dispatch_event("click")
        await self.page.wait_for_timeout(SETTLE)
        await self.page.locator("#channel-timeline").evaluate("timeline => timeline.scrollTo(0, timeline.scrollHeight)")
        await self.page.wait_for_timeout(SETTLE)
        return self.page.locator("article.channel-message").last

    async def form(self, label: str, typed: Mapping[str, str]) -> Locator:
        """The form behind a button of the newest message, with that typed into it."""
        await (await self.newest()).get_by_role("button", name=label, exact=True).click()
        form = self.page.get_by_role("dialog")
        for name, text in typed.items():
            await form.get_by_label(name).fill(text)
        return form


def _shown(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None, result
    return result.response


def _bot(room: Room) -> MontageBot:
    bot = room.preview.env.bot
    assert isinstance(bot, MontageBot)
    return bot


Play = Callable[[Room], Awaitable[Locator]]


def _asked(command: str, click: str = "", **options: Any) -> Play:
    async def play(room: Room) -> Locator:
        message = await room.run(command, **options)
        if click:
            await room.press(message, click)
        return await room.newest()

    return play


async def _voted(room: Room) -> Locator:
    card = await room.run("ask", question=STEPS)
    for member in room.people:
        await member.click(card, custom_id="montage:vote:v1:rocky")
        await asyncio.sleep(3)  # the count follows a little later
    await room.newest()
    return room.page.locator("article.channel-message", has_text="Vote ·").last


async def _ranking(room: Room) -> simcord.ResponseMessage:
    votes_of, server = _bot(room).desk.store.votes, room.people[0].guild.id
    for montage, votes in BALLOTS.items():
        for voter in range(votes):
            await votes_of.click(Ballot(server, montage, voter), room.preview.env.now())
    return await room.run("list", list="This server's ranking")


async def _ranked(room: Room) -> Locator:
    await _ranking(room)
    return await room.newest()


async def _drawn(room: Room) -> Locator:
    await room.press(await _ranking(room), "As a picture")
    return await room.newest()


async def _duel(room: Room) -> Locator:
    await room.run("duel", first="rocky", second="the-karate-kid")
    return await room.newest()


async def _duel_closed(room: Room) -> Locator:
    duel = await room.run("duel", first="rocky", second="the-karate-kid")
    for who, label in enumerate(("Rocky (1976)", "The Karate Kid (1984)", "The Karate Kid (1984)")):
        await room.press(duel, label, who)
    await room.people[0].click(duel, label="Close")
    await room.newest()
    return room.page.locator("article.channel-message", has_text="Karate Kid").last


async def _suggestion(room: Room) -> Locator:
    await room.run("ask", question=LACKING)
    form = await room.form("Suggest it", FORM)
    await form.get_by_role("combobox").last.click()
    await room.page.get_by_role("option", name="Training").first.click()
    await room.page.wait_for_timeout(SETTLE)
    await form.evaluate(WHOLE)
    return form


async def _reviewed(room: Room) -> Locator:
    await (await _suggestion(room)).get_by_role("button", name="Submit").click()
    await room.newest()
    return room.page.locator("article.channel-message", has_text="Suggestion 1").last


async def _reporting(room: Room) -> Locator:
    await room.run("show", montage="rocky")
    return await room.form("Report a mistake", {"What is wrong": MISTAKE})


async def _reported(room: Room) -> Locator:
    await (await _reporting(room)).get_by_role("button", name="Submit").click()
    await room.newest()
    return room.page.locator("article.channel-message", has_text="Report 1").last


async def _unanswered(room: Room) -> Locator:
    for question, times in IN_VAIN.items():
        for who in room.people[:times]:
            await who.slash(room.preview.channel, "montage ask", question=question)
    await room.run("unanswered")
    return await room.newest()


async def _round(room: Room) -> Message:
    await room.run("quiz", rounds=1, about="film")
    await asyncio.sleep(2)
    return room.last


async def _quiz(room: Room) -> Locator:
    await _round(room)
    return await room.newest()


async def _revealed(room: Room) -> Locator:
    asked = await _round(room)
    (quiz,) = await _bot(room).desk.store.quizzes.all()
    right = quiz.question.answer
    wrong = next(each for each in quiz.question.options if each != right)
    for who, label in enumerate((right, right, wrong)):
        await room.press(asked, label, who)
    await asyncio.sleep(BY_BUTTON + 2)
    await room.newest()
    return room.page.locator("article.channel-message", has_text="+5").last


async def _scores(room: Room) -> Locator:
    await _revealed(room)
    await asyncio.sleep(PAUSE.total_seconds() + 2)
    await room.run("scores")
    return await room.newest()


async def _daily_found(room: Room) -> Locator:
    """One gives up, and so learns what it is; another one finds it."""
    theirs = _shown(await room.people[1].slash(room.preview.channel, "montage daily"))
    told = await room.press(theirs, "Give up", 1)
    film = re.search(r"It is \*\*(.+?)(?: \(\d{4}\))?\*\*", told.content)
    assert film is not None, told.content
    mine = await room.run("daily")
    for _ in range(CLUES - 3):
        mine = await room.press(mine, "Next clue")
    form = await room.people[0].click(mine, label="Guess")
    await room.people[0].submit_modal(form, {"film": film[1]})
    return await room.newest()


async def _announced(room: Room) -> Locator:
    at = room.preview.env.now() + timedelta(minutes=1)
    await room.run("announce", channel=room.preview.channel, time=f"{at:%H:%M}")
    before = room.last.id
    while room.last.id == before:
        await room.page.wait_for_timeout(1000)
    return await room.newest()


async def _completed(room: Room) -> Locator:
    """What is suggested while somebody types."""
    await room.page.get_by_role("textbox").last.press_sequentially("/montage song")
    await room.page.wait_for_timeout(SETTLE)
    await room.page.keyboard.press("Enter")
    await room.page.wait_for_timeout(SETTLE)
    await room.page.keyboard.type("rokcy")
    await room.page.wait_for_timeout(SETTLE)
    return room.page.locator("#channel-composer, :has(> .command-suggestion)")


@dataclass(frozen=True, slots=True)
class Scene:
    """How it is played, and whether it is shown on a phone, too."""

    play: Play
    phone: bool = False


SCENES: Mapping[str, Scene] = {
    "card": Scene(_asked("ask", question=STEPS)),
    "more": Scene(_asked("ask", "More", question=STEPS)),
    "sources": Scene(_asked("ask", "Sources", question=STEPS)),
    "choice": Scene(_asked("song", film="Rocky IV"), phone=True),
    "unknown": Scene(_asked("ask", question="rocky horror picture show song")),
    "autocomplete": Scene(_completed),
    "list": Scene(_asked("list"), phone=True),
    "about": Scene(_asked("about")),
    "vote": Scene(_voted),
    "ranking": Scene(_ranked),
    "ranking-picture": Scene(_drawn),
    "duel": Scene(_duel),
    "duel-closed": Scene(_duel_closed),
    "suggestion": Scene(_suggestion),
    "review": Scene(_reviewed),
    "report": Scene(_reporting),
    "report-review": Scene(_reported),
    "unanswered": Scene(_unanswered),
    "settings": Scene(_asked("settings", "Answer privately")),
    "privacy": Scene(_asked("privacy")),
    "quiz": Scene(_quiz, phone=True),
    "quiz-reveal": Scene(_revealed),
    "quiz-scores": Scene(_scores),
    "daily": Scene(_asked("daily", "Next clue")),
    "daily-found": Scene(_daily_found),
    "announcement": Scene(_announced),
    "workout": Scene(_asked("workout")),
}
