"""What is worked out once for a reading, however many ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from bot.language.reading import Reading

Value = TypeVar("Value")
Others = ParamSpec("Others")


def once(function: Callable[Concatenate[Reading, Others], Value]) -> Callable[Concatenate[Reading, Others], Value]:
    """The function, remembering with each reading what it said of it; what else it is given must be hashable."""

    @wraps(function)
    def answer(reading: Reading, *others: Others.args, **named: Others.kwargs) -> Value:
        asked = (function, others, *named.values())
        known = reading.worked_out
        if asked not in known:
            known[asked] = function(reading, *others, **named)
        return cast("Value", known[asked])

    return answer
