"""The ids of films, made of title and year: they are for ever, so no two titles may come to the same."""

from __future__ import annotations

from bot.knowledge.model import LONGEST_ID
from bot.knowledge.names import folded

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюяієґђјљњћџѕ"
_IN_LATIN = "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch y e yu ya i ye g dj j lj nj c dz dz"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_GREEK_IN_LATIN = "a v g d e z i th i k l m n x o p r s t y f ch ps o"
#: Folded letters of other alphabets as they are usually written in Latin ones; signs without a sound are left out.
_LATIN = str.maketrans(
    {"ъ": "", "ь": ""}
    | dict(zip(_CYRILLIC + _GREEK, f"{_IN_LATIN} {_GREEK_IN_LATIN}".split(), strict=True))
)  # fmt: skip


def film_id(title: str, year: int | str, imdb_id: str) -> str:
    """A film's id; a title that is too long for it, or cannot be written in Latin letters, gives way to the IMDb id."""
    made = f"{slug(title) or imdb_id}-{year}"
    return made if len(made) <= LONGEST_ID else f"{imdb_id}-{year}"


def slug(name: str) -> str:
    """The name as part of an id: ASCII letters, digits and hyphens; empty when that would leave out some of it."""
    text = folded(name).translate(_LATIN)
    return "-".join(text.split()) if text.isascii() else ""
