"""What the catalogue holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Record


class Statistics(Record, frozen=True, kw_only=True):
    """Counts of montages by decade (in order of time), kind and confidence (most frequent first), and totals.

    A montage counts as its kind and as each of its tags.
    """

    montages: int
    films: int
    songs: int
    lists: int
    ordered_lists: int
    strict: int
    by_decade: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_confidence: Mapping[str, int]
    without_source: tuple[str, ...]


def statistics(catalogue: Catalogue) -> Statistics:
    """`songs` counts each title and performer once; `without_source` are montage ids."""
    montages = catalogue.montages
    return Statistics(
        montages=len(montages),
        films=len(catalogue.films),
        songs=len({(song.title, song.artist) for montage in montages for song in montage.songs}),
        lists=len(catalogue.lists),
        ordered_lists=sum(each.ordered for each in catalogue.lists),
        strict=sum(montage.entry.strict for montage in montages),
        by_decade=dict(sorted(Counter(f"{montage.film.year // 10}0s" for montage in montages).items())),
        by_kind=_counted(kind.value for montage in montages for kind in montage.entry.kinds),
        by_confidence=_counted(montage.entry.confidence.value for montage in montages),
        without_source=tuple(montage.id for montage in montages if not montage.entry.sources),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common())
