"""Two or more things side by side, and which came first or ranks higher."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer
from bot.answers.card import Cards
from bot.answers.compose import answered
from bot.answers.phrases import songs_spoken, spoken
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage, RankedList
from bot.language.question import Aspect, Question

_Compared = tuple[str, Sequence[Montage], bool | None]
#: Cards side by side; more would be a wall of text.
MOST_CARDS = 4
#: "Is this one older than that one?" is said of two.
ONE_PAIR = 2


def comparison(question: Question, cards: Cards, montages: Sequence[Montage]) -> Answer:
    """The montages on a card each, with the sentence that compares them; a winner that is asked for comes first."""
    sentence, ordered, verdict = _compared(question, cards.catalogue, montages)
    return answered(question, cards, ordered, sentence, shown=min(MOST_CARDS, len(ordered)), verdict=verdict)


def _compared(question: Question, catalogue: Catalogue, montages: Sequence[Montage]) -> _Compared:
    aspects = question.aspects
    if Aspect.SAME_DIRECTOR in aspects:
        return _same_director(montages)
    if Aspect.COMMON in aspects:
        return _in_common(montages), montages, None
    if Aspect.HIGHER in aspects and (by_rank := _by_rank(question, catalogue, montages)):
        return by_rank
    if aspects & {Aspect.FIRST, Aspect.LAST, Aspect.SAME_YEAR}:
        return _by_year(question, montages)
    if Aspect.DIRECTOR in aspects:
        return _directors(montages), montages, None
    if Aspect.SAME_SONG in aspects:
        return _same_song(montages)
    return _songs(montages), montages, None


def _directors(montages: Sequence[Montage]) -> str:
    return "; ".join(f"{each.film.label} was directed by {spoken(each.film.directors)}" for each in montages) + "."


def _songs(montages: Sequence[Montage]) -> str:
    return "; ".join(f"{each.film.label} has {songs_spoken(each)}" for each in montages) + "."


def _in_common(montages: Sequence[Montage]) -> str:
    """Everything known that is the same of all of them, else what each has."""
    facts = {
        "are directed by": [montage.film.directors for montage in montages],
        "have": [[f"“{song.title}”" for song in montage.songs] for montage in montages],
        "have music by": [[song.artist for song in montage.songs] for montage in montages],
        "came out in": [[str(montage.film.year)] for montage in montages],
        "are set in": [[montage.entry.setting] if montage.entry.setting else [] for montage in montages],
        "are montages of": [[kind.label for kind in montage.entry.kinds] for montage in montages],
    }
    shared = [f"{verb} {spoken(same)}" for verb, each in facts.items() if (same := _shared(each))]
    return f"Both {'; both '.join(shared)}." if shared else f"Nothing that I know of: {_songs(montages)}"


def _same_song(montages: Sequence[Montage]) -> _Compared:
    shared = _shared([[song.title for song in montage.songs] for montage in montages])
    sentence = f"Yes, both have “{shared[0]}”." if shared else f"No: {_songs(montages)}"
    return sentence, montages, bool(shared)


def _same_director(montages: Sequence[Montage]) -> _Compared:
    shared = _shared([montage.film.directors for montage in montages])
    sentence = f"Yes: both are directed by {spoken(shared)}." if shared else f"No: {_directors(montages)}"
    return sentence, montages, bool(shared)


def _shared(each: Sequence[Sequence[str]]) -> list[str]:
    """What all of them have, in the order of the first."""
    return [item for item in each[0] if all(item in others for others in each[1:])]


def _by_rank(question: Question, catalogue: Catalogue, montages: Sequence[Montage]) -> _Compared | None:
    """The films by their best place in the list that is named, else the default one; None when it has none of them."""
    named = catalogue.ranked_list(question.list_id or "")
    ranked = named or catalogue.default_list
    if ranked is None:
        return None
    ranks = {montage.id: _best_rank(catalogue, ranked, montage) for montage in montages}
    if not any(ranks.values()):
        return None
    ordered = sorted(montages, key=lambda montage: ranks[montage.id] or len(ranked.items) + 1)
    places = [f"{montage.film.label} is {_place(ranks[montage.id])}" for montage in ordered]
    verdict = _is_before(question, [ranks[montage.id] for montage in montages])
    where = f" in {named.title}" if named else ""
    return f"{_word(verdict)}{'; '.join(places)}{where}.", ordered, verdict


def _is_before(question: Question, places: Sequence[int | None]) -> bool | None:
    """Whether the first named is on the claimed side of the second; None when that is not claimed or not known."""
    if question.claim is None or len(places) != ONE_PAIR or None in places:
        return None
    first, second = (place or 0 for place in places)
    reverse = bool(question.aspects & {Aspect.LOWER, Aspect.LAST})
    is_next = Aspect.NEXT not in question.aspects or abs(first - second) == 1
    return (first > second if reverse else first < second) and is_next


def _word(verdict: bool | None) -> str:
    return "" if verdict is None else "Yes: " if verdict else "No: "


def _best_rank(catalogue: Catalogue, ranked: RankedList, montage: Montage) -> int | None:
    ranks = [catalogue.rank_of(each, ranked) for each in catalogue.montages_of(montage.film)]
    return catalogue.rank_of(montage, ranked) or min((rank for rank in ranks if rank), default=None)


def _place(rank: int | None) -> str:
    return f"number {rank}" if rank else "not in the list"


def _by_year(question: Question, montages: Sequence[Montage]) -> _Compared:
    newest = Aspect.LAST in question.aspects and Aspect.FIRST not in question.aspects
    ordered = sorted(montages, key=lambda montage: montage.film.year, reverse=newest)
    first, second = ordered[0].film, ordered[-1].film
    verdict = _is_before(question, [montage.film.year for montage in montages])
    verdict = first.year == second.year if Aspect.SAME_YEAR in question.aspects else verdict
    if first.year == second.year:
        both = f"{first.title} and {second.title} both came out in {first.year}."
        return f"{_word(verdict)}{both}", ordered, verdict
    side = "after" if newest else "before"
    sentence = f"{first.title} ({first.year}) came {side} {second.title} ({second.year})."
    return f"{_word(verdict)}{sentence}", ordered, verdict
