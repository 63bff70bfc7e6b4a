"""What explains each word of a question, in the light of one reading of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.clauses import asked_for, asking_positions
from bot.language.fold import words
from bot.language.lexicon import asking_words
from bot.language.mentions import Mention
from bot.language.naming import people_of, song_key
from bot.language.numbers import is_number
from bot.language.question import Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.stems import EMPTY_WORDS, stem

#: The montages of a reading that may explain a word: the likeliest ones.
MOST_EXPLAINING = 4


class Role(StrEnum):
    """What a word is in a reading."""

    NAME = "name"
    FORM = "form"  # a word by which such questions are asked
    SCENE = "scene"  # said of the montage answered with
    NUMBER = "number"
    FILLER = "filler"
    ASIDE = "aside"  # explained by nothing, but outside the clause that asks
    OTHER_NAME = "other name"  # a name that the reading has no use for
    NOTHING = "unexplained"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every word of a question with what a reading makes of it."""

    roles: tuple[Role, ...]
    senses: frozenset[str]  # what the words that ask are about: "song", "film"
    around: frozenset[str]  # the same of the words in any clause
    asked: str  # what the question word asks for: "which song", "who", "yes or no"; nothing when there is none
    told: float  # the part of the telling words outside of names that the montage explains, each by its rarity: 0 to 1

    def positions(self, *roles: Role) -> tuple[int, ...]:
        """Where the words with one of these roles stand."""
        return tuple(at for at, role in enumerate(self.roles) if role in roles)


#: What may describe a scene.
_TELLING = frozenset({Role.SCENE, Role.ASIDE, Role.NOTHING, Role.OTHER_NAME})


class Witness:
    """Explains the words of questions about one catalogue."""

    def __init__(self, catalogue: Catalogue, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._scenes = scenes

    def evidence(self, reading: Reading, question: Question) -> Evidence:
        """What each word is when the text is read as this question."""
        ids = question.montages[:MOST_EXPLAINING]
        montages = [montage for each in ids if (montage := self._catalogue.montage(each))]
        roles = self._roles_of_words(reading, montages)
        named = _targets(question, montages)
        for mention in reading.mentions:
            used = _is_used(mention, named)
            for at in range(mention.start, mention.end):
                if used:
                    roles[at] = Role.NAME
                elif roles[at] is Role.NOTHING:
                    roles[at] = Role.OTHER_NAME
        for at in _said_of(question.about, reading):
            roles[at] = Role.NAME
        asking = asking_positions(reading)
        roles = [Role.ASIDE if role is Role.NOTHING and at not in asking else role for at, role in enumerate(roles)]
        everywhere = frozenset(range(len(roles)))
        return Evidence(
            tuple(roles),
            _senses(reading, roles, asking),
            _senses(reading, roles, everywhere),
            asked_for(reading, sorted(asking)),
            self._told(reading, roles, montages),
        )

    def _told(self, reading: Reading, roles: Sequence[Role], montages: Sequence[Montage]) -> float:
        telling = [
            stem(text)
            for at, role in enumerate(roles)
            if role in _TELLING
            for text in reading.texts_at[at]
            if text not in EMPTY_WORDS
        ]
        whole = sum(map(self._scenes.rarity, telling))
        if not whole or not montages:
            return 0.0
        first = montages[0].id
        return sum(self._scenes.rarity(each) * self._scenes.nearness(first, each) for each in telling) / whole

    def _roles_of_words(self, reading: Reading, montages: Sequence[Montage]) -> list[Role]:
        names = frozenset(word for montage in montages for word in _name_words(montage))
        return [self._role(texts, montages, names) for texts in reading.texts_at]

    def _role(self, texts: Sequence[str], montages: Sequence[Montage], names: frozenset[str]) -> Role:
        """What one word is, by the English words it stands for."""
        asked = asking_words()
        told = [text for text in texts if text not in EMPTY_WORDS]
        if not told:
            return Role.FORM if any(text in asked for text in texts) else Role.FILLER
        if any(text in names for text in told):
            return Role.NAME
        if all(text in asked for text in told):
            return Role.FORM
        if any(self._scenes.nearness(montage.id, stem(text)) for montage in montages for text in told):
            return Role.SCENE
        return Role.NUMBER if any(is_number(text) for text in told) else Role.NOTHING


def _senses(reading: Reading, roles: Sequence[Role], asking: frozenset[int]) -> frozenset[str]:
    asked = asking_words()
    forms = [at for at, role in enumerate(roles) if role is Role.FORM and at in asking]
    return frozenset(sense for at in forms for text in reading.texts_at[at] for sense in asked.get(text, ()))


def _said_of(title: str, reading: Reading) -> Iterator[int]:
    """Where the words of a title stand that we do not have."""
    said = {word.folded for word in words(title)}
    yield from (at for at, word in enumerate(reading.words) if word.folded in said and word.folded not in EMPTY_WORDS)


def _is_used(mention: Mention, named: frozenset[str]) -> bool:
    return any(meaning.target in named for meaning in mention.meanings)


def _targets(question: Question, montages: Sequence[Montage]) -> frozenset[str]:
    """What the names may name that a reading has a use for."""
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
    for montage in montages:
        found.update(_targets_of(montage))
    return frozenset(found)


def _targets_of(montage: Montage) -> Iterator[str]:
    film = montage.film
    yield from (montage.id, film.id, *film.directors)
    if film.franchise:
        yield film.franchise
    for song in montage.songs:
        yield from (song_key(song), *people_of(song))
    for character in montage.entry.characters:
        yield from (character, *character.split(" / "))


def _name_words(montage: Montage) -> Iterator[str]:
    film, entry = montage.film, montage.entry
    music = (text for song in montage.songs for text in (song.title, *song.names, *people_of(song)))
    for text in (
        film.title,
        *film.directors,
        *film.names,
        *entry.characters,
        entry.setting or "",
        *entry.names,
        *music,
    ):
        yield from (word.folded for word in words(text) if word.folded not in EMPTY_WORDS)
