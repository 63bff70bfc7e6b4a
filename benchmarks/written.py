"""The regular expressions of bot/language as they are written: where, and with holes for what is put in."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from benchmarks.alternation import Branch, branches

#: Stands for a value that is put into a text. No question holds this character.
HOLE = "\ue000"
_LONGEST_SHOWN = 60

Template: TypeAlias = tuple[str, list[ast.expr]]


@dataclass(frozen=True)
class Written:
    """A text in the source that may be an expression or a part of some."""

    path: Path
    line: int
    template: str
    values: tuple[str, ...]  # what fills the holes
    parts: tuple[str, ...] | None = None  # all that stands in the same `pattern(...)`
    whole: bool = False  # given to `re` as it is, not put into others

    @property
    def text(self) -> str:
        return _filled(self.template, self.values)

    def without(self, branch: Branch) -> str:
        return _filled(branch.removed_from(self.template), self.values)

    @cached_property
    def alternatives(self) -> list[Branch]:
        """Those of its groups and its own; what stands in a `pattern(...)` is itself one of several."""
        every = branches(self.template)
        return [each for each in every if not each.alone or (self.parts is not None and self._is_all(each))]

    def _is_all(self, branch: Branch) -> bool:
        return branch.end - branch.start == len(self.template)

    def shown(self, branch: Branch) -> str:
        """Where the alternative is, as it is written, and in what."""
        own = branch.of(self.template).replace(HOLE, "{…}")
        around = self.template.replace(HOLE, "{…}")
        shown = around if len(around) <= _LONGEST_SHOWN else f"{around[:_LONGEST_SHOWN]}…"
        return f"{self.path}:{self.line}: {own!r}" + ("" if own == around else f" in {shown!r}")


def _filled(template: str, values: Sequence[str]) -> str:
    first, *others = template.split(HOLE)
    return first + "".join(value + text for value, text in zip(values, others, strict=True))


def written_in(module: ModuleType, root: Path) -> Iterator[Written]:
    """Every text of a module whose holes can be filled from what the module itself defines."""
    path = Path(str(module.__file__))
    yield from _Finder(path.relative_to(root), vars(module)).of(ast.parse(path.read_text(encoding="utf-8")))


class _Finder:
    """Looks through the tree of one module."""

    def __init__(self, path: Path, defined: dict[str, object]) -> None:
        self._path = path
        self._defined = defined

    def of(self, node: ast.AST) -> Iterator[Written]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "pattern":
            yield from self._of_pattern(node)
        elif isinstance(node, ast.Call) and _is_of_re(node.func):
            yield from self._written(node.args[0], whole=True)
        elif isinstance(node, ast.expr) and _template(node) is not None:
            yield from self._written(node)
        else:
            for child in ast.iter_child_nodes(node):
                yield from self.of(child)

    def _of_pattern(self, call: ast.Call) -> Iterator[Written]:
        found = [each for argument in call.args for each in self._written(argument)]
        parts = tuple(each.text for each in found)
        for each in found:
            yield Written(each.path, each.line, each.template, each.values, parts)

    def _written(self, node: ast.expr, *, whole: bool = False) -> Iterator[Written]:
        template = _template(node)
        if template is None:
            return
        text, holes = template
        try:
            values = tuple(str(self._value(hole)) for hole in holes)
        except NameError:
            return  # filled while a question is read
        yield Written(self._path, node.lineno, text, values, whole=whole)

    def _value(self, node: ast.expr) -> object:
        return eval(compile(ast.Expression(node), str(self._path), "eval"), dict(self._defined))  # noqa: S307 - our own source


def _is_of_re(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"


def _template(node: ast.expr) -> Template | None:
    """A text with holes; None for what is no text as written."""
    if isinstance(node, ast.Constant):
        return (node.value, []) if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        holes = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        texts = [str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values]
        return "".join(texts), holes
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _sum(node)
    return None


def _sum(node: ast.BinOp) -> Template | None:
    sides = [_template(side) for side in (node.left, node.right)]
    if sides == [None, None]:
        return None
    pairs = zip(sides, (node.left, node.right), strict=True)
    (left, in_left), (right, in_right) = [side or (HOLE, [whole]) for side, whole in pairs]
    return left + right, in_left + in_right
