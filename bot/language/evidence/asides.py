"""A message read with some of its names left out: those in clauses that do not ask, and those that are ruled out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.evidence.clauses import COMMA, asking_positions, clauses
from bot.language.lexicon import asking_words
from bot.language.mentions import Mention
from bot.language.names import NameKind
from bot.language.reading import REACH, Reading

#: Words that rule out the name behind them: "not the remake of Footloose".
_RULES_OUT = frozenset("not isnt wasnt no thought nor never instead rather unlike except besides without".split())
_QUESTION_WORDS = frozenset({"which", "who", "when", "where", "how"})


def without_asides(reading: Reading) -> Iterator[Reading]:
    """The same message with fewer names, each time others left out; and nothing but the sentences of it that ask."""
    seen = {reading.mentions}
    for kept in (_asking(reading), _asking_part(reading), _not_ruled_out(reading)):
        if kept and kept not in seen:
            seen.add(kept)
            yield replace(reading, mentions=kept)
    asking = asking_positions(reading)
    if asking and len(asking) < len(reading.words):
        tokens = tuple(token for token in reading.tokens if token.position in asking)
        yield replace(reading, tokens=tokens, mentions=_asking(reading))


def without_stories(reading: Reading) -> Reading:
    """The message without the films named in sentences that do not ask, when a sentence that asks names one itself."""
    asking = asking_positions(reading)
    films = reading.mentions_of(NameKind.FILM, NameKind.ABSENT)
    beside = [mention for mention in films if mention.start not in asking]
    if not beside or len(beside) == len(films):
        return reading
    return replace(reading, mentions=tuple(mention for mention in reading.mentions if mention not in beside))


def _asking(reading: Reading) -> tuple[Mention, ...]:
    """The names in the sentences that ask."""
    asking = asking_positions(reading)
    return tuple(mention for mention in reading.mentions if mention.start in asking)


def _asking_part(reading: Reading) -> tuple[Mention, ...]:
    """The names in the part between commas that has the last question word, and in what can be chosen behind it."""
    parts = clauses(reading, COMMA)
    asks = [number for number, part in enumerate(parts) if _asks(reading, part)]
    if not asks:
        return ()
    chosen = [part for part in parts[asks[-1] + 1 :] if any(reading.words[at].folded == "or" for at in part)]
    kept = {at for part in (parts[asks[-1]], *chosen) for at in part}
    return tuple(mention for mention in reading.mentions if mention.start in kept)


def _asks(reading: Reading, part: range) -> bool:
    senses = asking_words()
    return any(senses.get(reading.words[at].folded, _NONE) & _QUESTION_WORDS for at in part)


def _not_ruled_out(reading: Reading) -> tuple[Mention, ...]:
    """The names before which nothing rules them out."""
    return tuple(mention for mention in reading.mentions if not _is_ruled_out(reading, mention))


def _is_ruled_out(reading: Reading, mention: Mention) -> bool:
    before = range(max(0, mention.start - REACH), mention.start)
    return any(reading.words[at].folded in _RULES_OUT and at not in reading.named_positions for at in before)


_NONE = frozenset[str]()
