"""Places in a list as they are asked after: "number 3", "the runner-up", "what closes the ranking", "the top three".

A number or an ordinal is a place only beside a word for a list or a montage, or where nothing else is said: "on the
5th", "volume 4" and "the lowest price" are none.
"""

from __future__ import annotations

from bot.knowledge.expressions import expression
from bot.language.lexicon import asking_words
from bot.language.numbers import NUMBER, ORDINAL, is_number, number, ordinal
from bot.language.stems import EMPTY_WORDS
from bot.language.wording.pattern import pattern, while_asked

#: What is ranked in: said beside a number, it makes a place of it.
LISTED = (
    r"(?:rank(?:s|ed|ings?)?|lists?|countdown|article|leaderboard|consensus|xlist|insane|top (?:5|five|10|ten)"
    r"|(?:top|ranked|the|all|your) (?:6|six))"
)
_IS_LISTED = expression(rf"\b{LISTED}\b")
_MONTAGES = expression(r"\b(?:montages?|sequences?)\b")
_PLACE_WORD = r"(?:number|no|nr|rank(?:ed|ing)?|place|position|spot|slot|#)"
_NUMBERED = expression(rf"\b(?:{_PLACE_WORD} )?{_PLACE_WORD} ?{NUMBER}\b")
_ALL_RANKED = expression(rf"\b(?:the|your|our|my|these|those|all) ranked {NUMBER}\b")
_RANGE = expression(
    rf"\b(?:{NUMBER}|{ORDINAL}) (?:to|through|thru|till|until) (?:{NUMBER}|{ORDINAL})\b"
    rf"|\b(?:numbers|ranks|places|positions|spots|slots|entries) {NUMBER} {NUMBER}\b|\b{NUMBER} {NUMBER} of\b"
)
_PLACED = expression(rf"\b{ORDINAL} (?:place|position|spot|slot)\b")
_AT_NUMBER = expression(rf"\b(?:(?:at|on|is)|in(?! [3-9]\d\b)) {NUMBER}\b(?= (?:on|in) (?:the )?\w|$)")
_NTH = expression(rf"\b{ORDINAL}\b(?:(?= (\w+)))?")
_NAMES = (
    (-2, r"second to last|second last|last but one|penultimate"),
    (1, r"gold|first prize|winner|crown(?:ed)?|number one|(?:best|top) ranked|top (?:spot|place|pick|choice)"),
    (2, r"runners? s? ?up|silver"),
    (3, r"bronze"),
)
_BY_NAME = tuple((place, expression(rf"\b(?:{names})\b")) for place, names in _NAMES)
_UP_TO_LIST = rf"(?: (?!of\b)\w+){{0,3}}? {LISTED}\b"
_FIRST = pattern(
    rf"\b(?:(?:open|start|begin|head|lead)(?:s|ed)?|tops|topped){_UP_TO_LIST}",
    r"\b(?:at|on|to|is) (?:the )?(?:very )?top$",
    rf"\btop of(?: \w+){{0,3}}? (?:{LISTED}|table|pile)\b",
    r"\bran?k(?:s|ed) (?:highest|best|top)\b|\bhighest ranked\b",
    r"\b(?:at the (?:very )?top|top (?:one|entry))\b",
    r"\bmost insane\b",
)
_LAST = pattern(
    rf"\b(?:close|end|finishe|conclude)(?:s|d|ed)?{_UP_TO_LIST}",
    rf"\b(?:bottom|end|foot) of(?: \w+){{0,3}}? {LISTED}\b",
    r"\b(?:at|is) (?:the )?(?:very )?bottom\b|\bbottom (?:spot|place|one)\b",
    r"\blast (?:on|in|place|of|one|entry|spot|position|montage)\b",
    r"\b(?:comes?|came|rank(?:s|ed)|is|was|finishe[sd]) (?:dead |in )?last\b",
    r"\b(?:dead last|lowest|worst|least insane)\b",
    r"^(?:the )?last$",
)
#: What follows an ordinal that is a place, where no word for a list or a montage does.
_AFTER_NTH = frozenset(
    (
        "place position spot slot choice pick one 1 best most entry montage ranked rank in on of from at please pls "
        "overall and or is was then here there among amongst under behind to through"
    ).split()
)
#: Things of which there is a third without any list: "the second film", "the first time".
_NOT_A_PLACE = frozenset({"film", "song", "time", "perform", "direct", "person", "play"})
#: Words by which a place is held or given.
_PLACING = frozenset(
    (
        "won win wins winner winners take takes took taken hold holds held sit sits sitting stand stands stood land "
        "lands landed end ends ended finish finishes finished close closes closed open opens opened crown crowned "
        "reach reached give given gave put puts claim claims occupy occupies occupied got up off nothing bottom top "
        "tops topped lead leads led six medal prize spoon right one ur yo ie eg"
    ).split()
)
#: The same where it is plain that a list is meant.
_LISTING = _PLACING | frozenset(
    (
        "choice choices choose chooses chose chosen pick picks picked ballot ballots vote votes voted include includes "
        "included name names named crack cracked cracks rate rates rated set sets make makes made stick sticks stuck "
        "finds find found appear appears appeared feature features show shows rung step standing"
    ).split()
)
_HIGHEST = r"(?:top|best|greatest|finest|highest|first)"
TOP = expression(rf"\b{_HIGHEST} {NUMBER}\b(?! (?:place|spot|to))|\b{NUMBER} (?:{_HIGHEST}|ranked|montages)\b")
#: So many of them will do: "name three heist montages".
_SO_MANY = expression(
    rf"\b(?:name|(?:give|tell|show) me|list|recommend|suggest) (?:any |just )?{NUMBER} (?:\w+ ){{0,3}}montages\b"
)
_BOTTOM = expression(rf"\b(?:bottom|last|lowest|worst) {NUMBER}\b(?! (?:place|years))")


