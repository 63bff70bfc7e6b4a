"""How fast one user may ask: far faster than anybody types or reads, but not so fast that others have to wait."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from enum import Enum, auto
from math import ceil

from msgspec import Struct

from bot.discord_app.asked import Way
from bot.errors import MontageBotError

__all__ = ["ALLOWED", "MOST_USERS", "SECONDS", "Allowance", "Pace", "TooFastError", "Turn"]


class Allowance(Struct, frozen=True):
    """What one user may do within the seconds that are counted."""

    answers: int
    refusals: int  # told so; whatever comes then is passed over


#: Seconds within which is counted.
SECONDS = 10.0
#: A channel takes five messages in five seconds, and one user no more than half of them: four answers and a refusal.
ALLOWED: Mapping[Way, Allowance] = {
    Way.MESSAGE: Allowance(4, 1),
    Way.COMMAND: Allowance(10, 5),
    Way.CLICK: Allowance(30, 5),
}
#: Users whose pace is known, for each way; whoever was silent for longest is forgotten first.
MOST_USERS = 1000


class Turn(Enum):
    """What becomes of something asked."""

    ANSWERED = auto()
    REFUSED = auto()
    PASSED_OVER = auto()


class TooFastError(MontageBotError):
    """Somebody asked more than one user may; the message says when to come back, as Discord counts it down."""

    def __init__(self, again: float) -> None:
        super().__init__(f"That was a lot at once. Ask me again <t:{ceil(again)}:R>.")


class _Spell(Struct):
    since: float
    asked: int = 0


class Pace:
    """Counts what each user asks. Times are seconds of the same clock as Discord's."""

    def __init__(self) -> None:
        self._spells: Mapping[Way, OrderedDict[int, _Spell]] = {way: OrderedDict() for way in ALLOWED}

    def turn(self, user: int, way: Way, now: float) -> Turn:
        """What becomes of what the user asks now."""
        spells = self._spells[way]
        spell = spells.pop(user, None)
        if spell is None or now - spell.since >= SECONDS:
            spell = _Spell(now)
        spell.asked += 1
        spells[user] = spell
        if len(spells) > MOST_USERS:
            spells.popitem(last=False)
        return _turn(spell.asked, ALLOWED[way])

    def refusal(self, user: int, way: Way) -> TooFastError:
        """What to tell somebody whose turn was refused."""
        return TooFastError(self._spells[way][user].since + SECONDS)


def _turn(asked: int, allowed: Allowance) -> Turn:
    if asked <= allowed.answers:
        return Turn.ANSWERED
    return Turn.REFUSED if asked <= allowed.answers + allowed.refusals else Turn.PASSED_OVER
