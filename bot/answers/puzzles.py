"""Montages as puzzles: a ladder of clues, in none of which the name stands that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.answers.phrases import spoken
from bot.knowledge.catalogue import Catalogue, characters_of
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, Film, Montage, Song
from bot.language.hiding import SOMEONE, Secret, hidden, name_secrets, word_secrets
from bot.language.lexicon import Lexicon
from bot.language.naming import film_names, song_names
from bot.language.peoples_names import other_names_of, people_of

__all__ = ["Clue", "Puzzle", "Puzzles"]


class Clue(Struct, frozen=True):
    """A rung of the ladder: what it tells of, and what it tells."""

    name: str
    text: str


class Puzzle(Struct, frozen=True):
    """A montage whose film is asked for; the clues from the least to the most telling."""

    montage_id: str
    film: str  # "Rocky (1976)"
    clues: tuple[Clue, ...]


class Puzzles:
    """What can be asked of a catalogue."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon

    def ids(self) -> tuple[str, ...]:
        """The montages that make a puzzle: a page confirms them, and there is a clue for each rung."""
        return tuple(montage.id for montage in self._catalogue.montages if _is_puzzle(montage))

    def of(self, montage_id: str) -> Puzzle:
        """The puzzle of a montage. Raises LookupError where there is none such."""
        montage = self._catalogue.montage(montage_id)
        if montage is None:
            raise LookupError(montage_id)
        return Puzzle(montage.id, montage.film.label, tuple(self._clues(montage)))

    def _clues(self, montage: Montage) -> Iterator[Clue]:
        entry = montage.entry
        film = [*self._film_secrets(montage.film)]
        people = [*self._people_secrets(montage)]
        music = [*self._music_secrets(montage)]
        yield Clue("Decade and kind", _decade_and_kind(montage))
        yield Clue("Setting", hidden(entry.setting or "", [*film, *people, *music]))
        yield Clue("Characters", hidden(spoken(entry.characters), [*film, *music]))
        yield Clue("What happens", hidden(entry.description, [*film, *people, *music]))
        yield Clue("Song", hidden(spoken([_song(song) for song in montage.songs]), film))

    def _film_secrets(self, film: Film) -> Iterator[Secret]:
        """What the film and its series are called, in any language, whole or by a word that is not everybody's."""
        related = self._catalogue.series(film.franchise)
        names = [*film_names(film), *(name for each in related for name in film_names(each)), film.franchise or ""]
        yield from name_secrets(names, self._lexicon)
        yield from word_secrets(names, self._lexicon)

    def _people_secrets(self, montage: Montage) -> Iterator[Secret]:
        """Whoever is seen in the film's montages or in those of its series."""
        related = (*self._catalogue.montages_of(montage.film), *self._catalogue.of_series(montage.film.franchise or ""))
        names = [name for each in related for name in characters_of(each)]
        yield from name_secrets(names, self._lexicon, SOMEONE)
        yield from word_secrets(names, self._lexicon, SOMEONE)

    def _music_secrets(self, montage: Montage) -> Iterator[Secret]:
        """The songs, and whoever made songs and film."""
        yield from name_secrets((name for song in montage.songs for name in song_names(song)), self._lexicon)
        makers = [*montage.film.directors, *(name for song in montage.songs for name in _makers(song))]
        yield from name_secrets(makers, self._lexicon)


def _is_puzzle(montage: Montage) -> bool:
    entry = montage.entry
    told = entry.setting and entry.characters and entry.songs
    return bool(told) and entry.confidence is Confidence.HIGH


def _decade_and_kind(montage: Montage) -> str:
    """Neither "montage" nor "scene": there are songs that are called so."""
    kind, film = montage.entry.kind, f"a film of the {montage.film.year // 10 * 10}s"
    return film.capitalize() if kind is Kind.OTHER else f"{kind.label.capitalize()}, in {film}"


def _song(song: Song) -> str:
    return f"“{song.title}” by {song.artist}"


def _makers(song: Song) -> Sequence[str]:
    return [*people_of(song), *(name for name, _ in other_names_of(song))]
