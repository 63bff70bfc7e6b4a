"""Lists and places: how many, the top of a list, who is third, where something stands."""

from __future__ import annotations

import re

from bot.language.numbers import NUMBER
from bot.language.places import LISTED, is_all_said, is_listed
from bot.language.wording.pattern import pattern

_PLACE_WORD = r"(?:number|no|nr|rank|ranked|ranking|place|position|spot|slot|#)"
_RANKED = r"(?:rank\w*|list(?! of the)|countdown|article|chart|top \d+|top six|place|position|spot|leaderboard)"
#: Several montages are talked of.
MONTAGES = re.compile(r"\bmontages\b")
MONTAGE = re.compile(r"\bmontages?\b")
#: Two films of which the same is asked.
TOGETHER = re.compile(r"\bxfilm and (?:the )?xfilm\b")
IN_THE_LIST = re.compile(rf"\b(?:on|in|does) (?:the|your|that|this) (?:\w+ )?{LISTED}\b|\bentries\b")
COUNT = pattern(
    r"\bhow many (?:\w+ ){0,4}?(?:montages?|films?|movies?|songs?|scenes?|of (?:them|those|these)|ones)\b",
    r"\bhow many (?:\w+ ){0,4}?(?:entries|lists?)\b",
    r"\b(?:number|count) of (?:\w+ ){0,4}?(?:montages|songs)\b",
    r"^count\b",
)
LIST = pattern(
    r"\b(?:list|lists|ranking|rankings|countdown)\b",
    rf"\btop {NUMBER}\b",
    r"\b(?:montages|films|movies|songs|sequences|scenes|entries)\b",
    r"\ball (?:the|of|your|teh)\b",
    r"\bany .*\bmontage\b",
    r"\bevery\b",
    r"\b(?:collection|catalogue|database)\b",
    r"\b(?:some|any|recommend|suggest)\b",
)
PLURAL = pattern(
    r"\b(?:montages|entries|sequences)\b",
    r"\b(?:which|what) ones\b",
    r"\bones\b(?=$| (?:from|with|by|in|of|directed|set|please|do|have|you))",
    r"\b(?:which|what|list|all|any|some|every|other|show me|name) (?:\w+ ){0,4}(?:films|movies|songs|scenes)\b",
    r"\b(?:give me|how many|list of|your|more) (?:\w+ ){0,4}(?:films|movies|songs|scenes)\b",
    r"^(?:films|movies|songs|scenes)\b",
    r"\b(?:any|every|each) (?:\w+ ){0,3}montage\b",
    r"\ball (?:the |of |your )?(?:xartist|xfranchise|xperson|xfilm)\b",
    r"\banything\b",
    r"\beverything\b",
    r"\bany x\w+ (?:songs?|montages?|films?|movies?|music)\b",
    r"\bx(?:artist|franchise|person) (?:films|movies|songs|scenes|list|stuff)\b",
    r"\bxfilm (?:films|movies|series|franchise|saga)\b",
    r"\b(?:series|franchise|saga)\b",
)
SERIES = pattern(
    r"\b(?:series|saga|franchise|trilogy|films|movies)\b",
)
FULL_RANKING = pattern(
    (
        r"\b(?:full|whole|entire|complete|ranked|that|the|your|official|default|post|show|give|see|what is "
        r"the|all of the|six) (?:\w+ ){0,2}(?:list|ranking|countdown|rankings|top (?:6|"
        r"six))\b(?!.*\bx(?:film|song|artist|person|franchise|montage)\b)"
    ),
    r"^(?:list|ranking|the list|ranked list|top list|rankings|countdown)$",
    r"\bmost insane training montages\b",
    r"\bbest montages\b",
    r"\branked list\b",
    r"\b(?:article|list) (?:ranking|order)\b",
    r"\ball (?:six|6)\b",
)
RANK_CONTEXT = pattern(
    r"\b(?:rank\w*|list(?! of the)|countdown|article|chart|top \d+|top six|leaderboard|placed|xlist|insane)\b",
    rf"\b{_PLACE_WORD} ?{NUMBER}\b(?! (?:an)?other\b)(?<!spot 1)(?<!spot one)",
    r"\b(?:six|6) montages\b",
)
_STRONG_RANK = pattern(
    r"\b(?:what|which|whats) (?:is (?:the )?)?(?:place|position|number|rank|spot|slot)\b",
    r"\bspot (?:in|on)\b",
)
_RANK_OF = pattern(
    r"\bspot (?:in|on)\b",
    rf"\b(?:what|which|wat|in what|in which|at what|at which) (?:is (?:the )?)?(?:{_PLACE_WORD})\b",
    r"\b(?:rank|position|spot|placing|placement|place|number) (?:for|does|did|is|was|has|given)\b",
    r"\b(?:rank|position|spot|placing|placement|place) of\b",
    r"\bnumber of (?:the )?x(?:film|song|montage)\b",
    r"\b(?:rank|ranks|ranked|ranking|position|placing|placed|placement)\b",
    rf"\b(?:where|how high|how) (?:is|does|did|was|do) .*{_RANKED}",
    rf"\bwhere (?:on|in) (?:the )?{_RANKED}",
    r"\b(?:on|in|make|made|making|part of|onto) (?:the |that |your |this )?(?:\w+ ){0,3}(?:list|ranking)\b",
    r"\b(?:on|in|make|made|making|part of|onto) (?:the |that |your |this )?(?:\w+ ){0,3}countdown\b",
    r"\b(?:on|in|make|made|making|part of|onto) (?:the |that |your |this )?(?:\w+ ){0,3}(?:top six|top 6)\b",
    r"\b(?:on|in|make|made|making|part of|onto) (?:the |that |your |this )?(?:\w+ ){0,3}article\b",
    r"\bwhere (?:does|did|do|is) x(?:film|song|montage) (?:land|landed|come|place|rank|stand|end up|finish)\b",
    r"\bwhere (?:does|did|do|is) x(?:film|song|montage) (?:sit|fall|appear on|in the|on the)\b",
    r"\b(?:its|it is|their|his|her) (?:place|position|rank|spot)\b",
    r"\bhow (?:high|low)\b",
    r"\bx(?:film|song|montage) number\b",
    r"\bwhere .* (?:landed|land|finish\w*|end up) (?:in|on)\b",
    r"\bcountdown\b",
    r"\bwhat (?:number|nr|no) (?:is|was|did)\b",
)
#: Superlatives of opinion and of renown, which is what published lists rank by.
OPINION = frozenset(
    (
        "best greatest finest highest top insane iconic memorable famous popular epic awesome inspiring inspirational "
        "motivating motivational beloved loved legendary important essential coolest"
    ).split()
)
_BEST_WORD = (
    r"(?:best|greatest|finest|coolest|ultimate|favou?rite|top|number (?:one|1)|no 1|highest (?:ranked|rated|ranking)|"
    rf"most (?:{'|'.join(sorted(OPINION))}))"
)
_BEST = pattern(
    rf"\b{_BEST_WORD} (?:\w+ ){{0,4}}?(?:montages?|sequences?|scenes?)\b",
    rf"\b(?:montages?|scenes?) (?:\w+ ){{0,6}}?(?:is|was|ranks|the|one) (?:\w+ )?{_BEST_WORD}\b"
    r"(?! (?:song|music|film|movie))",
)
_IN_TIME = re.compile(r"\b(?:(oldest|earliest|very first)|newest|latest|most recent) (?:\w+ ){0,4}?montages?\b")
_THING = r"(?:the )?x(?:film|song|montage|franchise)"
_AFTER = r"after|below|behind|under|beneath|following|follows?|succeeds?|(?:worse|lower) than|down from"
_BEFORE = r"before|above|ahead of|precedes?|preceding|in front of|(?:better|higher) than|up from|beats?"
_BETWEEN = re.compile(rf"\bbetween {_THING}.*\band {_THING}")
_FOLLOWED = re.compile(rf"\bfollowed by {_THING}|({_THING} (?:\w+ ){{0,2}}?followed by)")
_BESIDE = re.compile(rf"\b(?:({_AFTER})|{_BEFORE})(?: (?:directly|right|immediately|on|up|upon))* {_THING}\b")
_TURNED = re.compile(rf"\b{_THING} (?:\w+ ){{0,5}}?(?:({_AFTER})|{_BEFORE})(?= (?:which|what|whom|who)\b|$)")
#: Said of places only; "after" and "before" may be said of years.
_SPATIAL = re.compile(
    r"\b(?:above|below|ahead|beneath|between|(?:spot|place|position|rank) (?:better|worse|higher|lower|up|down))\b"
)


