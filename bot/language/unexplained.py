"""The words of a claim that nothing known explains, and what they are said to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.knowledge.model import Montage
from bot.language.claiming import (
    WHILE,
    claiming_positions,
    framing_positions,
    is_asking,
    may_describe,
    title_claimed,
)
from bot.language.evidence.belonging import telling_words
from bot.language.names import NameKind
from bot.language.naming import people_of
from bot.language.numbers import is_number
from bot.language.people import is_spelt_like
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.stems import EMPTY_WORDS, stem

#: Where more of a description than this is known, by the rarity of its words, a plain word beside it is a manner of
#: speaking ("a string of breakfasts"); where less is, it is a part of the claim.
MOSTLY_KNOWN = 0.5
#: Names that are a part of the claim themselves, known or not.
_CLAIMED = (NameKind.SONG, NameKind.ARTIST, NameKind.DIRECTOR, NameKind.FILM, NameKind.LIST, NameKind.CHARACTER)
#: Behind these a word is where, whence, whose or by whom something is: never a manner of speaking.
_POINTING = frozenset("in at from by of near on to".split())


class Unexplained:
    """The words of the clause that claims which neither name nor describe anything of the montages."""

    def __init__(self, reading: Reading, montages: Sequence[Montage], scenes: SceneIndex) -> None:
        self._reading = reading
        self._montages = montages
        self._scenes = scenes
        self._named = _positions_of(reading, montages)
        self._titled = title_claimed(reading)
        known = frozenset(word for montage in montages for word in _names_of(montage))
        claiming = claiming_positions(reading)
        telling = [at for at in sorted(claiming) if at not in self._named and self._tells(at, known)]
        frame = framing_positions(reading, self._named, [at for at in telling if self._is_seen(at)])
        telling = [at for at in telling if at not in frame]
        self._odd = [at for at in telling if not self._is_seen(at)]
        seen = [at for at in telling if at not in self._odd]
        self.describes = bool(seen)
        self._told = self._part(seen, telling)

    @property
    def positions(self) -> tuple[int, ...]:
        """Where they stand: all of them, but for manners of speaking beside what is known."""
        if self._told < MOSTLY_KNOWN:
            return tuple(self._odd)
        return tuple(at for at in self._odd if self._is_name_like(at) or self._is_pointed_at(at))

    def is_at(self, at: int) -> bool:
        """Whether the word there is unexplained."""
        return at in self._odd

    def within_scene(self, at: int) -> bool:
        """Whether a word stands in what is said to happen: "when Rocky meets Darth Vader"."""
        texts = self._reading.texts_at
        return any(text in WHILE for before in self._clause(at) for text in texts[before])

    def behind(self, at: int, is_word: Callable[[str], bool]) -> bool:
        """Whether such a word stands before this one, with nothing but small or odd words between."""
        for before in range(at - 1, -1, -1):
            texts = self._reading.texts_at[before]
            if any(map(is_word, texts)):
                return True
            if before not in self._odd and not all(text in EMPTY_WORDS for text in texts):
                return False
        return False

    def text(self, positions: Sequence[int]) -> str:
        """The words as they were typed."""
        return " ".join(self._reading.words[at].raw for at in positions)

    def _clause(self, at: int) -> range:
        start = next((each for each in range(at, 0, -1) if not self._reading.words[each].opens), 0)
        return range(start, at)

    def _tells(self, at: int, known: frozenset[str]) -> bool:
        """Whether a word says something that is no name of these films and songs, and no word of asking unseen."""
        texts = [text for text in self._reading.texts_at[at] if text not in EMPTY_WORDS]
        if all(map(is_number, texts)) or _is_short_form(self._reading.words[at].raw):
            return False  # numbers are years and places, which a claim has parts of its own for
        if all(is_asking(text) and not may_describe(text) for text in texts):
            return False
        return self._is_seen(at) or any(self._is_odd(text, known) for text in texts)

    @staticmethod
    def _is_odd(text: str, known: frozenset[str]) -> bool:
        return not (is_number(text) or is_asking(text) or any(is_spelt_like(text, name) for name in known))

    def _is_seen(self, at: int) -> bool:
        stems = [stem(text) for text in self._reading.texts_at[at] if text not in EMPTY_WORDS]
        if self._reading.words[at].quoted or at in self._titled:
            return False  # a title that is not known, whatever its words
        return any(self._scenes.nearness(montage.id, each) for montage in self._montages for each in stems)

    def _part(self, seen: Sequence[int], telling: Sequence[int]) -> float:
        whole = sum(map(self._rarity, telling))
        return sum(map(self._rarity, seen)) / whole if whole else 0.0

    def _rarity(self, at: int) -> float:
        return max((self._scenes.rarity(stem(text)) for text in self._reading.texts_at[at]), default=0.0)

    def _is_name_like(self, at: int) -> bool:
        word = self._reading.words[at]
        return word.quoted or (word.capital and at > 0 and word.opens)

    def _is_pointed_at(self, at: int) -> bool:
        return self.behind(at, _POINTING.__contains__)


def _positions_of(reading: Reading, montages: Sequence[Montage]) -> frozenset[int]:
    """Where the names stand that the claim accounts for: those it is made of, and those of these montages."""
    ids = {montage.id for montage in montages} | {montage.film.franchise for montage in montages}
    used = (
        mention
        for mention in reading.mentions
        if any(mention.of(kind) for kind in _CLAIMED) or any(meaning.target in ids for meaning in mention.meanings)
    )
    return frozenset(at for mention in used for at in range(mention.start, mention.end))


def _names_of(montage: Montage) -> Iterator[str]:
    """The words of the names of film, songs and people; what is seen in a montage is looked up with its scene."""
    film = montage.film
    music = (text for song in montage.songs for text in (song.title, *song.names, *people_of(song)))
    for text in (film.title, *film.names, *film.directors, *music):
        yield from telling_words(text)


def _is_short_form(raw: str) -> bool:
    """ "I'd", "they've": a small word with a verb hung on."""
    first, *rest = re.split(r"['’]", raw.casefold())
    return bool(rest) and first in EMPTY_WORDS
