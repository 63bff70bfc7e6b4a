"""The films on the sides of a comparison: those named, and those whose names are too short to be found elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.model import Film
from bot.language.candidates import Finder
from bot.language.fold import name_key
from bot.language.names import NameKind
from bot.language.reading import Reading
from bot.language.versions import Named

#: What stands between the sides of a comparison.
SIDES = frozenset({"and", "or", "vs", "versus", "v", "with", "to", "than", "next", "against", "n", "as"})


class Sides:
    """Finds the films that are compared."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._catalogue = finder.catalogue

    def films(self, reading: Reading, named: Named) -> tuple[Film, ...]:
        """The films named and, where that is one, the film on the other side, in the order of the message."""
        if len(named.films) != 1:
            return named.films
        film = named.films[0]
        for at, word in enumerate(reading.words):
            if word.folded in SIDES and at not in reading.named_positions:
                before, behind = reading.words[:at][-1:], reading.words[at + 1 :][:1]
                if behind and (other := self._called(behind[0].key, film)):
                    return film, other
                if before and (other := self._called(before[0].key, film)):
                    return other, film
        seen = [each for each in self._of_characters(reading) if each != film]
        return (film, seen[0]) if seen else (film,)

    def _called(self, word: str, beside: Film) -> Film | None:
        """The film of one word's title, or by its number in the series: "creed 1 vs 2", "happy death day vs 2u"."""
        title = name_key(beside.title)
        bare = title[:-1] if title[-1].isdigit() else title
        series = self._catalogue.series(beside.franchise)
        numbered = {(*bare, word), *([bare] if word == "1" else [])}
        found = [each for each in series if name_key(each.title) in numbered] or self._finder.titled(word)
        return next((each for each in found if each != beside), None)

    def _of_characters(self, reading: Reading) -> Iterator[Film]:
        """The films of those who are named: "the one against Drago"."""
        for meaning in reading.named(NameKind.CHARACTER):
            yield from (montage.film for montage in self._catalogue.showing(meaning.target))
