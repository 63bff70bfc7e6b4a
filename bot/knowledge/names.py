"""How names are compared inside the catalogue: two that differ only in case, accents or punctuation are one."""

from __future__ import annotations

import re
import unicodedata

from bot.knowledge.remembering import remembered

_APOSTROPHES = re.compile(r"['’`´]")
_PUNCTUATION = re.compile(r"[\W_]+")


@remembered
def folded(name: str) -> str:
    """The name in small letters, without accents and punctuation, "&" as "and", words parted by one space."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()).replace("&", " and "))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _PUNCTUATION.sub(" ", letters).strip()


def slug(name: str) -> str:
    """The name as part of an id: ASCII letters, digits and hyphens; empty when it has none of these."""
    return "-".join(folded(name).encode("ascii", "ignore").decode().split())
