"""How names and words are compared: two that differ only in case, accents or punctuation are one."""

from __future__ import annotations

import re
import unicodedata

from bot.knowledge.remembering import remembered

ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13",
}  # fmt: skip
APOSTROPHES = "'’‘ʼ`´"
#: Letters read of one word; no name has a longer one.
LONGEST_WORD = 40
#: A word that ends in a Roman number, as a hashtag has it, is two: "RockyIV".
_NUMBERED = rf"[^\W\d_]+[a-z](?=(?:{'|'.join(sorted(ROMAN, key=len, reverse=True)).upper()})\b)"
#: A word of a cleaned text; a "#" before a number is one of its own.
WORD = re.compile(rf"{_NUMBERED}|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*|&|#(?=\d)")

#: How those signs are read out.
_SIGNS = {"&": "and", "#": "number"}
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
#: Links, mentions, custom emoji and code: nothing of a name or question.
_MARKUP = re.compile(r"https?://\S+|<[@#][!&]?\d+>|<a?:\w+:\d+>|<t:\d+(?::\w)?>")


@remembered
def folded(text: str) -> str:
    """A text as folded words with single spaces between: "M.I.A." is "mia", "Bill & Ted" is "bill and ted", and "#5"
    is "number 5"."""
    said = (_SIGNS.get(word) or word[:LONGEST_WORD] for word in WORD.findall(clean(text)))
    return " ".join(_letters(" ".join(said)).split())


@remembered
def fold_word(word: str) -> str:
    """One word without case, accents, apostrophes or invisible characters."""
    return _SIGNS.get(word) or _letters(word)


def _letters(text: str) -> str:
    letters = text.casefold()
    if not letters.isascii():
        letters = letters.translate(_LETTERS)
        parts = unicodedata.normalize("NFKD", letters)
        letters = "".join(_digit(each) for each in parts if not unicodedata.combining(each))
    return letters.translate(_NO_APOSTROPHES)


def _digit(letter: str) -> str:
    """A digit as we write it, whatever it looks like ("➃", "٤"); any other letter as it is."""
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter


def clean(text: str) -> str:
    """The text in composed form, without links, mentions, zero-width characters and piled-up accents (zalgo)."""
    text = _MARKUP.sub(" ", text)
    if text.isascii():
        return _INITIALS.sub(_without_dots, text)
    kept = (
        each
        for each in unicodedata.normalize("NFKC", text)
        if each.isspace() or unicodedata.category(each)[0] not in "CM"
    )
    return _INITIALS.sub(_without_dots, "".join(kept))


def _without_dots(match: re.Match[str]) -> str:
    return match.group().replace(".", "")
