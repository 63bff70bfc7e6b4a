"""The one policy for slips: how many a name or word may have, and from what length on."""

from __future__ import annotations

#: The shortest word or name that may be misspelt, or that says by itself which name is meant.
SHORTEST = 5
#: A name of so many words is known though one of them is another, or a small one is amiss.
LONG_NAME = 3


def typo_budget(length: int) -> int:
    """Typos allowed in a name of so many letters: none under `SHORTEST`, like search engines (Algolia, Meilisearch)."""
    if length < SHORTEST:
        return 0
    if length <= 8:
        return 1
    return 2 if length <= 16 else 3
