"""What the kinds of question share: how a Question is put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from msgspec.structs import replace

from bot.knowledge.model import Film, Montage
from bot.language.candidates import Candidates
from bot.language.forms.form import Asked
from bot.language.kinds_told import told_positions
from bot.language.lexicon import asking_words
from bot.language.names import NameKind
from bot.language.naming import song_key
from bot.language.once import once
from bot.language.question import Aspect, Intent, Question
from bot.language.reading import REACH, Reading
from bot.language.wording import of_things

#: Kinds of question that all montages of a film answer alike.
OF_THE_FILM = frozenset({Intent.FACTS, Intent.OTHER_TITLES})
PEOPLE = (NameKind.ARTIST, NameKind.DIRECTOR)
#: What is chosen between: "from Goodfellas or is it from Casino".
_CHOSEN = (NameKind.FILM, NameKind.SONG, NameKind.ARTIST, NameKind.DIRECTOR)
#: What is asked of a list, or of more than one montage, and not of another one in its turn.
_OF_MORE = frozenset({
    Intent.LIST, Intent.COUNT, Intent.COMPARE, Intent.AT_RANK, Intent.RANK, Intent.CHECK, Intent.RANDOM, Intent.NOTHING
})  # fmt: skip


def ids(films: Iterable[Film]) -> tuple[str, ...]:
    """The ids of some films."""
    return tuple(film.id for film in films)


def montage_ids(found: Candidates) -> tuple[str, ...]:
    """The ids of some candidates, likeliest first."""
    return tuple(montage.id for montage in found.montages)


@once
def senses_of(reading: Reading) -> frozenset[str]:
    """What the words of a question are about by which it asks; those of a name ask nothing: "Top Gun"."""
    asked, named = asking_words(), reading.named_positions | told_positions(reading)
    spoken = (token for token in reading.tokens if token.position not in named)
    return frozenset(sense for token in spoken for sense in asked.get(token.text, ()))


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
    aspects: frozenset[Aspect] | None = None,
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
        aspects=of_things.facts_asked(reading.said) if aspects is None else aspects,
        fit=found.fit,
        lead=found.lead,
    )


def alternatives(reading: Reading) -> NameKind | None:
    """What kind of thing is chosen: two names of it stand on either side of "or"."""
    for one, other in pairwise(reading.mentions):
        between = [token.text for token in reading.tokens if one.end <= token.position < other.start]
        if "or" in between and len(between) <= REACH:
            both = (kind for kind in _CHOSEN if one.of(kind) and other.of(kind))
            return next(both, None)
    return None


def asks_a_thing(reading: Reading) -> bool:
    """Whether a message says itself what is asked: who performs, which year, what happens."""
    intent = of_things.thing_asked(reading.said, film=True, song=False)
    return intent is not Intent.DESCRIBE or of_things.DESCRIBE.search(reading.said) is not None


def as_before(asked: Asked, found: Candidates, *, films: tuple[str, ...] = (), songs: tuple[str, ...] = ()) -> Question:
    """What the message asks of some montages; when it does not say, what was asked of those before."""
    reading, context = asked.reading, asked.context
    intent = of_things.thing_asked(reading.said, film=True, song=False)
    if asks_a_thing(reading) or context.intent in _OF_MORE:
        return about(reading, intent, found, films=films, songs=songs)
    return replace(about(reading, context.intent, found, films=films, songs=songs), aspects=context.aspects)


def has_song(montage: Montage, songs: Collection[str]) -> bool:
    """Whether one of the songs, by their keys, is heard in a montage."""
    return any(song_key(song) in songs for song in montage.songs)
