"""Places: what stands at one of a list, beside something, and where a film ranks."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide

SIX = ["rocky", "the-karate-kid", "team-america", "the-incredibles", "footloose-willard", "rocky-iv-hearts-on-fire"]


@pytest.mark.parametrize(
    ("text", "place", "montage"),
    [(f"number {place}", place, montage) for place, montage in enumerate(SIX, 1)]
    + [("last on the list", 6, SIX[5]), ("second to last", 5, SIX[4]), ("who is in third place", 3, SIX[2])],
)
def test_what_stands_at_a_place(guide: Guide, text: str, place: int, montage: str) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.rank, answer.montages) == (Outcome.ANSWER, place, (montage,))


@pytest.mark.parametrize("place", [7, 8, 99, 100, 999])
def test_beyond_the_end_of_a_list_is_nothing(guide: Guide, place: int) -> None:
    answer = guide.ask(f"number {place} on the list")
    assert (answer.outcome, answer.rank, answer.montages) == (Outcome.UNKNOWN, None, ())
    assert f"has no number {place}" in answer.headline


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("what comes directly after The Karate Kid on the list", ["Team America: World Police (2004)"]),
        ("what is right above Footloose in the ranking", ["The Incredibles (2004)"]),
        ("what stands between Rocky and Team America", ["The Karate Kid (1984)"]),
        ("which film comes before Mulan in the consensus", ["Scarface (1983)"]),
        (
            "what is between Rocky and The Incredibles on the list",
            ["The Karate Kid (1984)", "Team America: World Police (2004)"],
        ),
    ],
)
def test_what_stands_beside_something(guide: Guide, text: str, films: list[str]) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, list(answer.films)) == (Outcome.ANSWER, films)


@pytest.mark.parametrize(
    ("text", "film", "rank"),
    [
        ("where does Rocky V rank on the Collider list?", "Rocky V", 10),
        ("what place does The Cutting Edge have on the Complex list", "The Cutting Edge", 7),
        ("what place does Teen Wolf Too have on the Maxim list?", "Teen Wolf Too", 4),
        ("in the Ikigai Way ranking, what number is Ninja Assassin?", "Ninja Assassin", 11),
    ],
)
def test_a_film_without_a_montage_of_ours_has_its_place_too(guide: Guide, text: str, film: str, rank: int) -> None:
    answer = guide.ask(text)
    assert (answer.rank, film in answer.headline, answer.montages) == (rank, True, ())


@pytest.mark.parametrize(
    ("text", "film", "rank", "said"),
    [
        ("what comes before Rocky in the ranked list", "Rocky (1976)", 1, "Nothing comes before Rocky (1976)"),
        ("what stands above Gonna Fly Now in the ranking", "Rocky (1976)", 1, "Nothing comes before Rocky (1976)"),
        ("what comes after Rocky IV in the list", "Rocky IV (1985)", 6, "Nothing comes after Rocky IV (1985)"),
    ],
)
def test_what_stands_at_the_ends_has_nothing_beyond(guide: Guide, text: str, film: str, rank: int, said: str) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, list(answer.films), answer.rank) == (Outcome.ANSWER, [film], rank)
    assert answer.headline.startswith(said)


@pytest.mark.parametrize(
    ("text", "rank", "film"),
    [
        ("third place in the whatculture montage list", 3, "Scarface (1983)"),
        ("Men's Fitness 3rd place", 3, "No Retreat, No Surrender (1986)"),
        ("number 2 in Timothy Lawrence's FilmFisher list", 2, None),
        ('second place in "Best 80s Movie Montages"', 2, "The Breakfast Club (1985)"),
        ("last in the consensus", 20, None),
        ("Sean Johnson's second choice?", 2, "Marie Antoinette (2006)"),
        ("who tops unreality's ranking of the rocky films", 1, "Rocky IV (1985)"),
        ("Her Campus Nottingham on makeovers: in fourth position one finds what?", 4, "Pretty Woman (1990)"),
        ("wheres the breakfast club in brobibles best 80s movie montages", 2, "The Breakfast Club (1985)"),
        ("over at mandatory, whats sitting at 7", 7, "Mulan (1998)"),
        ("maxim list wheres teen wolf TOO not the 1st one", 4, "Teen Wolf Too (1987)"),
        ("Which is fourth with Justin Spencer?", 4, "Citizen Kane (1941)"),
    ],
)
def test_a_place_in_a_list_that_is_named(guide: Guide, text: str, rank: int, film: str | None) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.rank) == (Outcome.ANSWER, rank)
    assert film is None or answer.films == (film,)


def test_several_places_in_a_row(guide: Guide) -> None:
    assert list(guide.ask("places two to four of the list").montages) == SIX[1:4]


@pytest.mark.parametrize(
    "text", ["which montage does Rolling Stone put in third place", "what does Forbes rank number one"]
)
def test_nobody_elses_ranking_is_taken_for_ours(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.films) == (Outcome.UNKNOWN, ())


def test_other_lists_of_the_same_publisher_are_named(guide: Guide) -> None:
    assert "The History of Movie Training Montages" in guide.ask("Men's Fitness 3rd place").headline


@pytest.mark.parametrize(
    "text",
    [
        "what did the sean johnson guy from filmfisher put in his five",
        "so whats on timothy lawrences five greatest",
        "joshua stevenson only has two that we know, which ones",
    ],
)
def test_how_long_a_list_is_is_no_place_in_it(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert (answer.intent, answer.rank, len(answer.films) > 1) == ("list", None, True)


@pytest.mark.parametrize("text", ["second place at FilmFisher", "filmfisher list", "filmfisher's number one"])
def test_which_of_several_lists_is_meant_is_asked(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert answer.outcome is Outcome.CHOICE
    assert "FilmFisher" in answer.headline
    assert answer.listing
    assert "filmfisher-sean-johnson" in {row.list_id for row in answer.listing.rows}


def test_every_place_of_a_film_in_the_lists_that_may_be_meant_is_said(guide: Guide) -> None:
    guide.ask("up montage", "lists")
    answer = guide.ask("and where did filmfisher put it?", "lists")
    assert answer.rank == 5
    assert "It is also number 3 in" in answer.headline


@pytest.mark.parametrize(
    ("text", "verdict", "rank"),
    [
        ("does whatculture have team america at number 5", True, 5),
        ("Does Spry Living rank Mulan at number one?", False, 2),
        ("did southpaw crack the north texas daily top 5?", True, 4),
        ("am i right that nerd bastards have rocky balboa third", True, 3),
        ("is Scarface on Total Film's list?", None, None),  # only part of it was seen
    ],
)
def test_a_claim_is_judged_by_the_list_that_is_named(
    guide: Guide, text: str, verdict: bool | None, rank: int | None
) -> None:
    answer = guide.ask(text)
    assert (answer.verdict, answer.rank) == (verdict, rank)


@pytest.mark.parametrize(
    ("before", "text", "rank"),
    [
        ("citizen kane montage song", "In which place has Justin Spencer it on his list?", 4),
        ("southpaw song", "where is it on the north texas daily list", 4),
        ("song in the Mulan training montage?", "And Spry Living, on which rung did they put it?", 2),
    ],
)
def test_what_is_talked_of_is_looked_for_in_a_list_that_is_named(
    guide: Guide, before: str, text: str, rank: int
) -> None:
    guide.ask(before, text)
    assert guide.ask(text, text).rank == rank


def test_several_films_get_their_places(guide: Guide) -> None:
    answer = guide.ask("where do Rocky and Footloose rank")
    assert answer.films == ("Rocky (1976)", "Footloose (1984)")
    assert "Rocky (1976) is number 1" in answer.headline
    assert "Footloose (1984) is number 5" in answer.headline


@pytest.mark.parametrize(
    ("text", "rank"),
    [(f"what number is {film}", rank) for rank, film in enumerate(("rocky", "karate kid", "team america"), 1)]
    + [("where does rocky iv rank", 6), ("where does mulan rank", None), ("rank of flashdance", None)],
)
def test_where_a_film_ranks(guide: Guide, text: str, rank: int | None) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.rank) == (Outcome.ANSWER, rank)
    assert ("has no place in" in answer.headline) == (rank is None)


def test_a_place_is_said_of_the_film_that_has_it(guide: Guide) -> None:
    answer = guide.ask("Gonna Fly Now and Hearts on Fire, where do they rank")
    assert "Rocky (1976) is number 1 in " in answer.headline
    assert "Rocky IV (1985) is number 6 in " in answer.headline


def test_of_several_places_the_last_said_is_meant(guide: Guide) -> None:
    answer = guide.ask("gold, silver and bronze on your list... no, just tell me who took silver")
    assert (answer.films, answer.rank) == (("The Karate Kid (1984)",), 2)
