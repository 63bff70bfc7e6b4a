"""Lists: what they hold, where they come from, and how they are cut and counted."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter, select

CONSENSUS = "consensus"
DEFAULT = "most-insane-training-montages"
SIX = ["rocky", "the-karate-kid", "team-america", "the-incredibles", "footloose-willard", "rocky-iv-hearts-on-fire"]


@pytest.mark.parametrize("key", ["", DEFAULT])
def test_the_default_list_is_the_article_in_its_order(guide: Guide, key: str) -> None:
    answer = guide.listing(key)
    assert answer.listing is not None
    assert answer.listing.key == DEFAULT
    assert [(row.place, row.montage_id) for row in answer.listing.rows] == [(str(n), m) for n, m in enumerate(SIX, 1)]
    assert list(answer.montages) == SIX
    assert "Gregory Wakeman" in answer.listing.note


def test_every_published_list_can_be_shown_whole(guide: Guide, catalogue: Catalogue) -> None:
    for ranked in catalogue.lists:
        listing = guide.listing(ranked.id).listing
        assert listing is not None
        assert (listing.key, listing.url, len(listing.rows)) == (ranked.id, ranked.url, len(ranked.items))
        assert ("Only part of the list was seen." in listing.note) == (not ranked.complete)
        assert ("The list gives no order." in listing.note) == (not ranked.ordered)
        assert ranked.credit.split(", ")[0] in listing.note


def test_the_consensus_shows_the_places_it_was_made_from(guide: Guide, catalogue: Catalogue) -> None:
    listing = guide.listing(CONSENSUS).listing
    assert listing is not None
    assert listing.key == CONSENSUS
    assert listing.rows[0].place == "1"
    names = {(ranked.publisher or ranked.author or ranked.title).partition(" (")[0] for ranked in catalogue.lists}
    for row in listing.rows:
        receipts = row.detail.partition(" – ")[2].split("; ")
        assert all(each.startswith("no. ") and any(name in each for name in names) for each in receipts), row
        assert len(receipts) > 1 or " and " in receipts[0] or " lists)" in receipts[0], row
        assert all(row.detail.count(name) <= 1 for name in names if len(name) > 4), row


@pytest.mark.parametrize("key", ["no-such-list", "<@everyone>", "where", "SENSUS!", "x" * 5000])
def test_an_unknown_key_is_said_to_be_none(guide: Guide, key: str) -> None:
    answer = guide.listing(key)
    assert (answer.outcome, answer.listing, answer.montages) == (Outcome.UNKNOWN, None, ())


FILTERED = {
    "80s training montages": Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989),
    "romance montages": Filter(kinds=(Kind.ROMANCE,)),
    "montages with Kenny Loggins": Filter(artist="Kenny Loggins"),
    "films directed by Sylvester Stallone": Filter(director="Sylvester Stallone"),
    "rocky montages": Filter(franchise="Rocky"),
    "montages set in London": Filter(setting="London"),
    "training montages set in Philadelphia": Filter(kinds=(Kind.TRAINING,), setting="Philadelphia"),
    "San Francisco ones": Filter(setting="San Francisco"),
    "boston, any decade": Filter(setting="Boston"),
    "what have you got from 95": Filter(first_year=1995, last_year=1995),
    "wong kar wai stuff": Filter(director="Wong Kar-wai"),
    "training montages other than Rocky": Filter(kinds=(Kind.TRAINING,), besides=("Rocky",)),
    "anything by Scorsese other than Goodfellas": Filter(director="Martin Scorsese", besides=("Goodfellas",)),
    "montages before 1970": Filter(last_year=1969),
    "strict training montages only": Filter(kinds=(Kind.TRAINING,), strict=True),
    "montages between 1985 and 1990 with kenny loggins": Filter(
        first_year=1985, last_year=1990, artist="Kenny Loggins"
    ),
}


@pytest.mark.parametrize(("text", "chosen"), FILTERED.items())
def test_a_filtered_list_has_all_that_fits_and_nothing_else(
    guide: Guide, catalogue: Catalogue, text: str, chosen: Filter
) -> None:
    answer = guide.ask(text)
    assert answer.listing is not None
    wanted = {montage.id for montage in select(catalogue, chosen)}
    assert {row.montage_id for row in answer.listing.rows} == wanted
    assert len(answer.listing.rows) == len(wanted) == len(answer.montages)


@pytest.mark.parametrize("text", [*FILTERED, "top 10", "the list"])
def test_the_key_of_a_list_brings_back_its_rows(guide: Guide, text: str) -> None:
    listing = guide.ask(text).listing
    assert listing is not None
    assert len(listing.key) <= 80
    again = guide.listing(listing.key).listing
    assert again is not None
    assert again.rows[: len(listing.rows)] == listing.rows


@pytest.mark.parametrize("key", ["where:k=nonsense", "where:f=abc&l=99999", "where:&&==", "consensus:what"])
def test_a_key_with_a_part_that_nobody_can_read_is_of_no_list(guide: Guide, key: str) -> None:
    answer = guide.listing(key)
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.headline.startswith("That list is not in the catalogue any more.")


def test_a_key_without_parts_is_of_all_there_is(guide: Guide, catalogue: Catalogue) -> None:
    assert len(guide.listing("where:").montages) == len(catalogue.montages)


def test_a_filter_that_fits_nothing_says_so(guide: Guide) -> None:
    answer = guide.listing("where:f=1800&l=1850")
    assert (answer.outcome, answer.headline) == (Outcome.UNKNOWN, "I know no montages from 1800 to 1850.")


def test_one_montage_that_fits_is_shown_as_a_card(guide: Guide) -> None:
    answer = guide.ask("montages with Joe Esposito from the 1984")
    assert (answer.montages, len(answer.cards)) == (("the-karate-kid",), 1)


@pytest.mark.parametrize(
    ("text", "count"), [("top 3", 3), ("top three training montages", 3), ("top 1", 1), ("top 6", 6)]
)
def test_the_top_of_the_list_is_cut_to_what_was_asked(guide: Guide, text: str, count: int) -> None:
    assert list(guide.ask(text).montages) == SIX[:count]


def test_more_than_the_list_has_is_taken_from_all_of_them(guide: Guide) -> None:
    answer = guide.ask("top 10")
    assert answer.listing is not None
    assert [row.place for row in answer.listing.rows] == [str(n) for n in range(1, 11)]
    assert list(answer.montages)[: len(SIX)] == SIX


@pytest.mark.parametrize("of_what", ["80s montages", "training montages", "montages of the 90s", "dance montages"])
def test_the_top_of_a_filter_is_one_list_cut_differently(guide: Guide, of_what: str) -> None:
    few, many = (guide.ask(f"top {count} {of_what}").montages for count in (3, 10))
    assert few == many[:3]
    assert guide.ask(f"best {of_what.replace('montages', 'montage')}").montages[:1] == few[:1]


@pytest.mark.parametrize("text", ["top 10 80s montages", "top 10 training montages", "top 10 dance montages"])
def test_a_ranking_is_numbered_through(guide: Guide, text: str) -> None:
    listing = guide.ask(text).listing
    assert listing is not None
    numbered = [row.place for row in listing.rows if row.place != "·"]
    assert numbered == [str(n) for n in range(1, len(numbered) + 1)]
    assert [row.place for row in listing.rows][: len(numbered)] == numbered


@pytest.mark.parametrize(
    ("text", "said", "offered"),
    [
        (
            "montages with Let's Dance by David Bowie",
            "I know no montage with Let's Dance. I know {} montages with David Bowie: ",
            Filter(artist="David Bowie"),
        ),
        (
            "training montages by Foo Fighters",
            "I know no training montage by Foo Fighters. I know {} training montages: ",
            Filter(kinds=(Kind.TRAINING,)),
        ),
        ("the longest montage", "I do not know which montage is the longest", Filter()),
        (
            "training montages with horses",
            "I do not know which training montages are with horses; the word stands in ",
            Filter(),
        ),
        (
            "who is number 1 in the tennis world rankings",
            "I have rankings of film montages, and none “tennis”.",
            Filter(),
        ),
    ],
)
def test_what_no_list_can_say_is_said_to_be_unknown(
    guide: Guide, catalogue: Catalogue, text: str, said: str, offered: Filter
) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.films) == (Outcome.UNKNOWN, ())
    assert answer.headline.startswith(said.format(len(select(catalogue, offered))))


def test_the_oldest_is_the_first_by_year(guide: Guide, catalogue: Catalogue) -> None:
    training = select(catalogue, Filter(kinds=(Kind.TRAINING,)))
    oldest = min(training, key=lambda montage: montage.film.year).film.label
    assert guide.ask("oldest training montage").headline.startswith(f"The oldest I know is from {oldest}.")


def test_songs_are_counted_where_songs_are_asked_for(guide: Guide) -> None:
    assert ", to 4 songs" in guide.ask("how many songs by Kenny Loggins").headline


def test_counting_counts_what_is_listed(guide: Guide, catalogue: Catalogue) -> None:
    chosen = Filter(kinds=(Kind.TRAINING,), first_year=1980, last_year=1989)
    count = len(select(catalogue, chosen))
    answer = guide.ask("how many 80s training montages are there?")
    assert answer.headline == f"{count} training montages from the 1980s."
    assert len(answer.montages) == count


@pytest.mark.parametrize("text", ["films directed by Danny Elfman", "which film did Kenny Loggins direct"])
def test_nobody_is_listed_as_a_director_who_directed_nothing_here(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert (answer.outcome, answer.montages) == (Outcome.UNKNOWN, ())
    assert answer.headline.startswith("I know no montages in films by ")


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("every creed movie", {"Creed (2015)", "Creed II (2018)"}),
        ("list every toy story film you have", {"Toy Story (1995)", "Toy Story 2 (1999)", "Toy Story 3 (2010)"}),
        ("all the shrek films' songs", {"Shrek (2001)", "Shrek 2 (2004)"}),
    ],
)
def test_every_film_of_a_series_is_listed(guide: Guide, text: str, films: set[str]) -> None:
    assert set(guide.ask(text).films) == films


def test_no_more_are_listed_than_were_asked_for(guide: Guide) -> None:
    assert len(guide.ask("name three heist montages").montages) == 3


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("opening montages", "only the 80s", "opening montages from the 1980s"),
        ("opening montages", "and from the 90s?", "opening montages from the 1990s"),
        ("heartbreak montages", "and the 90s?", "heartbreak montages from the 1990s"),
        ("opening montages", "how many of those are from the 90s?", "opening montages from the 1990s"),
        ("how many opening montages do you know", "and ending montages?", "ending montages"),
        ("training montages", "and the opening ones?", "opening montages"),
        ("80s training montages", "and suiting up ones?", "suiting-up montages from the 1980s"),
        ("suiting up montages", "only with Alan Silvestri", "suiting-up montage with Alan Silvestri"),
        ("shopping montages", "another one", "no other shopping montage"),
        ("Eröffnungsmontagen", "nur aus den 80ern", "opening montages from the 1980s"),
    ],
)
def test_a_list_of_a_tag_is_changed_as_one_of_a_kind_is(guide: Guide, first: str, then: str, said: str) -> None:
    guide.ask(first, "here")
    assert said in guide.ask(then, "here").headline


def test_what_is_of_several_kinds_at_once_is_of_each(guide: Guide, catalogue: Catalogue) -> None:
    both = guide.ask("opening dance montages")
    kinds = [montage.entry.kinds for each in both.montages if (montage := catalogue.montage(each))]
    assert kinds
    assert all({Kind.OPENING, Kind.DANCE} <= set(each) for each in kinds)
    assert "opening dance montages" in both.headline
