"""The daily montage, played in a message that only the player sees: guess, another clue, give up, share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar, Self

import discord

from bot.answers.puzzles import Puzzle
from bot.community.daily.order import day_of
from bot.community.daily.sharing import day_said, share_line
from bot.community.daily.tries import CLUES, Judged, Try
from bot.discord_app.controls.buttons import PlainButton
from bot.discord_app.controls.form import Field, Fields, Form, opened
from bot.discord_app.controls.item import NOTHING, AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.limits import clip
from bot.discord_app.looks.daily import announcement_embed, clues_embed, result
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, edit, respond, show_form
from bot.errors import MontageBotError, UnknownChoiceError

__all__ = ["DAILY_ITEMS", "GUESSED", "announcement", "play_daily"]

DAY = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
NONE = "There is no montage that would make a puzzle."
GONE = "The montage of that day is not in the catalogue any more: tomorrow there is another."
NOT_BEGUN = "You have not begun that one: /montage daily has today's."
EMPTY = "Type the title of a film, in any language: small slips are forgiven."
FILM = Field("film", "Which film?", "The title, in any language; small slips are forgiven", 100)
SHOWN = 60  # characters of a guess that are repeated

Change = Callable[[Try], Try]


class DayButton(AnsweringItem[discord.ui.Button[Any]], template=NOTHING):
    """A button about the puzzle of the day that ends its custom id: a try goes on with that, whatever day it is."""

    prefix: ClassVar[str]
    label: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, day: date | str, number: str = "") -> None:
        self._day = str(day)
        self.number = number
        custom_id = f"{self.prefix}{day}{number and f':{number}'}"
        super().__init__(discord.ui.Button(label=self.label, style=self.style, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(match["day"], match.groupdict().get("number") or "")

    @property
    def day(self) -> date:
        """Raises UnknownChoiceError where the custom id names none."""
        return _day(self._day)


class GuessButton(DayButton, template=rf"montage:daily-guess:v1:{DAY}"):
    """Asks for the film in a form."""

    prefix = "montage:daily-guess:v1:"
    label = "Guess"
    style = discord.ButtonStyle.primary

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        title = f"Daily montage of {day_said(self.day)}"
        await show_form(interaction, opened(title, f"montage:daily-guessed:v1:{self.day.isoformat()}", [FILM], {}))


class ClueButton(DayButton, template=rf"montage:daily-clue:v1:{DAY}:(?P<number>[0-9])"):
    """Tells the clue of its number."""

    prefix = "montage:daily-clue:v1:"
    label = "Next clue"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        number = int(self.number)
        await _change(desk, interaction, self.day, lambda before: before.with_clue(number))


class GiveUpButton(DayButton, template=rf"montage:daily-give-up:v1:{DAY}"):
    """Tells what it was."""

    prefix = "montage:daily-give-up:v1:"
    label = "Give up"

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        at = interaction.created_at
        await _change(desk, interaction, self.day, lambda before: before.given_up(at))


class ShareButton(DayButton, template=rf"montage:daily-share:v1:{DAY}"):
    """Tells all how it went, and nothing of what it was."""

    prefix = "montage:daily-share:v1:"
    label = "Share"
    style = discord.ButtonStyle.primary

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        played = await desk.store.daily.begun(self.day, interaction.user.id)
        if played is None:
            raise MontageBotError(NOT_BEGUN)
        streak = await desk.store.daily.streak(interaction.user.id, self.day)
        name = plain(interaction.user.display_name)
        await desk.add(interaction, Reply(f"{name} shares:\n{share_line(played, streak)}"))


class PlayButton(PlainButton, template=r"montage:daily:v1"):
    """Opens today's, below the announcement of any day."""

    label = "Play"
    style = discord.ButtonStyle.primary

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        await play_daily(desk, interaction)


DAILY_ITEMS = (GuessButton, ClueButton, GiveUpButton, ShareButton, PlayButton)


