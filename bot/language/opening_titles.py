"""Whether words may be a title by where they stand: where a message opens, or as what is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.expressions import expression
from bot.language.fold import Word
from bot.language.lexicon import asking_words
from bot.language.names import EMPTY

#: Small words alone are a title from so many on.
TITLE_SIZE = 3


YEAR = expression(r"(?:19|20)\d\d")
#: Verbs before what is heard in a film.
_HOLDING = frozenset("have has hear hears play plays use uses feature features".split())


def says_enough(inside: Sequence[Word]) -> bool:
    """Whether a message may open with this title: "magic mike", "bring it on", but not "show me" or "how high"."""
    bearing = [word for word in inside if word.folded not in EMPTY]
    if all(word.folded in asking_words() for word in inside):
        return False  # "anything else by them"
    return len(bearing) == len(inside) or (len(inside) >= TITLE_SIZE and inside[0].folded not in EMPTY)


def is_subject(start: int, end: int, words: Sequence[Word]) -> bool:
    """Whether words are all that is asked about: "is Magic in ...", "does it have Magic in it", "Magic by ..."."""
    before = words[start - 1].folded if start else ""
    after = words[end].folded if end < len(words) else ""
    if start == 0:
        return after == "by"
    if before in _HOLDING:
        return not after or after == "in"
    if before in ("did", "does", "do"):
        return after in ("come", "play", "appear")
    return before in ("is", "was") and after in (("in", "from", "by") if start == 1 else ("from", "by"))


def year_behind(end: int, words: Sequence[Word]) -> str:
    """The year that stands behind a name, as in "Up 2009" and "Up from 2009"; empty where none does."""
    behind = [word.folded for word in words[end : end + 2]]
    year = behind[-1] if behind[:1] == ["from"] else next(iter(behind), "")
    return year if YEAR.fullmatch(year) else ""


def is_of_its_year(label: str, end: int, words: Sequence[Word]) -> bool:
    """Whether the year of a film, by its label, stands behind its title: "Speed (1994)"."""
    year = year_behind(end, words)
    return bool(year) and label.endswith(f"({year})")
