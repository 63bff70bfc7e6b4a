"""Whether a magazine or a site with a name of common words is meant: "the Maxim list", "number 7 on Complex"."""

from __future__ import annotations

from bot.language.fold import Word

#: Words after the name of a magazine or a site that show it was one: "the Maxim list".
_AFTER_PUBLISHER = frozenset(
    "list lists ranking rankings ranked ranks article countdown top poll magazine put puts places placed gave".split()
)
_BEFORE_PUBLISHER = frozenset({"on", "at", "by", "per"})


def is_publisher_here(last: Word, before: str, after: str, *, closed: bool) -> bool:
    """Whether the words around a name, and how its last word is typed, announce who published a list."""
    own = last.raw.endswith(("'s", "’s"))
    return own or after in _AFTER_PUBLISHER or (closed and before in _BEFORE_PUBLISHER)
