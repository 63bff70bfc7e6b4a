"""Lists and places: how many, the top of a list, who is third, where something stands."""

from __future__ import annotations

from bot.knowledge.expressions import expression
from bot.language.places import LISTED, is_explained
from bot.language.wording.pattern import pattern, while_asked

#: Several montages are talked of.
MONTAGES = expression(r"\bmontages\b")
MONTAGE = expression(r"\bmontages?\b")
IN_THE_LIST = expression(rf"\b(?:on|in|does) (?:the|your|that|this) (?:\w+ )?{LISTED}\b")
_COUNT = expression(r"(?:\bhow many|\b(?:number|count) of|^count)\b(?: (\w+))?")
#: A list is talked of, ours or another, and not "list my reminders".
WHOLE = pattern(
    r"\b(?:the|that|this|your|an?|my|full|whole|ranked) (?:\w+ ){0,2}?lists?\b",
    r"\blists? (?:of|in)\b",
    r"^(?:\w+ ){0,2}list(?: \w+)?$",
    r"\b(?:rankings?|countdown|consensus|xlist|(?:the|all) (?:6|six))\b",
)
PLURAL = pattern(
    r"\b(?:montages|entries|sequences|ones|series|franchise|saga|anything|everything)\b",
    r"\b(?:which|what|list|all|any|some|every|other|how many|your|more) (?:\w+ ){0,4}(?:films|movies|songs|scenes)\b",
    r"^(?:films|movies|songs|scenes)\b",
    r"\b(?:any|every|each) (?:\w+ ){0,3}montage\b",
    r"\b(?:every|each) (?:\w+ ){0,2}(?:film|movie|song|scene)\b",
    r"\ball (?:the |of )?x(?:artist|franchise|person)\b",
    r"\bx(?:artist|franchise|person|film) (?:songs|films|movies|scenes|stuff)\b",
)
#: Every film of a series is meant.
EVERY_FILM = expression(
    r"\b(?:all|every|each|both) (?:of )?(?:the )?x(?:film|franchise) (?:film|movie|flick|montage|song)s?\b"
)
SERIES = expression(r"\b(?:series|saga|franchise|trilogy|films|movies)\b")
_RANK_OF = expression(
    r"\b(?:rank\w*|(?:the|that|this|your) (?:\w+ ){0,3}?list(?! of)|countdown|article|plac(?:ed?|es|ing|ement)|position"
    r"|spot|slot|what number|how (?:high|low|far))\b"
)
#: Superlatives of opinion and of renown, which is what published lists rank by.
OPINION = frozenset(
    (
        "best greatest finest highest top insane iconic memorable famous popular epic awesome inspiring inspirational "
        "motivating motivational beloved loved legendary important essential coolest"
    ).split()
)
_BEST_WORD = rf"(?:best|greatest|finest|coolest|favou?rite|top|number (?:one|1)|most (?:{'|'.join(sorted(OPINION))}))"
_BEST = expression(rf"\b{_BEST_WORD}\b(?! (?:song|music|film|movie))")
_IN_TIME = expression(r"\b(?:(oldest|earliest|very first)|newest|latest|most recent) (?:\w+ ){0,4}?montages?\b")
_THINGS = ("xfilm", "xsong", "xmontage", "xfranchise")
_THING = rf"(?:the )?(?:first )?(?:{'|'.join(_THINGS)})"
_AFTER = r"after|below|behind|under|follow(?:s|ing)|(?:worse|lower) than"
_BEFORE = r"before|above|ahead of|preced(?:es|ing)|in front of|(?:better|higher) than|(?:beat|outrank)s?"
_BETWEEN = expression(rf"\bbetween {_THING}.*\band {_THING}")
_FOLLOWED = expression(rf"\bfollowed by {_THING}|({_THING} (?:\w+ ){{0,2}}?followed by)")
_BESIDE = expression(rf"\b(?:({_AFTER})|{_BEFORE})(?: (?:directly|right|immediately|on))* {_THING}\b")
_TURNED = expression(rf"\b{_THING} (?:\w+ ){{0,5}}?(?:({_AFTER})|{_BEFORE})(?= (?:which|what|whom|who)\b|$)")


@while_asked
def beside_asked(said: str) -> int | None:
    """So many places after (1) or before (-1) the one named, or between two (0); None when that is not asked."""
    if not any(thing in said for thing in _THINGS):
        return None
    if _BETWEEN.search(said):
        return 0
    if found := _FOLLOWED.search(said):
        return 1 if found[1] else -1
    if found := _TURNED.search(said):
        return -1 if found[1] else 1
    found = _BESIDE.search(said)
    return (1 if found[1] else -1) if found else None


def count_asked(said: str) -> bool:
    """Whether it is asked how many there are of something of ours."""
    found = _COUNT.search(said)
    return bool(found) and (found[1] is None or is_explained(found[1]))


@while_asked
def best_asked(said: str) -> bool:
    """Whether the best of some montages is asked for: "top comedy montage", "which dance montage is the best"."""
    return bool(_BEST.search(said))


def order_of_time_asked(said: str) -> int | None:
    """Whether the oldest (1) or the newest (-1) of some montages is asked for."""
    found = _IN_TIME.search(said)
    return (1 if found[1] else -1) if found else None


@while_asked
def rank_asked(said: str) -> bool:
    """Whether the place of something named is asked."""
    return bool(_RANK_OF.search(said))
