"""Words that lean on the last answer: asking for another, a place beside it, picking, correcting, pointing back."""

from __future__ import annotations

import re

from bot.language.numbers import NUMBER, ORDINAL

LEAD_IN = (
    r"(?:and |n |ok |okay |no |nope |nah |then |so |what about |how about |i meant |i mean |sorry |actually |not that "
    r"|lovely |thanks |thank you |hm |oh |well )*"
)
_MAKERS = r"(?:artist|band|singer|group|composer|performer|musician|rapper|duo|guy|man|woman|lady|person|people)"
_FILM = r"(?:films?|movies?|flicks?|pictures?)"
_THEM = r"(?:him|her|hers?|his|them|their|theirs|they|he|she)"

#: Something else than what was given is asked for.
ANOTHER = re.compile(
    r"\b(?:another|others?|else|besides|apart from|aside from|more|additional|further|different|still|again)\b"
    r"|^(?:no |nope |nah |um |er )?not (?:that|this)(?: one)?$"
)
#: One thing is enough.
ONE_MORE = re.compile(r"\b(?:another|one more|something else|sth else|some more|a different)\b|\bother one\b")
#: By whom: "by him", "of theirs", "did she sing", "by the same band".
SAME_MAKER = re.compile(
    rf"\b(?:by|from|of|with|to) (?:that|the same|this|{_THEM})(?: (?:same )?(?:{_MAKERS}|director|film ?maker))?\b"
    rf"|\b(?:did|do|does|has|have|is) {_THEM}\b"
    rf"|\b{_THEM} (?:did|do|does|has|have|is|was|were|sang|sing|sings|make|made)\b"
    rf"|\b(?:same|that|this|his|her|their) (?:{_MAKERS}|director|film ?maker)\b"
    rf"|\b(?:his|her|their) (?:songs?|{_FILM}|work)\b"
)
DIRECTING = re.compile(r"\b(?:direct\w*|film ?makers?)\b")
DIRECTORS_OWN = re.compile(rf"\b{_FILM} (?:\w+ )?(?:of|by|from) {_THEM}\b|\b{_THEM} (?:\w+ )?{_FILM}\b")
PERFORMING = re.compile(
    rf"\b(?:songs?|tracks?|tunes?|music|sing|sings|sang|sung|compos\w+|perform\w*|scores?|{_MAKERS})\b"
)
#: The song of before, somewhere else: "what other film has it", "where else is it heard".
SAME_SONG = re.compile(
    rf"\b{_FILM}\b.*\b(?:it|that|this|the same|same|the song|the track)\b"
    rf"|\b(?:it|that|this|the song|the track)\b.*\b(?:other|another|any other|else)\b.*\b{_FILM}\b"
    r"|\b(?:where|which|what) else\b.*\b(?:it|that|this|song|track|same|hear\w*|play\w*|used?|uses|has|have)\b"
    rf"|\b(?:in|where) (?:which |what |any )?(?:other|another)\b.*\b{_FILM}\b|\bwhere another {_FILM}\b"
    r"|\b(?:the |that )?same (?:song|track|tune|music)\b"
    rf"|\b{_FILM}\b.*\b(?:uses?|used|has|have|plays?|features?)\b"
)
#: What else there is in the same film.
SAME_FILM = re.compile(
    rf"\b(?:in|from|of) (?:it|there|that|this|the|the same|that same)(?: same)?(?: {_FILM})?$|\bsame {_FILM}\b"
    rf"|\b(?:in|from) (?:that|this|the|the same) {_FILM}\b|\bin (?:it|there)\b|\bthere$"
)
ANOTHER_SONG = re.compile(
    r"\b(?:other|another|else|more|different)\b(?: \w+)? (?:songs?|tracks?|tunes?|music|pieces?)\b"
)
SAME_SERIES = re.compile(r"\b(?:series|franchise|saga|trilogy)\b")
FILM = re.compile(rf"\b{_FILM}\b")

