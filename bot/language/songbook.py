"""Where songs are heard: the montages of each song of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.knowledge.catalogue import Catalogue, by_key
from bot.knowledge.model import Montage
from bot.language.naming import song_key


class Songbook:
    """Montages by song, looked up by key however many there are."""

    def __init__(self, catalogue: Catalogue) -> None:
        songs = ((song_key(song), montage) for montage in catalogue.montages for song in montage.songs)
        self._montages: Mapping[str, tuple[Montage, ...]] = by_key(songs)

    def has(self, key: str) -> bool:
        """Whether a song has that key."""
        return key in self._montages

    def with_any(self, keys: Iterable[str]) -> list[Montage]:
        """Every montage with one of the songs, each once, by year."""
        return in_order(montage for key in keys for montage in self._montages.get(key, ()))


def in_order(montages: Iterable[Montage]) -> list[Montage]:
    """Each montage once, in the order of the films' years."""
    return sorted({montage.id: montage for montage in montages}.values(), key=lambda montage: montage.film.year)
