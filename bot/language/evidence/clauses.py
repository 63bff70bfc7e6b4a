"""The clauses of a message, and which of them asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bot.knowledge.expressions import expression
from bot.language.lexicon import DOMAIN, asking_words
from bot.language.mentions import Mention
from bot.language.once import once
from bot.language.reading import REACH, Reading

#: A yes/no question opens with its verb, or with so few words before it.
WORDS_BEFORE_ASKING = 2
_QUESTION_WORDS = ("which", "who", "when", "where", "how")
_THINGS = frozenset("song piece film serial montage bit perform direct time rank place person".split())
_ASKING = frozenset(_QUESTION_WORDS)
_NONE = frozenset[str]()
#: What sets a part of a clause off.
COMMA = expression(r"[,.!?;:\n(–—-]")
#: What ends a sentence or half of one.
STOP = expression(r"[.!?;:\n]")


@once
def clauses(reading: Reading, stop: re.Pattern[str] = STOP) -> list[range]:
    """Runs of words between the punctuation marks that end one and are no part of a name."""
    inside = {at for mention in reading.mentions for at in range(mention.start + 1, _end(reading, mention))}
    stops = (at for at, between in reading.cuts.items() if at not in inside and stop.search(between))
    starts = [0, *stops]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(reading.words)], strict=True)]


def _end(reading: Reading, mention: Mention) -> int:
    """Behind a name, and behind the mark that is its last: no sentence ends in "Airplane! and Moulin Rouge! share"."""
    own = mention.end < len(reading.words) and reading.between(mention.end).strip()
    return mention.end + bool(
        own and any(meaning.label.partition(" (")[0].endswith(own) for meaning in mention.meanings)
    )


@once
def asking_positions(reading: Reading) -> frozenset[int]:
    """Where the words stand of the clauses that ask: those before a question mark that name something or speak of ours.

    "Would you check both of them for me?" asks about what was said before: then all clauses do.
    """
    found = clauses(reading)
    asking = [each for each in found if "?" in _after(reading, each)]
    told = frozenset(at for each in asking for at in each)
    names = told & reading.named_positions
    ours = names or any(asking_words().get(text, _NONE) & DOMAIN for at in told for text in reading.texts_at[at])
    return told if ours else frozenset(range(len(reading.words)))


def _after(reading: Reading, clause: range) -> str:
    if clause.stop < len(reading.words):
        return reading.between(clause.stop)
    return reading.read_text[reading.words[-1].end :] if reading.words else ""


@once
def core_positions(reading: Reading) -> frozenset[int]:
    """Where the words stand of the parts of the asking clauses, between commas, that ask or speak of our things."""
    asking, senses = asking_positions(reading), asking_words()
    parts = [part for part in clauses(reading, COMMA) if part.start in asking]
    telling = _ASKING | DOMAIN
    core = [
        part for part in parts if any(senses.get(text, _NONE) & telling for at in part for text in reading.texts_at[at])
    ]
    return frozenset(at for part in (core or parts) for at in part)


class AskedFor(Struct, frozen=True):
    """What a clause asks for, as "which song", "who" or "yes or no"; empty without a question word; and where."""

    what: str = ""
    position: int = -1


def asked_for(reading: Reading, positions: Sequence[int]) -> AskedFor:
    """What the first question word among the words at these positions asks for."""
    asked = asking_words()
    texts = [(at, text) for at in positions for text in reading.texts_at[at]]
    for number, (at, text) in enumerate(texts):
        senses = asked.get(text, frozenset[str]())
        following = [each for _, each in texts[number + 1 : number + 1 + REACH]]
        if number < WORDS_BEFORE_ASKING and "auxiliary" in senses and following[:1] != ["you"]:
            return AskedFor("yes or no", at)
        if word := next((each for each in _QUESTION_WORDS if each in senses), ""):
            return AskedFor(_what(word, following), at)
    return AskedFor()


def _what(word: str, following: Sequence[str]) -> str:
    if word == "which":
        return f"which {_head(following)}"
    return "how many" if word == "how" and following[:1] == ["many"] else word


def _head(texts: Sequence[str]) -> str:
    """What a thing asked for is: the first word behind "which" that is about something of ours."""
    asked = asking_words()
    senses = (sorted(asked.get(text, frozenset[str]()) & _THINGS) for text in texts)
    return next((found[0] for found in senses if found), "thing")
