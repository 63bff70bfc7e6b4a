"""Short questions about what was just shown: "who sings it?", "what year?", "is it Jeff Buckley?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.candidates import Candidates, Finder
from bot.language.claims import claim_of
from bot.language.forms.common import about
from bot.language.forms.form import Asked, Form, Forms
from bot.language.misplaced import known
from bot.language.names import NameKind
from bot.language.places import place_asked
from bot.language.question import Intent, Lack, Question
from bot.language.reading import Reading
from bot.language.scenes import SceneIndex
from bot.language.wording import of_follow_ups, of_limits, of_lists, of_things, of_truths

#: Words rarer than this (as BM25 counts rarity) say something of a scene.
SAYS_MUCH = 2.5
_NAMES = tuple(NameKind)
_ASKING = (of_things.PERFORMER, of_things.SONG, of_things.DESCRIBE, of_things.CHARACTERS, of_things.FILM)
_OPEN = re.compile(rf"{of_follow_ups.LEAD_IN}(?:what|which|who|when|where|how|tell|could you|can you)\b")

_Reads = Callable[[Asked, Sequence[Montage]], Question | None]


class Leaning:
    """Reads a question that leans on the montages last shown."""

    def __init__(self, catalogue: Catalogue, finder: Finder, scenes: SceneIndex) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._scenes = scenes

    @property
    def forms(self) -> Forms:
        reads: dict[str, _Reads] = {
            "leaning, not ours to know": self._not_ours,
            "leaning, a claim": self._claim,
            "leaning, its place": self._place,
            "leaning": self._thing,
        }
        return (
            Form("leaning on nothing", self._lacking, leans=True),
            *(Form(name, partial(self._read, read), leans=True) for name, read in reads.items()),
        )

    def _lacking(self, asked: Asked) -> Question | None:
        """A question about what was asked before and is none of ours."""
        title = asked.context.lacking
        if not title or not _leans(asked.reading):
            return None
        return Question(asked.reading.text, Intent.NOTHING, lack=Lack.ABSENT_FILM, about=title)

    def _read(self, read: _Reads, asked: Asked) -> Question | None:
        shown = known(self._catalogue, asked.context.montages)
        if not shown or not _leans(asked.reading):
            return None
        several = asked.context.was_list or asked.context.was_choice
        return read(asked, shown if several else [self._subject(shown[0], asked.reading)])

    def _subject(self, shown: Montage, reading: Reading) -> Montage:
        """The montage shown, or the one of its film that the question describes ("and the song in the hallway?")."""
        telling = [word for word in reading.left_beside(*_NAMES) if self._scenes.rarity(word) > SAYS_MUCH]
        found = self._finder.among(self._catalogue.montages_of(shown.film), telling, reading)
        described = found.montages and found.clear and self._describes(telling, found.montages[0], shown)
        return found.montages[0] if described else shown

    def _describes(self, telling: Sequence[str], other: Montage, shown: Montage) -> bool:
        said = [word for word in telling if self._scenes.says(other.id, word)]
        return bool(said) and not any(self._scenes.says(shown.id, word) for word in said)

    @staticmethod
    def _not_ours(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        if not of_limits.OFF_LIMITS.search(asked.reading.said):
            return None
        film = subject[0].film
        return Question(
            asked.reading.text, Intent.NOTHING, lack=Lack.NOT_OURS_TO_KNOW, films=(film.id,), about=film.label
        )

    def _claim(self, asked: Asked, subject: Sequence[Montage]) -> Question | None:
        reading = asked.reading
        if not any(of_truths.CHECK.search(clause) for clause in reading.clauses) or _OPEN.match(reading.said):
            return None
        claim = claim_of(reading, (), subject, self._scenes)
        chosen = tuple(montage.id for montage in subject)
        return Question(
            reading.text, Intent.CHECK, montages=chosen, songs=claim.songs, people=claim.people, claim=claim
        )

    @staticmethod
    def _place(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        """Where it stands, unless a place is said itself, or a list is asked for."""
        said = asked.reading.said
        pointed = points_back(asked.reading) or not of_lists.PLURAL.search(said)
        if not of_lists.rank_asked(said) or place_asked(said) or not pointed:
            return None
        chosen = tuple(montage.id for montage in subject)
        return Question(asked.reading.text, Intent.RANK, montages=chosen, list_id=asked.context.list_id)

    @staticmethod
    def _thing(asked: Asked, subject: Sequence[Montage]) -> Question | None:
        intent = of_things.thing_asked(asked.reading.said, film=True, song=False)
        one_film = len({montage.film.id for montage in subject}) == 1
        question = about(asked.reading, intent, Candidates(tuple(subject), clear=len(subject) == 1))
        return replace(question, clear=question.clear and one_film)


def _leans(reading: Reading) -> bool:
    """Whether something is pointed to, or asked for that something shown may have."""
    said = reading.plain
    asks = any(each.search(said) for each in _ASKING) or of_things.facts_asked(said) or of_lists.rank_asked(said)
    return points_back(reading) or bool(asks)


def points_back(reading: Reading) -> bool:
    """Whether a word like "it" or "that song" points to what was shown."""
    return bool(of_follow_ups.POINTING.search(reading.plain))


def goes_on(reading: Reading) -> bool:
    """Whether a message opens as one that goes on from what was said."""
    return bool(of_follow_ups.GOES_ON.match(reading.plain))


def another_asked(reading: Reading) -> bool:
    """Whether something else is asked for than what was given."""
    return bool(of_follow_ups.ANOTHER.search(reading.plain))
