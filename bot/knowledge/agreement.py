"""Whether the files agree with each other: ids, names and lists, looked at across the whole catalogue."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.knowledge.documents import Document, Scalar, Where
from bot.knowledge.ids import film_id
from bot.knowledge.kinds import Kind
from bot.knowledge.list_rules import check_lists
from bot.knowledge.names import folded
from bot.knowledge.people_rules import check_people
from bot.knowledge.song_rules import check_songs

Pattern: TypeAlias = tuple[str, ...]

_DECADE_FILE = re.compile(r"([0-9]{3})0s")


@dataclass(frozen=True, slots=True)
class Claim:
    """A name, and the film that goes by it."""

    document: Document
    film: str
    scalar: Scalar
    is_title: bool


def compare(films: Sequence[Document], lists: Sequence[Document], *, whole: bool) -> None:
    """Adds to each document the faults it has only together with the others; `whole`: all files were there to read."""
    montage_ids = _unique(films, ("films", "*", "montages", "*", "id"), "montage id")
    list_ids = _unique(lists, ("id",), "list id")
    _unique(films, ("films", "*", "imdb_id"), "IMDb id")
    for document in lists:
        if whole and all(each.whole for each in films):
            _points_to(document, ("items", "*", "montage"), montage_ids, "montage")
        _one_credit(document)
        _named_like_its_file(document)
    for document in films:
        if whole and all(each.whole for each in lists):
            _points_to(document, ("films", "*", "montages", "*", "sources", "*", "list"), list_ids, "list")
        _in_its_decade(document)
        _tags_tell_more(document)
        _sources_lead_somewhere(document)
    _one_default(lists)
    _one_entry_a_film(films)
    _ids_of_one_film(films)
    _names_of_one_film(films)
    _montages_of_the_named_film(films, lists)
    check_songs(films)
    check_people(films)
    check_lists(films, lists)


def _unique(documents: Iterable[Document], pattern: Pattern, what: str) -> frozenset[str]:
    seen: dict[str, str] = {}
    for document in documents:
        for _, scalar in document.texts(*pattern):
            if scalar.text in seen:
                advice = "merge the two films" if what == "IMDb id" else "give one of them another id"
                document.fault(
                    scalar.line, f"The {what} “{scalar.text}” is already used in {seen[scalar.text]}; {advice}."
                )
            else:
                seen[scalar.text] = f"{document.file}:{scalar.line}"
    return frozenset(seen)


def _points_to(document: Document, pattern: Pattern, known: frozenset[str], what: str) -> None:
    for _, scalar in document.texts(*pattern):
        if scalar.text not in known:
            near = difflib.get_close_matches(scalar.text, sorted(known), n=1)
            advice = f"did you mean “{near[0]}”?" if near else f"add the {what}, or delete this key."
            document.fault(scalar.line, f"There is no {what} with the id “{scalar.text}”: {advice}")


def _one_default(lists: Sequence[Document]) -> None:
    marked = [
        (document, scalar)
        for document in lists
        for _, scalar in document.texts("default")
        if scalar.text.casefold() in ("true", "yes", "on")
    ]
    for document, scalar in marked[1:]:
        first = f"{marked[0][0].file}:{marked[0][1].line}"
        document.fault(scalar.line, f"Only one list may be the default, and {first} is already; delete “default” here.")


def _one_credit(document: Document) -> None:
    title = document.scalars.get(("title",))
    if title and ("publisher",) not in document.scalars and ("author",) not in document.scalars:
        document.fault(title.line, "Nobody is named who made the list; add “publisher: …” or “author: …”.")


def _named_like_its_file(document: Document) -> None:
    given = document.scalars.get(("id",))
    if given and given.text != document.file.stem:
        document.fault(
            given.line, f"The list “{given.text}” must be in a file of its name; rename this file to {given.text}.yaml."
        )


def _in_its_decade(document: Document) -> None:
    decade = _DECADE_FILE.fullmatch(document.file.stem)
    if not decade:
        document.fault(0, "Files of montages are named after a decade; rename this one to, say, 1980s.yaml.")
        return
    for _, year in document.texts("films", "*", "year"):
        if year.text[:3] != decade[1]:
            document.fault(
                year.line, f"A film of {year.text} belongs into {year.text[:3]}0s.yaml; move it there or mend the year."
            )


def _tags_tell_more(document: Document) -> None:
    """A tag says what neither the kind nor another tag has said."""
    said: dict[Where, set[str]] = defaultdict(set)
    for where, tag in document.texts("films", "*", "montages", "*", "tags", "*"):
        montage = where[:-2]
        kind = document.scalars.get((*montage, "kind"))
        if tag.text == Kind.OTHER.value:
            document.fault(tag.line, f"The tag “{tag.text}” says nothing; delete it.")
        elif kind and tag.text == kind.text:
            document.fault(tag.line, f"The tag “{tag.text}” is the kind already; delete the tag.")
        elif tag.text in said[montage]:
            document.fault(tag.line, f"The tag “{tag.text}” stands twice; delete one of them.")
        said[montage].add(tag.text)


def _sources_lead_somewhere(document: Document) -> None:
    for where, scalar in document.texts("films", "*", "montages", "*", "sources", "*", "supports", "*"):
        source = where[:-2]
        if where[-1] == 0 and (*source, "url") not in document.scalars and (*source, "list") not in document.scalars:
            document.fault(scalar.line, "A source needs a page or a list of ours; add “url: …” or “list: …”.")


def _one_entry_a_film(films: Sequence[Document]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for document, where, title in _titles(films):
        year = document.scalars.get((*where, "year"))
        film = folded(title.text) or title.text, year.text if year else ""
        if film in seen:
            document.fault(title.line, f"The film stands already in {seen[film]}; put all its montages there.")
        seen.setdefault(film, f"{document.file}:{title.line}")


def _ids_of_one_film(films: Sequence[Document]) -> None:
    """Titles of one year that are written alike in Latin letters would give two films one id."""
    seen: dict[str, tuple[str, str]] = {}
    for document, where, title in _titles(films):
        year, imdb_id = (document.scalars.get((*where, key)) for key in ("year", "imdb_id"))
        if year and imdb_id:
            made = film_id(title.text, year.text, imdb_id.text)
            first, place = seen.setdefault(made, (title.text, f"{document.file}:{title.line}"))
            if folded(first) != folded(title.text):
                document.fault(title.line, _clash(title.text, made, first, place))


def _clash(title: str, made: str, first: str, place: str) -> str:
    return f"“{title}” gets the id {made}, which “{first}” has ({place}); make one of the two titles longer."


def _titles(films: Sequence[Document]) -> Iterator[tuple[Document, Where, Scalar]]:
    """The titles of all films, each with its document and the film's place in it."""
    for document in films:
        yield from ((document, where[:-1], title) for where, title in document.texts("films", "*", "title"))


