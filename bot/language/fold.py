"""Text made comparable: case, accents, punctuation and numerals folded away, with the place of every word kept."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from bot.knowledge.expressions import expression
from bot.knowledge.names import APOSTROPHES, LONGEST_WORD, ROMAN, WORD, clean, fold_word
from bot.knowledge.remembering import remembered

CARDINALS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
NUMERALS = ROMAN | CARDINALS
ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "forth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
    "thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th",
}  # fmt: skip
#: An ordinal as it counts in names.
ORDINAL = expression(r"\d+(?:st|nd|rd|th)")
#: Words that only introduce a number in a title: "Vol. 2", "Part II", "Chapter Two".
COUNTERS = frozenset({"part", "pt", "vol", "volume", "chapter", "episode"})
#: A word is said on purpose at most so often in a row.
MOST_IN_A_ROW = 3
#: A small word of a long message is said more often than any other.
MOST_IN_ALL = 8
ARTICLES = frozenset({"the", "a", "an"})

_QUOTED = expression(
    r"[\"“„«](?P<a>[^\"“”„«»]{1,80})[\"”“»]|(?<!\w)[‘'](?P<b>(?:[^‘'’]|(?<=\w)['’](?=\w)){1,80})['’](?!\w)"
)
#: A number with something of its own: "Rocky IV's song", also written "Rocky IVs song".
_NUMBERS_OWN = expression(rf"(?P<number>\w+)[{APOSTROPHES}]s")
_DIGITS = frozenset(digits for digits in NUMERALS.values() if digits[-1] != "0")  # "the 80's" are no number's
_ROMAN_OWN = {f"{roman}s": digits for roman, digits in ROMAN.items() if roman not in ("vi", "xi")}  # "vis", "xis"


class Word(Struct, frozen=True, gc=False):
    """A word of the question: as typed, folded, as it counts in names, and what surrounds it."""

    raw: str
    folded: str
    key: str  # folded, with numerals as digits: what names are compared by
    start: int
    end: int
    quoted: bool = False
    opens: bool = True  # nothing but a space stands between this word and the one before: False after punctuation
    capital: bool = False


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order. Idempotent in what it folds: folding a folded text changes nothing."""
    return words_of(clean(text))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a cleaned text in order."""
    quoted = _quoted(text)
    found: list[Word] = []
    last_end = 0
    for match in WORD.finditer(text):
        folded = fold_word(match.group()[:LONGEST_WORD])
        if not folded:
            continue
        between = text[last_end : match.start()]
        found.append(
            Word(
                raw=match.group(),
                folded=folded,
                key=_key(match.group(), folded),
                start=match.start(),
                end=match.end(),
                quoted=bool(quoted) and bool(quoted[match.start()] and quoted[match.end() - 1]),
                opens=not between.strip(" \t-–"),
                capital=match.group()[0].isupper(),
            )
        )
        last_end = match.end()
    return tuple(found)


def _key(raw: str, folded: str) -> str:
    """A word as it counts in names."""
    if folded[-1] == "s" and len(raw) > len(folded) and (own := _NUMBERS_OWN.fullmatch(raw)):
        number = own["number"].casefold()
        return NUMERALS.get(number, number if number in _DIGITS else folded)
    return NUMERALS.get(folded) or ORDINALS.get(folded) or _ROMAN_OWN.get(folded, folded)


def _quoted(text: str) -> bytearray:
    """For every character whether it stands in quotation marks; empty when none does."""
    marks = bytearray()
    for match in _QUOTED.finditer(text):
        marks = marks or bytearray(len(text))
        start, end = match.span("a") if match.group("a") else match.span("b")
        marks[start:end] = b"\x01" * (end - start)
    return marks


def key_of_name(text: str) -> tuple[str, ...]:
    """A name as the words it is compared by: numerals as digits, "Part" and "Vol." before a number dropped."""
    raw = [word for word in WORD.findall(clean(text)) if word != "#"]
    folded = [fold_word(word) for word in raw]
    keys = [_key(*each) for each in zip(raw, folded, strict=True) if each[1]]
    if COUNTERS.isdisjoint(folded):
        return tuple(keys)
    return tuple(
        key for key, after in zip(keys, (*keys[1:], ""), strict=True) if not (key in COUNTERS and after.isdigit())
    )


#: The same for what is asked again and again; a name that is only read to be filed is better not remembered.
name_key = remembered(key_of_name)


def without_repeats(each: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, none more than thrice in a row ("Bye Bye Bye") nor more than so often in all: then it says no more."""
    kept: list[Word] = []
    said = Counter[str]()
    for word in each:
        said[word.key] += 1
        row = [before.key for before in kept[-MOST_IN_A_ROW:]]
        if row != [word.key] * MOST_IN_A_ROW and said[word.key] <= MOST_IN_ALL:
            kept.append(word)
    return tuple(kept)


def without_counters(each: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without those that only introduce a number, so that "Rocky Part 2" is "Rocky 2"."""
    following = (*each[1:], None)[: len(each)]
    return tuple(
        word
        for word, after in zip(each, following, strict=True)
        if not (word.folded in COUNTERS and after and after.key.isdigit())
    )
