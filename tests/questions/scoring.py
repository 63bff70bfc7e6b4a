"""How an answer is scored: exactly as the header of open.yaml says, and by nothing but the answer itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.answers.answer import Answer, Outcome
from bot.terminal import render

FOLDER = Path(__file__).parent
#: The keys that bind an answer only; where a choice or "unknown" is allowed too, it passes without them.
_OF_AN_ANSWER = ("songs", "any_songs", "text", "verdict", "rank")
_KEYS = {"outcome", "films", "not_films", *_OF_AN_ANSWER}

Expect = Mapping[str, Any]
Ask = Callable[[str, str | None], Answer]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message and what is expected of the reply."""

    question: str
    expect: Expect


@dataclass(frozen=True, slots=True)
class Item:
    """A question, or a conversation of several: it passes when every turn does."""

    category: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How an item went: what was wrong with it, and whether something wrong was answered as if it were known."""

    item: Item
    faults: tuple[str, ...]
    confidently_wrong: bool

    @property
    def passed(self) -> bool:
        return not self.faults


def items_of(path: Path) -> tuple[Item, ...]:
    """The items of a question file, in order."""
    written: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    return tuple(_item(each) for each in written)


#: The loader in C where PyYAML was built with it: ten times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _item(written: Mapping[str, Any]) -> Item:
    turns = written.get("turns") or [written]
    return Item(written["category"], tuple(Turn(turn["q"], turn["expect"]) for turn in turns))


def score(item: Item, ask: Ask, conversation: str) -> Score:
    """Asks every turn, in one conversation where there are several, and says what was wrong."""
    key = conversation if len(item.turns) > 1 else None
    faults: list[str] = []
    confidently_wrong = False
    for turn in item.turns:
        answer = ask(turn.question, key)
        wrong = passes(answer, turn.expect, render(answer))
        confidently_wrong |= bool(wrong) and answer.outcome is Outcome.ANSWER
        faults += [f"{turn.question!r}: {fault}" for fault in wrong]
    return Score(item, tuple(faults), confidently_wrong)


def passes(answer: Answer, expect: Expect, text: str) -> list[str]:
    """What is wrong with an answer whose reply reads `text`: a reason each; none when everything expected holds."""
    unknown_keys = set(expect) - _KEYS
    if unknown_keys or "outcome" not in expect:
        raise ValueError(f"nothing can be expected by {sorted(unknown_keys) or 'no outcome'}")
    return list(_faults(answer, expect, text.casefold()))


def _faults(answer: Answer, expect: Expect, text: str) -> Iterator[str]:
    if answer.outcome not in expect["outcome"]:
        yield f"outcome {answer.outcome.value}, not {' or '.join(expect['outcome'])}"
    elif answer.outcome is not Outcome.UNKNOWN:
        yield from _films(answer, expect.get("films"))
        if answer.outcome is Outcome.ANSWER:
            yield from _of_an_answer(answer, expect, text)
    if wrong := set(answer.films) & set(expect.get("not_films", ())):
        yield f"has {sorted(wrong)}"


def _films(answer: Answer, wanted: list[str] | None) -> Iterator[str]:
    if wanted is None:
        return
    if missing := [film for film in wanted if film not in answer.films]:
        yield f"no {missing} among {list(answer.films[:4])}"
    elif answer.films[0] not in wanted:
        yield f"{answer.films[0]} comes first"


def _of_an_answer(answer: Answer, expect: Expect, text: str) -> Iterator[str]:
    if missing := [song for song in expect.get("songs", ()) if song not in answer.songs]:
        yield f"no song {missing} among {list(answer.songs[:4])}"
    if "any_songs" in expect and not set(expect["any_songs"]) & set(answer.songs):
        yield f"none of the songs {expect['any_songs']} among {list(answer.songs[:4])}"
    if missing := [part for part in expect.get("text", ()) if part.casefold() not in text]:
        yield f"the text lacks {missing}"
    if "verdict" in expect and answer.verdict is not expect["verdict"]:
        yield f"verdict {answer.verdict}, not {expect['verdict']}"
    if "rank" in expect and answer.rank != expect["rank"]:
        yield f"rank {answer.rank}, not {expect['rank']}"
