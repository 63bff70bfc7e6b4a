"""An Answer put together from montages: the card, and the films, songs and people it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Card, Listing, Option, Outcome
from bot.answers.card import card, option
from bot.answers.lazy import Distinct, Each
from bot.answers.wording import HINTS, choice_sentence
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.question import Question

#: Other readings offered beside an answer, and montages offered in a choice: a select menu holds 25.
MOST_OPTIONS = 25
#: Examples of what can be asked that go with a refusal.
MOST_HINTS = 2


def answered(
    question: Question,
    catalogue: Catalogue,
    montages: Sequence[Montage],
    headline: str,
    *,
    shown: int = 1,
    verdict: bool | None = None,
    rank: int | None = None,
) -> Answer:
    """An answer resting on these montages; the first `shown` of them get a card, the others are offered."""
    cards = tuple(card(montage, catalogue) for montage in montages[:shown])
    answer = Answer(
        question=question.text,
        outcome=Outcome.ANSWER,
        intent=question.intent,
        headline=headline,
        read_as=read_as_line(question),
        cards=cards,
        options=_offered_beside(cards, montages[shown : shown + MOST_OPTIONS]),
        verdict=verdict,
        rank=rank,
    )
    return naming(answer, montages)


def listed(
    question: Question,
    montages: Sequence[Montage],
    headline: str,
    listing: Listing,
    *,
    rank: int | None = None,
    films: Iterable[str] = (),
) -> Answer:
    """An answer that is a list of montages, each once; `films` when rows name films that have no montage here."""
    answer = Answer(
        question=question.text,
        outcome=Outcome.ANSWER,
        intent=question.intent,
        headline=headline,
        listing=listing,
        titled=listing.title.casefold() in headline.casefold(),
        rank=rank,
        read_as=read_as_line(question),
    )
    answer = replace(naming(answer, montages), montages=Each(montages, lambda montage: montage.id))
    return replace(answer, films=tuple(dict.fromkeys(films)) or answer.films)


def _offered_beside(cards: Sequence[Card], montages: Iterable[Montage]) -> tuple[Option, ...]:
    """The montages that are neither a card nor among the others of a card's film."""
    seen = {each for card in cards for each in (card.montage_id, *(other.montage_id for other in card.others))}
    return tuple(option(montage) for montage in montages if montage.id not in seen)


def choice(question: Question, montages: Sequence[Montage]) -> Answer:
    """The question back: which of these was meant?"""
    options = tuple(option(montage) for montage in montages[:MOST_OPTIONS])
    answer = Answer(
        question=question.text,
        outcome=Outcome.CHOICE,
        intent=question.intent,
        headline=choice_sentence(montages),
        options=options,
        read_as=read_as_line(question),
    )
    return naming(answer, montages[:MOST_OPTIONS])


def unknown(question: Question, headline: str, suggestions: Sequence[str] = ()) -> Answer:
    """The honest word that we do not know, with what is near and what can be asked."""
    return Answer(
        question=question.text,
        outcome=Outcome.UNKNOWN,
        intent=question.intent,
        headline=headline,
        suggestions=tuple(suggestions),
        hints=() if suggestions else HINTS[:MOST_HINTS],
        read_as=read_as_line(question),
    )


def naming(answer: Answer, montages: Sequence[Montage]) -> Answer:
    """The answer with the films, ids, songs and artists of some montages, each once, in order.

    They are worked out when somebody looks: a page of a list of thousands needs none of them.
    """
    return replace(
        answer,
        films=Distinct(lambda: (montage.film.label for montage in montages)),
        montages=Distinct(lambda: (montage.id for montage in montages)),
        songs=Distinct(lambda: (song.title for montage in montages for song in montage.songs)),
        artists=Distinct(lambda: (song.artist for montage in montages for song in montage.songs)),
    )


def read_as_line(question: Question) -> str:
    """How the question was read, when that was not obvious."""
    return f"Read as: {', '.join(question.read_as)}" if question.read_as else ""


def row_detail(montage: Montage) -> str:
    """What a list says of a montage beside its film."""
    return ", ".join(f"{song.title} – {song.artist}" for song in montage.songs)
