"""One person has one name: the same spelling everywhere, and no second name within a film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.knowledge.documents import Document, Scalar, Where
from bot.knowledge.names import folded
from bot.knowledge.song_rules import names_in

_MONTAGE = ("films", "*", "montages", "*")
_CREDITS = (
    ("films", "*", "directors", "*"),
    *((*_MONTAGE, "songs", "*", *key) for key in (("artist",), ("credited_as",), ("vocals", "*"), ("composers", "*"))),
    *((*_MONTAGE, "confusions", "*", key) for key in ("wrong_artist", "right_artist")),
)
_CHARACTERS = (*_MONTAGE, "characters", "*")
#: Stands between the names of somebody who has several: "Wade Wilson / Deadpool".
_OR = " / "
_TWICE = re.compile(r"(.)\1+")
#: What a name has not: brackets behind a word, a second half, words in small letters that tell of a recording.
_REMARK = re.compile(
    r"\s[(\[]|;|\b(?:sung|performed|played|written|composed|recorded|credited|originally|version|various|unknown)\b"
    r"|\band (?:the )?(?:cast|others|more|company)\b"
)


def check_people(documents: Sequence[Document]) -> None:
    """Adds to each document the faults of the names in it."""
    _spelt_alike(documents)
    for document in documents:
        _names_without_remarks(document)
        for _, character in document.texts(*_CHARACTERS):
            _as_names_are_written(document, character)
        for characters in _by_film(document).values():
            _one_name_each(document, characters)


def _names_without_remarks(document: Document) -> None:
    for pattern in _CREDITS:
        for _, credit in document.texts(*pattern):
            if _REMARK.search(credit.text):
                advice = "write the names alone, and what there is to say into a confusion."
                document.fault(credit.line, f"“{credit.text}” is a remark rather than a name; {advice}")


def _spelt_alike(documents: Sequence[Document]) -> None:
    """Two spellings that differ in accents, marks, an article or a doubled letter only are of one person."""
    first: dict[str, tuple[str, str]] = {}
    for document in documents:
        for scalar, name in _credited(document):
            known, place = first.setdefault(_sound(name), (name, f"{document.file}:{scalar.line}"))
            if known != name:
                sentence = f"“{name}” is spelt “{known}” in {place}; one person has one spelling."
                document.fault(scalar.line, sentence)


def _credited(document: Document) -> Iterator[tuple[Scalar, str]]:
    for pattern in _CREDITS:
        for _, scalar in document.texts(*pattern):
            yield from ((scalar, name) for name in dict.fromkeys((scalar.text, *names_in(scalar.text))))


def _sound(name: str) -> str:
    return _TWICE.sub(r"\1", folded(name).removeprefix("the ")) or name


def _as_names_are_written(document: Document, character: Scalar) -> None:
    text = character.text
    if text.startswith("The "):
        document.fault(character.line, f"“{text}” begins with a capital article; write “the {text[4:]}”.")
    if " (" in text:
        advice = f"write “{text.replace(' (', _OR).rstrip(')')}” if both are names, else only the name."
        document.fault(character.line, f"“{text}” has a remark in brackets; {advice}")


def _by_film(document: Document) -> dict[Where, list[Scalar]]:
    """The characters of each film, each way of writing one once."""
    films: dict[Where, dict[str, Scalar]] = {}
    for where, character in document.texts(*_CHARACTERS):
        films.setdefault(where[:2], {}).setdefault(character.text, character)
    return {film: list(found.values()) for film, found in films.items()}


def _one_name_each(document: Document, characters: Sequence[Scalar]) -> None:
    for one, other in combinations(characters, 2):
        if _is_one_person(one.text, other.text):
            sentence = (
                f"“{other.text}” is called “{one.text}” too (line {one.line}); one character has one name in a film."
            )
            document.fault(other.line, sentence)


def _is_one_person(one: str, other: str) -> bool:
    """Whether a name of the one has all words of a name of the other: "Chas" and "Chas Tenenbaum"."""
    pairs = ((set(mine), set(yours)) for mine in _names_of(one) for yours in _names_of(other))
    return any(mine and yours and (mine <= yours or yours <= mine) for mine, yours in pairs)


def _names_of(character: str) -> list[list[str]]:
    """The words of each name, without an article."""
    return [[word for word in folded(name).split() if word != "the"] for name in character.split(_OR)]
