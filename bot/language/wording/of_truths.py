"""Yes or no, and this or that: claims to be judged, and things to be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.language.question import Aspect
from bot.language.stems import EMPTY_WORDS
from bot.language.wording.of_things import DIRECTOR
from bot.language.wording.pattern import Pattern, pattern

CHECK = pattern(
    (
        r"^(?:so |and |but |wait |ok |okay |hey |yo |hi |um |uh |quick question |please |also |then )*(?:is|"
        r"are|was|were|does|did|do|has|have|had|isn t|can you confirm|could you confirm|would i be right|am "
        r"i right|can it be)\b(?! (?:you |there any|there a list|it possible|anyone|you know))"
    ),
    r"\bis (?:that|this|it) (?:the )?x(?:artist|song|film|person)\b",
    r"\b(?:is|was) it (?:true|right|correct|really|not|sung|performed|by|from|set|in|the|a|an)\b",
    r"\b(?:is|was|are|were) (?:he|she|they|that|this|it|i|we|my \w+|the \w+) (?:right|correct|wrong|true|so|really)\b",
    r"\b(?:am i|i am|i m) right\b",
    r"\b(?:does|did) (?:he|she|it|they) not\b",
    r"\b(?:right|correct|true|yes|yeah|no|nope|yea|innit|ja|si|oder|verdad|vero|aye|eh|not (?:he|she|it))\s*$",
    r"\b(?:yes or no|true or false|right or wrong|confirm)\b|\bor (?:not|nah|no|what|am i)\b\s*$",
    r"\b(?:can|could|would|please|may) (?:you |someone |anyone |u )?(?:please |kindly )?(?:settle|verify|check)\b",
    r"\bwould it be (?:right|correct|fair)\b",
)
#: Said of two things alike.
BOTH = re.compile(r"\bboth\b")
#: Before a title: the film is meant, not whom it is called after.
PLACED = re.compile(r"in|from|of|and|or|both|first|1st|original|than|is|are|was|were")
#: A scene by the song that is known to be its own: "the Breakfast Machine music".
SONG_SCENE = re.compile(r"\bxsong (?:the )?xsong (?:song|music|scene|montage|bit)\b")
#: The one song of a scene or film: what it has other than that is not it.
THE_SONG = re.compile(
    r"\b(?:the|its|that|this) (?:\w+ ){0,2}(?:song|track|music|tune|theme|score|number|anthem|jam)\b",
)
#: Ends what stands before a name that is ruled out.
RULES_OUT = re.compile(
    r"\b(?:besides?|except|excluding|apart from|aside from|other than|not counting|no|not|is not|"
    r"rather than|instead of|do not mean|dont mean|out(?:side)? of)"
    r"(?: (?:for|in|from|the|that|film|movie|one|of|mean|song|(?:19|20)\d\d))*$"
)
#: Another one than what is named is asked for.
OTHER = re.compile(r"\b(?:other|another|else)\b")
#: A sentence with a verb of its own, as a label has none.
STATES = re.compile(
    r"\b(?:is|was|are|were|has|have|had|plays?|sings?|sang|sung|does|did|uses?|used|made|opens|starts|ends|comes|came)\b"
)
PLAYS = re.compile(r"\bplay\b")
#: Words that ask for something, wherever they stand; "who" behind a name or "it" tells of somebody.
ASKS_OPENLY = re.compile(
    r"\b(?:what|which|whose|whom|how|tell|describe|list|show|name|rank|compare)\b|^(?:\w+ )?(?:when|where)\b|"
    r"(?<!xartist )(?<!xperson )(?<!\bit )\bwho\b"
)
_OPENING_WORDS = re.compile(
    r"(?:(?:so|and|but|ok|hey|yo|hi|please|then|also|btw|in|from|for|of|on|to|at|by) )*"
    r"(?:what|which|who|whom|whose|where|when|how|name|list|show|give)\b"
)
_CLOSED_START = re.compile(
    r"(?:so |and |but |ok |hey |yo |hi |please )*(?:is|are|was|were|does|did|do|has|have|am i|can you "
    r"confirm|could you confirm)\b(?! you)"
)
_CONFIRMING = re.compile(
    r"\b(?:confirm|verify|yes or no|bet|mistaken)\b|\b(?:true|right|correct|wrong)(?: or \w+)?\W*$|"
    r"\b(?:is|are|was|am) (?:it|that|this|he|she|they|i|we|my \w+) (?:true|right|correct|wrong)\b"
)
_WH = re.compile(r"(?<!\bis )(?<!\bs )(?<!\bwas )\b(?:what|which|who|whom|whose|how)\b")
COMPARE = pattern(
    r"\b(?:compare[ds]?|comparing|comparison|contrast\w*|versus|vs|differ\w*|diff|diffs|side by side)\b",
    r"\b(?:similar\w*|distinguish|in common)\b",
    r"\bxfilm v xfilm\b",
    r"\bnext to\b",
    r"\b(?:same|both|each of)\b",
    r"\b(?:older|newer|oldest|newest|earlier|earliest|later|latest|first|higher|highest|lower|better) .*\bor\b",
    r"\bor\b.*\b(?:older|newer|earlier|later|first|higher|lower|ranks?|ranked|better)\b",
    r"\b(?:older|newer|earlier|later|higher|lower) than\b",
    r"\bor\b.*\bwhich\b",
    r"\bbetween\b.*\band\b",
    r"\bpredates?\b",
    r"\bwhich\b.*\bxfilm or (?:the )?xfilm\b",
    r"\b(?:before|after) (?:the )?x(?:film|song)\b",
    r"\b(?:outranks?|beats?|above|ahead of|below)\b",
)
EARLIER = pattern(
    r"\b(?:older|oldest|earlier|earliest|came first|come first|first|released first|out first|made first)\b",
    r"\b(?:before|predates?)\b",
)
LATER = pattern(
    r"\b(?:newer|newest|younger|later|latest|more recent|recent|came last|came second|after)\b",
)
HIGHER = pattern(
    r"\b(?:higher|highest|lower|outranks?|beats?|ranks?|ranked|ranking|better|above|ahead|below)\b",
    r"\bon (?:the|your|that) list\b",
    r"\bplaced\b",
)
LOWER = pattern(r"\b(?:lower|lowest|below|beneath|behind|under|after|worse)\b")
NEXT = pattern(r"\b(?:right|directly|immediately|just|straight) (?:before|after|above|below|behind|ahead)\b")
SAME = pattern(
    r"\b(?:one|1|a single) (?:\w+ )?(?:guy|man|person|director|woman)\b.*\bdirect\w*",
    r"\bsame (?:director|person|man|guy|film ?maker|people)\b",
    r"\bboth direct\w*\b",
    r"\bdirected? by the same\b",
    r"\bshare (?:a|the same) director\b",
    r"\bdirect\w* both\b",
)
SAME_YEAR = pattern(r"\bsame year\b")
SAME_SONG = pattern(
    r"\b(?:same|share a|share the same) (?:\w+ )?(?:song|track|music|tune|piece)\b",
    r"\bboth (?:use|have|play|feature)\b",
    r"\bdiff(?:erent)? songs?\b",
)
IN_COMMON = pattern(r"\bin common\b", r"\b(?:alike|similar\w*|what .*share)\b")
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
_SETTING = re.compile(r"\b(?:set|takes? place|happens?|located) (?:\w+ )?in ((?:\w+ ?){1,3})")
MADE_FOR_IT = "made for it"
#: What a known mistake says of music that another film had first.
MADE_FOR_ANOTHER = re.compile(r"\b(?:written|composed|made|recorded) for (?!the |this )[A-Z]")
#: What songs and people are said to be like, of which nothing is known but what mistakes are made about it.
_QUALITIES: Mapping[str, Pattern] = {
    MADE_FOR_IT: pattern(
        r"\b(?:compos\w+|written|wrote|made|record\w+|created) (?:\w+ ){0,2}for (?:the |that |this )?"
        r"(?:film|movie|xfilm|it)\b",
    ),
    "the best": pattern(r"\b(?:best|worst|greatest|finest)\b(?!.*\b(?:list|rank\w*|countdown)\b)"),
    "has words": pattern(r"\b(?:lyrics?|wordless|vocals|with words|without words)\b", r"\binstrumental\b"),
    "a recording": pattern(
        r"\b(?:original|live|cover|acoustic|extended) (?:version|recording|record|song|take)\b",
        r"\ban? (?:cover|remix|remake|original)\b",
    ),
    "somebody": pattern(r"\ban? (?:woman|man|girl|boy|lady|guy|female|male|group|choir)\b.*\b(?:direct|sing|perform)"),
}


def setting(said: str) -> str:
    """Where something is said to be set; empty when it is not said."""
    found = _SETTING.search(said)
    return found[1].strip() if found and not EMPTY_WORDS.issuperset(found[1].split()) else ""


def quality(said: str) -> str:
    """What a song or person is said to be like, if anything: "an original song", "written for the film"."""
    return next((name for name, pattern in _QUALITIES.items() if pattern.search(said)), "")


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
