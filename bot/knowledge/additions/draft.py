"""What was answered so far about a montage that is to be added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from bot.knowledge.documents import Where

#: What stands at a place of a film's entry; None: nothing does, and a list ends there.
Answer: TypeAlias = tuple[Where, str | None]
#: Answered with the id of a film that is here already, instead of all else that is asked of a film.
FILM: Where = ("film",)
MONTAGE: Where = ("montages", 0)


@dataclass(frozen=True)
class Draft:
    """The answers, step by step in the order given; a step may answer several questions at once."""

    steps: tuple[tuple[Answer, ...], ...] = ()

    def answered(self, answers: Iterable[Answer]) -> Draft:
        return Draft((*self.steps, tuple(answers)))

    @property
    def before(self) -> Draft:
        """The draft without its last step."""
        return Draft(self.steps[:-1])

    def without(self, step: int) -> Draft:
        """The draft without one of its steps, counted from 0: what it answered is asked again."""
        return Draft((*self.steps[:step], *self.steps[step + 1 :]))

    @cached_property
    def answers(self) -> Mapping[Where, str | None]:
        return {where: text for step in self.steps for where, text in step}

    @property
    def film_id(self) -> str | None:
        """The id of the film, where it is one that is here already."""
        return self.answers.get(FILM)

    def text(self, *where: str | int) -> str:
        """The answer for that place; empty where there is none."""
        return self.answers.get(where) or ""

    def texts(self, *pattern: str | int) -> list[str]:
        """All answers for places of the pattern; "*" stands for any place in a list."""
        return [text for where, text in self.answers.items() if text and _fits(where, pattern)]


def _fits(where: Where, pattern: Where) -> bool:
    return len(where) == len(pattern) and all(
        wanted in (part, "*" if isinstance(part, int) else part) for part, wanted in zip(where, pattern, strict=True)
    )