def beside_asked(said: str) -> int | None:
    """So many places after (1) or before (-1) the one named, or between two (0); None when that is not asked."""
    if not is_listed(said) and not (_SPATIAL.search(said) and is_all_said(said)):
        return None
    if _BETWEEN.search(said):
        return 0
    if re.search(r"\bor\b", said):
        return None
    if found := _FOLLOWED.search(said):
        return 1 if found[1] else -1
    if found := _TURNED.search(said):
        return -1 if found[1] else 1
    found = _BESIDE.search(said)
    return (1 if found[1] else -1) if found else None


def best_asked(said: str) -> bool:
    """Whether the best of some montages is asked for: "top comedy montage", "which dance montage is the best"."""
    return bool(_BEST.search(said))


def order_of_time_asked(said: str) -> int | None:
    """Whether the oldest (1) or the newest (-1) of some montages is asked for."""
    found = _IN_TIME.search(said)
    return (1 if found[1] else -1) if found else None


def rank_asked(said: str) -> bool:
    """Whether the place of something named is asked."""
    return bool(_RANK_OF.search(said))


def rank_surely_asked(said: str) -> bool:
    """Whether a place is asked in so many words, whatever else is said of films in the plural."""
    return bool(_STRONG_RANK.search(said)) and bool(RANK_CONTEXT.search(said))
