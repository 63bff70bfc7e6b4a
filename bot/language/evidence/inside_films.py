"""A film's title that means something else here: a song or a character of the film that it is said to be in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue, characters_of
from bot.knowledge.model import Montage
from bot.language.fold import ARTICLES, name_key
from bot.language.mentions import Mention
from bot.language.names import Meaning, NameKind
from bot.language.naming import song_key
from bot.language.reading import Reading

_IN = frozenset({"in", "from", "of"})
_HAS = frozenset("have has feature features use uses play plays called titled named".split())


def without_titles_inside(reading: Reading, catalogue: Catalogue) -> Reading:
    """The message with names of songs and characters as such: "is Footloose in Footloose", "Shrek in Shrek 2"."""
    films = reading.mentions_of(NameKind.FILM)
    if len(films) <= 1:
        return reading
    return replace(reading, mentions=tuple(_as_inside(reading, each, films, catalogue) for each in reading.mentions))


def _as_inside(reading: Reading, mention: Mention, films: tuple[Mention, ...], catalogue: Catalogue) -> Mention:
    """What a title means in the film that is said to hold it; unchanged when it is nothing in it."""
    if mention not in films:
        return mention
    holders = (each for each in films if each != mention and _is_said_to_hold(reading, each, mention))
    meanings = tuple(dict.fromkeys(each for holder in holders for each in _inside(holder, mention, catalogue)))
    return replace(mention, meanings=meanings) if meanings else mention


def _is_said_to_hold(reading: Reading, film: Mention, thing: Mention) -> bool:
    """Whether it is said that something is in a film: "X in the film", "does the film have X"."""
    if film.start < thing.start:
        return not _HAS.isdisjoint(reading.texts_at[thing.start - 1])
    before = film.start - 1
    if not ARTICLES.isdisjoint(reading.texts_at[before]):
        before -= 1
    return before >= thing.end and not _IN.isdisjoint(reading.texts_at[before])


def _inside(holder: Mention, thing: Mention, catalogue: Catalogue) -> Iterator[Meaning]:
    """The songs and characters of a film that have the name of the thing; one name of a character is enough."""
    films = (catalogue.film(meaning.target) for meaning in holder.of(NameKind.FILM))
    for montage in (each for film in films if film for each in catalogue.montages_of(film)):
        yield from _songs(montage, thing)
        words = set(thing.text.split())
        for name in characters_of(montage):
            if words <= set(name_key(name)):
                yield Meaning(NameKind.CHARACTER, name, name)


def _songs(montage: Montage, thing: Mention) -> Iterator[Meaning]:
    keys = {song_key(song) for song in montage.songs}
    yield from (meaning for meaning in thing.of(NameKind.SONG) if meaning.target in keys)
