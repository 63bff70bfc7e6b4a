"""Patterns of words: alternatives, one a line, compiled when they are first looked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import ParamSpec, TypeVar

from bot.knowledge.remembering import remembered

Asked = ParamSpec("Asked")
Value = TypeVar("Value")

#: Texts of which several forms want to know the same: what is said in the readings of one message, and a few more. Each
#: is a whole message: up to so many letters.
MOST_SAID, LONGEST_SAID = 16, 1000


class Pattern:
    """Any of some regular expressions. A start needs few of them, and compiling all takes longer than answering."""

    def __init__(self, *parts: str | Callable[[], str]) -> None:
        self._given = parts
        self._last: tuple[str | None, re.Match[str] | None] = None, None  # many ask the same of one message

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return tuple(part if isinstance(part, str) else part() for part in self._given)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """Alternatives that begin at a word's start share that start: they are tried once a word, not once a letter."""
        inside = [part.removeprefix(r"\b") for part in self._parts if part.startswith(r"\b")]
        others = [part for part in self._parts if not part.startswith(r"\b")]
        shared = [rf"\b(?=\w)(?:{'|'.join(f'(?:{part})' for part in inside)})"] if inside else []
        return re.compile("|".join([*(f"(?:{part})" for part in others), *shared]))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in the text where any alternative fits."""
        last, found = self._last
        if last is not text:
            found = self._compiled.search(text)
            self._last = text, found
        return found

    def match(self, text: str) -> re.Match[str] | None:
        """The same at the beginning of the text."""
        return self._compiled.match(text)


def pattern(*parts: str | Callable[[], str]) -> Pattern:
    """A pattern of these alternatives; what has to be read from a word list is given as what makes it."""
    return Pattern(*parts)


def while_asked(function: Callable[Asked, Value]) -> Callable[Asked, Value]:
    """Works out once what several forms want to know of one message."""
    return remembered(function, MOST_SAID, LONGEST_SAID)
