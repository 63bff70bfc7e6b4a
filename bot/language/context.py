"""What a conversation was about last, so that "who sings it?" has an it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.knowledge.selection import Filter
from bot.language.question import Intent


@dataclass(frozen=True, slots=True)
class Context:
    """The last answer, by ids: its montages in the order shown, and what was asked."""

    montages: tuple[str, ...] = ()
    intent: Intent = Intent.NOTHING
    place: int | None = None
    list_id: str | None = None
    was_choice: bool = False
    was_list: bool = False
    chosen: Filter = field(default_factory=Filter)  # what the list shown was limited to


NO_CONTEXT = Context()
