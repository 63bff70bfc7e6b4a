"""What no song of a montage can be: sung by who only composed it, described instead of named, younger than its film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, count, takewhile

from bot.knowledge.documents import Document, Scalar, Where
from bot.knowledge.names import folded

_SONG = ("films", "*", "montages", "*", "songs", "*")
_TOLD = (("description",), ("scene", "*"), ("confusions", "*", "sentence"))
#: Between the names of a credit: "A, B and C", "A featuring B".
_BETWEEN_NAMES = re.compile(r",? (?:and|&|featuring|feat\.|with) |, ")
#: In small letters these say what kind of music it is; as part of a title they have a capital.
_KIND_OF_MUSIC = re.compile(
    r"\b(?:cue|instrumental|melody|music|piece|score|song|soundtrack|theme|track|tune|underscore)\b"
)
#: Between two songs of which the first is heard first, in a folded text.
_THEN = r"(?: by [a-z ]{1,40})?(?: and)? (?:then|before|followed by|gives way to) "


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is said to perform, sing and have composed a song, as its file writes it."""

    artist: Scalar
    vocals: tuple[str, ...]
    composers: tuple[str, ...]


def names_in(credit: str) -> tuple[str, ...]:
    """Who is named by a credit; a band comes in parts, which does no harm where names are compared."""
    return tuple(name for name in _BETWEEN_NAMES.split(credit) if name)


def check_songs(documents: Sequence[Document]) -> None:
    """Adds to each document the faults of its songs."""
    known = _known_composers(documents)
    for document in documents:
        for credits in _sung(document):
            if sentence := _problem_of_performer(credits, known):
                document.fault(credits.artist.line, sentence)
        _named_and_not_described(document)
        _no_younger_than_their_film(document)
        _in_the_order_heard(document)


def _known_composers(documents: Sequence[Document]) -> frozenset[str]:
    """Everybody who is named as a composer of anything."""
    return frozenset(
        folded(scalar.text) for document in documents for _, scalar in document.texts(*_SONG, "composers", "*")
    )


def _sung(document: Document) -> Iterator[Credits]:
    """The credits of all songs; a score is performed by whom its composer leads."""
    for where, artist in document.texts(*_SONG, "artist"):
        score = document.scalars.get((*where[:-1], "score"))
        if score is None or score.text.casefold() not in ("true", "yes", "on"):
            vocals, composers = (_listed(document, (*where[:-1], key)) for key in ("vocals", "composers"))
            yield Credits(artist, vocals, composers)


def _listed(document: Document, where: Where) -> tuple[str, ...]:
    listed = (document.scalars.get((*where, place)) for place in count())
    return tuple(scalar.text for scalar in takewhile(bool, listed) if scalar)


def _problem_of_performer(credits: Credits, known: frozenset[str]) -> str:
    """What to say of a performer who only composed, or of whom nobody can tell; empty when all is well."""
    named = credits.artist.text
    performers = {folded(name) for name in names_in(named)} | {folded(named)}
    composers = {folded(name) for name in credits.composers}
    if not credits.vocals:
        if not composers or {folded(name) for name in names_in(named)} != composers:
            return ""
        advice = "name whoever performs it, or if they do themselves, delete “composers”."
        return f"“{named}” stands for performer and composer alike; {advice}"
    if any(folded(name) in performers for name in credits.vocals):
        return ""
    singers = ", ".join(credits.vocals)
    if performers & (composers | known):
        return f"“{named}” composes and {singers} sing: name the singers as “artist”, the composer under “composers”."
    if not composers:
        return (
            f"“{named}” is not among those who sing ({singers}): add “composers: […]”, to tell performer from composer."
        )
    return ""


def _named_and_not_described(document: Document) -> None:
    for _, title in document.texts(*_SONG, "title"):
        if kind := _KIND_OF_MUSIC.search(title.text):
            advice = f"write the title of the recording (where “{kind[0]}” is part of one, it has a capital)."
            document.fault(title.line, f"“{title.text}” describes the music instead of naming it; {advice}")


def _no_younger_than_their_film(document: Document) -> None:
    for where, year in document.texts(*_SONG, "year"):
        made = document.scalars.get((*where[:2], "year"))
        if made and int(year.text) > int(made.text):
            sentence = f"A song of {year.text} cannot be heard in a film of {made.text}; mend one of the two years."
            document.fault(year.line, sentence)


def _in_the_order_heard(document: Document) -> None:
    """Where a text says that one song of a montage comes before another, they have to stand in that order."""
    told: dict[Where, list[str]] = {}
    for pattern in _TOLD:
        for where, text in document.texts("films", "*", "montages", "*", *pattern):
            told.setdefault(where[:4], []).append(folded(text.text))
    songs: dict[Where, list[Scalar]] = {}
    for where, title in document.texts(*_SONG, "title"):
        songs.setdefault(where[:4], []).append(title)
    for montage, titles in songs.items():
        for first, second in combinations(titles, 2):
            if any(_says(text, second.text, first.text) for text in told.get(montage, ())):
                sentence = f"“{second.text}” is said to be heard before “{first.text}”; put the songs in that order."
                document.fault(second.line, sentence)


def _says(text: str, earlier: str, later: str) -> bool:
    """Whether the folded text has the one song and then the other."""
    return bool(re.search(rf"\b{re.escape(folded(earlier))}{_THEN}{re.escape(folded(later))}\b", text))
