"""Numbers in a question: years and decades, places in a list, how many."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.knowledge.expressions import expression

_CENTURY = {"19": 1900, "20": 2000}
_CENTURY_WORDS = {"nineteen": 1900, "twenty": 2000}
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0, "aughts": 0, "two thousands": 0,
}  # fmt: skip
_DECADE_WORDS = {
    **_DECADES,
    **{f"{word[:-3]}ys": decade for word, decade in _DECADES.items() if word.endswith("ties")},  # "eightys"
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
NUMBER = r"(\d{1,3}|" + "|".join(_NUMBERS) + ")"
ORDINAL = "(" + "|".join(_ORDINALS) + r"|\d{1,3}(?:st|nd|rd|th))"

_DECADE_ENDS = frozenset(words.split()[-1] for words in _DECADE_WORDS)
_DIGIT = expression(r"\d")
_YEAR = expression(r"\b(1[89]\d\d|20\d\d)\b(?! ?s\b)")
#: A year by its last two digits; fewer than thirty may be a place or how many there are.
_SHORT_YEAR = expression(
    r"\b(?:in|from|of|year) ([3-9]\d)(?=$| (?:and|or|so|that|which|who|with|when|where|please|pls)\b)"
)
_DECADE = expression(r"\b(?:(19|20)?(\d)0 ?(?:s|ies|ern?)|(?:(nineteen|twenty) )?(" + "|".join(_DECADE_WORDS) + r"))\b")
_RANGE = expression(
    r"\b(?:between|from)? ?(1[89]\d\d|20\d\d) (?:and|to|till|until|through|bis|y|et|e|a) (1[89]\d\d|20\d\d)\b"
)
_SHORT_RANGE = expression(r"\b(1[89]|20)(\d\d) (?:to |till )?(\d\d)\b(?! ?s\b)")
_OR_EARLIER = expression(r"\b(1[89]\d\d|20\d\d) (?:and|or) (?:earlier|before|older)\b")
_OR_LATER = expression(r"\b(1[89]\d\d|20\d\d) (?:and|or) (?:later|after|newer|since)\b")
_BEFORE = expression(
    r"\b(?:before|earlier than|older than|prior to|pre|until|till|up to) (?:the )?(1[89]\d\d|20\d\d|\d0 ?s)\b"
)
_UP_TO = expression(r"until|till|up to")
_AFTER = expression(r"\b(?:after|since|later than|newer than|post) (?:the )?(1[89]\d\d|20\d\d|\d0 ?s)\b")


def is_number(text: str) -> bool:
    """Whether a word is a number, a place or a decade, in digits or written out."""
    return (
        text[0].isdigit()
        or text == "thousands"
        or any(text in each for each in (_NUMBERS, _ORDINALS, _DECADE_WORDS, _CENTURY_WORDS))
    )


def number(text: str) -> int | None:
    """A number in digits or words: "3", "three"."""
    return int(text) if text.isdigit() else _NUMBERS.get(text)


def ordinal(text: str) -> int | None:
    """An ordinal in digits or words: "3rd", "third"."""
    digits = re.match(r"\d+", text)
    return _ORDINALS.get(text) or (int(digits.group()) if digits else None)


def ordinals_of(number: int) -> frozenset[str]:
    """The ways to write an ordinal: "4th", "fourth"."""
    return frozenset(text for text, value in _ORDINALS.items() if value == number)


def years(said: str) -> tuple[int, ...]:
    """Every year named, in order: four digits from 1800 to 2099."""
    return tuple(int(each) for each in _YEAR.findall(said))


def years_told(said: str, known: Iterable[int]) -> frozenset[int]:
    """Those of some years that are said, in full or by their last two digits: "1986", "the 86 one"."""
    texts = set(said.split())
    return frozenset(year for year in known if texts & {f"{year}", f"{year % 100:02}"})


def span(said: str) -> tuple[int | None, int | None]:
    """The years a question limits itself to, both included: a range, a decade, before or after, or one year."""
    if not _DIGIT.search(said) and _DECADE_ENDS.isdisjoint(said.split()):
        return None, None
    return _from_to(said) or _open_span(said) or _decades(said) or _years_named(said)


def _from_to(said: str) -> tuple[int, int] | None:
    """ "1980-85", "between 1980 and 1985"."""
    if found := _RANGE.search(said):
        first, last = sorted((int(found[1]), int(found[2])))
        return first, last
    if (found := _SHORT_RANGE.search(said)) and found[2] < found[3]:
        return int(found[1] + found[2]), int(found[1] + found[3])
    return None


def _open_span(said: str) -> tuple[int | None, int | None] | None:
    """ "1975 and earlier", "since the 90s"."""
    if found := _OR_EARLIER.search(said):
        return None, int(found[1])
    if found := _OR_LATER.search(said):
        return int(found[1]), None
    if found := _BEFORE.search(said):
        return None, _first_year(found[1]) - (0 if _UP_TO.match(found[0]) else 1)
    if found := _AFTER.search(said):
        year = _first_year(found[1])
        since = "since" in found[0]
        return year + (0 if since else 10 if found[1].endswith("s") else 1), None
    return None


def _decades(said: str) -> tuple[int, int] | None:
    decades = [_decade(found) for found in _DECADE.finditer(said)]
    return (min(decades), max(decades) + 9) if decades else None


def _years_named(said: str) -> tuple[int | None, int | None]:
    named = years(said) or tuple(1900 + int(each) for each in _SHORT_YEAR.findall(said))
    return (min(named), max(named)) if named else (None, None)


def _first_year(text: str) -> int:
    found = _DECADE.fullmatch(text)
    return _decade(found) if found else int(text)


def _decade(found: re.Match[str]) -> int:
    """The first year of a decade; without a century that of films: the 20s are the 2020s, the 30s the 1930s."""
    century, digit, century_word, word = found.groups()
    years_in = int(digit) * 10 if digit else _DECADE_WORDS[word]
    if century or century_word:
        return (_CENTURY[century] if century else _CENTURY_WORDS[century_word]) + years_in
    return (2000 if years_in <= 20 else 1900) + years_in
