"""`montage-bot chat`: the bot in a terminal, as one conversation."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from bot.command_line.lines import next_line, remember_lines
from bot.command_line.short import ROWS, details, rows_after, short, sources
from bot.terminal import Pick, picks_of, show

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.guide import Guide

__all__ = ["Chat"]

CONVERSATION = "terminal"
LEAVE = {"quit", "exit", "bye"}
MORE, SOURCES = "more", "sources"
WELCOME = f"A number picks from what is listed; “{MORE}” tells the rest, “{SOURCES}” where it is from; “quit” leaves."
#: A number of three digits may be a film, as 300 is.
NUMBER = re.compile(r"[0-9]{1,2}")


class Chat:
    """Asks for lines and answers them until there are no more; the numbers of an answer hold until the next one."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._said = guide.about()
        self._rows = 0
        self._picks: tuple[Pick, ...] = ()

    def talk(self) -> None:
        remember_lines()
        self._say(self._said)
        sys.stdout.write(f"{WELCOME}\n")
        while (line := next_line()) is not None and line.casefold() not in LEAVE:
            if line:
                self._reply(line)

    def _reply(self, typed: str) -> None:
        if (rest := self._rest(typed.casefold())) is not None:
            _write(rest)
        elif self._picks and NUMBER.fullmatch(typed):
            self._pick(int(typed))
        else:
            self._say(self._guide.ask(typed, CONVERSATION))

    def _rest(self, typed: str) -> Answer | None:
        """What was not said yet of the last answer, where that is asked for and there is any."""
        if typed == SOURCES:
            return sources(self._said)
        if typed != MORE:
            return None
        rows, self._rows = rows_after(self._said, self._rows), self._rows + ROWS
        return rows or details(self._said)

    def _pick(self, number: int) -> None:
        if not 1 <= number <= len(self._picks):
            sys.stdout.write(f"\nPick a number from 1 to {len(self._picks)}.\n\n")
            return
        pick = self._picks[number - 1]
        if pick.montage_id is None:
            self._say(self._guide.ask(pick.text, CONVERSATION))
        else:
            self._say(self._guide.show(pick.montage_id, CONVERSATION))

    def _say(self, answer: Answer) -> None:
        """The short answer; where there is a card, the sentence that answers stands last."""
        self._said, self._rows = answer, ROWS
        shown = short(answer)
        self._picks = picks_of(shown)
        _write(shown)


def _write(answer: Answer) -> None:
    sys.stdout.write("\n")
    show(answer, sys.stdout, headline_last=bool(answer.cards))
    sys.stdout.write("\n")
