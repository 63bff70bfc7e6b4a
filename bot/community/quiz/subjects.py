"""What a quiz asks about, and the ear that it hears answers with. Plain values: this room knows no catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

__all__ = ["Ask", "Ear", "Named", "Subject", "Verdict"]


class Ask(StrEnum):
    """What a round asks for; the words are kept with rounds, so they stay."""

    FILM = "film"
    SONG = "song"
    PERFORMER = "performer"


class Verdict(StrEnum):
    """What an answer is; the words are kept with tries, so they stay."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"


class Ear(Struct, frozen=True):
    """How text is compared: by whoever knows languages."""

    fold: Callable[[str], str]
    judge: Callable[[Ask, str, Sequence[str]], Verdict]  # what is asked, what was said, the names of what is meant


class Named(Struct, frozen=True):
    """A film, song or performer: as it is shown, and whatever else it is called."""

    label: str
    names: tuple[str, ...]


class Subject(Struct, frozen=True):
    """A song in a montage: enough for every round about it."""

    montage: str
    film_id: str
    film: Named
    year: int
    series: str  # empty for none
    directors: str
    kinds: tuple[str, ...]
    song: Named
    performer: Named
    credited: tuple[str, ...]  # whoever performs, sings or composed it: no wrong answer to who performs it
    description: str
    is_score: bool = False
    is_only_song: bool = True  # of the montage

    @property
    def decade(self) -> int:
        return self.year // 10 * 10

    @property
    def film_label(self) -> str:
        return f"{self.film.label} ({self.year})"

    def named(self, ask: Ask) -> Named:
        """What is asked for."""
        match ask:
            case Ask.FILM:
                return self.film
            case Ask.SONG:
                return self.song
            case Ask.PERFORMER:
                return self.performer
