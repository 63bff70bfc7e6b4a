"""What each conversation was about last: short-lived, bounded, and never shared between people or channels."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256

from msgspec.structs import replace

from bot.answers.answer import Answer, Outcome
from bot.knowledge.remembering import LONGEST_REMEMBERED
from bot.knowledge.selection import Filter
from bot.language.context import NO_CONTEXT, Context
from bot.language.question import Intent, Lack, Question

#: Seconds after which a conversation is over.
LIFETIME = 10 * 60.0
#: Conversations remembered; the longest silent one is forgotten first.
MOST_CONVERSATIONS = 2000
#: Montages remembered of one answer; a follow-up looks at each of them.
MOST_SHOWN = 500
#: Montages of one conversation that are not given again when another is asked for.
MOST_TOLD = 100
#: Characters remembered of what is none of ours: more than any title has.
LONGEST_LACKING = 200
#: A list of no more rows than a page has was seen whole.
SEEN_AT_ONCE = 10
#: What is asked about is none of ours; what was talked of before stays talked of.
_NONE_OF_OURS = (Lack.ABSENT_FILM, Lack.ABSENT_SONG, Lack.NO_SUCH_VERSION)


class Memory:
    """The contexts of running conversations, by key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._contexts: OrderedDict[str, tuple[float, Context]] = OrderedDict()

    def context(self, conversation: str | None) -> Context:
        """What the conversation was about last; nothing when it is new or over."""
        if conversation is None or (key := _key(conversation)) not in self._contexts:
            return NO_CONTEXT
        if self._is_over(key):
            del self._contexts[key]
            return NO_CONTEXT
        return self._contexts[key][1]

    def remember(self, conversation: str | None, answer: Answer, question: Question | None = None) -> None:
        """Keeps what was asked and what the answer was about; an answer about nothing of ours changes nothing."""
        if conversation is None:
            return
        context = _after(self.context(conversation), answer, question or Question(answer.question, answer.intent))
        if context is None:
            return
        key = _key(conversation)
        self._contexts[key] = (self._clock(), context)
        self._contexts.move_to_end(key)
        while len(self._contexts) > MOST_CONVERSATIONS or self._is_over(next(iter(self._contexts))):
            self._contexts.popitem(last=False)

    def _is_over(self, key: str) -> bool:
        return self._clock() - self._contexts[key][0] > LIFETIME

    def __len__(self) -> int:
        return len(self._contexts)


def _key(conversation: str) -> str:
    """What a conversation is kept under, however long its own key is."""
    short = len(conversation) <= LONGEST_REMEMBERED
    return conversation if short else sha256(conversation.encode(errors="surrogatepass")).hexdigest()


def _after(before: Context, answer: Answer, question: Question) -> Context | None:
    """What a conversation is about after an answer; None when it goes on as before."""
    if answer.outcome is Outcome.UNKNOWN:
        return replace(before, lacking=question.about[:LONGEST_LACKING]) if question.lack in _NONE_OF_OURS else None
    if answer.montages:
        return _with_list(_context(before, answer, question), before, answer, question)
    if answer.rank:  # a place that a film holds of which we have no montage
        return Context(intent=answer.intent, place=answer.rank, list_id=question.list_id, told=before.told)
    return None


def _context(before: Context, answer: Answer, question: Question) -> Context:
    shown = _rows(answer) or tuple(card.montage_id for card in answer.cards)
    beside = () if len(answer.montages) > MOST_SHOWN else answer.montages
    return Context(
        montages=tuple(dict.fromkeys((*filter(None, shown), *beside))),
        intent=answer.intent,
        was_choice=answer.outcome is Outcome.CHOICE,
        was_list=answer.listing is not None or len(answer.cards) > 1 or question.of_those,
        chosen=_chosen(answer, question),
        songs=question.songs,
        people=question.people,
        aspects=question.aspects,
        told=(*before.told, *_told(answer, question))[-MOST_TOLD:],
    )


def _with_list(context: Context, before: Context, answer: Answer, question: Question) -> Context:
    """The context with the list talked of: the one shown, the one asked about, or still the one before."""
    if answer.listing:
        list_id = None if ":" in answer.listing.key else answer.listing.key
        return replace(context, rows=_rows(answer), list_id=list_id, place=answer.rank)
    if question.of_those or context.was_choice:
        return replace(context, rows=answer.montages, list_id=question.list_id)
    if answer.intent in (Intent.AT_RANK, Intent.RANK):
        return replace(context, list_id=question.list_id, place=answer.rank)
    first = context.montages[0]
    if not (first in before.rows or first in before.montages[:1]):
        return context
    place = before.rows.index(first) + 1 if first in before.rows else before.place
    return replace(context, rows=before.rows, list_id=before.list_id, chosen=before.chosen, place=place)


def _rows(answer: Answer) -> tuple[str, ...]:
    """The montages of a list in its order; of one longer than anybody reads the first ones, and the last."""
    if answer.listing is None:
        return ()
    rows = answer.listing.rows
    read = rows if len(rows) <= MOST_SHOWN else (*rows[: MOST_SHOWN - 1], rows[-1])
    return tuple(row.montage_id or "" for row in read)


def _chosen(answer: Answer, question: Question) -> Filter:
    """What the list shown was limited to."""
    if answer.listing and question.people and answer.listing.chosen.artist is answer.listing.chosen.director is None:
        return replace(answer.listing.chosen, artist=question.people[0])
    return answer.listing.chosen if answer.listing else question.chosen


def _told(answer: Answer, question: Question) -> tuple[str, ...]:
    """The montages an answer gives; what it merely offers beside them is not given."""
    if answer.listing:
        return _rows(answer) if len(answer.listing.rows) <= SEEN_AT_ONCE else ()
    if question.given and question.top is None:
        return tuple(answer.montages)
    return tuple(card.montage_id for card in answer.cards)
