"""Two or more things side by side, and which came first or ranks higher."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer
from bot.answers.card import songs_spoken, spoken
from bot.answers.compose import answered
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.question import Aspect, Question

#: Cards side by side; more would be a wall of text.
MOST_CARDS = 4


def comparison(question: Question, catalogue: Catalogue, montages: Sequence[Montage]) -> Answer:
    """The montages on a card each, with the sentence that compares them; the winner comes first when one is asked for."""
    sentence, ordered, verdict = _compared(question.aspects, catalogue, montages)
    return answered(question, catalogue, ordered, sentence, shown=min(MOST_CARDS, len(ordered)), verdict=verdict)


def _compared(
    aspects: frozenset[Aspect], catalogue: Catalogue, montages: Sequence[Montage]
) -> tuple[str, Sequence[Montage], bool | None]:
    if Aspect.SAME_DIRECTOR in aspects:
        return _same_director(montages)
    ranked = catalogue.default_list
    if Aspect.HIGHER in aspects and ranked:
        ranks = {
            montage.id: catalogue.rank_of(montage, ranked)
            or min(
                (r for m in catalogue.montages_of(montage.film) if (r := catalogue.rank_of(m, ranked))), default=None
            )
            for montage in montages
        }
        if any(ranks.values()):
            ordered = sorted(montages, key=lambda montage: ranks[montage.id] or len(ranked.items) + 1)
            return (
                f"{'; '.join(f'{m.film.label} is ' + (f'number {ranks[m.id]}' if ranks[m.id] else 'not in the list') for m in ordered)}.",
                ordered,
                None,
            )
    if aspects & {Aspect.FIRST, Aspect.LAST}:
        return _by_year(montages, newest=Aspect.LAST in aspects and Aspect.FIRST not in aspects)
    if Aspect.DIRECTOR in aspects:
        return (
            f"{'; '.join(f'{m.film.label} was directed by {spoken(m.film.directors)}' for m in montages)}.",
            montages,
            None,
        )
    same = (
        set.intersection(*({song.title for song in montage.songs} for montage in montages)) if montages else set[str]()
    )
    if Aspect.SAME_SONG in aspects:
        word = (
            f"Yes, both have “{min(same)}”"
            if same
            else f"No: {'; '.join(f'{m.film.label} has {songs_spoken(m)}' for m in montages)}"
        )
        return f"{word}.", montages, bool(same)
    return f"{'; '.join(f'{m.film.label} has {songs_spoken(m)}' for m in montages)}.", montages, None


def _same_director(montages: Sequence[Montage]) -> tuple[str, Sequence[Montage], bool | None]:
    shared = set.intersection(*({*montage.film.directors} for montage in montages))
    if shared:
        return f"Yes: both are directed by {spoken(sorted(shared))}.", montages, True
    return (
        f"No: {'; '.join(f'{m.film.label} was directed by {spoken(m.film.directors)}' for m in montages)}.",
        montages,
        False,
    )


def _by_year(montages: Sequence[Montage], *, newest: bool) -> tuple[str, Sequence[Montage], bool | None]:
    ordered = sorted(montages, key=lambda montage: montage.film.year, reverse=newest)
    first, second = ordered[0].film, ordered[-1].film
    if first.year == second.year:
        return f"{first.title} and {second.title} both came out in {first.year}.", ordered, None
    return (
        f"{first.title} ({first.year}) came {'after' if newest else 'before'} {second.title} ({second.year}).",
        ordered,
        None,
    )
