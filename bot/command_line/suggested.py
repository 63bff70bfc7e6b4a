"""`montage-bot export --suggestions`: what servers have approved, as YAML for the files of the data folder."""

from __future__ import annotations

import asyncio
from itertools import groupby
from pathlib import Path

from msgspec.structs import asdict

from bot.community.store.store import Store
from bot.community.suggestions import Suggestion
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import load
from bot.knowledge.model import FilmEntry
from bot.knowledge.proposals import Proposal, together, yaml_of

__all__ = ["suggested"]

NONE = "# No server has approved a suggestion yet.\n"
NEW = "# For data/montages/{decade}0s.yaml, below “films”:\n"
KNOWN = "# For data/montages/{decade}0s.yaml, where {film} is already: add to its montages.\n"


def suggested(directory: Path, database: str | None) -> tuple[str, tuple[str, ...]]:
    """The text, and what the rules of the data files have against some of it; that is left out. Raises StoreError."""
    catalogue = load(directory)
    approved = asyncio.run(_approved(database))
    films, faults = together((Proposal(**asdict(each.facts)) for each in approved), catalogue)
    return _text(films, catalogue) or NONE, faults


async def _approved(database: str | None) -> list[Suggestion]:
    async with Store.configured(database) as store:
        return await store.suggestions.all_approved()


def _text(films: tuple[FilmEntry, ...], catalogue: Catalogue) -> str:
    """A document for each file of new films, and one for each film that stands there already."""
    known = {film.imdb_id for film in catalogue.films}
    ordered = sorted(films, key=lambda film: (film.year // 10, film.imdb_id in known, film.year, film.title))
    parts: list[str] = []
    for (decade, there), group in groupby(ordered, key=lambda film: (film.year // 10, film.imdb_id in known)):
        if there:
            parts += (f"{KNOWN.format(decade=decade, film=film.title)}{yaml_of((film,))}" for film in group)
        else:
            parts.append(f"{NEW.format(decade=decade)}{yaml_of(tuple(group))}")
    return "---\n".join(parts)
