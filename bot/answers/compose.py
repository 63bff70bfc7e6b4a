"""An Answer put together from montages: the card, and the films, songs and people it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bot.answers.answer import Answer, Beside, Card, Listing, Option, Outcome, Row
from bot.answers.card import Cards, options
from bot.answers.lazy import Distinct, Each
from bot.answers.phrases import titles_of
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
    cards: Cards,
    montages: Sequence[Montage],
    headline: str,
    *,
    shown: int = 1,
    beside: Beside = Beside.READINGS,
    verdict: bool | None = None,
    rank: int | None = None,
    ranked_in: str = "",
) -> Answer:
    """An answer resting on these montages; the first `shown` of them get a card, the others are offered as `beside`."""
    place = (rank, ranked_in) if rank and ranked_in else None
    told = tuple(cards.of(montage, headline, place) for montage in montages[:shown])
    answer = Answer(
        question=question.text,
        outcome=Outcome.ANSWER,
        intent=question.intent,
        headline=headline,
        read_as=read_as_line(question),
        cards=told,
        options=_offered_beside(told, montages[shown : shown + MOST_OPTIONS]),
        beside=beside,
        verdict=verdict,
        rank=rank,
    )
    return naming(answer, montages, _ids(montages))


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
    answer = naming(answer, montages, Each(montages, lambda montage: montage.id))
    return replace(answer, films=tuple(dict.fromkeys(films)) or answer.films)


def _offered_beside(cards: Sequence[Card], montages: Iterable[Montage]) -> tuple[Option, ...]:
    """The montages that are neither a card nor among the others of a card's film."""
    seen = {each for card in cards for each in (card.montage_id, *(other.montage_id for other in card.others))}
    return options([montage for montage in montages if montage.id not in seen], of_one_film=False)


def choice(question: Question, catalogue: Catalogue, montages: Sequence[Montage]) -> Answer:
    """All that may be meant at once: the montages of one film, or the question back, which of the films it was."""
    film = next(iter({montage.film for montage in montages})) if len({each.film for each in montages}) == 1 else None
    answer = Answer(
        question=question.text,
        outcome=Outcome.CHOICE,
        intent=question.intent,
        headline=choice_sentence(montages, of_all=len(catalogue.montages_of(film)) if film else 0),
        options=options(montages[:MOST_OPTIONS], of_one_film=film is not None),
        read_as=read_as_line(question),
    )
    return naming(answer, montages[:MOST_OPTIONS], _ids(montages[:MOST_OPTIONS]))


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


def naming(answer: Answer, montages: Sequence[Montage], ids: Sequence[str]) -> Answer:
    """The answer with the films, songs and artists of some montages, each once, in order, and the ids of these.

    They are worked out when somebody looks: a page of a list of thousands needs none of them.
    """
    return replace(
        answer,
        films=Distinct(lambda: (montage.film.label for montage in montages)),
        montages=ids,
        songs=Distinct(lambda: (song.title for montage in montages for song in montage.songs)),
        artists=Distinct(lambda: (song.artist for montage in montages for song in montage.songs)),
    )


def _ids(montages: Iterable[Montage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(montage.id for montage in montages))


def read_as_line(question: Question) -> str:
    """How the question was read, when that was not obvious."""
    return f"Read as: {', '.join(question.read_as)}" if question.read_as else ""


def row_of(montage: Montage) -> Row:
    """A montage as a line of a list that gives no places."""
    label, film = montage.film.label, montage.film.title
    return Row("·", label, row_detail(montage), montage.id, film, titles_of(montage))


def row_detail(montage: Montage) -> str:
    """What a list says of a montage beside its film."""
    return ", ".join(f"{song.title} – {song.artist}" for song in montage.songs)
