"""Titles that are a film's and a song's, where another film is named as well: "Deadpool 2 kills people to 9 to 5"."""

from __future__ import annotations

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.language.mentions import Mention
from bot.language.names import NameKind
from bot.language.naming import song_key
from bot.language.reading import Reading
from bot.language.versions import Named

#: What makes a title the film's.
_FILMS = (NameKind.FILM, NameKind.FRANCHISE, NameKind.ABSENT)
_IN = frozenset({"in", "from"})


def as_songs(reading: Reading, named: Named, catalogue: Catalogue) -> tuple[Reading, Named]:
    """The message with such titles as the song's, where the other film has it, or "in" stands before that film only."""
    songs = [each for each in reading.mentions_of(NameKind.FILM) if each.of(NameKind.SONG)]
    meant = [each for each in songs if _is_song(each, reading, named, catalogue)]
    if not meant:
        return reading, named
    mentions = (_as_song(each) if each in meant else each for each in reading.mentions)
    gone = {meaning.target for each in meant for meaning in each.of(NameKind.FILM)}
    films = tuple(film for film in named.films if film.id not in gone)
    return replace(reading, mentions=tuple(mentions)), replace(named, films=films)


def _is_song(mention: Mention, reading: Reading, named: Named, catalogue: Catalogue) -> bool:
    own = {meaning.target for meaning in mention.of(NameKind.FILM)}
    others = [film for film in named.films if film.id not in own]
    montages = (montage for film in others for montage in catalogue.montages_of(film))
    heard = {song_key(song) for montage in montages for song in montage.songs}
    if any(meaning.target in heard for meaning in mention.of(NameKind.SONG)):
        return True
    ids = {film.id for film in others}
    there = [each for each in reading.mentions if any(meaning.target in ids for meaning in each.of(NameKind.FILM))]
    return any(_is_in(each, reading) for each in there) and not _is_in(mention, reading)


def _as_song(mention: Mention) -> Mention:
    left = tuple(each for each in mention.meanings if each.kind not in _FILMS)
    return Mention(left, mention.start, mention.end, mention.typos, mention.text)


def _is_in(mention: Mention, reading: Reading) -> bool:
    before = reading.words[max(0, mention.start - 2) : mention.start]
    return any(word.folded in _IN for word in before)
