"""Reading one data file: from bytes to YAML nodes that remember their lines, or to the fault that prevents it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import yaml

from bot.knowledge.faults import Fault
from bot.knowledge.remembering import remembered
from bot.printable import printable

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
    whole: bool = True  # whether every id of the file was read
    _places: dict[Where, list[Where]] = field(default_factory=dict[Where, list[Where]])

    def fault(self, line: int, sentence: str) -> None:
        self.faults.append(Fault(self.file, line, _in_one_line(sentence)))

    def lose(self, line: int, sentence: str) -> None:
        """A fault that leaves something of the file unread: whoever points there may be right."""
        self.whole = False
        self.fault(line, sentence)

    def add(self, where: Where, scalar: Scalar) -> None:
        self.scalars[where] = scalar
        pattern = tuple("*" if isinstance(part, int) else part for part in where)
        self._places.setdefault(pattern, []).append(where)

    def copy(self) -> Document:
        """The same texts, with no fault found yet and room for more."""
        places = {pattern: [*found] for pattern, found in self._places.items()}
        return Document(self.file, {**self.scalars}, whole=self.whole, _places=places)

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
        document.lose(line, "The file is not UTF-8 text; save it again with the encoding UTF-8.")
        return None
    if "*" in text and (misuse := _misuse(text, BaseLoader)):
        document.lose(*misuse)
        return None
    try:
        root = Loader(text).get_single_node()
    except yaml.YAMLError as error:
        document.lose(*(_misuse(text, yaml.SafeLoader) or _broken(error)))
        return None
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        document.lose(0, "The file is empty; add an entry or delete the file.")
        return None
    return root


def _misuse(text: str, loader: type[BaseLoader] | type[yaml.SafeLoader]) -> tuple[int, str] | None:
    """Where a file repeats itself by an alias, by which a small one grows without end, or gets too deep.

    Depth is counted anew, since newer libraries give up before our loader can count; only the slower one never does.
    """
    depth = 0
    try:
        for event in yaml.parse(text, loader):  # goes step by step, so no depth can crash it
            line = event.start_mark.line + 1 if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent):
                return line, f"The alias “*{event.anchor}” is not allowed: write out what it stands for, or quote it."
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth + isinstance(event, yaml.ScalarEvent) > DEEPEST:
                return line, f"The YAML is nested too deep here, over {DEEPEST} levels; close what is open by mistake."
    except yaml.YAMLError:
        pass  # broken in another way, which is told by the error that was met first
    return None


def _broken(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    advice = "check the indentation and put text with a colon, # or quotes in double quotes"
    return (mark.line + 1 if mark else 0), f"The YAML is broken here ({problem}); {advice}."


@remembered
def tag_of(text: str) -> str:
    """What YAML reads a text as that stands there without a tag or quotes: "int" or "bool"."""
    try:
        return short_tag(yaml.compose(text, Loader))
    except yaml.YAMLError:
        return ""


def short_tag(node: yaml.Node | None) -> str:
    """The tag of a node without the address of YAML before it; that of nothing is "null"."""
    return str(node.tag).removeprefix("tag:yaml.org,2002:") if node else "null"


def _in_one_line(sentence: str) -> str:
    """A sentence that shows what it quotes from a file, but not so that a line ends or a terminal obeys."""
    sentence = printable(sentence.replace("\n", "⏎"))
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in sentence)  # half characters
