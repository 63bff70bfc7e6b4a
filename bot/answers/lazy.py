"""Rows of values that are made when somebody looks: a list of thousands costs no more than the page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar, cast, overload

Item = TypeVar("Item")
Value = TypeVar("Value")

__all__ = ["Distinct", "Each"]


class _Row(Sequence[Value]):
    """What both kinds of row share: they equal whatever sequence has the same values."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(cast("Sequence[object]", other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Each(_Row[Value], Generic[Item, Value]):
    """One value for each of some items, made whenever it is looked at."""

    def __init__(self, items: Sequence[Item], make: Callable[[Item], Value]) -> None:
        self._items = items
        self._make = make

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(index, slice):
            return tuple(map(self._make, self._items[index]))
        return self._make(self._items[index])


class Distinct(_Row[Value]):
    """Values in order, each once, all of them made the first time one is looked at."""

    def __init__(self, values: Callable[[], Iterable[Value]]) -> None:
        self._values = values

    @cached_property
    def _made(self) -> tuple[Value, ...]:
        return tuple(dict.fromkeys(self._values()))

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        return self._made[index]
