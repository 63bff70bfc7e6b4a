"""How much bot/language is made of: lines, thresholds, words in lists, patterns and their alternatives."""

from __future__ import annotations

import argparse
import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.tables import Bar, bar_table, table
from benchmarks.written import written_in
from bot import language

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "bot" / "language"
#: What a person can read in an afternoon, and a hand can count: beyond them nobody knows what a change will do.
MOST_LINES, MOST_THRESHOLDS = 3600, 20
#: From so many words on, a literal is a list of words and not a phrase.
LIST_OF_WORDS = 4
#: Numbers that decide nothing by themselves: nothing, one, a pair.
PLAIN = {0, 1, 2}


@dataclass(frozen=True, slots=True)
class Size:
    """What one file holds."""

    lines: int
    thresholds: tuple[str, ...]
    numbers: int  # that are not plain, and of no name's own: a threshold could hide there
    words: int


def size_of(text: str) -> Size:
    """The size of a file with this text."""
    tree = ast.parse(text)
    named = dict(_thresholds(tree))
    inside = {id(node) for value in named.values() for node in ast.walk(value)}
    numbers = [node for node in ast.walk(tree) if id(node) not in inside and _is_number(node) and not _is_plain(node)]
    leaves = [node for node in numbers if isinstance(node, ast.Constant)]
    return Size(len(text.splitlines()), tuple(named), len(leaves), sum(map(len, _word_lists(tree))))


def _is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in PLAIN


def _thresholds(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names in capitals for a number, at the top of the file, with the number."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and _is_number(value):
            yield from ((each.id, value) for each in targets if isinstance(each, ast.Name) and each.id.isupper())


def _is_number(node: ast.AST) -> bool:
    """A number, or some of them reckoned with."""
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) or _is_number(node.right)
    if isinstance(node, ast.UnaryOp):
        return _is_number(node.operand)
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _word_lists(tree: ast.Module) -> Iterator[list[str]]:
    """The words of each list: a text that is split, or a set, tuple, list or dictionary of texts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            yield from (value.split() for value in _texts([node.func.value]) if len(value.split()) >= LIST_OF_WORDS)
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            yield from _enough(_texts(node.elts))
        elif isinstance(node, ast.Dict):
            yield from _enough(_texts([key for key in node.keys if key is not None]))


def _texts(nodes: Sequence[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _enough(words: list[str]) -> Iterator[list[str]]:
    if len(words) >= LIST_OF_WORDS:
        yield words


def sizes(room: Path = ROOM) -> Mapping[str, Size]:
    """The size of each file of the room."""
    return {
        str(path.relative_to(room)): size_of(path.read_text(encoding="utf-8")) for path in sorted(room.rglob("*.py"))
    }


def bars(every: Mapping[str, Size]) -> list[Bar]:
    """What the room as a whole has to keep to."""
    return [
        Bar("lines of bot/language", sum(size.lines for size in every.values()), MOST_LINES, "lines"),
        Bar("named thresholds", sum(len(size.thresholds) for size in every.values()), MOST_THRESHOLDS, "numbers"),
    ]


def patterns() -> tuple[int, int]:
    """How many texts of the room are expressions with alternatives, or parts of such, and how many these are."""
    names = [found.name for found in pkgutil.walk_packages(language.__path__, f"{language.__name__}.")]
    every = [written for name in names for written in written_in(importlib.import_module(name), ROOT)]
    counts = [len(written.alternatives) for written in every if written.alternatives]
    return len(counts), sum(counts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the bars and each file. Which alternatives are needed is found out by benchmarks.alternatives."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    every = sizes()
    print(bar_table(bars(every)))
    written, alternatives = patterns()
    print(f"\n{written} expressions and parts of expressions with {alternatives} alternatives\n")
    header = ("File", "Lines", "Words in lists", "Numbers without a name", "Thresholds")
    rows = [(name, size.lines, size.words, size.numbers, " ".join(size.thresholds)) for name, size in every.items()]
    total = [sum(getattr(size, part) for size in every.values()) for part in ("lines", "words", "numbers")]
    print(table(header, [*rows, ("**all**", *total, sum(len(size.thresholds) for size in every.values()))]))


if __name__ == "__main__":
    main()
