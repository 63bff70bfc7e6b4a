"""Why a question is read as it is: each word's role, and every reading with what it explains and leaves over."""

from __future__ import annotations

from msgspec import Struct

from bot.language.evidence.roles import Role
from bot.language.reader import Account
from bot.language.reading import Reading
from bot.language.weighing import Weighed

#: Readings shown, likeliest first.
MOST_READINGS = 5


class Reason(Struct, frozen=True):
    """One reading: the form that made it, how it scored, and the words it explains and leaves unexplained."""

    rule: str
    intent: str
    score: float  # log-odds
    explains: tuple[str, ...]
    leaves: tuple[str, ...]


class Why(Struct, frozen=True):
    """How a question was read."""

    spans: tuple[tuple[str, str], ...]  # runs of words with their role in the reading that won
    reasons: tuple[Reason, ...]  # likeliest first
    rule: str  # the form that won; empty when none was believed
    belief: float  # log-odds that the first is right
    least: float  # what those must be for an answer


def why(account: Account) -> Why:
    """The reasons of an account."""
    best = account.weighed[0] if account.weighed else None
    return Why(
        spans=_spans(account.reading, best) if best else (),
        reasons=tuple(_reason(account.reading, each) for each in account.weighed[:MOST_READINGS]),
        rule=account.rule,
        belief=account.belief,
        least=account.least,
    )


def _spans(reading: Reading, weighed: Weighed) -> tuple[tuple[str, str], ...]:
    """Neighbours of one role together."""
    spans: list[tuple[str, str]] = []
    for word, role in zip(reading.words, weighed.evidence.roles, strict=True):
        if spans and spans[-1][1] == role.value:
            spans[-1] = (f"{spans[-1][0]} {word.raw}", role.value)
        else:
            spans.append((word.raw, role.value))
    return tuple(spans)


def _reason(reading: Reading, weighed: Weighed) -> Reason:
    def raw(*roles: Role) -> tuple[str, ...]:
        return tuple(reading.words[at].raw for at in weighed.evidence.positions(*roles))

    return Reason(
        weighed.rule,
        weighed.question.intent.value,
        weighed.score,
        explains=raw(Role.NAME, Role.SCENE, Role.NUMBER, Role.FORM),
        leaves=raw(Role.NOTHING, Role.OTHER_NAME),
    )
