"""Reading one data file: from bytes to YAML nodes that remember their lines, or to the fault that prevents it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.knowledge.faults import Fault

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same reader, slower
    from yaml import SafeLoader as Loader

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

    def fault(self, line: int, sentence: str) -> None:
        self.faults.append(Fault(self.file, line, sentence))

    def texts(self, *pattern: Key) -> list[tuple[Where, Scalar]]:
        """All texts whose place fits the pattern, in file order; "*" fits any key or number."""
        return [(where, scalar) for where, scalar in self.scalars.items() if _fits(where, pattern)]


def _fits(where: Where, pattern: Where) -> bool:
    return len(where) == len(pattern) and all(want in ("*", part) for want, part in zip(pattern, where, strict=True))


def read(document: Document, content: bytes) -> yaml.Node | None:
    """The root node of the file; None, with a fault in the document, when there is none to be had."""
    try:
        root = Loader(content.decode("utf-8")).get_single_node()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.fault(line, "The file is not UTF-8 text; save it again with the encoding UTF-8.")
        return None
    except yaml.YAMLError as error:
        document.fault(*_broken(error))
        return None
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        document.fault(0, "The file is empty; add an entry or delete the file.")
        return None
    return root


def _broken(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    advice = "check the indentation and put text with a colon, # or quotes in double quotes"
    return (mark.line + 1 if mark else 0), f"The YAML is broken here ({problem}); {advice}."
