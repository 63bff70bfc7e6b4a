"""What people reported wrong, and is held to since."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.answers.memory import LIFETIME, Memory
from bot.knowledge.catalogue import Catalogue
from bot.language.context import Context
from bot.language.fold import words
from bot.language.lexicon import Lexicon
from bot.language.numbers import span
from bot.language.question import Intent
from bot.language.reader import Reader
from tests.clock import LONGEST, milliseconds

CHOICE = Context(montages=("rocky-iii-opening", "rocky-iii-beach"), intent=Intent.SONG_OF_MONTAGE, was_choice=True)
N = 10_000


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue, Lexicon())


def test_an_injected_memory_is_used(catalogue: Catalogue) -> None:
    now = [0.0]
    guide = Guide(catalogue, memory=Memory(lambda: now[0]))  # `memory or Memory()`: an empty Memory is falsy (__len__)
    guide.ask("which song plays in rocky", "one")
    now[0] = LIFETIME + 1
    assert guide.ask("who sings it?", "one").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "help",
        "hello",
        "what's the weather",
        "write me a poem",
        "top 3",
        "80s training montages",
        "random",
    ],
)
def test_after_a_choice_of_two_a_new_topic_inherits_nothing(reader: Reader, text: str) -> None:
    assert reader.parse(text, CHOICE) == reader.parse(text)


@pytest.mark.parametrize("text", ["the first one", "first one please"])
def test_the_first_one_of_a_choice_is_not_the_first_film(reader: Reader, text: str) -> None:
    assert reader.parse(text, CHOICE).montages == ("rocky-iii-opening",)


def test_the_fourth_one_after_a_place_is_a_place(guide: Guide) -> None:
    guide.ask("number 3 on the list", "one")
    assert guide.ask("and the fourth one?", "one").rank == 4


@pytest.mark.parametrize(
    "refused", ["rocky horror picture show song", "what song is in The Karate Dog", "footloose remake"]
)
def test_a_refused_film_ends_the_old_topic(guide: Guide, refused: str) -> None:
    guide.ask("which song plays in rocky", "one")
    guide.ask(refused, "one")
    assert guide.ask("who sings it?", "one").films == ()


def test_that_in_another_film_is_no(guide: Guide) -> None:
    guide.ask("which song plays in the karate kid", "one")
    assert guide.ask("is that in rocky?", "one").verdict is not True


def test_the_second_of_a_comparison_is_no_place_in_the_list(guide: Guide) -> None:
    guide.ask("compare top gun and dirty dancing", "one")
    assert guide.ask("who directed the second?", "one").films[:1] == ("Dirty Dancing (1987)",)


@pytest.mark.parametrize("text", ["80s training montages", "montages with Kenny Loggins", "top 10 montages of the 80s"])
def test_the_key_of_a_filtered_list_keeps_its_filter(guide: Guide, text: str) -> None:
    listing = guide.ask(text).listing
    assert listing is not None
    again = guide.listing(listing.key).listing
    assert again is not None
    assert (again.key, again.rows) == (listing.key, listing.rows)


def test_counting_everything_counts(guide: Guide, catalogue: Catalogue) -> None:
    assert str(len(catalogue.montages)) in guide.ask("how many montages are there").headline


def test_heist_montages_are_a_kind_and_no_absent_film(guide: Guide) -> None:
    assert guide.ask("heist montages").outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    "text", ["does rocky iii have eye of the tiger", "is eye of the tiger in rocky iii", "is footloose at number 5"]
)
def test_yes_when_it_is_so(guide: Guide, text: str) -> None:
    assert guide.ask(text).verdict is True


@pytest.mark.parametrize(
    "text",
    [
        "rocky horror",
        "rocky horror song",
        "what song plays in rocky horror",
        "cinderella man",
        "creed 3",
        "ocean's twelve",
        "eye of the storm",
        "what happens in the eye of the hurricane",
        "eye of the spider",
        "play with fire",
        "heart of fire",
        "hall of fame",
    ],
)
def test_a_near_miss_is_never_answered(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert answer.outcome is not Outcome.ANSWER, answer.headline


@pytest.mark.parametrize("text", ["songs from the rocky films", "montages in the rocky films", "all the rocky films"])
def test_the_films_of_a_series_are_its_films(guide: Guide, text: str) -> None:
    assert guide.ask(text).films[:1] == ("Rocky (1976)",)


@pytest.mark.parametrize("label", ["Fame (1980)", "Ghost (1990)", "Miracle (2004)", "Cars (2006)"])
def test_every_film_is_found_by_its_label(guide: Guide, label: str) -> None:
    assert guide.ask(label).films[:1] == (label,)


def test_every_song_is_found_by_its_title(guide: Guide) -> None:
    assert "Deadpool 2 (2018)" in guide.film_of_song("9 to 5").films


def test_a_name_does_not_reach_over_a_comma(guide: Guide) -> None:
    assert "before" in guide.ask("which came first, rocky or footloose").headline


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("guy lifts trains to lose weight", "The Incredibles (2004)"),
        ("the puppet one where he trains for Kim Jong-il", "Team America: World Police (2004)"),
        ("guy runs up the museum steps in Philadelphia", "Rocky (1976)"),
        ("the boxer who runs up the museum steps", "Rocky (1976)"),
    ],
)
def test_a_scene_is_found(guide: Guide, text: str, film: str) -> None:
    assert film in guide.ask(text).films


@pytest.mark.parametrize(
    ("said", "expected"), [("since the 90s", (1990, None)), ("until 1990", (None, 1990)), ("up to 1990", (None, 1990))]
)
def test_spans(said: str, expected: tuple[int | None, int | None]) -> None:
    assert span(said) == expected


def test_a_dropped_g_is_written_out() -> None:
    assert [token.text for token in Lexicon().plain(words("runnin and jumpin"), "en")] == ["running", "and", "jumping"]


def test_spanish_decades_without_the_word_years(guide: Guide) -> None:
    assert "1980s" in guide.ask("montajes de entrenamiento de los 80").headline


@pytest.mark.parametrize(
    ("typed", "film"),
    [("footlose", "footloose-1984"), ("zoolnd", "zoolander-2001"), ("godfater", "the-godfather-1972")],
)
def test_a_letter_left_out_is_forgiven_while_typing(guide: Guide, typed: str, film: str) -> None:
    assert film in {each.value for each in guide.suggest_films(typed)}


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "a" * N,
        "rockyx" * 1000,
        "R\u0336o\u0334c\u0337k\u0338y" * (N // 9),
        "'a' " * (N // 4),
        "a.b." * (N // 4),
        "ﷺ" * 1000,
    ],
    ids=["one word", "one name", "zalgo", "quotes", "initials", "ligatures"],
)
def test_no_text_takes_too_long(guide: Guide, text: str) -> None:
    guide.ask("roky song")  # what only a first question loads is not counted
    assert milliseconds(lambda: guide.ask(text)) <= LONGEST


@pytest.mark.parametrize(
    ("first", "then", "described"),
    [
        ("80s training montages", "and from the 90s?", "training montages from the 1990s"),
        ("80s training montages", "what about dance?", "dance montages from the 1980s"),
        ("80s training montages", "which montages are from the 1990s?", "montages from the 1990s"),
        ("post the ranked list", "and from the 90s?", "montages from the 1990s"),
    ],
)
def test_a_list_goes_on_with_one_thing_changed(guide: Guide, first: str, then: str, described: str) -> None:
    guide.ask(first, "one")
    assert described in guide.ask(then, "one").headline


@pytest.mark.parametrize(
    ("question", "film"),
    [
        ("which song plays with Kermit the Frog in The Muppets", "The Muppets (2011)"),
        ("which song plays with Kermit the Frog in The Muppet Movie", "The Muppet Movie (1979)"),
        ("which song plays with Peter Parker in Spider-Man 2", "Spider-Man 2 (2004)"),
    ],
)
def test_a_character_of_several_films_is_meant_in_the_film_named_beside(guide: Guide, question: str, film: str) -> None:
    assert guide.ask(question).films[:1] == (film,)
