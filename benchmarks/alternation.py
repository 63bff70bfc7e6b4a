"""Where the alternatives of a regular expression begin and end, and the expression without one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """One alternative of an expression: the characters from `start` up to `end`."""

    start: int
    end: int
    alone: bool = False  # it has no other beside it: what it is part of can only match by it

    def of(self, expression: str) -> str:
        return expression[self.start : self.end]

    def removed_from(self, expression: str) -> str:
        """The expression with this alternative never fitting; its groups stay, and so the numbers of all others."""
        return f"{expression[: self.start]}(?!)(?:{self.of(expression)}){expression[self.end :]}"


def branches(expression: str) -> list[Branch]:
    """Every alternative, those within others too, in the order in which they begin."""
    found: list[Branch] = []
    open_groups: list[list[int]] = [[0]]  # for each group that is open, where its alternatives begin
    for at, mark, width in _marks(expression):
        if mark == "(":
            open_groups.append([at + width])
        elif mark == "|":
            open_groups[-1].append(at + 1)
        elif len(open_groups) > 1:
            found += _closed(open_groups.pop(), at)
    found += _closed(open_groups[0], len(expression))
    return sorted(found, key=lambda branch: (branch.start, -branch.end))


def _closed(starts: list[int], end: int) -> Iterator[Branch]:
    ends = [start - 1 for start in starts[1:]] + [end]
    return (Branch(start, stop, alone=len(starts) == 1) for start, stop in zip(starts, ends, strict=True))


def _marks(expression: str) -> Iterator[tuple[int, str, int]]:
    """Each bracket and bar that is no plain character: where, which, and how long it is with what belongs to it."""
    at = 0
    while at < len(expression):
        character = expression[at]
        if character == "\\":
            at += 2
        elif character == "[":
            at = _end_of_set(expression, at)
        else:
            if character in "(|)":
                yield at, character, _width(expression, at)
            at += 1


def _end_of_set(expression: str, at: int) -> int:
    """Behind the "]" of a set of characters; one that comes first is a plain character."""
    at += 2 if expression[at + 1 : at + 2] == "^" else 1
    at += expression[at : at + 1] == "]"
    while expression[at] != "]":
        at += 2 if expression[at] == "\\" else 1
    return at + 1


def _width(expression: str, at: int) -> int:
    """How many characters open a group: "(" one, "(?:" three, "(?P<name>" all up to the name's end."""
    if expression[at : at + 2] != "(?":
        return 1
    if expression[at : at + 3] == "(?P" or (expression[at : at + 3] == "(?<" and expression[at + 3] not in "=!"):
        return expression.index(">", at) - at + 1
    return 4 if expression[at : at + 3] == "(?<" else 3
