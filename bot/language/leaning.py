"""Short questions about what was just shown: "who sings it?", "what year?", "is it Jeff Buckley?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.candidates import Candidates, Finder
from bot.language.claims import claim_of
from bot.language.context import Context
from bot.language.names import NameKind
from bot.language.places import place_asked, top_asked
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups, of_limits, of_lists, of_things, of_truths

#: A leaning question is short; a longer one needs a word that points back.
LEANING_WORDS = 10
#: More telling words than this describe a scene of their own.
TELLING_WORDS = 3
#: Words rarer than this (as BM25 counts rarity) say something of a scene.
SAYS_MUCH = 2.5
_NAMES = tuple(NameKind)
MORE_TELLING_WORDS = 5  # where "it" or "that scene" is said outright
_IT_IN = re.compile(r"\b(?:it|that|this) (?:in|from)\b")
_IT = re.compile(r"\b(?:it|its|that song|that film|that scene|the song|the film)\b")
_OWN_TOPIC = (of_lists.PLURAL, of_limits.RANDOM, of_limits.HELP, of_limits.OFF_TOPIC)
_ASKING = (of_things.PERFORMER, of_things.SONG, of_things.DESCRIBE, of_things.CHARACTERS)
_OPEN = re.compile(rf"{of_follow_ups.LEAD_IN}(?:what|which|who|when|where|how|tell|could you|can you)\b")


class Leaning:
    """Reads a question that leans on the montages last shown."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes

    def question(self, reading: Reading, montages: Sequence[Montage], context: Context) -> Question | None:
        """Another question about the same montage, or the same film; None when it stands by itself."""
        if not self._leans(reading):
            return None
        several = context.was_list or context.was_choice
        subject = list(montages) if several else self._subject(montages[0], reading)
        if of_limits.OFF_LIMITS.search(reading.said):
            film = subject[0].film
            about = film.label
            return Question(reading.text, Intent.NOTHING, lack=Lack.NOT_OURS_TO_KNOW, films=(film.id,), about=about)
        if any(of_truths.CHECK.search(clause) for clause in reading.clauses) and not _OPEN.match(reading.said):
            return self._claim(reading, subject)
        chosen = tuple(montage.id for montage in subject)
        if of_lists.rank_asked(reading.said):
            return Question(reading.text, Intent.RANK, montages=chosen, list_id=context.list_id)
        if reading.mentions_of(NameKind.SONG, NameKind.ARTIST, NameKind.DIRECTOR):
            return None
        return None if context.was_list and len(subject) > 1 else self._thing(reading, subject)

    def _subject(self, shown: Montage, reading: Reading) -> list[Montage]:
        """The montage shown, or the one of its film that the question describes ("and the song in the hallway?")."""
        telling = self._telling(reading)
        found = self._finder.among(self._catalogue.montages_of(shown.film), telling, reading)
        if found.montages and found.clear and self._describes(telling, found.montages[0], shown):
            return [found.montages[0]]
        return [shown]

    def _describes(self, telling: Sequence[str], other: Montage, shown: Montage) -> bool:
        said = [word for word in telling if self._scenes.says(other.id, word)]
        return bool(said) and not any(self._scenes.says(shown.id, word) for word in said)

    def _claim(self, reading: Reading, subject: Sequence[Montage]) -> Question:
        claim = claim_of(reading, (), subject, self._scenes)
        chosen = tuple(montage.id for montage in subject)
        songs, people = claim.songs, claim.people
        return Question(reading.text, Intent.CHECK, montages=chosen, songs=songs, people=people, claim=claim)

    @staticmethod
    def _thing(reading: Reading, subject: Sequence[Montage]) -> Question:
        intent = of_things.thing_asked(reading.said, film=True, song=False)
        same_film = len({montage.film.id for montage in subject}) == 1
        found = Candidates(tuple(subject), clear=len(subject) == 1 or (same_film and intent is Intent.FACTS))
        chosen = tuple(montage.id for montage in found.montages)
        aspects = of_things.facts_asked(reading.said)
        return Question(
            reading.text, intent, montages=chosen, clear=found.clear or intent is Intent.FACTS, aspects=aspects
        )

    def _telling(self, reading: Reading) -> list[str]:
        return [word for word in reading.left_beside(*_NAMES) if self._scenes.rarity(word) > SAYS_MUCH]

    def _leans(self, reading: Reading) -> bool:
        """Whether a question needs something before it to be understood."""
        said = reading.plain
        if of_follow_ups.ASKING_FILM.search(said) and not _IT_IN.search(said):
            return False
        if place_asked(reading.said) or top_asked(reading.said):
            return False
        if any(each.search(reading.said) for each in _OWN_TOPIC):
            return False
        telling = len(self._telling(reading))
        if points_back(reading):
            return telling <= (MORE_TELLING_WORDS if _IT.search(said) else TELLING_WORDS)
        asks = any(each.search(said) for each in _ASKING) or of_things.facts_asked(said) or of_lists.rank_asked(said)
        return bool(asks) and telling <= 1 and len(reading.words) <= LEANING_WORDS


def points_back(reading: Reading) -> bool:
    """Whether a word like "it" or "that song" points to what was shown."""
    return bool(of_follow_ups.POINTING.search(reading.plain))
