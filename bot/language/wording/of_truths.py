"""Yes or no, and this or that: claims to be judged, and things to be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.knowledge.expressions import expression
from bot.language.question import Aspect
from bot.language.stems import EMPTY_WORDS
from bot.language.wording.of_things import DIRECTOR
from bot.language.wording.pattern import Pattern, pattern, while_asked

#: What is put behind a claim.
_TAGS = r"right|correct|true|yes|yeah|aye|no|nope|innit|not (?:he|she|it)"
CHECK = pattern(
    r"^(?:so |and |but |wait |ok |hey |then )*(?:is|are|was|were|does|did|do|has|have|had|isn t|can you confirm)"
    r"\b(?! (?:you |there any|anyone))",
    r"\b(?:is|was) (?:it|that|this) (?:not|true|right|really|sung|by|from|set|in|the|an?|x\w+)\b",
    r"\b(?:am i|i am|i m|(?:is|are|was) (?:he|she|they|i|we|my \w+|the \w+)) (?:right|correct|wrong|true|so)\b",
    rf"\b(?:{_TAGS})\s*$",
    r"\b(?:yes|true|truth|right|correct|facts?|real|legit) or \w+\b|\bconfirm\b|\bor (?:not|no|what)\s*$",
    r"\b(?:can|could|would|please) (?:you |someone )?(?:please )?(?:settle|verify|check)\b",
)
#: Said of two things alike.
BOTH = expression(r"\bboth\b")
#: A scene by the song that is known to be its own: "the Breakfast Machine music".
SONG_SCENE = expression(r"\bxsong (?:the )?xsong (?:music|scene)\b")
#: The one song of a scene or film: what it has other than that is not it.
THE_SONG = expression(r"\b(?:the|its|that|this) (?:\w+ ){0,2}(?:song|track|music|tune)\b")
#: Ends what stands before a name that is ruled out.
RULES_OUT = expression(
    r"\b(?:besides?|except|exclud(?:ing|e)|(?:apart|aside) from|(?:other|rather) than|instead of|minus|without|sans|bar"
    r"|(?:leav(?:ing|e)|miss(?:ing)?) out|skip(?:ping)?|ignor(?:ing|e)|not (?:counting|including)|not?)"
    r"(?: (?:for|in|from|the|film|movie|song|any|all|\d{4}))*$"
)
#: Another one than what is named is asked for.
OTHER = expression(r"\b(?:other|another|else)\b")
#: A sentence with a verb of its own, as a label has none.
STATES = expression(
    r"\b(?:is|was|are|were|has|had|plays?|s[aiu]ngs?|uses?|used|does|did|made|opens|starts|ends|comes|came)\b"
)
PLAYS = expression(r"\bplay\b")
#: Words that ask for something, wherever they stand; "who" behind a name or "it" tells of somebody.
ASKS_OPENLY = expression(r"\b(?:what|which|whose|whom|how)\b|(?<!xartist )(?<!xperson )(?<!\bit )\bwho\b")
_OPENING_WORDS = expression(
    r"(?:(?:so|and|but|ok|in|from|for|of|on|to|at|by) )*(?:what|which|who\w*|where|when|how|name|list|show|give)\b"
)
_CLOSED_START = expression(r"(?:so |and |but )*(?:is|are|was|were|does|did|do|has|have|am i)\b(?! you)")
_CONFIRMING = expression(rf"\b(?:confirm|verify|yes or no|bet|mistaken)\b|\b(?:{_TAGS}|wrong)(?: or \w+)?\W*$")
_WH = expression(r"(?<!\bis )(?<!\bs )(?<!\bwas )\b(?:what|which|who|whom|whose|how)\b")
_MORE = r"(?:(?:old|new|earli|lat|high|low)e(?:r|st)|first|better)"
COMPARE = pattern(
    r"\b(?:compar\w+|contrast\w*|versus|vs|diff\w*|side by side|similar\w*|in common|same|both)\b",
    r"\bxfilm v xfilm\b",
    rf"\b{_MORE} (?:than|.*\bor)\b",
    rf"\bor\b.*\b(?:which|{_MORE})\b",
    r"\bbetween\b.*\band\b",
    r"\b(?:before|after) (?:the )?x(?:film|song)\b",
    r"\b(?:outranks?|beats?|predates?|above|ahead of|below)\b",
)
EARLIER = pattern(r"\b(?:old|earli)e(?:r|st)\b", r"\b(?:first|before|predates?)\b")
LATER = pattern(r"\b(?:new|lat)e(?:r|st)\b", r"\b(?:younger|recent|after)\b")
HIGHER = pattern(
    r"\b(?:high|low)e(?:r|st)\b",
    r"\b(?:outranks?|beats?|rank\w*|better|above|ahead|below|placed|on (?:the|your) list)\b",
)
LOWER = pattern(r"\b(?:lower|lowest|below|behind|under|after|worse)\b")
NEXT = pattern(r"\b(?:right|directly|immediately|just) (?:before|after|above|below|behind|ahead)\b")
SAME = pattern(
    r"\b(?:same|one|1) (?:director|person|man|guy|woman)\b",
    r"\bboth direct\w*|\bdirect\w* both\b",
    r"\bshare (?:a|the same) director\b",
)
SAME_YEAR = pattern(r"\bsame year\b")
SAME_SONG = pattern(r"\b(?:same|share a) (?:\w+ )?(?:song|track|music|tune)\b", r"\bboth (?:use|have|play|feature)\b")
IN_COMMON = pattern(r"\b(?:in common|alike|similar\w*)\b")
_COMPARED_BY: Mapping[Aspect, Pattern] = {
    Aspect.FIRST: EARLIER,
    Aspect.LAST: LATER,
    Aspect.HIGHER: HIGHER,
    Aspect.LOWER: LOWER,
    Aspect.NEXT: NEXT,
    Aspect.SAME_DIRECTOR: SAME,
    Aspect.SAME_YEAR: SAME_YEAR,
    Aspect.SAME_SONG: SAME_SONG,
    Aspect.COMMON: IN_COMMON,
    Aspect.DIRECTOR: DIRECTOR,
}


#: Words with which a claim is put or put off, as far as they are not words of asking.
ANSWERS = frozenset("nah nope yep yup aye yea yeah ja nein oui non si sim nao vero verdad right rite".split())
_SETTING = expression(r"\b(?:set|takes? place|happens?) (?:\w+ )?in ((?:\w+ ?){1,3})")
MADE_FOR_IT = "made for it"
#: What a known mistake says of music that another film had first.
MADE_FOR_ANOTHER = expression(r"\b(?:written|composed|made|recorded) for (?!the |this )[A-Z]")
#: What songs and people are said to be like, of which nothing is known but what mistakes are made about it.
_QUALITIES: Mapping[str, Pattern] = {
    MADE_FOR_IT: pattern(
        r"\b(?:compos\w+|written|made|record\w+) (?:\w+ ){0,2}for (?:the |that |this )?(?:film|movie|xfilm|it)\b"
    ),
    "the best": pattern(r"\b(?:best|worst|greatest|finest)\b(?!.*\b(?:list|rank\w*|countdown)\b)"),
    "has words": pattern(r"\b(?:lyrics?|wordless|instrumental)\b"),
    "a recording": pattern(
        r"\b(?:original|live|cover|acoustic) (?:version|recording|song)\b", r"\ban? (?:cover|remix)\b"
    ),
    "somebody": pattern(r"\ban? (?:woman|man|girl|boy|choir)\b.*\b(?:direct|s[aiu]ng|perform)"),
}


@while_asked
def setting(said: str) -> str:
    """Where something is said to be set; empty when it is not said."""
    found = _SETTING.search(said)
    return found[1].strip() if found and not EMPTY_WORDS.issuperset(found[1].split()) else ""


@while_asked
def quality(said: str) -> str:
    """What a song or person is said to be like, if anything: "an original song", "written for the film"."""
    return next((name for name, pattern in _QUALITIES.items() if pattern.search(said)), "")


@while_asked
def comparison_asked(said: str) -> frozenset[Aspect]:
    """What two things are compared by, where the question says so."""
    return frozenset(aspect for aspect, pattern in _COMPARED_BY.items() if pattern.search(said))


def is_open(said: str, text: str) -> bool:
    """Whether the question wants more than yes or no, for all that it claims something on the way."""
    if _OPENING_WORDS.match(said) and not _CONFIRMING.search(said):
        return True
    last = re.split(r"[.!?;:,]", text.strip().rstrip("?!. "))[-1].casefold()
    asking = bool(_WH.search(last) and ASKS_OPENLY.search(said)) and not re.match(
        r"\s*(?:the one |a song |that )", last
    )
    return asking and not _CONFIRMING.search(last) and not _CLOSED_START.match(said)
