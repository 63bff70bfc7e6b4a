"""Answers about short texts remembered, within bounds that no stranger's text can break."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Value = TypeVar("Value")

#: Texts remembered by one function; the one not asked about for longest is forgotten first.
MOST_REMEMBERED = 16384
#: Longer texts are worked out each time: names and words are shorter, and what is longer seldom comes twice.
LONGEST_REMEMBERED = 64


def remembered(function: Callable[[str], Value], most: int = MOST_REMEMBERED) -> Callable[[str], Value]:
    """A function of a text that remembers what it last returned; at most some megabytes, whatever it is asked."""
    remembering = lru_cache(maxsize=most)(function)

    @wraps(function)
    def answer(text: str) -> Value:
        return remembering(text) if len(text) <= LONGEST_REMEMBERED else function(text)

    return answer
