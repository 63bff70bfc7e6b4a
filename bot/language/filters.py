"""The filter a question asks for: kind, years, performer or composer, director, strict montages only."""

from __future__ import annotations

import msgspec

from bot.knowledge.expressions import expression
from bot.knowledge.selection import Filter
from bot.language import numbers
from bot.language.kinds_said import are_all_meant, kinds_said
from bot.language.names import NameKind
from bot.language.once import once
from bot.language.reading import Reading
from bot.language.restrictions import restriction_of

_DIRECTING = expression(r"\bdirect|\b(?:film|movie)s? (?:by|of)\b")
_DIRECTED = expression(r"\bdirect")
_SUNG = expression(r"\b(?:s[aiu]ng(?:s|ing|ers?)?|vocals?|vocalists?|perform\w*)\b")
_STRICT = expression(
    r"\bstrict|\b(?:real|proper|true|actual|genuine) (?:only|montages?)\b|\bno (?:loose|title sequences)\b"
)


@once
def filter_of(reading: Reading) -> Filter:
    """What a question limits a list to."""
    beyond = restriction_of(reading).positions
    said = reading.said_without(beyond)
    first, last = numbers.span(said)
    artist, director = _people(reading, said)
    kinds = [each for each in kinds_said(reading) if not each.positions <= beyond]
    return Filter(
        kinds=tuple(dict.fromkeys(each.kind for each in kinds)),
        every_kind=are_all_meant(reading, kinds),
        first_year=first,
        last_year=last,
        artist=artist,
        director=director,
        strict=True if _STRICT.search(said) else None,
    )


def _people(reading: Reading, said: str) -> tuple[str | None, str | None]:
    """Who is heard and who directed; somebody who does both is meant as the words say."""
    artists, directors = (
        [meaning.target for meaning in reading.named(kind)] for kind in (NameKind.ARTIST, NameKind.DIRECTOR)
    )
    both = [person for person in artists if person in directors]
    artist = next((person for person in artists if person not in both), None)
    director = next((person for person in directors if person not in both), None)
    if both and _DIRECTING.search(said):
        return artist, director or both[0]
    artist = artist or next(iter(both), None)
    directing, singing = _DIRECTED.search(said), _SUNG.search(said)
    if artist and not director and directing and not singing:
        return None, artist  # nothing fits who directed none
    if director and not artist and singing and not directing:
        return director, None
    return artist, director


def narrowed(chosen: Filter, *, franchise: str) -> Filter:
    """The filter, for one series of films only."""
    return msgspec.structs.replace(chosen, franchise=franchise)


def changed(before: Filter, asked: Filter) -> Filter:
    """The filter of before with what is now asked in its place: other years, another kind."""
    values = {name: value for name, value in msgspec.structs.asdict(asked).items() if value not in (None, ())}
    if not asked.kinds:
        values["every_kind"] = before.every_kind
    if asked.first_year or asked.last_year:
        values |= {"first_year": asked.first_year, "last_year": asked.last_year}
    return msgspec.structs.replace(before, **values)
