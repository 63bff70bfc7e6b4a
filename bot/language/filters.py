"""The filter a question asks for: kind, years, performer or composer, director, strict montages only."""

from __future__ import annotations

import re

import msgspec

from bot.knowledge.model import Kind
from bot.knowledge.selection import Filter
from bot.language import numbers
from bot.language.names import NameKind
from bot.language.once import once
from bot.language.reading import Reading
from bot.language.restrictions import restriction_of

_WORDS = (
    (Kind.TRAINING, "training|trainings|workout|workouts|work out|exercise"),
    (Kind.SPORTS, "sports?|sporting|athletics?"),
    (Kind.MAKEOVER, "make ?overs?|dress ?up|transformations?"),
    (Kind.ROMANCE, "romance|romances|romantic|love|falling in love|dating|couples?"),
    (Kind.DANCE, "dance|dances|dancing"),
    (Kind.BUILDING, "building|build|construction|constructing"),
    (Kind.PREPARATION, "preparation|preparations|preparing|getting ready|gearing up|suiting up|prep"),
    (Kind.HEIST, "heists?|robber(?:y|ies)|bank jobs?|thiev\\w+"),
    (Kind.TRAVEL, "travel|travels|travell?ing|road ?trips?|journeys?|trips?"),
    (Kind.RISE, "rise|rises|rising|rise to (?:fame|power)|success|rags to riches"),
    (Kind.FALL, "fall|downfalls?|decline|falls from grace"),
    (
        Kind.PASSAGE_OF_TIME,
        "passage of time|passing of time|time passing|time passes|passing time|years passing|passage",
    ),
    (Kind.COMEDY, "comedy|comedies|comic|funny|comedic"),
    (Kind.WORK, "work|working|jobs?|cleaning|chores"),
    (Kind.BATTLE, "battles?|war|fights?|fighting|combat"),
    (Kind.FRIENDSHIP, "friendships?|friends|bonding|buddy"),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _WORDS)
_ANY_KIND = re.compile(rf"\b(?:{'|'.join(words for _, words in _WORDS)})\b")
_DIRECTING = re.compile(r"\bdirect\w*\b|\b(?:films?|movies?) (?:by|of)\b")
_DIRECTED = re.compile(r"\bdirect\w*\b")
_SUNG = re.compile(r"\b(?:sing|sings|singing|singers?|sang|sung|vocals?|vocalists?|perform\w*)\b")
_STRICT = re.compile(
    r"\b(?:strict(?:ly)?|real|proper|true|actual|genuine) (?:only|montages?)\b|\bstrict\b|\bno (?:loose|"
    r"title sequences)\b"
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
_BESIDE = re.compile(
    r"((?:\w+ ){1,3})(?:montages?|ones?|scenes?|sequences?)\b|\b(?:montages?|ones|scenes?|sequences?|kind|"
    r"category|filed under|tagged|labell?ed|sort|type) (?:of|about|is|as|with|for|called|on)? ?((?:\w+ "
    r"?){1,4})|\bunder ((?:\w+ ?){1,2})"
)


def _kinds(said: str) -> tuple[Kind, ...]:
    """The kinds named; those with everyday words only beside "montages" or "kind"."""
    if not _ANY_KIND.search(said):
        return ()
    beside = " ".join(part for found in _BESIDE.findall(said) for part in found)
    return tuple(kind for kind, words in _KINDS if words.search(beside if kind in _LOOSE_KINDS else said))


def narrowed(chosen: Filter, *, franchise: str) -> Filter:
    """The filter, for one series of films only."""
    return msgspec.structs.replace(chosen, franchise=franchise)


def changed(before: Filter, asked: Filter) -> Filter:
    """The filter of before with what is now asked in its place: other years, another kind."""
    values = {name: value for name, value in msgspec.structs.asdict(asked).items() if value not in (None, ())}
    if asked.first_year or asked.last_year:
        values |= {"first_year": asked.first_year, "last_year": asked.last_year}
    return msgspec.structs.replace(before, **values)