@while_asked
def is_listed(said: str) -> bool:
    """Whether a list is talked of."""
    return bool(_IS_LISTED.search(said))


def _senses(word: str) -> frozenset[str]:
    return asking_words().get(word, frozenset[str]())


@while_asked
def place_asked(said: str) -> int | None:
    """The place in a list a question asks after: 3 for "number 3", -1 for the last; None when it asks after none."""
    place = place_said(said)
    return place if place and (is_listed(said) or _MONTAGES.search(said) or _is_meant(said)) else None


def _is_meant(said: str) -> bool:
    """Whether a place is meant where no list is talked of: hardly anything else is said."""
    unexplained = sum(not is_explained(word) for word in said.split())
    return unexplained <= (1 if _PLACED.search(said) else 0)


@while_asked
def place_said(said: str) -> int | None:
    """The place that is said, whether or not the words are about a list."""
    if several := range_asked(said):
        return several[0]
    if found := _PLACED.search(said):
        return ordinal(found[1])
    if numbered := _NUMBERED.findall(_ALL_RANKED.sub("", said)):
        return number(numbered[-1])  # as people come to the point at the end
    if named := _by_name(said):
        return named
    if placed := _nth(said):
        return placed
    return -1 if _LAST.search(said) else 1 if _FIRST.search(said) else _at_number(said)


def _by_name(said: str) -> int | None:
    """A place that has a name: "the runner-up"; of several the last, as people come to the point at the end."""
    found = [(each.end(), place) for place, names in _BY_NAME for each in names.finditer(said)]
    return max(found, default=(0, None))[1]


def _nth(said: str) -> int | None:
    """A place given by an ordinal: "who is third", "the 4th on the list"."""
    listed = is_listed(said)
    return next((ordinal(found[1]) for found in _NTH.finditer(said) if _is_place(found[2], listed=listed)), None)


def _is_place(following: str | None, *, listed: bool) -> bool:
    if following is None or following in _AFTER_NTH:
        return True
    senses = _senses(following)
    if senses & _NOT_A_PLACE or following.startswith("x"):
        return listed and following in ("film", "movie", "song")
    return bool(senses & {"rank", "place", "montage", "aside", "ask", "which"})


@while_asked
def range_asked(said: str) -> tuple[int, int] | None:
    """The first and the last of several places in a row: "places 2 to 4", "second through fourth", "2nd and 3rd"."""
    if found := _RANGE.search(said):
        named = [number(each) or ordinal(each) or 0 for each in found.groups() if each]
    else:
        named = sorted({ordinal(found[1]) or 0 for found in _NTH.finditer(said)})
        named = named if named and named[-1] - named[0] == len(named) - 1 else []
    return (named[0], named[-1]) if len(named) > 1 and 0 < named[0] < named[-1] else None


def _at_number(said: str) -> int | None:
    found = _AT_NUMBER.search(said)
    return number(found[1]) if found else None


def places_something(word: str) -> bool:
    """Whether a word says that a place is held or given, or what a place is: "land", "put", "choice"."""
    return word in _LISTING


@while_asked
def top_asked(said: str) -> int | None:
    """How many from the top are asked for: 3 for "top 3", -2 for the last two."""
    if found := TOP.search(said):
        return number(found[1] or found[2])
    if found := _BOTTOM.search(said):
        count = number(found[1])
        return -count if count else count
    some = _SO_MANY.search(said)
    return number(some[1]) if some else None


def is_explained(word: str) -> bool:
    """Whether a word belongs to the asking of any question: a small one, a number, a name, a word of our trade."""
    return (
        word in EMPTY_WORDS
        or word in _PLACING
        or word in asking_words()
        or is_number(word)
        or (word.startswith("x") and word[1:] in _NAMED)
    )


_NAMED = frozenset("film song artist person franchise character montage list absent".split())
