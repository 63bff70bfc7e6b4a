"""What a conversation was about last, so that "who sings it?" has an it, and "another one" is none of those given."""

from __future__ import annotations

from msgspec import Struct, field

from bot.knowledge.selection import Filter
from bot.language.question import Aspect, Intent


class Context(Struct, frozen=True):
    """The last answer, by ids: its montages in the order shown, and what was asked."""

    montages: tuple[str, ...] = ()
    intent: Intent = Intent.NOTHING
    place: int | None = None  # in the list talked of, from 1
    list_id: str | None = None
    was_choice: bool = False
    was_list: bool = False
    chosen: Filter = field(default_factory=Filter)  # what the list shown was limited to
    rows: tuple[str, ...] = ()  # the list talked of, in its order, by montage; no text where we have none
    songs: tuple[str, ...] = ()  # songs that were asked about, by key
    people: tuple[str, ...] = ()  # people that were asked about
    aspects: frozenset[Aspect] = frozenset()
    told: tuple[str, ...] = ()  # montages given in this conversation so far
    lacking: str = ""  # what was asked about since and is none of ours

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lean on."""
        return not (self.montages or self.lacking or self.place)


NO_CONTEXT = Context()
