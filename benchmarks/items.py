"""The question files asked of whoever is measured, and how each item went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import process_time_ns
from typing import TypeVar

from bot.answers.answer import Answer, Outcome
from bot.terminal import render
from tests.questions.scoring import Ask, Item, items_of, passes

ROOT = Path(__file__).resolve().parents[1]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an item: the answers, the reasons why each fails (none when it passes), and CPU milliseconds."""

    name: str
    item: Item
    answers: tuple[Answer, ...]
    reasons: tuple[tuple[str, ...], ...]
    milliseconds: tuple[float, ...]

    @property
    def passed(self) -> bool:
        return not any(self.reasons)

    @property
    def confidently_wrong(self) -> bool:
        """Failed by an answer given without a doubt; a choice or an honest "unknown" misleads nobody."""
        pairs = zip(self.answers, self.reasons, strict=True)
        return any(reasons and answer.outcome is Outcome.ANSWER for answer, reasons in pairs)

    @property
    def refused(self) -> bool:
        return self.answers[-1].outcome is Outcome.UNKNOWN

    @property
    def must_be_refused(self) -> bool:
        return all(turn.expect["outcome"] == ["unknown"] for turn in self.item.turns)


def question_files() -> list[Path]:
    """The project's own question files."""
    return sorted((ROOT / "tests" / "questions").glob("*.yaml"))


def ask_all(path: Path, ask: Ask) -> list[Result]:
    """Every item of the file asked once; a conversation keeps its context, a single question has none."""
    return [_result(f"{path.stem} {number}", item, ask) for number, item in enumerate(items_of(path), 1)]


def _result(name: str, item: Item, ask: Ask) -> Result:
    conversation = name if len(item.turns) > 1 else None
    timed = [timed_call(lambda question=turn.question: ask(question, conversation)) for turn in item.turns]
    answers = tuple(answer for answer, _ in timed)
    pairs = zip(answers, item.turns, strict=True)
    reasons = tuple(tuple(passes(answer, turn.expect, render(answer))) for answer, turn in pairs)
    return Result(name, item, answers, reasons, tuple(spent for _, spent in timed))


def timed_call(call: Callable[[], Value]) -> tuple[Value, float]:
    """What the call returns, and the CPU milliseconds it took: what other programs do meanwhile does not count."""
    start = process_time_ns()
    value = call()
    return value, (process_time_ns() - start) / 1e6


def settled(rounds: Iterable[Sequence[Result]]) -> list[Result]:
    """The last of several rounds over the same items, each question with the median of its times."""
    return [_with_median_times(same) for same in zip(*rounds, strict=True)]


def _with_median_times(same: Sequence[Result]) -> Result:
    times = zip(*(result.milliseconds for result in same), strict=True)
    return replace(same[-1], milliseconds=tuple(median(each) for each in times))


def questions_in(paths: Iterable[Path]) -> list[str]:
    """Every text of the files that is sent to the bot."""
    return [turn.question for path in paths for item in items_of(path) for turn in item.turns]
