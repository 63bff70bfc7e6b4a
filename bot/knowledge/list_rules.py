"""What the places of a published list may say: films of one year each, and nothing that is no film taken for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.documents import Document, Scalar, Where

#: How a note begins that says a place holds no film.
_NO_FILM = re.compile(
    r"(?:an? |the )?(?:television|tv|web series|music video|video game|stage play|stage musical|commercial|advert)\b",
    re.IGNORECASE,
)


def check_lists(films: Sequence[Document], lists: Sequence[Document]) -> None:
    """Adds to each list the faults of its credits and places."""
    years = _years_of_montages(films)
    for document in lists:
        _names_without_remarks(document)
        for where, film in document.texts("items", "*", "film"):
            _is_told_apart(document, where[:-1], film)
            _is_of_the_same_year(document, where[:-1], years)


def _names_without_remarks(document: Document) -> None:
    for key in ("publisher", "author"):
        name = document.scalars.get((key,))
        if name and (" (" in name.text or ";" in name.text):
            advice = "write the name alone here, and the remark into “note” of the list."
            document.fault(name.line, f"“{name.text}” says more than who the {key} is; {advice}")


def _is_told_apart(document: Document, place: Where, film: Scalar) -> None:
    """Without its year a film could be joined to another of its title; what is no film has no year of one."""
    year, montage, note = (document.scalars.get((*place, key)) for key in ("year", "montage", "note"))
    no_film = bool(note and _NO_FILM.match(note.text))
    if no_film and (surplus := year or montage):
        document.fault(surplus.line, f"“{film.text}” is no film, as its note says; delete “year” and “montage” here.")
    if not no_film and year is None and montage is None:
        advice = "add “year: …”, or if it is no film a note that begins with what it is: “A television series …”."
        document.fault(film.line, f"“{film.text}” could be joined to another film of that title; {advice}")


def _is_of_the_same_year(document: Document, place: Where, years: dict[str, str]) -> None:
    year, montage = (document.scalars.get((*place, key)) for key in ("year", "montage"))
    made = years.get(montage.text) if montage else None
    if montage and year and made and made != year.text:
        sentence = f"“{montage.text}” is of a film of {made}, and the place names one of {year.text}; mend one of them."
        document.fault(montage.line, sentence)


def _years_of_montages(films: Sequence[Document]) -> dict[str, str]:
    return {
        scalar.text: document.scalars[(*where[:2], "year")].text
        for document in films
        for where, scalar in document.texts("films", "*", "montages", "*", "id")
        if (*where[:2], "year") in document.scalars
    }
