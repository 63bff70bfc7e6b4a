"""Places where montages are set, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.question import Intent
from bot.language.whereabouts import Whereabouts, place_names, set_positions

if TYPE_CHECKING:
    from bot.knowledge.catalogue import Catalogue
    from bot.language.lexicon import Lexicon
    from tests.language.conftest import Parse, Read


@pytest.fixture(scope="module")
def whereabouts(catalogue: Catalogue, lexicon: Lexicon) -> Whereabouts:
    return Whereabouts(place_names(catalogue, lexicon))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("boston, any decade", "Boston"),
        ("give us the PARIS lot", "Paris"),
        ("i live in new york city", "New York City"),
        ("anything around gotham city?", "Gotham City"),
        ("what on earth am i doing", None),  # the Earth is a setting, too
        ("which song is in Philadelphia Story", "Philadelphia"),
        ("which song is in Casablanca", None),  # a film of ours
        ("the house on the corner", None),
    ],
)
def test_a_place_is_known_by_its_name_wherever_it_stands(
    whereabouts: Whereabouts, read: Read, text: str, place: str | None
) -> None:
    assert next(whereabouts.named(read(text)), None) == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("which of yours take place in Paris", ["take", "place"]),
        ("montages shot in London", ["shot"]),
        ("take me to Paris", []),
    ],
)
def test_the_words_that_say_that_something_is_set_somewhere_ask_nothing_else(
    read: Read, text: str, words: list[str]
) -> None:
    reading = read(text)
    assert [reading.words[at].folded for at in sorted(set_positions(reading))] == words


@pytest.mark.parametrize(
    "text", ["Tokyo-based montages. Go", "anything shot around Detroit?", "so whats in gotham city"]
)
def test_a_place_lists_what_is_set_there(parse: Parse, text: str) -> None:
    question = parse(text)
    assert question.intent is Intent.LIST
    assert question.chosen.setting


@pytest.mark.parametrize(
    "text", ["which hotels are in Las Vegas?", "the other Survivor tune, 1985, for the trip to Russia"]
)
def test_no_place_lists_anything_where_another_thing_is_asked_for(parse: Parse, text: str) -> None:
    assert parse(text).chosen.setting is None


def test_a_place_is_no_title_that_we_lack(parse: Parse) -> None:
    assert parse("could you rattle off the montages you know from New York").chosen.setting == "New York"


def test_a_film_that_is_meant_after_all_is_not_left_out_of_a_list(parse: Parse) -> None:
    assert parse("Whiplash... no, Warrior: what is the training piece?").chosen.besides == ()
