"""Words brought to a common stem, lightly: enough to match "lifting" with "lifts", not so that words run together."""

from __future__ import annotations

from bot.knowledge.remembering import remembered

#: Words that say nothing of a scene.
EMPTY_WORDS = frozenset(
    (
        "a about again all also am an and another any are around as at be been being but by called can could "
        "did do does doing don down each else ever every few film films for from get gets getting go goes "
        "going got had has have having he her here him his how i if in into is it its just keep know like "
        "look looking looks made make makes me montage montages more movie movies much my name named no not "
        "now of off on once one ones only or other our out over part bit piece please plays played playing "
        "play remember say says scene scenes see seen sequence she show shows so some somebody someone "
        "something song songs soundtrack still such tell than thank thanks that the their them then there "
        "these they thing things this those through to together too try tries until up us used uses use very "
        "was way we well were what when where which while who whole whom whose why will with would you your "
        "yes dont cant isnt theyre hes shes music track tune title obliged cheers lovely brilliant wonderful "
        "helpful great cool nice ah oh hm hey hello hi sorry bother love mate dude lol pls ty"
    ).split()
)
_LIQUID = "lsz"


@remembered
def stem(word: str) -> str:
    """The stem of a folded English word."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 5 and word.endswith("sses"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = _undoubled(word[:-3])
    elif len(word) > 4 and word.endswith("ed"):
        word = _undoubled(word[:-2])
    elif len(word) > 5 and word.endswith(("ly", "er")):
        word = word[:-2]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _undoubled(word: str) -> str:
    doubled = len(word) > 2 and word[-1] == word[-2] and word[-1] not in _LIQUID
    return word[:-1] if doubled else word


def telling(words: list[str]) -> list[str]:
    """The stems of the words that say something, in order, repeats kept."""
    return [stem(word) for word in words if word not in EMPTY_WORDS]
