"""The filter a question asks for: kind, years, performer or composer, director, strict montages only."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from bot.knowledge.expressions import expression
from bot.knowledge.model import Kind
from bot.knowledge.selection import Filter
from bot.language import numbers
from bot.language.lexicon import kind_words
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
    said = reading.said_without(restriction_of(reading).positions)
    first, last = numbers.span(said)
    artist, director = _people(reading, said)
    return Filter(
        kinds=_kinds(f"{said} {_absent(reading)}"),
        first_year=first,
        last_year=last,
        artist=artist,
        director=director,
        strict=True if _STRICT.search(said) else None,
    )


def _absent(reading: Reading) -> str:
    """Titles of films we lack that may be none: "road trip montages"."""
    return " ".join(f"{mention.text} montages" for mention in reading.mentions_of(NameKind.ABSENT))


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


#: Kinds whose words are said in other senses too: they count only right beside the word for what is listed.
_LOOSE_KINDS = frozenset(
    {
        Kind.FALL,
        Kind.RISE,
        Kind.WORK,
        Kind.BUILDING,
        Kind.FRIENDSHIP,
        Kind.ROMANCE,
        Kind.TRAVEL,
        Kind.BATTLE,
        Kind.COMEDY,
        Kind.PREPARATION,
    }
)
_BESIDE = expression(
    r"((?:\w+ ){1,3})(?:montage|one|scene|sequence)s?\b"
    r"|\b(?:montages?|ones|scenes?|sequences?|kind|category|sort|type) (?:of|about|is|as|with|for)? ?((?:\w+ ?){1,4})"
    r"|\bunder ((?:\w+ ?){1,2})"
)


@cache
def _by_word() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The kinds with what each is called."""
    return tuple((Kind(kind), re.compile(rf"\b(?:{'|'.join(words)})\b")) for kind, words in kind_words().items())


def _kinds(said: str) -> tuple[Kind, ...]:
    """The kinds named; those with everyday words only beside "montages" or "kind"."""
    found = [(kind, words) for kind, words in _by_word() if words.search(said)]
    if not found:
        return ()
    beside = " ".join(part for each in _BESIDE.findall(said) for part in each)
    return tuple(kind for kind, words in found if kind not in _LOOSE_KINDS or words.search(beside))


def narrowed(chosen: Filter, *, franchise: str) -> Filter:
    """The filter, for one series of films only."""
    return msgspec.structs.replace(chosen, franchise=franchise)


def changed(before: Filter, asked: Filter) -> Filter:
    """The filter of before with what is now asked in its place: other years, another kind."""
    values = {name: value for name, value in msgspec.structs.asdict(asked).items() if value not in (None, ())}
    if asked.first_year or asked.last_year:
        values |= {"first_year": asked.first_year, "last_year": asked.last_year}
    return msgspec.structs.replace(before, **values)
