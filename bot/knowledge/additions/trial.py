"""Whether answers keep the rules: they are looked at among all that is here, by the very checks of the files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias, cast

import msgspec
import msgspec.inspect as types
import yaml

from bot.knowledge.additions.draft import FILM, MONTAGE, Draft
from bot.knowledge.additions.questions import type_at
from bot.knowledge.additions.stock import Stock
from bot.knowledge.agreement import compare
from bot.knowledge.documents import Document, Where, tag_of
from bot.knowledge.faults import Fault
from bot.knowledge.links import check_links
from bot.knowledge.model import FilmEntry, MontageEntry
from bot.knowledge.shape import plain_value

#: Values by the keys and places that lead to them.
Nested: TypeAlias = dict[str | int, Any]


@dataclass(frozen=True)
class Home:
    """The file an entry belongs into, and where its film and its montage would stand there."""

    document: Document
    film: int
    montage: int

    def place(self, where: Where) -> Where:
        """A place of the entry as a place of the file."""
        if where[: len(MONTAGE)] == MONTAGE:
            return ("films", self.film, "montages", self.montage, *where[len(MONTAGE) :])
        return ("films", self.film, *where)


def home_of(stock: Stock, draft: Draft) -> Home:
    film = stock.catalogue.film(draft.film_id) if draft.film_id else None
    if film is None:
        document = stock.file_of(draft.text("year"))
        return Home(document, len(document.texts("films", "*", "title")), 0)
    document, place = stock.home_of(film)
    return Home(document, place, len(stock.catalogue.montages_of(film)))


def problems(stock: Stock, draft: Draft) -> list[str]:
    """Every rule that is broken when the answers are added to what is here, as the check says it."""
    home = home_of(stock, draft)
    lists = [document.copy() for document in stock.lists]
    others = [document.copy() for document in stock.films if not draft.film_id or document is not home.document]
    # Comes last, so that what was here first is never said to be wrong; for the same reason a new film stands alone.
    addressed = home.document.copy() if draft.film_id else Document(home.document.file)
    for line, (where, text) in enumerate(_given(draft)):
        _read(addressed, text, where, home.place(where), -line)
    documents = [*others, addressed]
    compare(documents, lists, whole=True)
    faults = [fault for document in (*documents, *lists) for fault in document.faults]
    return [_without_lines(fault.sentence) for fault in (*faults, *_of_links([*others, *lists], addressed))]


def first_broken(stock: Stock, draft: Draft) -> tuple[int, list[str]] | None:
    """The first step that breaks a rule together with those before it, and the sentences; None when none does."""
    for step in range(len(draft.steps) if problems(stock, draft) else 0):
        if broken := problems(stock, Draft(draft.steps[: step + 1])):
            return step, broken
    return None


def _of_links(documents: Sequence[Document], addressed: Document) -> list[Fault]:
    """The faults of the addresses that were answered; those the files have are no business of whoever adds."""
    bare = replace(addressed, faults=[])
    check_links([*(replace(document, faults=[]) for document in documents), bare])
    return [fault for fault in bare.faults if fault.line <= 0]


def _without_lines(sentence: str) -> str:
    """The sentence without the lines that answers do not have yet."""
    return re.sub(r"(?:on )?line (?:0|-\d+)\b", "above", re.sub(r"\S+\.yaml:(?:0|-\d+)\b", "this entry", sentence))


def entry_of(draft: Draft) -> FilmEntry | MontageEntry:
    """The whole entry: of the film, or of the montage alone where the film is here already."""
    values = Document(Path())
    root: Nested = {}
    for where, text in _given(draft):
        _hang(root, where, _read(values, text, where, where))
    entry = _with_lists(root)
    if draft.film_id is None:
        return msgspec.convert(entry, FilmEntry)
    return msgspec.convert(entry["montages"][0], MontageEntry)


def _given(draft: Draft) -> list[tuple[Where, str]]:
    return [(where, text) for where, text in draft.answers.items() if text is not None and where != FILM]


def _read(document: Document, text: str, where: Where, place: Where, line: int = 0) -> object:
    """The value of an answer, which the document gets at that place, with the faults it has by itself."""
    wanted = type_at(where)
    mark = yaml.Mark("", 0, line - 1, 0, None, 0)
    node = yaml.ScalarNode(f"tag:yaml.org,2002:{tag_of(text) if _is_no_text(wanted) else 'str'}", text, mark, mark)
    return plain_value(document, node, wanted, place)


def _is_no_text(wanted: types.Type) -> bool:
    """Whether YAML decides what the answer is; where text is wanted, it is text whatever it looks like."""
    if isinstance(wanted, types.UnionType):
        return any(_is_no_text(each) for each in wanted.types)
    return isinstance(wanted.type if isinstance(wanted, types.Metadata) else wanted, types.IntType | types.BoolType)


def _hang(root: Nested, where: Where, value: object) -> None:
    for part in where[:-1]:
        root = root.setdefault(part, {})
    root[where[-1]] = value


def _with_lists(value: object) -> Any:
    """The same with a list wherever the keys are places."""
    if not isinstance(value, dict):
        return value
    within = {key: _with_lists(each) for key, each in cast("Nested", value).items()}
    return [*within.values()] if all(isinstance(key, int) for key in within) else within
