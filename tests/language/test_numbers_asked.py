"""Years, decades, ranges and places read from plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.numbers import number, ordinal, span, years
from bot.language.places import place_asked, range_asked

if TYPE_CHECKING:
    from tests.language.conftest import Parse


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the 80s", (1980, 1989)),
        ("1980s", (1980, 1989)),
        ("the eighties", (1980, 1989)),
        ("nineteen eighties", (1980, 1989)),
        ("1920s", (1920, 1929)),
        ("twenties", (2020, 2029)),
        ("noughties", (2000, 2009)),
        ("00s", (2000, 2009)),
        ("2010s", (2010, 2019)),
        ("10s", (2010, 2019)),
        ("30s", (1930, 1939)),
        ("80ies", (1980, 1989)),
        ("80er", (1980, 1989)),
        ("ninetys", (1990, 1999)),
        ("two thousands", (2000, 2009)),
        ("80s and 90s", (1980, 1999)),
        ("between 1985 and 1990", (1985, 1990)),
        ("between 1990 and 1985", (1985, 1990)),
        ("from 1985 to 1990", (1985, 1990)),
        ("1985 bis 1990", (1985, 1990)),
        ("before 1980", (None, 1979)),
        ("before the 80s", (None, 1979)),
        ("older than 1970", (None, 1969)),
        ("1975 and earlier", (None, 1975)),
        ("2010 or later", (2010, None)),
        ("1980 85", (1980, 1985)),
        ("after 1990", (1991, None)),
        ("after the 90s", (2000, None)),
        ("since 1999", (1999, None)),
        ("in 1984", (1984, 1984)),
        ("1984 and 1986", (1984, 1986)),
        ("everything that came out in 95", (1995, 1995)),
        ("i was born in 84 so give me that year", (1984, 1984)),
        ("the best of 20", (None, None)),
        ("rocky 1", (None, None)),
        ("number 3", (None, None)),
        ("12345", (None, None)),
        ("1799", (None, None)),
        ("", (None, None)),
    ],
)
def test_the_years_a_question_limits_itself_to(said: str, expected: tuple[int | None, int | None]) -> None:
    assert span(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("1976 or 1985", (1976, 1985)), ("the 1980s", ()), ("2049", (2049,)), ("19766", ())]
)
def test_years_named(said: str, expected: tuple[int, ...]) -> None:
    assert years(said) == expected


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("three", 3), ("twelve", 12), ("rocky", None), ("", None)])
def test_numbers_in_digits_or_words(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(("text", "value"), [("3rd", 3), ("third", 3), ("10th", 10), ("tenth", 10), ("rocky", None)])
def test_ordinals_in_digits_or_words(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("number 4", 4),
        ("who is at number four", 4),
        ("who is at 4", 4),
        ("what is #2 on the list", 2),
        ("4th place", 4),
        ("which montage came fourth", 4),
        ("number one", 1),
        ("the winner of the ranking", 1),
        ("the last one on the list", -1),
        ("what comes last", -1),
        ("second to last", -2),
        ("number 99", 99),
        ("who ranks third?", 3),
        ("which film closes the list?", -1),
        ("what opens the countdown", 1),
        ("the runner-up", 2),
        ("holds place number five", 5),
        ("so what came 5th", 5),
        ("In the ranked six, what stands at number three?", 3),
        ("I was reading that ranking and got to number four. Number three I missed, which was that?", 3),
        ("best training montage", 1),
        ("qui est troisième ?", 3),
        ("welche Montage ist auf dem letzten Platz?", -1),
    ],
)
def test_the_place_a_question_asks_after(parse: Parse, text: str, place: int) -> None:
    question = parse(text)
    assert (question.intent, question.place) == ("at_rank", place)


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("places 2 to 4 of the ranking", (2, 4)),
        ("second through fourth", (2, 4)),
        ("numbers 2 4 of the list", (2, 4)),
        ("who is 2nd 3rd and 4th", (2, 4)),
        ("first and third", None),
        ("place 4", None),
    ],
)
def test_several_places_in_a_row(said: str, places: tuple[int, int] | None) -> None:
    assert range_asked(said) == places


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("which comes after rocky on the list", 1),
        ("what is directly after The Karate Kid in the list", 1),
        ("which is before footloose on the list", -1),
        ("what is right above Footloose in the ranking", -1),
        ("the incredibles are right behind which film in the ranked list?", -1),
        ("what stands between Rocky and Team America", 0),
        ("was kommt direkt nach Karate Kid in der Liste?", 1),
    ],
)
def test_what_stands_beside_something_is_asked(parse: Parse, text: str, beside: int) -> None:
    question = parse(text)
    assert (question.intent, question.beside) == ("at_rank", beside)


@pytest.mark.parametrize(
    "said",
    [
        "put volume on number 4",
        "weather on the 5th",
        "what is the lowest amount i must pay",
        "which is the second highest mountain in the world",
        "what was number four in the billboard hot 100 of 1991",
        "book a table at two",
        "what is the third song in xfilm",
        "the first film",
    ],
)
def test_a_number_is_a_place_only_beside_a_word_for_lists(said: str) -> None:
    assert place_asked(said) is None


@pytest.mark.parametrize(
    ("text", "top"),
    [
        ("top 3", 3),
        ("last two on the list", -2),
        ("best 80s montages", 10),
        ("the top three training montages", 3),
        ("best 10", 10),
    ],
)
def test_how_many_from_the_top(parse: Parse, text: str, top: int) -> None:
    question = parse(text)
    assert (question.intent, question.top) == ("list", top)
