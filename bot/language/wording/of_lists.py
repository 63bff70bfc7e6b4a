"""Lists and places: how many, the top of a list, who is third, where something stands."""

from __future__ import annotations

import re

from bot.language.numbers import NUMBER, ORDINAL, number, ordinal
from bot.language.wording.pattern import pattern

_PLACE_WORD = r"(?:number|no|nr|rank|ranked|ranking|place|position|spot|slot|#)"
_RANKED = r"(?:rank\w*|list(?! of the)|countdown|article|chart|top \d+|top six|place|position|spot|leaderboard)"
COUNT = pattern(
    r"\bhow many (?:\w+ ){0,4}?(?:montages?|films?|movies?|songs?|scenes?|of (?:them|those|these)|ones)\b",
    r"\bhow many (?:\w+ ){0,4}?(?:entries|lists?)\b",
    r"\b(?:number|count) of (?:\w+ )?montages\b",
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
_AT_PLACE = (
    re.compile(rf"\b{_PLACE_WORD} ?{NUMBER}\b(?! (?:film|movie|montages|songs|films|movies))"),
    re.compile(
        rf"\b{ORDINAL} (?:place|position|spot|slot|one|1|on the list|in the (?:list|ranking|countdown|article)|"
        rf"best|entry|montage|film|ranked|rank|from the list|on list|place)\b"
    ),
    re.compile(
        rf"\b(?:ranked|came|comes|come|placed|finished|landed|is|was|sits|in|at|took|got|gets|the) {ORDINAL}\b(?! "
        rf"(?:film|movie|xfilm|time|scene|half|part|training|kiss|ever|song|to|day|date|xfranchise|at|"
        rf"one of))"
    ),
    re.compile(rf"\b(?:at|in|on|who is|what is|is) {NUMBER}\b(?= (?:on|in) (?:the )?{_RANKED}|$)"),
)
_PLACE_NAMES = (
    (re.compile(r"\b(?:second to last|second last|last but one|penultimate|next to last)\b"), -2),
    (re.compile(r"\b(?:gold|first prize)\b"), 1),
    (re.compile(r"\b(?:runner s? ?up|runners up|silver)\b"), 2),
    (re.compile(r"\bbronze\b"), 3),
)
_LAST = pattern(
    r"\b(?:dead )?last (?:on|in|place|of|one|entry|spot|montage|film)\b(?! bus| train)",
    r"\b(?:dead last|bottom (?:of|spot|place|one)|at the (?:very )?bottom|lowest|comes last|came last)\b",
    r"\b(?:come last|ranked last|ranks last|finishe[sd] last)\b",
    r"\b(?:the last (?:place|spot|entry|montage|on|in the list|of the list|position))\b",
    r"\b(?:the last one(?=$| on| in| of| from)|worst|least insane)\b",
    r"\b(?:very end of the (?:list|ranking|countdown))\b",
    r"^(?:(?:what|which|who|and) (?:one )?(?:is|comes|came|was) )?(?:the )?last$",
)
_FIRST = pattern(
    r"\b(?:at|on|to) (?:the )?(?:very )?top(?! of (?!the (?:list|ranking|countdown|article|chart|six)))\b",
    r"\btop (?:spot|of the (?:list|ranking|countdown|article)|place|ranked|pick|one|montage|entry)\b",
    r"\b(?:winner|crowned|number one|best ranked|highest ranked|ranked (?:highest|first|best|top))\b",
    r"\b(?:ranks (?:highest|first|top|best)|tops? the (?:list|ranking|countdown|article)|best montage)\b",
    r"\b(?:most insane (?:training montage|one|montage|of all)|first place|leads? the (?:list|ranking))\b",
    r"\b(?:takes the crown|gold medal)\b",
)
_STRONG_RANK = pattern(
    r"\b(?:what|which|whats) (?:is (?:the )?)?(?:place|position|number|rank|spot|slot)\b",
    r"\bspot (?:in|on)\b",
)
_RANK_OF = pattern(
    r"\bspot (?:in|on)\b",
    rf"\b(?:what|which|wat|in what|in which|at what|at which) (?:is (?:the )?)?(?:{_PLACE_WORD})\b",
    r"\b(?:rank|position|spot|placing|placement|place|number) (?:of|for|does|did|is|was|has|given)\b",
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
_TOP = re.compile(
    rf"\b(?:top|best|highest) {NUMBER}\b|\b(?:first|the|give me|show me) {NUMBER} (?:montages|best|highest|"
    rf"top|ranked|entries|places)\b"
)
_BESIDE = re.compile(
    r"\b(after|below|behind|under|following|follows|before|above|ahead of|precedes|preceding|in front of) "
    r"(?:the )?x(?:film|song|montage|franchise)\b"
)


def beside_asked(said: str) -> int | None:
    """One place after (1) or before (-1) something named, when a list is talked of; None when that is not asked."""
    found = _BESIDE.search(said) if RANK_CONTEXT.search(said) and not re.search(r"\bor\b", said) else None
    return (
        None
        if found is None
        else 1
        if found[1] in ("after", "below", "behind", "under", "following", "follows")
        else -1
    )


def place_asked(said: str) -> int | None:
    """The place in a list a question asks after: 3 for "number 3", -1 for the last; None when it asks after none."""
    for each in _AT_PLACE:
        if found := each.search(said):
            return number(found[1]) or ordinal(found[1])
    for each, place in _PLACE_NAMES:
        if each.search(said):
            return place
    if _LAST.search(said):
        return -1
    return 1 if _FIRST.search(said) else None


def rank_asked(said: str) -> bool:
    """Whether the place of something named is asked."""
    return bool(_RANK_OF.search(said))


def rank_surely_asked(said: str) -> bool:
    """Whether a place is asked in so many words, whatever else is said of films in the plural."""
    return bool(_STRONG_RANK.search(said)) and bool(RANK_CONTEXT.search(said))


def top_asked(said: str) -> int | None:
    """How many from the top are asked for: 3 for "top 3"."""
    found = _TOP.search(said)
    return number(found[1] or found[2]) if found else None
