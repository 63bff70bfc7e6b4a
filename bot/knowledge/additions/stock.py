"""What is here already when somebody adds a montage: the files as they were read, without a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.documents import Document
from bot.knowledge.folder import MONTAGES, SUFFIX, Folder, read_folder
from bot.knowledge.loading import load
from bot.knowledge.model import Film
from bot.knowledge.strict import Read, documents_of

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Stock:
    """A data folder at one moment, as bytes, as texts with their lines, and as a catalogue."""

    directory: Path
    folder: Folder
    catalogue: Catalogue

    @property
    def fingerprint(self) -> str:
        return self.folder.fingerprint

    @cached_property
    def films(self) -> tuple[Document, ...]:
        return tuple(document for document, _ in self._read[0])

    @cached_property
    def lists(self) -> tuple[Document, ...]:
        return tuple(document for document, _ in self._read[1])

    @cached_property
    def _read(self) -> tuple[list[Read], list[Read]]:
        return documents_of(self.folder)

    def file_of(self, year: str) -> Document:
        """The file for the films of a year's decade, empty where there is none yet; any as long as no year is known."""
        if not _YEAR.fullmatch(year):
            return self.films[-1]
        path = self.directory / MONTAGES / f"{year[:3]}0s{SUFFIX}"
        return next((each for each in self.films if each.file == path), Document(path))

    def home_of(self, film: Film) -> tuple[Document, int]:
        """The file in which a film stands, and its place among the films there."""
        return next(
            (document, int(where[1]))
            for document in self.films
            for where, imdb_id in document.texts("films", "*", "imdb_id")
            if imdb_id.text == film.imdb_id
        )

    def content_of(self, document: Document) -> bytes:
        """What the file held; empty where there is none yet."""
        return next((content for path, content in self.folder.montages if path == document.file), b"")


def stock_of(directory: Path) -> Stock:
    """What is in the folder now. Raises CatalogueError when that has any fault."""
    catalogue, folder = load(directory), read_folder(directory)
    if catalogue.fingerprint != folder.fingerprint:  # somebody writes there just now
        return stock_of(directory)
    return Stock(directory, folder, catalogue)