#: A list with one thing about it changed.
LEAVES_OUT = re.compile(
    r"\b(?:without|w(?:ith)? o|except|excluding|minus|leave out|leaving out|but (?:no|not)|other than|apart from"
    r"|besides|no|not|drop|skip)\b"
)
GOES_ON = re.compile(r"(?:ok |okay |oh |right )?(?:and|n|what about|how about|only|just|same|but|then|so|also)\b")
PICK = re.compile(
    rf"^{LEAD_IN}(?:the |number |no |#|option )?(?:{ORDINAL}|(\d{{1,2}})|(one|two|three|four|five|six|seven|eight|nine|"
    rf"ten)|(last|final))(?: (?:one|1|of them|of those|option|film|movie|montage|place|please|then))*$"
)
PLACE = re.compile(
    rf"^{LEAD_IN}(?:(?:who|what|which|which one) (?:is|was|comes|came) |whats )?(?:at |in |on )?(?:the )?"
    rf"(?:(?:number|no|nr|#|rank|place|position|spot) ?{NUMBER}|{ORDINAL}|(last|final))"
    rf"(?: (?:on|in|of) (?:the|that) list)?(?: (?:one|1|place|then|please|if i may))*$"
)
NTH = re.compile(
    rf"\b(?:the )?{ORDINAL} (?:one|1|of (?:them|those|these)|(?:montage|entry|film|movie|song)(?: on the "
    rf"list| of those)?)\b"
)
THE_NTH = re.compile(rf"\bthe {ORDINAL}$")
LAST_ONE = re.compile(r"\b(?:the )?(?:last|final) (?:one|of them|entry|film|montage)\b")
OLDER = re.compile(r"\b(?:older|earlier|oldest|earliest|first)\b(?: (?:one|film|movie|of the two|of them|1))?")
NEWER = re.compile(r"\b(?:newer|later|latest|newest|more recent|younger|second)\b")
OF_TWO = re.compile(
    r"\b(?:older|newer|earlier|later|latest|oldest|newest|more recent)\b.*|\b(?:first|second|last|other) "
    r"of the (?:two|2)\b"
)
OTHER = re.compile(r"\b(?:the )?other (?:one|1|film|movie|montage|scene|song|two)\b|^(?:and )?(?:the )?other$")
POINTING = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|he|she|him|her|same|there|then|latter|former|the "
    r"(?:song|film|movie|montage|scene|track|music|tune|singer|band|artist|director|one|first|second|last|"
    r"piece|other|sequence|man|woman|lyrics|version|cover|soundtrack|guy|part|bit|remake|sequel|original|"
    r"previous))\b"
)
CORRECTING = re.compile(rf"^(?:{LEAD_IN})(?:no|nope|nah|not|i mean|i meant|actually|sorry)\b")
VERSION = re.compile(
    r"\b(?:the |its |that )?(?:(?:(first|1st|original|second|2nd|third|3rd|fourth|4th|next|previous) "
    r"(?:film|movie|part|one|1|instal?lment))|(sequel|prequel|remake|reboot|original))\b"
)
_UP = r"above|before|ahead of|preceding|over|higher|up|previous|prior"
_DOWN = r"after|below|behind|under|beneath|following|follows|lower|down|next|past"
#: The place beside the one talked of: "and the one after that", "who is above it", "next".
BESIDE_IT = re.compile(
    rf"\b(?:one|place|spot|1|who|what|which|comes|came|is|right|just|directly|immediately|and|n|then|one 1) "
    rf"(?:({_UP})|({_DOWN}))(?: (?:that|it|this|him|them|her|one|1))?(?: (?:one|1|then|please|down|up))?$"
    rf"|^{LEAD_IN}(?:the )?(?:one |1 |place |spot )?(?:(?:({_UP})|({_DOWN})))"
    rf"(?: (?:that|it|this|him|them|one|1|place|spot|up|down|please|then))*$"
    rf"|\b(?:({_UP})|({_DOWN})) (?:that|it|this|him|them)\b"
)
GOES_UP = re.compile(rf"^(?:{_UP})$")
#: "The next one up": the word behind says which way.
UPWARDS = re.compile(r"\bup$")
SERIES_NUMBERS = {
    "first": 1,
    "1st": 1,
    "original": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
IS_IT_IN = re.compile(r"\b(?:is|was) (?:it|that|this) (?:also |really |actually )?(?:in|from) (?:the )?xfilm\b")
