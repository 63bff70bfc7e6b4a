"""What a filter admits is found on shelves: the same montages as when each is looked at, best known first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.loading import default_directory, load
from bot.knowledge.selection import Filter, by_renown, likeliest, select

CATALOGUE = load(default_directory())
YEARS = st.none() | st.integers(1920, 2030)
PEOPLE = st.sampled_from([None, "Kenny Loggins", "loggins", "Bill", "Queen", "?!", "Nobody Known", "John Williams"])
DIRECTORS = st.sampled_from([None, "Stallone", "John", "Avildsen", "é"])
SERIES = st.sampled_from([None, "Rocky", "rocky", "The", "Shrek", "Toy Story", "?", "Spider-Man", "No Such Series"])
FILTERS = st.builds(
    Filter,
    kinds=st.lists(st.sampled_from(Kind), max_size=3).map(tuple),
    every_kind=st.booleans(),
    first_year=YEARS,
    last_year=YEARS,
    artist=PEOPLE,
    director=DIRECTORS,
    franchise=SERIES,
    setting=st.sampled_from([None, "New York", "london", "York City", "?", "Atlantis"]),
    strict=st.sampled_from([None, True, False]),
)


@settings(max_examples=300, deadline=None)
@given(FILTERS)
def test_the_shelves_hold_what_the_filter_admits(chosen: Filter) -> None:
    wanted = [montage for montage in CATALOGUE.montages if chosen.admits(montage)]
    assert list(select(CATALOGUE, chosen)) == wanted
    assert list(by_renown(CATALOGUE, chosen)) == sorted(wanted, key=CATALOGUE.renown)


@settings(max_examples=100, deadline=None)
@given(FILTERS)
def test_what_is_of_a_kind_above_all_comes_before_what_is_only_tagged_with_it(chosen: Filter) -> None:
    found = [*likeliest(CATALOGUE, chosen)]
    of_kind = [montage.entry.kind in chosen.kinds for montage in found]
    assert set(found) == set(by_renown(CATALOGUE, chosen))
    assert not chosen.kinds or of_kind == sorted(of_kind, reverse=True)


def test_the_best_confirmed_and_most_often_named_come_first(catalogue: Catalogue) -> None:
    confirmed = [montage.entry.confidence.value for montage in catalogue.by_renown]
    assert confirmed == sorted(confirmed)  # "high" before "medium"
    assert catalogue.by_renown[0].id == "rocky"


def test_a_film_is_found_by_exactly_its_title_and_year(catalogue: Catalogue) -> None:
    for film in catalogue.films:
        assert set(catalogue.titled(film.title, film.year)) == set(catalogue.montages_of(film))
        assert catalogue.titled(film.title.lower() + " ", film.year) == catalogue.titled(film.title, 1888) == ()
