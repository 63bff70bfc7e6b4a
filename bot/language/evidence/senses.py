"""What the words of a question are about when it asks in one way or another, and what a reading makes of them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.evidence.roles import Evidence, Role
from bot.language.question import Intent, Question

#: The senses by which each kind of question is asked.
OWN_SENSES: Mapping[Intent, frozenset[str]] = {
    Intent.SONG_OF_MONTAGE: frozenset({"song", "piece", "play"}),
    Intent.MONTAGE_OF_SONG: frozenset({"film", "serial", "montage", "bit", "song", "piece"}),
    Intent.PERFORMER: frozenset({"perform"}),
    Intent.RANK: frozenset({"rank", "place"}),
    Intent.AT_RANK: frozenset({"rank", "place", "list", "montage", "film", "kind"}),
    Intent.LIST: frozenset({"list", "rank", "place", "montage", "film", "kind", "song"}),
    Intent.COUNT: frozenset({"how", "list", "rank", "montage", "film"}),
    Intent.DESCRIBE: frozenset({"describe", "montage", "bit"}),
    Intent.SCENE: frozenset({"film", "serial", "montage", "bit"}),
    Intent.CHARACTER: frozenset({"person"}),
    Intent.CHECK: frozenset({"claim"}),
    Intent.COMPARE: frozenset({"compare"}),
    Intent.FACTS: frozenset({"direct", "time"}),
    Intent.SETTING: frozenset({"where", "setting"}),
    Intent.OTHER_TITLES: frozenset({"abroad"}),
}


def own_senses(question: Question) -> frozenset[str]:
    """What the words of a question are about when this is what it asks; a claim is about what it claims."""
    own, claim = OWN_SENSES.get(question.intent, frozenset[str]()), question.claim
    if question.excluded:
        return own | {"compare"}  # "besides", "other"
    if question.chosen.setting:
        return own | {"setting"}  # "set in", "take place"
    if question.given and not question.chosen.kinds:
        return own - {"kind"}
    if claim is None or question.intent is not Intent.CHECK:
        return own
    about = {
        "rank": claim.ranked or claim.rank,
        "place": claim.ranked or claim.rank,
        "direct": claim.directs,
        "perform": claim.performs and claim.people,
        "time": claim.years,
    }
    return own | {sense for sense, claimed in about.items() if claimed}


def explained(question: Question, evidence: Evidence) -> int:
    """How many words a reading has a use for."""
    own = own_senses(question) & evidence.senses
    return evidence.count(Role.NAME, Role.SCENE, Role.NUMBER) + len(own)
