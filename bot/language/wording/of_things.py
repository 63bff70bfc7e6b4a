"""What is asked of a film, a song or a scene: who performs, what happens, which year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.language.question import Aspect, Intent
from bot.language.wording.pattern import Pattern, pattern

_WHO = (
    r"(?:who(?: else)?|whose|by whom|(?:which|what) (?:artist|band|singer|group|musician|composer|performer|act|duo"
    r"|rapper|vocalist|person|people|guy|man|woman|girl))"
)
PERFORMER = pattern(
    r"\b(?:singer|artist|band|group|composer|performer|vocalist)s? (?:is|was|are)\b",
    rf"\b{_WHO}\b.*\b(?:sing|sings|sang|sung|singing|perform\w*|record\w*|compos\w*|wrote|written|writes)",
    rf"\b{_WHO}\b.*\b(?:scored?|behind the (?:song|music|instrumental|track|score)|vocals?)",
    rf"\b{_WHO}\b.*\b(?:playing (?:it|this|that)|plays (?:it|this|that|the (?:song|music|track)))",
    rf"\b{_WHO}\b.*\b(?:made (?:the |that |this )?(?:song|music|track|score))",
    rf"\b{_WHO}\b.*\b(?:did (?:the |that |this )?(?:xsong|song|music|track|score|soundtrack|tune|version|cover))",
    rf"\b{_WHO} (?:is|was|are|does|did|do|did the|made|makes|has|had|plays|play) (?:the |that |this |a )?xsong",
    rf"\b{_WHO} (?:that does|is that|is it|performs?) (?:the |that |this |a )?xsong",
    rf"\b{_WHO} (?:is|was|are) (?:the |actually |really )*(?:\w+ )?(?:singer|artist|band|group|composer)\b",
    rf"\b{_WHO} (?:is|was|are) (?:the |actually |really )*(?:\w+ )?(?:performer|vocalist|musician|singing)\b",
    rf"\b{_WHO} (?:is|was|are) (?:the |actually |really )*(?:\w+ )?(?:performing|behind)\b",
    r"\b(?:singer|artist|band|performer|composer|vocalist|vocals) (?:of|for|in|on|behind|is it|name)\b",
    r"\bmusician (?:of|for|in|on|behind|is it|name)\b",
    r"\b(?:sung|performed|recorded|composed|written|covered|played|song) (?:by|from) (?:who|whom|which|what)\b",
    r"\b(?:music|track|tune|score|version) (?:by|from) (?:who|whom|which|what)\b",
    r"\bwho by\b",
    r"\bby (?:whom|who|which (?:artist|band|singer|composer))\b",
    r"^(?:and )?(?:the )?(?:singer|artist|band|composer|performer)s?$",
    r"\bwhose (?:song|voice|music|version|track|cover)\b",
    r"\b(?:which|what) (?:artist|band|singer|group|composer|act|duo|rapper)\b",
)
DIRECTOR = pattern(
    r"\bdirect(?:s|ed|or|ors|ing|ion)?\b",
    r"\bbehind the camera\b",
    r"\bfilm ?makers?\b",
    r"\bwho (?:made|makes|shot|helmed) (?:the )?(?:xfilm|film|movie|it)\b",
    r"\bhelm(?:ed|s)\b",
)
YEAR = pattern(
    r"\b(?:what|which|in what|in which) (?:year|years|date|yr)\b",
    r"\bwhen (?:was|is|did|were|does|do|in)\b.*",
    r"^when xfilm\b",
    r"\byear (?:of|did|was|is|it|for|that)\b",
    r"\bhow old is (?:the )?(?:xfilm|xsong|film|movie|song|it|that)\b",
    r"\b(?:release|released) (?:date|year|when)\b",
    r"\b(?:the|its|and|both) year\b",
    r"^(?:and )?(?:year\b|when(?:$| (?:released|made|out)\b))",
    r"\b(?:come|came|comes|coming) out\b",
    r"\byear\b.*\b(?:released|made|out|appear\w*|cinemas?|from)\b",
    r"\bxfilm (?:year|release)\b",
    r"\brelease(?:d)? year\b",
    r"\byear xfilm\b",
)
SONG = pattern(
    r"\b(?:song|songs|music|track|tracks|tune|tunes|soundtrack|score|theme|anthem|number|aria|melody|banger)\b",
    r"\b(?:jam|cue|instrumental|record|ballad|piece)\b",
    r"\bwhat (?:is |was |are )?(?:plays|playing|played|on|sung)\b",
    r"\b(?:plays|playing|hear|heard|listening|set to)\b",
    r"\bsing(?:s|ing)?\b",
)
FILM = pattern(
    (
        r"\b(?:what|which|wat|name the|name of the|what is the|find the|find me the|title of the|tell me "
        r"the|know the|recall the|remember the)\b(?: \w+){0,3}? (?:film|films|movie|movies|motion|cartoon|"
        r"picture|montage|montages|scene|flick|title|series|musical|anime|sequence)\b"
    ),
    r"\b(?:film|movie|cartoon|scene|montage|one|flick) (?:where|with|w|in which|when|that|were|about|is it)\b",
    r"\b(?:film|movie|cartoon|scene|montage|one|flick) (?:is that|was it|was that|which|called|title|has)\b",
    r"\b(?:film|movie|cartoon|scene|montage|one|flick) (?:had|starring)\b",
    r"\bfrom (?:what|which|where)\b",
    r"\bwhere (?:is|was|does|do|did|have i) .*(?:from|come|heard?|play\w*|appear\w*)\b",
    r"\bwhat is it from\b",
    r"\bcame from\b",
    r"\bwhich (?:one|1|was it|is it|bit)\b",
    r"\b(?:film|movie)s?$",
    r"^(?:film|movie|films|movies|cartoon|scene)\b",
    r"\b(?:is|was) (?:it|this|that) (?:in|from)\b",
)
DESCRIBE = pattern(
    r"\b(?:describe|description|explain|summar\w+|recap|outline|synopsis|depict\w*|narrate)\b",
    r"\bwhat (?:all |exactly |else |actually )*(?:happens?|happened|is happening|goes on|went on|going on)\b",
    r"\bwhat (?:all |exactly |else |actually )*(?:takes place|occurs|do we see|is shown|is seen|can we see)\b",
    r"\bwhat (?:all |exactly |else |actually )*(?:you see|is (?:it|the montage|that|the scene) about)\b",
    r"\bwhat (?:all |exactly |else |actually )*(?:gets up|does \w+ do|do they do|unfolds)\b",
    r"\btell (?:me|us) (?:more |a bit |something |everything |all )*(?:about|of|what)\b",
    r"\b(?:walk|talk|take|run) (?:me|us) through\b",
    r"\bremind (?:me|us) (?:of |about )*(?:what|everything|how)\b",
    r"\bwhat is (?:the )?(?:xmontage|xfilm montage|montage|xfilm scene) (?:like|about)\b",
    r"\bwhats? in (?:the )?\w* ?(?:montage|scene)\b",
    r"\bhow does .* (?:start|end|go|unfold|look)\b",
    r"\b(?:gets|get|got) up to\b",
    r"\binfo (?:on|about)\b",
    r"\bmore about\b",
    r"\bdetails\b",
    r"\bsee (?:while|when|during|as|in)\b",
    r"\bwhat (?:is|are) .*\bdoing\b",
    r"\bwhat do(?:es)? .*\b(?:do|show|see|depict)\b",
)
CHARACTERS = pattern(
    r"\b(?:which|what|who (?:is|are)(?: the)?(?: \w+)?) characters?\b",
    r"\bmain characters?\b",
    r"\bwho (?:is|are) (?:in|all in|the (?:main|two|people|characters?|guy|man|woman|person))\b",
    r"\bwho (?:trains?|dances?|works? out|appears?|features?|teaches|runs?|fights?)\b",
)
#: Words that show a question to be about a film at all.
FILM_WORDS = pattern(
    r"\b(?:picture|animation|animated|western|flicks?|pictures)\b",
    r"\b(?:film|films|movie|movies|cartoon|montage|scene|song|music|track|tune|soundtrack|sequence|bit|part)\b",
    r"\b(?:flick|anime|musical|the one|the 1|one where|one with|that one)\b",
    r"(?<!^)\bwhen\b",
)
_FACTS: Mapping[Aspect, Pattern] = {Aspect.YEAR: YEAR, Aspect.DIRECTOR: DIRECTOR}
_SONG_YEAR = pattern(
    r"\byear (?:was|is|did) (?:the )?(?:song|track|xsong|tune)",
    r"\bsong .*\b(?:released|recorded|come out)\b",
    r"\bxsong (?:released|come out|recorded)\b",
)
_FACT_WORDS = re.compile(
    r"\b(?:what|which) (?:year|date)\b|\bwhen (?:was|did|were)\b|\bdirect|\breleased?\b|\bcame? out\b"
)


def facts_asked(said: str) -> frozenset[Aspect]:
    """Which facts of a film or song are asked."""
    found = {aspect for aspect, pattern in _FACTS.items() if pattern.search(said)}
    if Aspect.YEAR in found and _SONG_YEAR.search(said):
        found.add(Aspect.SONG_YEAR)
    return frozenset(found)


def thing_asked(said: str, *, film: bool, song: bool) -> Intent:
    """What is asked of a named film or song, or of a scene described, once lists and comparisons are ruled out."""
    if PERFORMER.search(said):
        return Intent.PERFORMER
    if not (song and not film) and DESCRIBE.search(said) and not _FACT_WORDS.search(said):
        return Intent.DESCRIBE
    if facts_asked(said):
        return Intent.FACTS
    if CHARACTERS.search(said):
        return Intent.CHARACTER
    if song and not film:
        return Intent.DESCRIBE if DESCRIBE.search(said) and not FILM.search(said) else Intent.MONTAGE_OF_SONG
    if SONG.search(said):
        return Intent.SONG_OF_MONTAGE
    return Intent.DESCRIBE if film else Intent.SCENE
