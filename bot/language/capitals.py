"""What capitals say of a name: whether they mean anything in a message, and whether the words have them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.fold import ARTICLES, Word
from bot.language.names import Commonness, Match, Meaning, NameKind

#: Words of no more letters need no capital in a title.
LONGEST_SMALL_WORD = 3


def mostly_lower(words: Sequence[Word]) -> bool:
    """Whether capitals mean something here: in a question typed in capitals, or all Titles, they do not."""
    return sum(word.capital for word in words[1:]) * 2 < max(2, len(words))


def is_lowered(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """ "the fighter Frank Dux", "in our town": no rare title, in small letters, by somebody who uses capitals."""
    inside = [word for word in words[match.start : match.end] if word.folded not in ARTICLES]
    others = (word for at, word in enumerate(words[1:], 1) if not match.start <= at < match.end)
    typed = words[0].capital and any(word.capital and word.opens for word in others)
    rare = match.name.commonness is Commonness.RARE
    if meaning.kind is not (NameKind.FILM if len(inside) == 1 else NameKind.SONG) or rare:
        return False
    return typed and not any(word.capital for word in inside)


def is_capitalised(inside: Sequence[Word]) -> bool:
    """Whether the words that bear a title's meaning have capitals; small words need none."""
    bearing = [word for word in inside if len(word.folded) > LONGEST_SMALL_WORD] or list(inside)
    return all(word.capital for word in bearing)
