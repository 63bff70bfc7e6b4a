"""Answers about words and short texts remembered, within bounds that no stranger's text can break."""

from __future__ import annotations

from collections.abc import Callable, Sized
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Key = ParamSpec("Key")
Value = TypeVar("Value")

#: What one function remembers at most; the one not asked about for longest is forgotten first.
MOST_REMEMBERED = 16384
#: Letters of a text, or words of several, up to which it is remembered where nothing else is said: names and words are
#: shorter, and what is longer seldom comes twice. A word has at most LONGEST_WORD letters of its own.
LONGEST_REMEMBERED = 64
_MEASURED: tuple[type[Sized], ...] = (str, tuple)


def remembered(
    function: Callable[Key, Value], most: int = MOST_REMEMBERED, longest: int = LONGEST_REMEMBERED
) -> Callable[Key, Value]:
    """A function that remembers what it last returned; at most some megabytes, whatever it is asked.

    This is the only way anything is remembered of what strangers write.
    """
    remembering = lru_cache(maxsize=most)(function)

    @wraps(function)
    def answer(*key: Key.args, **named: Key.kwargs) -> Value:
        for part in key:
            if isinstance(part, _MEASURED) and len(part) > longest:
                return function(*key, **named)
        return remembering(*key, **named)

    return answer