async def play_daily(desk: Desk, interaction: discord.Interaction[Any]) -> None:
    """Today's puzzle, as far as whoever asks has come with it, for their eyes only."""
    day, user = day_of(interaction.created_at), interaction.user.id
    if await desk.store.daily.puzzle(day, desk.guide.puzzle_ids()) is None:
        raise MontageBotError(NONE)
    played = await desk.store.daily.begin(day, user, interaction.created_at)
    await respond(interaction, await _shown(desk, interaction, played, ""), private=True)


async def announcement(desk: Desk, day: date) -> Reply | None:
    """What is said of a new one where all may read it; None where there is none."""
    montage = await desk.store.daily.puzzle(day, desk.guide.puzzle_ids())
    if montage is None or desk.guide.catalogue.montage(montage) is None:
        return None
    view = discord.ui.View(timeout=None)
    view.add_item(PlayButton())
    return Reply("", [announcement_embed(day, desk.guide.puzzle(montage).clues[0])], view)


async def _guessed(desk: Desk, interaction: discord.Interaction[Any], match: re.Match[str], typed: Fields) -> None:
    day, at = _day(match["day"]), interaction.created_at
    guess = " ".join(typed.get(FILM.name, "").split())
    if not guess:
        raise MontageBotError(EMPTY)
    puzzle = await _puzzle(desk, day)
    judged = Judged(desk.guide.judged(puzzle.montage_id, guess).value)
    said = "" if judged is Judged.RIGHT else _missed(guess, judged)
    await _change(desk, interaction, day, lambda before: before.guessed(judged, at), said)


GUESSED = Form(re.compile(rf"montage:daily-guessed:v1:{DAY}"), _guessed)


def _missed(guess: str, judged: Judged) -> str:
    shown = f"“{plain(clip(guess, SHOWN))}”"
    return f"{shown} is close, but not it." if judged is Judged.CLOSE else f"{shown} is not it."


async def _change(desk: Desk, interaction: discord.Interaction[Any], day: date, change: Change, said: str = "") -> None:
    """Changes a try where it may go on, and shows it. Raises StoreError when it is not saved: then all is as it was."""
    at = interaction.created_at
    played = await desk.store.daily.change(
        day, interaction.user.id, lambda before: change(before) if before.may_go_on(at) else before
    )
    if played is None:
        raise MontageBotError(NOT_BEGUN)
    if not (played.is_over or played.may_go_on(at)):
        raise MontageBotError(f"The daily montage of {day_said(day)} is over: /montage daily has today's.")
    await edit(interaction, await _shown(desk, interaction, played, said))


async def _shown(desk: Desk, interaction: discord.Interaction[Any], played: Try, said: str) -> Reply:
    puzzle = await _puzzle(desk, played.day)
    if not played.is_over:
        return Reply(said, [clues_embed(puzzle.clues, played)], _controls(played))
    today = day_of(interaction.created_at)
    streak = await desk.store.daily.streak(interaction.user.id, played.day)
    following = datetime.combine(today + timedelta(days=1), time(), UTC)
    sentence = result(played, puzzle.film, streak, round(following.timestamp()))
    card = desk.render(desk.guide.show(puzzle.montage_id))
    view = discord.ui.View(timeout=None)
    for item in (ShareButton(played.day), *card.view.children):
        item.row = None if item.row is None else item.row + 1
        view.add_item(item)
    return Reply(f"{said} {sentence}".strip(), card.embeds, view)


def _controls(played: Try) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    view.add_item(GuessButton(played.day))
    if played.clues < CLUES:
        view.add_item(ClueButton(played.day, f"{played.clues + 1}"))
    view.add_item(GiveUpButton(played.day))
    return view


async def _puzzle(desk: Desk, day: date) -> Puzzle:
    montage = await desk.store.daily.puzzle(day, ())
    if montage is None or desk.guide.catalogue.montage(montage) is None:
        raise UnknownChoiceError(GONE)
    return desk.guide.puzzle(montage)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UnknownChoiceError(NOT_BEGUN) from None
