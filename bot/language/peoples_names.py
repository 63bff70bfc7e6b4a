"""What people are called: performers, composers, directors, characters, by their whole name or one word of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage, Song, credits_of
from bot.language.fold import name_key
from bot.language.lexicon import Lexicon
from bot.language.names import Meaning, NameKind
from bot.language.typos import SHORTEST

#: The shortest word of a character's name by which they are known.
SHORTEST_FIRST_NAME = 4
#: More words than this are the name of several people, or of a band.
MOST_WORDS_OF_A_PERSON = 3
_JOINED_PEOPLE = expression(r"\s*(?:,|&| and | with | featuring | feat\.? |;|/)\s*")


def people_of(song: Song) -> Iterator[str]:
    """Everybody heard in or credited with a song, each alone and as credited together."""
    for credit in credits_of(song):
        yield credit
        yield from (part for part in _JOINED_PEOPLE.split(credit) if " " in part and not part[0].islower())


def other_names_of(song: Song) -> Iterator[tuple[str, str]]:
    """What else those credited are called, with the credit: a stage name, a pair by their surnames ("Hall & Oates")."""
    if song.credited_as:
        yield song.credited_as, song.artist
    for credit in credits_of(song):
        both = [part.split() for part in _JOINED_PEOPLE.split(credit)]
        if len(both) == len(("Hall", "Oates")) and all(1 < len(each) <= MOST_WORDS_OF_A_PERSON for each in both):
            yield " and ".join(each[-1] for each in both), credit


def surnames(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """People by a surname that is nobody else's: "Tarantino". One that is also a word must be in no other name."""
    heard = _montages_of_people(catalogue)
    sharers = _sharers(catalogue, heard)
    bearers: dict[str, list[Meaning]] = defaultdict(list)
    for meaning in heard:
        tokens = name_key(meaning.target)
        if 1 < len(tokens) <= MOST_WORDS_OF_A_PERSON and len(tokens[-1]) >= SHORTEST:
            bearers[tokens[-1]].append(meaning)
    for surname, meanings in bearers.items():
        alone = sharers[surname] <= {meanings[0].target} and not meanings[0].target.startswith("The ")
        if not lexicon.is_ordinary(surname) or (alone and not lexicon.is_common(surname)):
            yield from ((surname, meaning) for meaning in _the_one(meanings, heard))


def _sharers(catalogue: Catalogue, people: Iterable[Meaning]) -> Mapping[str, set[str]]:
    """For each word of a name, who has it."""
    sharers: dict[str, set[str]] = defaultdict(set)
    characters = (character for montage in catalogue.montages for character in montage.entry.characters)
    for name in (*(meaning.target for meaning in people), *characters):
        if not _JOINED_PEOPLE.search(name):
            for token in name_key(name):
                sharers[token].add(name)
    return sharers


def _montages_of_people(catalogue: Catalogue) -> Mapping[Meaning, set[str]]:
    heard: dict[Meaning, set[str]] = defaultdict(set)
    for montage in catalogue.montages:
        for meaning in _people_in(montage):
            heard[meaning].add(montage.id)
    return heard


def _people_in(montage: Montage) -> Iterator[Meaning]:
    yield from (Meaning(NameKind.DIRECTOR, each, each) for each in montage.film.directors)
    for song in montage.songs:
        yield from (Meaning(NameKind.ARTIST, person, person) for person in people_of(song))


def _the_one(meanings: list[Meaning], heard: Mapping[Meaning, set[str]]) -> list[Meaning]:
    """Whoever bears a surname alone, or whose montages are all those of its other bearers too: "Morricone"."""
    if len({meaning.target for meaning in meanings}) == 1:
        return meanings
    every = set[str]().union(*(heard[meaning] for meaning in meanings))
    return [meaning for meaning in meanings if heard[meaning] == every][:1]


def first_names(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Characters by one word of their name that is nobody else's and no ordinary word: "Eggsy", "Baymax", "Dux"."""
    bearers: dict[str, dict[str, Meaning]] = defaultdict(dict)
    for montage in catalogue.montages:
        for character in montage.entry.characters:
            for token in name_key(character):
                bearers[token].setdefault(montage.film.id, Meaning(NameKind.CHARACTER, character, character))
    for token, films in bearers.items():
        one = len(films) == 1 or len(set(films.values())) == 1  # "Woody" is the same in each of his films
        if one and len(token) >= SHORTEST_FIRST_NAME and not lexicon.is_ordinary(token):
            yield token, next(iter(films.values()))
