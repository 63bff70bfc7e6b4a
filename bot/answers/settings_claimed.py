"""Where a claim says that a montage is set, beside where it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from bot.answers.findings import Finding
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.fold import fold
from bot.language.lexicon import regions

#: A name in the settings of so many films is a town, not a school or a base that may lie in the town claimed.
TOWN_IN = 2
#: One in the settings of so many is a city of its own, which lies in no other.
CITY_IN = 3
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")


class SettingsClaimed:
    """Judges where something is said to be set: no only where two towns are known to be apart."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def warm(self) -> None:
        """Makes now what the first claim of a place would have to wait for."""
        _ = self._films, self._holding

    def finding(self, claimed: str, montage: Montage) -> Finding:
        """Whether a montage is set where it is said to be."""
        setting = montage.entry.setting or ""
        own, said = fold(setting), fold(claimed)
        truth = f"in {montage.film.label} it is set in {setting}."
        if _holds(own, said) or _holds(said, own):
            return Finding(True, truth)
        known = [name for name in _names(setting) if self._is_town(name, own)]
        apart = known and said not in regions() and any(self._is_apart(said, name) for name in known)
        return Finding(False if apart else None, truth)

    def _is_town(self, name: str, setting: str) -> bool:
        _, _, behind = setting.partition(name)
        return self._films[name] >= TOWN_IN or behind.strip() in regions()

    def _is_apart(self, said: str, town: str) -> bool:
        """A city that others lie in is apart from another city only."""
        return town not in regions() and (said not in self._holding or self._films[town] >= CITY_IN)

    @cached_property
    def _films(self) -> Counter[str]:
        """In how many films' settings each name stands."""
        found = {(name, each.film.id) for each in self._catalogue.montages for name in _names(each.entry.setting or "")}
        return Counter(name for name, _ in found)

    @cached_property
    def _holding(self) -> frozenset[str]:
        """Names that stand behind another one: the place that one lies in."""
        return frozenset(_held(_parts(each.entry.setting or "") for each in self._catalogue.montages))


def _held(settings: Iterator[Sequence[str]]) -> Iterator[str]:
    for parts in settings:
        yield from (fold(each) for before, each in pairwise(parts) if _NAME.fullmatch(before))


def _parts(setting: str) -> Sequence[str]:
    return [part.strip() for part in setting.split(",")]


def _names(setting: str) -> list[str]:
    return [fold(name) for name in _NAME.findall(setting)]


def _holds(text: str, words: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "
