"""Where an entry belongs in its file, and the file with it in there: new lines, and every other as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

from bot.errors import CatalogueError
from bot.knowledge.additions.draft import Draft
from bot.knowledge.additions.stock import Stock
from bot.knowledge.additions.trial import Home, entry_of, home_of
from bot.knowledge.additions.written import STEP, lines_of
from bot.knowledge.documents import Document, read
from bot.knowledge.model import FilmEntry, MontageEntry
from bot.knowledge.names import folded

_ARTICLE = re.compile(r"^(?:the|an?) ")
NOT_OURS = "The file is not laid out as ours are: add the entry by hand."
_HEADER = """\
# yaml-language-server: $schema=../montages.schema.json
# Montages in films of the {decade}, by year and title; how to add one is in CONTRIBUTING.md.
films:
"""


@dataclass(frozen=True)
class Addition:
    """A file with an entry added: what it held before, what it is to hold, and where the entry stands in it."""

    path: Path
    before: bytes
    after: bytes
    entry: FilmEntry | MontageEntry
    lines: tuple[str, ...]
    first_line: int

    @property
    def montage(self) -> MontageEntry:
        return self.entry.montages[0] if isinstance(self.entry, FilmEntry) else self.entry


def addition_of(stock: Stock, draft: Draft) -> Addition:
    """The finished draft as an addition to its file. Raises CatalogueError when that is not laid out as ours are."""
    home, entry = home_of(stock, draft), entry_of(draft)
    before = stock.content_of(home.document)
    content = _whole_lines(before or _HEADER.format(decade=home.document.file.stem).encode())
    at, new = _insertion(home, entry, content)
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    lines = content.splitlines(keepends=True)
    after = b"".join((*lines[:at], *(line.encode() + ending for line in new), *lines[at:]))
    shown = tuple(line for line in new if line)
    return Addition(home.document.file, before, after, entry, shown, at + 1 + new.index(shown[0]))


def _insertion(home: Home, entry: FilmEntry | MontageEntry, content: bytes) -> tuple[int, list[str]]:
    """After how many lines something is added, and what."""
    if not home.document.scalars:
        return content.count(b"\n"), ["", *lines_of(entry, STEP)]
    films = _sequence(_value(_root(home.document, content), "films"))
    if isinstance(entry, MontageEntry):
        montages = _sequence(_value(films.value[home.film], "montages"))
        return _end(montages, content), lines_of(entry, montages.start_mark.column)
    following = _following(home.document, entry)
    if following is None:
        return _end(films, content), ["", *lines_of(entry, films.start_mark.column)]
    return _start(films.value[following], content), [*lines_of(entry, films.start_mark.column), ""]


def _following(document: Document, film: FilmEntry) -> int | None:
    """The place of the first film of the file that comes after this one by year and title; None when none does."""
    ours = film.year, _sorted_by(film.title)
    years = document.texts("films", "*", "year")
    titles = document.texts("films", "*", "title")
    keys = [(int(year.text), _sorted_by(title.text)) for (_, year), (_, title) in zip(years, titles, strict=True)]
    return next((place for place, key in enumerate(keys) if key > ours), None)


def _sorted_by(title: str) -> str:
    return _ARTICLE.sub("", folded(title), count=1)


def _whole_lines(content: bytes) -> bytes:
    return content if content.endswith(b"\n") else content + b"\n"


def _root(document: Document, content: bytes) -> yaml.Node | None:
    return read(Document(document.file), content)


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = cast("list[tuple[yaml.Node, yaml.Node]]", node.value) if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _sequence(node: yaml.Node | None) -> yaml.SequenceNode:
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise CatalogueError(NOT_OURS)
    return node


def _start(item: yaml.Node, content: bytes) -> int:
    """How many lines come before an item, without the comments right above it."""
    return _back_over(content, item.start_mark.line, _is_comment)


def _end(node: yaml.Node, content: bytes) -> int:
    """How many lines there are up to the end of the node, without what stands between it and the next."""
    return _back_over(content, node.end_mark.line, lambda line: not line or _is_comment(line))


def _back_over(content: bytes, line: int, passed: Callable[[bytes], bool]) -> int:
    lines = content.splitlines()
    while line and passed(lines[line - 1].strip()):
        line -= 1
    return line


def _is_comment(line: bytes) -> bool:
    return line.startswith(b"#")
