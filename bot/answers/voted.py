"""Rankings by votes: who stands where is told us; what stands there we know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, structs

from bot.answers.answer import Answer, Listing, Row
from bot.answers.compose import listed, row_detail, unknown
from bot.answers.filters_said import counted, montages_said
from bot.answers.keys import ShortNames, filter_from, within
from bot.answers.phrases import titles_of
from bot.knowledge.model import Montage
from bot.knowledge.selection import Filter
from bot.language.question import Question

__all__ = ["Voted", "VotedPlace", "voted"]

_GONE = "That list is not in the catalogue any more. /montage list shows the ones that are."


class VotedPlace(Struct, frozen=True):
    """A place: its number, the montage's id, and how many voted for it: "5 of 7 voters"."""

    number: int
    montage_id: str
    receipts: str
    share: float = 0.0  # of the voters, from 0 to 1


class Voted(Struct, frozen=True):
    """A ranking by votes, and all that is said of it."""

    key: str
    title: str
    places: Sequence[VotedPlace]
    footer: str
    method: str
    nothing: str  # the sentence where no montage has a place


def voted(question: Question, montage_of: Callable[[str], Montage | None], names: ShortNames, ranking: Voted) -> Answer:
    """The ranking, or what of it the filter in the question's key admits; places stay as they are."""
    filtered = question.text.removeprefix(ranking.key).removeprefix(":")
    chosen = filter_from(filtered, names) if filtered else Filter()
    if chosen is None:
        return unknown(question, _GONE)
    question = structs.replace(question, text="", chosen=chosen)
    placed = [(each, montage) for each in ranking.places if (montage := montage_of(each.montage_id))]
    if not placed:
        return unknown(question, ranking.nothing)
    fitting = [(each, montage) for each, montage in placed if chosen.admits(montage)]
    if not fitting:
        return unknown(question, f"{ranking.title} has no {montages_said(chosen)} yet.")
    headline = f"{ranking.title}:" if chosen.is_empty else f"{counted(len(fitting), chosen)} in {ranking.title}:"
    listing = Listing(
        within(ranking.key, chosen),
        ranking.title,
        ranking.method,
        tuple(_row(place, montage) for place, montage in fitting),
        chosen=chosen,
        footer=ranking.footer,
        method=ranking.method,
    )
    return listed(question, [montage for _, montage in fitting], headline, listing)


def _row(place: VotedPlace, montage: Montage) -> Row:
    film = montage.film
    song = titles_of(montage)
    return Row(str(place.number), film.label, row_detail(montage), montage.id, film.title, song, place.receipts)
