"""Words that lean on the last answer: picking, correcting, pointing back, and another film of the series."""

from __future__ import annotations

import re

from bot.language.numbers import ORDINAL

LEAD_IN = (
    r"(?:and |n |ok |okay |no |nope |nah |then |so |what about |how about |i meant |i mean |sorry |actually |not that "
    r"|lovely |thanks |thank you |hm |oh |well )*"
)
GOES_ON = re.compile(r"^(?:ok |okay )?(?:and|what about|how about|only|just|same|but)\b")
PICK = re.compile(
    rf"^{LEAD_IN}(?:the |number |no |#|option )?(?:{ORDINAL}|(\d)|one|two|three|four|five|six|(last))(?: "
    rf"(?:one|1|of them|of those|option|film|movie|please))*$"
)
PLACE = re.compile(
    rf"^{LEAD_IN}(?:who is |what is |which is |whats )?(?:at |in |on )?(?:the )?(?:number|no|nr|#|rank|"
    rf"place|position) ?(\d{{1,3}}|\w+)(?: (?:on the list|then|one|please))*$"
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
OTHER = re.compile(r"\b(?:the )?other (?:one|1|film|movie|montage|scene|song|two)\b|^(?:and )?the other$")
POINTING = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|he|she|him|her|same|there|then|latter|former|the "
    r"(?:song|film|movie|montage|scene|track|music|tune|singer|band|artist|director|one|first|second|last|"
    r"piece|other|sequence|man|woman|lyrics|version|cover|soundtrack|guy|part|bit|remake|sequel|original|"
    r"previous))\b"
)
CORRECTING = re.compile(
    rf"^(?:no|nope|nah|not|i mean|i meant|actually|sorry)\b|^{LEAD_IN}(?:the )?(?:one|1|scene|bit|part|"
    rf"montage|other one) (?:where|with|in|when|w|were|at|that|during|about|on|from|from the)\b|"
    rf"^{LEAD_IN}(?:the )?\w+(?: \w+){{0,3}} (?:one|1|montage|scene|bit|part)$"
)
VERSION = re.compile(
    r"\b(?:the |its |that )?(?:(?:(first|1st|original|second|2nd|third|3rd|fourth|4th|next|previous) "
    r"(?:film|movie|part|one|1|instal?lment))|(sequel|prequel|remake|reboot|original))\b"
)
MORE_OF = re.compile(
    r"\b(?:else|other|others|more|another|also|all)\b.*\b(?:by|from|of|with) (?:that|the same|this|his|"
    r"her|their|the) (director|artist|band|singer|group|composer|performer|musician)\b"
)
BESIDE_IT = re.compile(
    r"\b(above|before|ahead of|after|below|behind|under) (?:that|it|this|him|them)\b"
    r"|\b(?:the )?(next|previous) (?:one|1|place|spot|up|down)\b"
)
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
NEW_IN = re.compile(rf"^{LEAD_IN}(?:and|n|what about|how about|ok n|same for|also|in)\b")
ASKING_FILM = re.compile(
    r"\b(?:what|which|name the|in what|in which) (?:film|movie|cartoon|montage has|motion|montages)\b|"
    r"\b(?:what|which) (?:\w+ )?montages?\b"
)
IS_IT_IN = re.compile(r"\b(?:is|was) (?:it|that|this) (?:also |really |actually )?(?:in|from) (?:the )?xfilm\b")
DENYING = re.compile(r"(?:no|nope|nah|not)\b")
SAME_FILM = re.compile(r"\bsame (?:film|movie)\b")
