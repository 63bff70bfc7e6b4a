"""What the kinds of question share: how a Question is put together."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.model import Film
from bot.language.candidates import Candidates
from bot.language.lexicon import asking_words
from bot.language.names import NameKind
from bot.language.question import Intent, Question
from bot.language.reading import Reading
from bot.language.wording import of_things

#: Kinds of question that all montages of a film answer alike.
OF_THE_FILM = frozenset({Intent.FACTS, Intent.OTHER_TITLES})
PEOPLE = (NameKind.ARTIST, NameKind.DIRECTOR)
#: A year or director is asked of a film, seldom of a scene: fewer telling words than this describe none.
FEWEST_FOR_FACTS = 4


def ids(films: Iterable[Film]) -> tuple[str, ...]:
    """The ids of some films."""
    return tuple(film.id for film in films)


def montage_ids(found: Candidates) -> tuple[str, ...]:
    """The ids of some candidates, likeliest first."""
    return tuple(montage.id for montage in found.montages)


def senses_of(reading: Reading) -> frozenset[str]:
    """What the words of a question are about by which it asks."""
    asked = asking_words()
    return frozenset(sense for token in reading.tokens for sense in asked.get(token.text, ()))


def list_named(reading: Reading) -> str | None:
    """The id of the published list that is named, if one is."""
    named = reading.named(NameKind.LIST)
    return named[0].target if named else None


def people_named(reading: Reading) -> tuple[str, ...]:
    """Performers, composers and directors named, each once."""
    return tuple(dict.fromkeys(meaning.target for kind in PEOPLE for meaning in reading.named(kind)))


def about(
    reading: Reading,
    intent: Intent,
    found: Candidates,
    *,
    films: tuple[str, ...] = (),
    songs: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> Question:
    """A question about some montages. A film's facts are the same for all its montages: no need to ask which."""
    return Question(
        reading.text,
        intent,
        montages=montage_ids(found),
        clear=found.clear or intent in OF_THE_FILM,
        films=films,
        songs=songs,
        people=people,
        aspects=of_things.facts_asked(reading.said),
        fit=found.fit,
        lead=found.lead,
    )
