"""How near a typed answer comes to what was meant: names are compared as those in a question are."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.language.fold import name_key
from bot.language.matching import Goal, Matcher
from bot.language.name_book import NameBook
from bot.language.names import Commonness, Name, NameKind
from bot.language.spellings import forms
from bot.language.typos import typo_budget

__all__ = ["LONGEST_TYPED", "Closeness", "Judge"]

#: Characters of a typed answer that are read; no name has more.
LONGEST_TYPED = 150

Tokens = tuple[str, ...]


class Closeness(StrEnum):
    """What a typed answer is: right, almost right, or another."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"


class Judge:
    """Judges what is typed by the folding and the typo budget of names; numerals forgive no slip."""

    def __init__(self, matcher: Matcher, names: NameBook) -> None:
        self._matcher = matcher
        self._names = names

    def closeness(self, typed: str, meant: Iterable[str], kind: NameKind) -> Closeness:
        """How near a text comes to the nearest of the names of one thing of that kind."""
        ours = [*forms(name_key(typed[:LONGEST_TYPED]))]
        theirs = [form for name in meant for form in forms(name_key(name))]
        if any("".join(each) == "".join(other) for each in ours for other in theirs):
            return Closeness.RIGHT
        if not self._is_another(ours, kind) and any(self._is_slip(each, other) for each in ours for other in theirs):
            return Closeness.RIGHT
        near = any(_is_near(each, other) for each in ours for other in theirs)
        return Closeness.CLOSE if near else Closeness.WRONG

    def _is_another(self, ours: Iterable[Tokens], kind: NameKind) -> bool:
        """Whether it is, to the letter, what another thing of the kind is called: then it is meant, and no slip."""
        named = (self._names.exact.get(" ".join(each)) for each in ours)
        kinds = {kind, NameKind.ABSENT} if kind is NameKind.FILM else {kind}
        return any(meaning.kind in kinds for name in named if name for meaning in name.meanings)

    def _is_slip(self, ours: Tokens, theirs: Tokens) -> bool:
        goal = Goal(Name(" ".join(theirs), Commonness.RARE, (), misspelt=True))
        return bool(ours) and goal.budget > 0 and self._matcher.typos(goal, ours) is not None


def _is_near(ours: Tokens, theirs: Tokens) -> bool:
    """The name but for its numbers, half of it or more, or with twice the slips it may have."""
    unnumbered = _without_numbers(ours)
    if unnumbered and unnumbered == _without_numbers(theirs):
        return True
    text, goal = "".join(ours), "".join(theirs)
    shorter, longer = sorted((ours, theirs), key=len)
    if f" {' '.join(shorter)} " in f" {' '.join(longer)} " and 2 * min(len(text), len(goal)) >= max(
        len(text), len(goal)
    ):
        return bool(shorter)
    most = 2 * typo_budget(len(goal))
    return 0 < OSA.distance(text, goal, score_cutoff=most) <= most


def _without_numbers(tokens: Tokens) -> Tokens:
    return tuple(token for token in tokens if not token.isdigit())
