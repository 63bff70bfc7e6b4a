"""The one typo policy: how many slips a name or word may have."""

from __future__ import annotations


def typo_budget(length: int) -> int:
    """Typos allowed in a name of so many letters: none under 5, like search engines (Algolia, Meilisearch)."""
    if length < 5:
        return 0
    if length <= 8:
        return 1
    return 2 if length <= 16 else 3
