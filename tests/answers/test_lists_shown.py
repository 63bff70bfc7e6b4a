"""How lists are headed, credited and ordered, and what a filter does within one."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter, select

CONSENSUS = "consensus"
DEFAULT = "most-insane-training-montages"


def test_a_filter_goes_through_the_list_that_was_chosen(guide: Guide) -> None:
    answer = guide.list_named("The 6 Most Insane Training Montages In Movies", Filter(first_year=1980, last_year=1989))
    assert answer.listing is not None
    assert [row.place for row in answer.listing.rows] == ["2", "5", "6"]
    assert answer.headline == "3 montages from the 1980s in The 6 Most Insane Training Montages In Movies:"
    assert answer.listing.footer.startswith("3 of 6, numbered as in the list")
    again = guide.listing(answer.listing.key).listing
    assert again == answer.listing


def test_nothing_that_fits_in_a_chosen_list_is_said_in_a_sentence(guide: Guide) -> None:
    answer = guide.list_named(DEFAULT, Filter(kinds=(Kind.HEIST,)))
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.headline == "The 6 Most Insane Training Montages In Movies has no heist montages that I know of."


def test_a_list_nobody_knows_is_answered_with_those_that_are_known(guide: Guide, catalogue: Catalogue) -> None:
    answer = guide.list_named("no such list", Filter())
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.listing is not None
    shown = [row.list_id for row in answer.listing.rows]
    assert shown[:2] == [DEFAULT, CONSENSUS]
    assert sorted(filter(None, shown)) == sorted([*(each.id for each in catalogue.lists), CONSENSUS])
    again = guide.listing(answer.listing.key).listing
    assert again == answer.listing


@pytest.mark.parametrize(
    ("chosen", "heading"),
    [
        (Filter(kinds=(Kind.TRAINING,)), "{} training montages"),
        (Filter(first_year=1984, last_year=1984), "1984: {} montages"),
        (Filter(artist="Kenny Loggins"), "{} montages with Kenny Loggins"),
    ],
)
def test_a_heading_says_how_many_there_are_and_the_footer_in_which_order(
    guide: Guide, catalogue: Catalogue, chosen: Filter, heading: str
) -> None:
    listing = guide.where(chosen).listing
    assert listing is not None
    count = len(select(catalogue, chosen))
    assert count > 4
    assert (listing.title, listing.footer) == (heading.format(count), "Unranked; best-sourced first")


def test_the_montages_of_one_film_stand_together(guide: Guide) -> None:
    listing = guide.where(Filter(first_year=1980, last_year=1989)).listing
    assert listing is not None
    films = [row.label for row in listing.rows]
    assert len([film for film, before in zip(films, [None, *films], strict=False) if film != before]) == len(set(films))


def test_the_first_article_says_what_is_known_of_it_and_what_is_not(guide: Guide) -> None:
    listing = guide.listing(DEFAULT).listing
    assert listing is not None
    assert listing.footer == "Gregory Wakeman, Saturday, March 17; year and publisher not known"


def test_places_that_are_shared_say_so(guide: Guide) -> None:
    listing = guide.listing(CONSENSUS).listing
    assert listing is not None
    ranks = [int(row.place.rstrip("=")) for row in listing.rows]
    assert [row.place.endswith("=") for row in listing.rows] == [ranks.count(rank) > 1 for rank in ranks]


def test_no_publication_is_named_twice_in_a_row(guide: Guide) -> None:
    listing = guide.listing(CONSENSUS).listing
    assert listing is not None
    assert next(row.receipts for row in listing.rows if row.name == "Rushmore") == "no. 3 in FilmFisher (2 lists)"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("top 3 of the list", "The 6 Most Insane Training Montages In Movies"),
        ("all 80s training montages", "10 training montages from the 1980s"),
        ("how many heist montages do you know?", "7 heist montages"),
    ],
)
def test_it_is_said_whether_the_headline_has_the_title_of_the_list(guide: Guide, text: str, title: str) -> None:
    answer = guide.ask(text)
    assert answer.listing is not None
    assert (answer.listing.title, answer.titled) == (title, True)
