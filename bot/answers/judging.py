"""What a game may take for the name of a film, a song or a performer, and how near a typed answer comes to it."""

from __future__ import annotations

from bot.knowledge.model import Film, Song
from bot.language.judging import Closeness
from bot.language.names import NameKind
from bot.language.naming import film_names, song_names
from bot.language.peoples_names import people_of

__all__ = ["Closeness", "NameKind", "names_of_film", "names_of_performer", "names_of_song"]


def names_of_film(film: Film) -> tuple[str, ...]:
    """What a film is called, its title first; also with its year."""
    return tuple(dict.fromkeys((*film_names(film), film.label)))


def names_of_song(song: Song) -> tuple[str, ...]:
    """What a song is called, its title first."""
    return tuple(dict.fromkeys(song_names(song)))


def names_of_performer(song: Song) -> tuple[str, ...]:
    """Who is heard in a song, as credited first; each of several by themselves, since either is no wrong answer."""
    heard = Song(title=song.title, artist=song.artist, vocals=song.vocals)
    credited = (song.credited_as,) if song.credited_as else ()
    return tuple(dict.fromkeys((song.artist, *credited, *people_of(heard))))
