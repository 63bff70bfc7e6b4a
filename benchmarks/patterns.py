"""The regular expressions of bot/language while it runs: what they are asked, and each exchanged for another.

`watch` has to come before anything of bot/language is imported, so that its expressions are made under watch."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

ROOM = "bot.language"
#: Where `pattern(...)` makes an expression of several alternatives.
MAKER = f"{ROOM}.wording.pattern"
_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
_compile = re.compile

#: A call of an expression: by which method, and with what.
Call = tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]


class Watched:
    """Stands for a compiled expression, remembers what it was asked, and can be exchanged for another."""

    def __init__(self, room: Room, source: str, flags: int) -> None:
        self.source, self.flags = source, flags
        self.now = _compile(source, flags)
        self.asked: dict[Call, set[int]] = {}  # each call, and in which steps it came
        self._room = room

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.now, name)
        step = self._room.step
        if step is None or name not in _METHODS:
            return method

        def remembered(*arguments: Any, **named: Any) -> Any:
            self.asked.setdefault((name, arguments, tuple(sorted(named.items()))), set()).add(step)
            return method(*arguments, **named)

        return remembered

    def steps_changed_by(self, other: re.Pattern[str]) -> set[int]:
        """In which steps an answer would have been another, had this been the expression."""
        differs = (call for call in self.asked if _answer(self.now, call) != _answer(other, call))
        return set[int]().union(*(self.asked[call] for call in differs))


def _answer(compiled: re.Pattern[str], call: Call) -> object:
    """What an expression answers to a call, as something that can be compared."""
    name, arguments, named = call
    found = getattr(compiled, name)(*arguments, **dict(named))
    if isinstance(found, re.Match):
        return found.regs
    return [each.regs for each in found] if name == "finditer" else found


class Room:
    """All expressions of the room, as far as they have been made."""

    def __init__(self) -> None:
        self.step: int | None = None  # what happens now; None: nothing that counts
        self.single: list[Watched] = []
        self.of_parts: list[tuple[tuple[str, ...], Watched]] = []
        self.modules: dict[str, ModuleType] = {}
        self._last_made: Watched | None = None
        self._inline: dict[tuple[str, int], Watched] = {}
        self._pattern: Callable[..., Any] = lambda *parts: parts

    def compile(self, source: Any, flags: int = 0) -> Any:
        """In the place of `re.compile`: what the room makes is watched."""
        maker = sys._getframe(1).f_globals.get("__name__", "")
        if not isinstance(source, str) or not maker.startswith(ROOM):
            return _compile(source, flags)
        made = Watched(self, source, flags)
        self._last_made = made
        if maker != MAKER:
            self.single.append(made)
        return made

    def inline(self, name: str) -> Callable[..., Any]:
        """In the place of `re.search` and the like: an expression written where it is used is watched as well."""
        real: Callable[..., Any] = getattr(re, name)
        most = 2 if name.startswith("sub") else 1  # arguments more than these mean something else to a compiled one

        def called(source: Any, *arguments: Any, flags: int = 0, **named: Any) -> Any:
            if isinstance(source, Watched):
                return getattr(source, name)(*arguments, **named)
            caller = sys._getframe(1).f_globals.get("__name__", "")
            if not isinstance(source, str) or len(arguments) > most or not caller.startswith(ROOM):
                return real(source, *arguments, flags=flags, **named) if flags else real(source, *arguments, **named)
            return getattr(self._inline_one(source, flags), name)(*arguments, **named)

        return called

    def _inline_one(self, source: str, flags: int) -> Watched:
        if (source, flags) not in self._inline:
            self._inline[source, flags] = made = Watched(self, source, flags)
            self.single.append(made)
        return self._inline[source, flags]

    def pattern(self, *given: str | Callable[[], str]) -> Any:
        """In the place of `pattern(...)`: remembers the parts beside what was made of them."""
        parts = tuple(part if isinstance(part, str) else part() for part in given)
        made = self._pattern(*parts)
        self.of_parts.append((parts, self._compiled_in(made)))
        return made

    def joined(self, parts: Sequence[str]) -> re.Pattern[str]:
        """What `pattern(...)` would compile of these parts."""
        return self._compiled_in(self._pattern(*parts)).now

    def _compiled_in(self, made: Any) -> Watched:
        self._last_made = None
        made.search("")  # it compiles when it is first needed
        if self._last_made is None:
            raise LookupError(f"nothing was compiled for {made}: {MAKER} works otherwise than it did")
        return self._last_made

    def load(self) -> None:
        """Imports every module of the room, with the makers of expressions exchanged."""
        maker = importlib.import_module(MAKER)
        self._pattern, maker.pattern = maker.pattern, self.pattern  # type: ignore[attr-defined]  # that is the point
        package = importlib.import_module(ROOM)
        for found in pkgutil.walk_packages(package.__path__, f"{ROOM}."):
            self.modules[found.name] = importlib.import_module(found.name)

    def forget(self) -> None:
        """Empties what the room remembers of earlier words; files read once for all stay."""
        for module in self.modules.values():
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()

    @contextmanager
    def exchanged(self, others: Sequence[tuple[Watched, re.Pattern[str]]]) -> Iterator[None]:
        """For a while, other expressions in the place of these."""
        before = [(watched, watched.now) for watched, _ in others]
        for watched, other in others:
            watched.now = other
        try:
            yield
        finally:
            for watched, own in before:
                watched.now = own


def watch() -> Room:
    """From here on, everything bot/language makes of `re` is watched."""
    if any(name.startswith(ROOM) for name in sys.modules):
        raise RuntimeError(f"{ROOM} was imported before anybody watched")
    room = Room()
    re.compile = room.compile
    for name in _METHODS:
        setattr(re, name, room.inline(name))
    room.load()
    return room
