"""Another than what was given: what else there is, or that there is nothing else; and a list cut down to a part."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Beside
from bot.answers.card import Cards
from bot.answers.compose import answered, unknown
from bot.answers.filters_said import a_montage, montages_said, one_montage
from bot.answers.phrases import labels_said, songs_spoken, spoken
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.naming import song_key
from bot.language.question import Question


def others(question: Question, cards: Cards, given: Sequence[Montage], left: Sequence[Montage]) -> Answer:
    """What else there is than what was given."""
    if not left:
        return unknown(question, _nothing_else(question, cards.catalogue, given))
    return answered(
        question,
        cards,
        left,
        _another(question, given, left),
        beside=Beside.ALSO_IN if question.songs else Beside.MORE,
    )


def part_of_list(question: Question, cards: Cards, left: Sequence[Montage]) -> Answer:
    """What is left of a list shown before."""
    if not left:
        what = "left" if question.chosen.is_empty or question.excluded else a_montage(question.chosen)
        return unknown(question, f"None of those is {what}.")
    cut = question.chosen.is_empty or question.excluded
    they_are = f"is {a_montage(question.chosen)}" if len(left) == 1 else f"are {montages_said(question.chosen)}"
    what = f"Of those, {len(left)} {they_are}: "
    headline = f"{'That leaves ' if cut else what}{_films(left)}."
    return answered(question, cards, left, headline, beside=Beside.MORE)


def _nothing_else(question: Question, catalogue: Catalogue, given: Sequence[Montage]) -> str:
    film = next((film for each in question.films if (film := catalogue.film(each))), None)
    if film:
        return f"That is all I have from {film.label}."
    if question.songs:
        return f"I know {_titles(question, given)} from no other film."
    return f"I know no other {one_montage(question.chosen)}."


def _another(question: Question, given: Sequence[Montage], left: Sequence[Montage]) -> str:
    first = left[0]
    if question.songs:
        return f"{_titles(question, left)} is also in {_films(left)}."
    one = question.top == 1 or len(left) == 1
    if question.films:
        also = songs_spoken(first) if one else "; ".join(map(songs_spoken, left))
        return f"{first.film.label} also has {also}."
    if one:
        return f"Another {one_montage(question.chosen)} is that of {first.film.label}."
    return f"More {montages_said(question.chosen)} are those of {_films(left)}."


def _titles(question: Question, montages: Sequence[Montage]) -> str:
    heard = (song.title for montage in montages for song in montage.songs if song_key(song) in question.songs)
    return spoken([f"“{title}”" for title in dict.fromkeys(heard)]) or "that song"


def _films(montages: Sequence[Montage]) -> str:
    return labels_said([montage.film for montage in montages])
