"""What each conversation was about last: short-lived, bounded, and never shared between people or channels."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.answers.answer import Answer, Outcome
from bot.knowledge.selection import Filter
from bot.language.context import NO_CONTEXT, Context
from bot.language.question import Intent

#: Seconds after which a conversation is over.
LIFETIME = 10 * 60.0
#: Conversations remembered; the longest silent one is forgotten first.
MOST_CONVERSATIONS = 2000
#: Montages remembered of one answer; a follow-up looks at each of them.
MOST_SHOWN = 500


class Memory:
    """The contexts of running conversations, by key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._contexts: OrderedDict[str, tuple[float, Context]] = OrderedDict()

    def context(self, conversation: str | None) -> Context:
        """What the conversation was about last; nothing when it is new or over."""
        if conversation is None or conversation not in self._contexts:
            return NO_CONTEXT
        told, context = self._contexts[conversation]
        if self._clock() - told > LIFETIME:
            del self._contexts[conversation]
            return NO_CONTEXT
        return context

    def remember(self, conversation: str | None, answer: Answer) -> None:
        """Keeps what an answer was about; an answer that was none changes nothing."""
        if conversation is None or answer.outcome is Outcome.UNKNOWN or not answer.montages:
            return
        self._contexts[conversation] = (self._clock(), _context(answer))
        self._contexts.move_to_end(conversation)
        while len(self._contexts) > MOST_CONVERSATIONS:
            self._contexts.popitem(last=False)

    def forget(self, conversation: str | None) -> None:
        """Ends a conversation."""
        if conversation is not None:
            self._contexts.pop(conversation, None)

    def __len__(self) -> int:
        return len(self._contexts)


def _context(answer: Answer) -> Context:
    listing = answer.listing
    return Context(
        montages=_shown(answer),
        intent=answer.intent,
        place=answer.rank if answer.intent in (Intent.AT_RANK, Intent.RANK) else None,
        list_id=listing.key if listing and not listing.key.startswith("where:") else None,
        was_choice=answer.outcome is Outcome.CHOICE,
        was_list=listing is not None or len(answer.cards) > 1,
        chosen=listing.chosen if listing else Filter(),
    )


def _shown(answer: Answer) -> tuple[str, ...]:
    """The montages in the order shown; of a list longer than anybody reads the first ones, and the last."""
    if len(answer.montages) > MOST_SHOWN:
        return (*answer.montages[: MOST_SHOWN - 1], answer.montages[-1])
    return tuple(dict.fromkeys((*(card.montage_id for card in answer.cards), *answer.montages)))
