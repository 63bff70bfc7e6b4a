"""From the data folder to the Catalogue: compiled when nothing changed, else read strictly and compiled anew."""

from __future__ import annotations

from pathlib import Path

from bot.errors import CatalogueError
from bot.knowledge import compiled
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.faults import Fault
from bot.knowledge.folder import default_directory, read_folder

__all__ = ["check", "default_directory", "load"]


def load(directory: Path) -> Catalogue:
    """The catalogue of the folder; raises CatalogueError, whose message has one fault a line, when it has any."""
    folder = read_folder(directory)
    fingerprint = folder.fingerprint
    if not folder.faults and (known := compiled.read(fingerprint)) is not None:
        return known.catalogue(fingerprint)
    from bot.knowledge.strict import entries_of  # PyYAML costs a fifth of a start; the compiled form needs none of it

    entries, faults = entries_of(folder)
    if entries is None:
        raise CatalogueError("\n".join(str(fault) for fault in faults))
    compiled.write(fingerprint, entries)
    return entries.catalogue(fingerprint)


def check(directory: Path, *, links: bool = False) -> tuple[Fault, ...]:
    """Every fault of every file, by file and line; empty when all is well. Always reads the YAML itself.

    With `links` also every address that is malformed or stands twice; nothing is asked of the network.
    """
    from bot.knowledge.strict import entries_of  # for the same reason as above

    return entries_of(read_folder(directory), links=links)[1]
