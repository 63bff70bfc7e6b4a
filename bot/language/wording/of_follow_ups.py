"""Words that lean on the last answer: asking for another, a place beside it, picking, correcting, pointing back."""

from __future__ import annotations

from bot.knowledge.expressions import expression

_MAKERS = r"(?:artist|band|singer|group|composer|performer|musician|rapper|duo|guy|man|woman|lady|person|people)"
_FILM = r"(?:films?|movies?|flicks?|pictures?)"
_THEIRS = r"(?:him|her|hers|his|them|their|theirs)"
_THEM = rf"(?:{_THEIRS}|they|he|she)"

#: Something else than what was given is asked for.
ANOTHER = expression(
    r"\b(?:another|others?|else|besides|apart from|aside from|more|additional|further|different)\b"
    r"|^(?:no |nope |nah |um |er )?not (?:that|this)(?: one)?$"
)
#: One thing is enough.
ONE_MORE = expression(r"\b(?:another|one more|something else|sth else|some more|a different)\b|\bother one\b")
#: Whoever made or performs what was given: "by him", "of theirs", "by the same band".
SAME_MAKER = expression(rf"\b(?:{_THEM}|(?:same|that|this|the) (?:{_MAKERS}|director|film ?maker))\b")
THEIRS = expression(rf"\b(?:{_THEIRS}|(?:same|that|this) (?:{_MAKERS}|director|film ?maker))\b")
#: The same, and it is whoever directed: "that director", "his films", "which films are by him".
SAME_DIRECTOR = expression(
    rf"\b(?:direct\w*|film ?makers?)\b|\b{_THEM} (?:\w+ )?{_FILM}\b|\b{_FILM} (?:\w+ )?(?:of|by|from) {_THEM}\b"
)
#: The song of before, somewhere else: "what other film has it", "where else is it heard".
SAME_SONG = expression(
    rf"\b(?:{_FILM}|where)\b.*\b(?:it|that|this|same|songs?|tracks?|uses?|used|has|have|hear\w*|play\w*|features?)\b"
    rf"|\b(?:it|that|this|song|track)\b.*\b(?:other|another|else)\b.*\b{_FILM}\b"
    r"|\b(?:other|another|else)\b.*\b(?:has|have|had|uses?|used|features?|plays?)\b.*\b(?:it|that|this|song|track|tune)\b"
    r"|\bsame (?:song|track|tune|music)\b"
)
#: What else there is in the same film.
SAME_FILM = expression(rf"\b(?:in|from|of) (?:the )?(?:it|that|this|there|same)\b|\bsame {_FILM}\b|\bthere$")
ANOTHER_SONG = expression(
    r"\b(?:other|another|else|more|different)\b(?: \w+)? (?:songs?|tracks?|tunes?|music|pieces?)\b"
)
#: A film is meant by its place in a series.
VERSION = expression(rf"\b(?:{_FILM}|part|sequel|prequel|remake|reboot|original|vol(?:ume)?)\b")
#: Whether what was shown is in a film that is named.
IS_IT_IN = expression(r"\b(?:is|was|isnt|wasnt|does|did)\b.*\b(?:it|that|this)\b.*\b(?:in|from|of)\b")
SAME_SERIES = expression(r"\b(?:series|franchise|saga|trilogy)\b")
FILM = expression(rf"\b{_FILM}\b")

#: What was shown is not what is pointed to.
OTHER_VERSION = expression(
    r"\b(?:sequel|prequel|remake|reboot)\b"
    r"|\bthe (?:first|second|third|fourth|last|other|previous)(?: (?:one|film|movie|part))?$"
)
#: Whether it is so is asked, in so many words.
PUT_BACK = expression(
    r"\b(?:not|(?:is|was|isnt|wasnt) (?:it|that|this|he|she|they)|so (?:it|its|that|thats))\b|^(?:by|with)\b"
    r"|\b(?:right|yeah|yes|no|correct|innit)$"
)

#: A list with one thing about it changed.
LEAVES_OUT = expression(
    r"\b(?:without|w(?:ith)? o|except|excluding|minus|leave out|leaving out|but (?:no|not)|other than|apart from"
    r"|besides|drop|skip)\b"
)
DENIES = expression(r"\b(?:no|not)\b")
#: What is said of an answer that asks for no other.
PRAISE = expression(
    r"\b(?:great|cool|nice|love|loved|lovely|brilliant|wonderful|awesome|amazing|fantastic|excellent|perfect|good|best"
    r")\b"
)
#: What was given is not what was meant.
CORRECTS = expression(r"\b(?:no|nope|nah|not|oops|sorry|mean|meant|actually|instead|rather)\b")
GOES_ON = expression(
    r"(?:ok |okay |oh |right |oops |hm )*(?:and|n|what about|how about|only|just|same|but|then|so|also|no|nope|nah|not"
    r"|sorry|actually|i mean|i meant|without|w(?:ith)? o|except|minus|besides)\b"
)
POINTING = expression(
    r"\b(?:it|its|that|this|these|those|they|them|he|she|him|her|same|there|then|latter|former|the "
    r"(?:song|film|movie|montage|scene|track|music|tune|singer|band|artist|director|one|first|second|last|"
    r"piece|other|sequence|man|woman|lyrics|version|cover|soundtrack|guy|part|bit|remake|sequel|original|"
    r"previous))\b"
)