def _montages_of_the_named_film(films: Sequence[Document], lists: Sequence[Document]) -> None:
    """A list that names one film and points to a montage of another is a slip of the hand."""
    titles = {
        scalar.text: document.scalars[(*where[:2], "title")].text
        for document in films
        for where, scalar in document.texts("films", "*", "montages", "*", "id")
        if (*where[:2], "title") in document.scalars
    }
    for document in lists:
        for where, montage in document.texts("items", "*", "montage"):
            film, title = document.scalars.get((*where[:-1], "film")), titles.get(montage.text)
            if film and title and folded(film.text) != folded(title):
                document.fault(
                    montage.line, f"“{montage.text}” is a montage of {title}, not of {film.text}; mend one of them."
                )


def _names_of_one_film(films: Sequence[Document]) -> None:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for document in films:
        for claim in _claims(document):
            claims[folded(claim.scalar.text) or claim.scalar.text].append(claim)
    for contested in claims.values():
        for claim in _rivals(contested):
            first = contested[0]
            where = f"{first.document.file}:{first.scalar.line}"
            sentence = (
                f"“{claim.scalar.text}” is claimed by {first.film} too ({where}); make one of them longer or delete it."
            )
            claim.document.fault(claim.scalar.line, sentence)


def _rivals(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of another film than the first; two films of one title are told apart by their year."""
    for claim in claims[1:]:
        if claim.film != claims[0].film and not (claim.is_title and claims[0].is_title):
            yield claim


def _claims(document: Document) -> Iterator[Claim]:
    patterns: tuple[Pattern, ...] = (("title",), ("names", "*"), ("montages", "*", "names", "*"))
    for pattern in patterns:
        for where, scalar in document.texts("films", "*", *pattern):
            yield Claim(document, _label(document, where[:2]), scalar, pattern == ("title",))


def _label(document: Document, film: Where) -> str:
    title, year = (document.scalars.get((*film, key)) for key in ("title", "year"))
    return f"{title.text if title else 'a film without a title'} ({year.text if year else '?'})"
