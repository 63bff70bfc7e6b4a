"""Which alternatives of the regular expressions of bot/language nothing needs: each is taken out and all read again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.alternation import Branch
from benchmarks.patterns import Room, Watched, watch
from benchmarks.recorded import asked_by_tests
from benchmarks.written import Written, written_in

if TYPE_CHECKING:
    import re

    from bot.knowledge.catalogue import Catalogue
    from bot.language.context import Context
    from bot.language.question import Question
    from bot.language.reader import Account, Reader

ROOT = Path(__file__).resolve().parents[1]
#: The step in which the reader is built; the steps after it are the questions.
BUILDING = -1

Exchange = list[tuple[Watched, "re.Pattern[str]"]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was read: its text, what was answered before it, and what it was taken for."""

    text: str
    context: Context
    question: Question


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of an expression, and whether some question is read otherwise without it."""

    written: Written
    branch: Branch
    needed: bool

    def __str__(self) -> str:
        return self.written.shown(self.branch)


class Trial:
    """All questions, read once with everything in place; then again without an alternative."""

    def __init__(self, paths: Sequence[Path], besides: Callable[[], Sequence[tuple[str, Context]]] = tuple) -> None:
        self.room = watch()
        from bot.knowledge.loading import default_directory, load  # all of them after `watch`

        heard = besides()
        self._catalogue = load(default_directory())
        self.room.step = BUILDING
        self._reader = _built(self._catalogue)
        self.asked = self._ask(paths, heard)
        self.room.step = None

    def _ask(self, paths: Sequence[Path], besides: Sequence[tuple[str, Context]]) -> list[Asked]:
        """Asks the files as they are scored, so that a turn of a conversation has what was said before it."""
        from bot.answers.guide import Guide
        from tests.questions.scoring import items_of

        guide, asked = Guide(self._catalogue), list[Asked]()
        listening = _Listening(self._reader, asked, self.room)
        guide._reader = listening  # type: ignore[assignment]  # reads just as well
        for item in (item for path in paths for item in items_of(path)):
            key = str(len(asked)) if len(item.turns) > 1 else None
            for turn in item.turns:
                guide.ask(turn.question, key)
        for text, context in besides:
            listening.account(text, context)
        return asked

    def alternatives(self, only: str = "") -> Iterator[Alternative]:
        """Every alternative that can be tried, of the files whose module has this in its name."""
        for module in (module for name, module in self.room.modules.items() if only in name):
            for written in written_in(module, ROOT):
                for branch in written.alternatives:
                    if others := list(self._without(written, written.without(branch))):
                        yield Alternative(written, branch, self._is_needed(others))

    def _without(self, written: Written, text: str) -> Iterator[tuple[Watched, re.Pattern[str]]]:
        """Each compiled expression that the text is part of, with another text in its place."""
        import re

        for parts, watched in self.room.of_parts:
            changed = _exchanged(parts, written, text)
            if changed != parts:
                yield watched, self.room.joined(changed)
        for watched in self.room.single if written.parts is None else ():
            is_here = watched.source == written.text if written.whole else written.text in watched.source
            if is_here:
                yield watched, re.compile(watched.source.replace(written.text, text), watched.flags)

    def _is_needed(self, others: Exchange) -> bool:
        steps = set[int]().union(*(watched.steps_changed_by(other) for watched, other in others))
        if not steps:
            return False
        with self.room.exchanged(others):
            if BUILDING not in steps:
                return any(self._differs(self.asked[step], self._reader) for step in sorted(steps))
            self.room.forget()
            reader = _built(self._catalogue)
            return any(self._differs(each, reader) for each in self.asked)

    def _differs(self, asked: Asked, reader: Reader) -> bool:
        self.room.forget()
        try:
            return reader.parse(asked.text, asked.context) != asked.question
        except (IndexError, LookupError, TypeError, ValueError):
            return True  # it cannot be read at all any more


def _exchanged(parts: tuple[str, ...], written: Written, text: str) -> tuple[str, ...]:
    """The parts of a pattern with a text changed: one of them, or what is put into several."""
    if written.parts is None:
        return parts if written.whole else tuple(part.replace(written.text, text) for part in parts)
    return tuple(text if part == written.text else part for part in parts) if parts == written.parts else parts


def _built(catalogue: Catalogue) -> Reader:
    """A reader made anew: no index kept on disk is taken for what the expressions would make now."""
    from bot.language.lexicon import Lexicon, absent_films
    from bot.language.reader import Reader

    return Reader(catalogue, Lexicon(), absent_films())


class _Listening:
    """A reader that notes what it is asked, each question as a step of its own."""

    def __init__(self, reader: Reader, asked: list[Asked], room: Room) -> None:
        self.reader, self.asked, self.room = reader, asked, room

    def account(self, text: str, context: Context) -> Account:
        self.room.forget()
        self.room.step = len(self.asked)
        account = self.reader.account(text, context)
        self.room.step = None
        self.asked.append(Asked(text, context, account.question))
        return account

    def __getattr__(self, name: str) -> object:
        return getattr(self.reader, name)


def by_file(tried: Sequence[Alternative]) -> Mapping[str, tuple[int, int]]:
    """How many alternatives of each file are needed, and of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for each in tried:
        needed, total = counts.get(str(each.written.path), (0, 0))
        counts[str(each.written.path)] = needed + each.needed, total + 1
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints each alternative without which every question is read as before, and how many are needed."""
    parser = argparse.ArgumentParser(description=__doc__)
    own = sorted((ROOT / "tests" / "questions").glob("*.yaml"))
    parser.add_argument("--questions", type=Path, nargs="+", default=own, help="question files")
    parser.add_argument("--no-tests", action="store_true", help="leave out what the other tests ask")
    parser.add_argument("--only", default="", help="part of the name of a module: the others are left as they are")
    options = parser.parse_args(arguments)
    trial = Trial(options.questions, tuple if options.no_tests else asked_by_tests)
    tried = list(trial.alternatives(options.only))
    for each in tried:
        if not each.needed:
            print(each)
    for path, (needed, total) in by_file(tried).items():
        print(f"{path}: {needed} / {total}")
    print(f"needed / total: {sum(each.needed for each in tried)} / {len(tried)}, over {len(trial.asked)} questions")


if __name__ == "__main__":
    main()
