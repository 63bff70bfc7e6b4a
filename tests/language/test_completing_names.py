"""Autocomplete: sensible before a letter is typed, forgiving of typos, and never more than Discord shows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.names import folded
from bot.language.completing import Completer, Suggestion
from bot.language.lexicon import Lexicon
from bot.language.naming import song_key
from bot.language.small_words import SMALL, bones
from bot.language.suggestions import Suggester

if TYPE_CHECKING:
    from tests.language.conftest import Found

#: Names shorter than this say too little without one of their words.
FEWEST_WORDS = 3
#: So many names at least must be completed without a small word, that the promise is put to the test.
FEWEST_COMPLETED = 50
#: What Discord shows; one more, and it refuses the whole menu.
MOST_CHOICES = 25


@pytest.fixture(scope="module")
def suggester(catalogue: Catalogue, lexicon: Lexicon) -> Suggester:
    return Suggester(catalogue, lexicon)


@pytest.fixture(scope="module", params=["films", "songs", "montages", "lists"])
def completer(suggester: Suggester, request: pytest.FixtureRequest) -> Completer:
    return getattr(suggester, request.param)


def test_before_a_letter_is_typed_the_ranked_montages_come_first(suggester: Suggester) -> None:
    assert [each.label for each in suggester.films.complete("")][:4] == [
        "Rocky (1976)",
        "The Karate Kid (1984)",
        "Team America: World Police (2004)",
        "The Incredibles (2004)",
    ]
    assert suggester.lists.complete("")[0].value == "most-insane-training-montages"


def test_a_full_menu_is_offered_before_a_letter_is_typed(completer: Completer) -> None:
    first = completer.complete("")
    assert len(first) == len(set(first)) == MOST_CHOICES
    assert completer.complete("   ") == completer.complete("?!") == first


@pytest.mark.parametrize(
    ("typed", "film"),
    [
        ("roc", "rocky-1976"),
        ("ROCKY II", "rocky-ii-1979"),
        ("rocky 4", "rocky-iv-1985"),
        ("rocky four", "rocky-iv-1985"),
        ("karate", "the-karate-kid-1984"),
        ("the karate", "the-karate-kid-1984"),
        ("karatek", "the-karate-kid-1984"),
        ("krate kid", "the-karate-kid-1984"),
        ("kartae k", "the-karate-kid-1984"),
        ("zoolamder", "zoolander-2001"),
        ("footlouse", "footloose-1984"),
        ("maverick", "top-gun-maverick-2022"),
        ("world pol", "team-america-world-police-2004"),
        ("xyzzyx", None),
    ],
)
def test_films_are_completed_typos_and_all(suggester: Suggester, typed: str, film: str | None) -> None:
    values = [each.value for each in suggester.films.complete(typed)]
    assert film in values if film else "the-karate-kid-1984" not in values


@pytest.mark.parametrize(
    ("typed", "song"),
    [
        ("eye of", "eye-of-the-tiger"),
        ("tiger", "eye-of-the-tiger"),
        ("survivor", "eye-of-the-tiger"),
        ("gunna fly", "gonna-fly-now"),
        ("kenny log", "playing-with-the-boys"),
    ],
)
def test_songs_are_completed_by_title_and_performer(suggester: Suggester, typed: str, song: str) -> None:
    assert song in {each.value for each in suggester.songs.complete(typed)}


@pytest.mark.parametrize(
    ("typed", "montage"),
    [("hearts on", "rocky-iv-hearts-on-fire"), ("miyagi", "the-karate-kid"), ("footl", "footloose-willard")],
)
def test_montages_are_completed_by_film_song_and_character(suggester: Suggester, typed: str, montage: str) -> None:
    assert montage in {each.value for each in suggester.montages.complete(typed)}


def test_the_film_whose_whole_name_was_typed_comes_first(suggester: Suggester) -> None:
    assert suggester.films.complete("rocky")[0].value == "rocky-1976"
    assert suggester.films.complete("top gun")[0].value == "top-gun-1986"


@given(typed=st.text(max_size=40))
@settings(database=None, deadline=None, max_examples=150)
def test_nothing_typed_breaks_the_menu(suggester: Suggester, typed: str) -> None:
    for completer in (suggester.films, suggester.songs, suggester.montages, suggester.lists):
        found = completer.complete(typed)
        assert len(found) == len(set(found)) <= MOST_CHOICES


def test_very_long_text_is_no_trouble(completer: Completer) -> None:
    assert len(completer.complete("rocky " * 2000)) <= MOST_CHOICES


def every_value(complete: Callable[[str], tuple[Suggestion, ...]], names: list[str]) -> set[str]:
    return {each.value for name in names for each in complete(name)}


def test_every_film_and_song_is_offered_when_its_name_is_typed(suggester: Suggester, catalogue: Catalogue) -> None:
    lost_films = [
        film.id for film in catalogue.films if film.id not in every_value(suggester.films.complete, [film.title])
    ]
    songs = {song_key(song): song.title for montage in catalogue.montages for song in montage.songs}
    lost_songs = [key for key, title in songs.items() if key not in every_value(suggester.songs.complete, [title])]
    assert (lost_films, lost_songs) == ([], [])


def without_a_small_word(names: Mapping[str, str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Names that say enough without one of their small words, with it dropped, and what each names."""
    for target, name in names.items():
        tokens = folded(name).split()
        small = [at for at, token in enumerate(tokens) if at and token in SMALL]
        if small and bones(tokens) and len(tokens) >= FEWEST_WORDS:
            dropped = chance.choice(small)
            yield target, " ".join(tokens[:dropped] + tokens[dropped + 1 :])


def test_what_is_completed_first_without_a_small_word_is_also_found_in_a_question(
    suggester: Suggester, catalogue: Catalogue, found: Found
) -> None:
    chance = random.Random(1976)  # noqa: S311 - picks words to drop, guards nothing
    films = {film.id: film.title for film in catalogue.films}
    songs = {song_key(song): song.title for montage in catalogue.montages for song in montage.songs}
    lost: list[str] = []
    completed = 0
    for kind, names, completer in (("film", films, suggester.films), ("song", songs, suggester.songs)):
        for target, typed in without_a_small_word(names, chance):
            if [each.value for each in completer.complete(typed)[:1]] == [target]:
                completed += 1
                lost += [typed] if (kind, target) not in found(f"the {kind} {typed}") else []
    assert completed > FEWEST_COMPLETED
    assert lost == []


def test_labels_tell_films_apart(suggester: Suggester, catalogue: Catalogue) -> None:
    labels = {film.label for film in catalogue.films}
    assert len(labels) == len(catalogue.films)
    assert {each.label for each in suggester.films.complete("rocky")} <= labels


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("whats the song in rockey", "Rocky (1976)"),
        ("footlosse", "Footloose (1984)"),
        ("zolander", "Zoolander (2001)"),
    ],
)
def test_the_nearest_names_are_offered(suggester: Suggester, text: str, near: str) -> None:
    assert near in suggester.near(text, 3)


@pytest.mark.parametrize("text", ["", "how is the weather today", "please write me a poem", "xqzw vbnm", "🥊"])
def test_nothing_is_offered_when_nothing_is_near(suggester: Suggester, text: str) -> None:
    assert suggester.near(text, 3) == ()


def test_no_more_names_are_offered_than_wanted(suggester: Suggester) -> None:
    assert len(suggester.near("rockey footlosse zolander flashdanse scarfaced", 2)) == 2
