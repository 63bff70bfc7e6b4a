"""Reading one data file: from bytes to YAML nodes that remember their lines, or to the fault that prevents it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import yaml

from bot.knowledge.faults import Fault

if TYPE_CHECKING:
    from yaml import CSafeLoader as BaseLoader
else:
    BaseLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml: the same reader, slower

DEEPEST = 50  # our files need a dozen levels; PyYAML up to 6.0.3 crashes the whole process at some ten thousand

Key: TypeAlias = str | int
Where: TypeAlias = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of a file, and the line it stands on."""

    text: str
    line: int


@dataclass(slots=True)
class Document:
    """One file while it is checked: its texts by their place in the file, and the faults found so far."""

    file: Path
    scalars: dict[Where, Scalar] = field(default_factory=dict[Where, Scalar])
    faults: list[Fault] = field(default_factory=list[Fault])
    _places: dict[Where, list[Where]] = field(default_factory=dict[Where, list[Where]])

    def fault(self, line: int, sentence: str) -> None:
        self.faults.append(Fault(self.file, line, sentence))

    def add(self, where: Where, scalar: Scalar) -> None:
        self.scalars[where] = scalar
        pattern = tuple("*" if isinstance(part, int) else part for part in where)
        self._places.setdefault(pattern, []).append(where)

    def texts(self, *pattern: str) -> list[tuple[Where, Scalar]]:
        """All texts of the pattern in file order, e.g. ("films", "*", "title"); "*" stands for any place in a list."""
        return [(where, self.scalars[where]) for where in self._places.get(pattern, ())]


class Loader(BaseLoader):
    """PyYAML's loader, but for files nested so deep that they can only be an accident or an attack."""

    depth = 0

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        del current_node, current_index  # PyYAML hands them over; only the depth matters here
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.YAMLError

    def ascend_resolver(self) -> None:
        self.depth -= 1


def read(document: Document, content: bytes) -> yaml.Node | None:
    """The root node of the file; None, with a fault in the document, when there is none to be had."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.fault(line, "The file is not UTF-8 text; save it again with the encoding UTF-8.")
        return None
    try:
        root = Loader(text).get_single_node()
    except yaml.YAMLError as error:
        document.fault(*(_too_deep(text) or _broken(error)))
        return None
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        document.fault(0, "The file is empty; add an entry or delete the file.")
        return None
    return root


def _too_deep(text: str) -> tuple[int, str] | None:
    """Where a broken file gets too deep. Counted anew, since newer libraries give up before our loader can count."""
    depth = 0
    try:
        for event in yaml.parse(text, yaml.SafeLoader):  # goes step by step, so no depth can crash it
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth + isinstance(event, yaml.ScalarEvent) > DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 0
                return line, f"The YAML is nested too deep here, over {DEEPEST} levels; close what is open by mistake."
    except yaml.YAMLError:
        pass  # broken in another way, which is told by the error that was met first
    return None


def _broken(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    advice = "check the indentation and put text with a colon, # or quotes in double quotes"
    return (mark.line + 1 if mark else 0), f"The YAML is broken here ({problem}); {advice}."
