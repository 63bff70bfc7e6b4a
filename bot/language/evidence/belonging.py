"""What belongs to a montage: the names that may stand for it or for a part of it, and the words they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.model import Montage, RankedList
from bot.knowledge.remembering import remembered
from bot.language.fold import name_key, words
from bot.language.naming import people_of, song_key, title_key
from bot.language.numbers import ordinals_of
from bot.language.question import Question
from bot.language.stems import EMPTY_WORDS


def targets_of(montage: Montage) -> Iterator[str]:
    """What names mean that mean this montage: its own id, its film's, songs, people and characters."""
    film = montage.film
    yield from (montage.id, film.id, *film.directors)
    if film.franchise:
        yield film.franchise
    for song in montage.songs:
        yield from (song_key(song), *people_of(song))
    for character in montage.entry.characters:
        yield from (character, *character.split(" / "))


def mistaken_targets(montage: Montage) -> Iterator[str]:
    """What names mean that stand for songs and people wrongly thought to be in this montage."""
    for confusion in montage.entry.confusions:
        if confusion.wrong_song:
            yield title_key(confusion.wrong_song)
        if confusion.wrong_artist:
            yield confusion.wrong_artist


def targets_in(question: Question) -> frozenset[str]:
    """What names mean that a question itself has a use for."""
    chosen, claim = question.chosen, question.claim
    found = {
        *question.films,
        *question.excluded,
        *question.characters,
        *question.songs,
        *question.people,
        *question.montages,
    }
    found.update(each for each in (question.list_id, chosen.artist, chosen.director, chosen.franchise) if each)
    if claim:
        found.update((*claim.songs, *claim.people, *claim.films, *claim.characters))
    return frozenset(found)


def name_words(montage: Montage) -> frozenset[str]:
    """The words of everything that has a name in a montage, but for empty ones."""
    film, entry = montage.film, montage.entry
    music = (text for song in montage.songs for text in (song.title, *song.names, *people_of(song)))
    own = (film.title, *film.directors, *film.names, *entry.characters, entry.setting or "", *entry.names)
    return _telling_words(*own, *music)


def counting_words(montage: Montage) -> frozenset[str]:
    """How a sequel is counted: "the fourth Rocky" is no fourth place."""
    numbers = (int(key) for key in name_key(montage.film.title) if key.isdigit())
    return frozenset[str]().union(*map(ordinals_of, numbers))


def title_words(ranked: RankedList) -> frozenset[str]:
    """The words by which a published list is called: its title, who published and who wrote it."""
    return _telling_words(ranked.title, ranked.publisher or "", ranked.author or "")


def _telling_words(*texts: str) -> frozenset[str]:
    return frozenset[str]().union(*map(telling_words, texts))


@remembered
def telling_words(text: str) -> frozenset[str]:
    """The words of a text of the catalogue, but for empty ones."""
    return frozenset(word.folded for word in words(text) if word.folded not in EMPTY_WORDS)
