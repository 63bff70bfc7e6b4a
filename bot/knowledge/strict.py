"""The strict reading of all files: every fault of every file at once, or the entries without any."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import msgspec

from bot.knowledge.agreement import compare
from bot.knowledge.documents import Document, read
from bot.knowledge.entries import Entries
from bot.knowledge.faults import Fault
from bot.knowledge.folder import Folder
from bot.knowledge.links import check_links
from bot.knowledge.model import MontageFile, RankedList
from bot.knowledge.shape import plain_value

#: A file while it is checked, and the plain values of what stands in it.
Read: TypeAlias = tuple[Document, object]


def entries_of(folder: Folder, *, links: bool = False) -> tuple[Entries | None, tuple[Fault, ...]]:
    """The entries of the folder, or None and the faults, sorted by file and line; `links`: also those of addresses."""
    films, lists = documents_of(folder)
    documents = [document for document, _ in (*films, *lists)]
    compare([document for document, _ in films], [document for document, _ in lists], whole=not folder.faults)
    if links:
        check_links(documents)
    faults = sorted((*folder.faults, *(fault for document in documents for fault in document.faults)))
    if faults:
        return None, tuple(faults)
    files = [msgspec.convert(value, MontageFile) for _, value in films]
    ranked = tuple(msgspec.convert(value, RankedList) for _, value in lists)
    return Entries(films=tuple(film for file in files for film in file.films), lists=ranked), ()


def documents_of(folder: Folder) -> tuple[list[Read], list[Read]]:
    """The files of montages and those of lists, each looked at by itself, with what its text says."""
    film_type, list_type = msgspec.inspect.multi_type_info([MontageFile, RankedList])
    films = [_checked(path, content, film_type) for path, content in folder.montages]
    return films, [_checked(path, content, list_type) for path, content in folder.lists]


def _checked(path: Path, content: bytes, wanted: msgspec.inspect.Type) -> Read:
    document = Document(path)
    node = read(document, content)
    value = None if node is None else plain_value(document, node, wanted)
    return document, value
