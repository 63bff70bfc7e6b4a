"""`montage-bot chat`: the bot in a terminal, as one conversation."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from bot.terminal import Part, Pick, picks_of, show

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.guide import Guide

__all__ = ["Chat"]

CONVERSATION = "terminal"
LEAVE = {"quit", "exit", "bye"}
PROMPT = "> "
REST = {"more": Part.WHOLE, "sources": Part.SOURCES}  # of the last card, on request
WELCOME = "A number picks from what is listed; more and sources tell the rest of a card; quit leaves."


class Chat:
    """Asks for lines and answers them until there are no more; the numbers of an answer hold until the next one."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._picks: tuple[Pick, ...] = ()
        self._told: Answer | None = None

    def talk(self) -> None:
        if sys.stdin.isatty():
            with suppress(ImportError):  # Windows has none, and a line history of its own
                import_module("readline")  # input() uses it once it is there
        self._say(self._guide.about())
        sys.stdout.write(f"{WELCOME}\n")
        while (typed := _typed()) is not None and typed.casefold() not in LEAVE:
            part = REST.get(typed.casefold())
            if part and self._told and self._told.cards:
                self._say(self._told, part)
            elif typed:
                self._say(self._answer(typed))

    def _answer(self, typed: str) -> Answer:
        pick = self._picked(typed)
        if pick is None:
            return self._guide.ask(typed, CONVERSATION)
        if pick.montage_id is None:
            return self._guide.ask(pick.text, CONVERSATION)
        return self._guide.show(pick.montage_id, CONVERSATION)

    def _picked(self, typed: str) -> Pick | None:
        """What the number stands for; a number that stands for nothing is a question like any other ("300")."""
        if typed.isascii() and typed.isdecimal() and len(typed) <= 3 and 1 <= int(typed) <= len(self._picks):
            return self._picks[int(typed) - 1]
        return None

    def _say(self, answer: Answer, part: Part = Part.BRIEF) -> None:
        self._told, self._picks = answer, picks_of(answer, part)
        sys.stdout.write("\n")
        show(answer, sys.stdout, part)
        sys.stdout.write("\n")


def _typed() -> str | None:
    """The next line; None when there is none (Ctrl+D, the end of a file)."""
    try:
        return input(PROMPT).strip()
    except EOFError:
        sys.stdout.write("\n")
        return None
