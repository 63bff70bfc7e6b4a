"""How fast one user may ask: far faster than anybody types, but not so fast that others have to wait."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

__all__ = ["MOST_AT_ONCE", "MOST_USERS", "SECONDS", "TOO_FAST", "Pace"]

#: Questions a user may ask within so many seconds.
MOST_AT_ONCE, SECONDS = 10, 10.0
#: Users whose pace is known; whoever was silent for longest is forgotten first.
MOST_USERS = 1000
TOO_FAST = "That was a lot at once. Ask me again in a few seconds."


@dataclass(slots=True)
class _Spell:
    since: float
    asked: int = 0


class Pace:
    """Counts what each user asks."""

    def __init__(self) -> None:
        self._spells: OrderedDict[int, _Spell] = OrderedDict()

    def asked(self, user: int, now: float) -> int:
        """How many questions the user has asked within the seconds that are counted, with this one."""
        spell = self._spells.pop(user, None)
        if spell is None or now - spell.since >= SECONDS:
            spell = _Spell(now)
        spell.asked += 1
        self._spells[user] = spell
        if len(self._spells) > MOST_USERS:
            self._spells.popitem(last=False)
        return spell.asked
