"""Whether two names are one person's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from bot.language.fold import ARTICLES, name_key
from bot.language.typos import typo_budget


def is_among(person: str, others: Iterable[str]) -> bool:
    """Whether a person is one of some people, also by a part of the name, or spelt another way."""
    wanted = _key(person)
    return any(_is_same(wanted, _key(other)) for other in others)


def _key(name: str) -> tuple[str, ...]:
    key = name_key(name)
    return tuple(word for word in key if word not in ARTICLES) or key


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return all(any(is_spelt_like(word, each) for each in longer) for word in shorter)


def is_spelt_like(word: str, other: str) -> bool:
    """Whether a word is another within the typos allowed a name of its length: "Rachmaninow", "Rachmaninoff"."""
    budget = typo_budget(min(len(word), len(other)))
    if word == other or not budget:
        return word == other
    return word[0] == other[0] and OSA.distance(word, other, score_cutoff=budget) <= budget
