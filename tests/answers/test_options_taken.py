"""What is given as a film, a song, a montage or a list is taken as one: by value, by label, or as it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pytest

from bot.answers.answer import Answer, Outcome
from bot.answers.guide import Suggestion
from bot.knowledge.consensus import CONSENSUS_ID
from bot.knowledge.model import credits_of
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter
from bot.language.naming import song_key

if TYPE_CHECKING:
    from bot.answers.guide import Guide


class Offered(NamedTuple):
    """An option: what is asked with it, what it offers in all, and the values there are."""

    ask: Callable[[str], Answer]
    choices: set[Suggestion]
    values: set[str]


def _offered(guide: Guide) -> dict[str, Offered]:
    catalogue = guide.catalogue
    songs = [song for montage in catalogue.montages for song in montage.songs]
    people = {person for song in songs for person in credits_of(song)}
    directors = {name for film in catalogue.films for name in film.directors}
    series = {film.franchise for film in catalogue.films if film.franchise}

    def typed(suggest: Callable[[str], tuple[Suggestion, ...]], names: Iterable[str]) -> set[Suggestion]:
        return {each for name in {"", *names} for each in suggest(name)}

    return {
        "film": Offered(
            guide.song_of_film,
            typed(guide.suggest_films, (film.label for film in catalogue.films)),
            {film.id for film in catalogue.films},
        ),
        "song": Offered(
            guide.film_of_song,
            typed(guide.suggest_songs, (song.title for song in songs)),
            set(map(song_key, songs)),
        ),
        "montage": Offered(
            guide.show,
            typed(guide.suggest_montages, (each.film.title for each in catalogue.montages)),
            {each.id for each in catalogue.montages},
        ),
        "list": Offered(
            guide.listing,
            typed(guide.suggest_lists, (each.title for each in catalogue.lists)),
            {CONSENSUS_ID, *(each.id for each in catalogue.lists)},
        ),
        "performer": Offered(
            lambda text: guide.where(Filter(artist=text)), typed(guide.suggest_performers, people), people
        ),
        "director": Offered(
            lambda text: guide.where(Filter(director=text)), typed(guide.suggest_directors, directors), directors
        ),
        "series": Offered(
            lambda text: guide.where(Filter(franchise=text)), typed(guide.suggest_series, series), series
        ),
    }


@pytest.mark.parametrize("option", ["film", "song", "montage", "list", "performer", "director", "series"])
def test_every_choice_means_the_same_picked_by_value_by_label_and_typed(guide: Guide, option: str) -> None:
    ask, choices, values = _offered(guide)[option]
    assert {each.value for each in choices} == values
    parted = [
        (text, each.value)
        for each in choices
        for text in (each.label, each.label.upper(), folded(each.label), f" {each.label}!")
        if _found(ask(text)) != _found(ask(each.value))
    ]
    assert parted == []


def test_a_whole_title_typed_means_what_is_picked_under_it(guide: Guide) -> None:
    catalogue = guide.catalogue
    songs = {song_key(song): song.title for montage in catalogue.montages for song in montage.songs}
    films = {film.id: film.title for film in catalogue.films}
    parted = [
        title
        for ask, titles in ((guide.song_of_film, films), (guide.film_of_song, songs))
        for value, title in titles.items()
        if Counter(titles.values())[title] == 1
        if _found(ask(title)) != _found(ask(value)) or ask(title).headline != ask(value).headline
    ]
    assert parted == []


@pytest.mark.parametrize("option", ["film", "song", "montage", "list", "performer", "director", "series"])
def test_no_two_choices_look_alike(guide: Guide, option: str) -> None:
    choices = _offered(guide)[option].choices
    labels = Counter(each.label for each in choices)
    assert [label for label, times in labels.items() if times > 1] == []
    assert [label for label in labels if re.search(r" \(\d+\)$", label) and option != "film"] == []


def test_a_list_is_called_by_who_published_it_and_when(guide: Guide) -> None:
    labels = {each.value: each.label for each in _offered(guide)["list"].choices}
    for ranked in guide.catalogue.lists:
        assert (ranked.publisher or ranked.author or "")[:40] in labels[ranked.id]
        year = re.search(r"[12][0-9]{3}", ranked.date or "")
        assert (year.group() if year else "") in labels[ranked.id]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (Filter(artist="acdc"), Filter(artist="AC/DC")),
        (Filter(artist="m i a"), Filter(artist="M.I.A.")),
        (Filter(artist="KENNYLOGGINS"), Filter(artist="Kenny Loggins")),
        (Filter(director="john g avildsen"), Filter(director="John G. Avildsen")),
        (Filter(franchise="spider man"), Filter(franchise="Spider-Man")),
        (Filter(franchise="spiderman"), Filter(franchise="Spider-Man")),
    ],
    ids=str,
)
def test_a_name_typed_by_hand_need_not_have_its_signs(guide: Guide, typed: Filter, meant: Filter) -> None:
    assert _found(guide.where(typed)) == _found(guide.where(meant))
    assert guide.where(typed).montages


@pytest.mark.parametrize("nothing", ["!!!", "...", "?", "🥊", "\N{ZERO WIDTH SPACE}", " ", "#", "'"])
def test_a_name_that_folds_to_nothing_matches_nothing(guide: Guide, nothing: str) -> None:
    asked = [guide.song_of_film, guide.film_of_song, guide.show, guide.listing]
    filters = (Filter(artist=nothing), Filter(director=nothing), Filter(franchise=nothing), Filter(setting=nothing))
    answers = [
        *(ask(nothing) for ask in asked),
        *map(guide.where, filters),
        *(guide.listing(f"{prefix}:{name}={quote(nothing)}") for prefix in ("where", "consensus") for name in "adsp"),
    ]
    assert [answer.headline for answer in answers if answer.outcome is not Outcome.UNKNOWN or answer.montages] == []


def _found(answer: Answer) -> tuple[object, ...]:
    return answer.outcome, tuple(answer.montages), answer.listing and answer.listing.key


@pytest.mark.parametrize("text", ["zzz", "Goodfellas", "the one with the dog"])
def test_a_song_that_is_none_is_refused_in_the_words_it_was_given(guide: Guide, text: str) -> None:
    assert guide.film_of_song(text).headline == f"I know no montage with “{text}”."


@pytest.mark.parametrize("text", ["who sings it?", "and the year?"])
def test_no_conversation_has_a_say_in_an_option(guide: Guide, text: str) -> None:
    guide.ask("what song plays in Rocky?", "here")
    for ask in (guide.song_of_film, guide.film_of_song, guide.show):
        assert ask(text, "here") == ask(text)
        guide.ask("what song plays in Rocky?", "here")
