"""An answer in parts, as a talk needs it: what answers at once, and what is told only when it is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from bot.answers.answer import Answer, Card, Listing

__all__ = ["ROWS", "details", "rows_after", "short", "sources"]

#: Rows of a list shown at a time.
ROWS = 10


def short(answer: Answer) -> Answer:
    """What answers: of a card its film and music, of a list its first rows."""
    cards = tuple(_music(card) for card in answer.cards)
    return replace(answer, cards=cards, listing=answer.listing and _rows(answer.listing, 0))


def rows_after(answer: Answer, shown: int) -> Answer | None:
    """The next rows of a list; None where there are none."""
    if answer.listing is None or shown >= len(answer.listing.rows):
        return None
    return replace(_bare(answer), listing=_rows(answer.listing, shown), titled=True)


def details(answer: Answer) -> Answer | None:
    """What the cards tell besides; None where there is none."""
    return _only(answer, *(replace(card, songs=(), others=(), sources=()) for card in answer.cards))


def sources(answer: Answer) -> Answer | None:
    """Where a card or a list is from; None where there is neither."""
    if answer.listing is not None:
        return replace(_bare(answer), listing=replace(answer.listing, rows=()))
    return _only(answer, *(replace(_music(card), songs=(), others=(), sources=card.sources) for card in answer.cards))


def _music(card: Card) -> Card:
    return replace(card, description="", facts=(), confusions=(), sources=())


def _rows(listing: Listing, shown: int) -> Listing:
    rows, all_rows = listing.rows[shown : shown + ROWS], len(listing.rows)
    note = f"{shown + 1} to {shown + len(rows)} of {all_rows}" if all_rows > ROWS else ""
    return replace(listing, rows=rows, note=note, url=None)


def _only(answer: Answer, *cards: Card) -> Answer | None:
    return replace(_bare(answer), cards=cards) if cards else None


def _bare(answer: Answer) -> Answer:
    return Answer(answer.question, answer.outcome, answer.intent, headline="")
