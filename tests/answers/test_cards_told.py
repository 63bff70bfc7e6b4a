"""The card of every montage: each thing once, with its sources, and links that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest
from msgspec.structs import replace

from bot.answers.answer import Card
from bot.answers.card import CAUTION, LOOSE, NO_PAGE, Cards, card, search_words
from bot.answers.phrases import spoken
from bot.answers.sources import page_name
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Confidence, Montage

if TYPE_CHECKING:
    from bot.answers.guide import Guide


@pytest.fixture(scope="module")
def cards(catalogue: Catalogue) -> list[tuple[Montage, Card]]:
    return [(montage, card(montage, catalogue)) for montage in catalogue.montages]


def of(catalogue: Catalogue, montage_id: str) -> Card:
    montage = catalogue.montage(montage_id)
    assert montage is not None
    return card(montage, catalogue)


def test_the_card_of_rocky_has_everything_a_fan_wants(catalogue: Catalogue) -> None:
    rocky = of(catalogue, "rocky")
    assert rocky.title == "Rocky (1976)"
    assert rocky.place.startswith("No. 1 in The 6 Most Insane Training Montages In Movies")
    assert [(song.title, song.artist) for song in rocky.songs] == [("Gonna Fly Now", "Bill Conti")]
    assert "DeEtta Little and Nelson Pigford" in rocky.songs[0].detail
    assert dict(rocky.facts)["Kind"] == "training"
    assert dict(rocky.facts)["Directed by"] == "John G. Avildsen"
    assert {"Characters", "Setting"} <= set(dict(rocky.facts))
    assert rocky.imdb.url == "https://www.imdb.com/title/tt0075148/"


def test_a_card_says_everything_once(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        names = [name for name, _ in shown.facts]
        others = [option.montage_id for option in shown.others]
        links = [link.label for link in (*shown.listen, shown.imdb)]
        for once in (names, others, links, [song.title for song in shown.songs], shown.confusions):
            assert len(once) == len(set(once)), montage.id
        assert montage.id not in others
        details = [part for song in shown.songs if song.detail for part in song.detail.split(" · ")]
        assert all(details), montage.id


def test_a_card_offers_the_other_montages_of_its_film(catalogue: Catalogue) -> None:
    others = {option.montage_id for option in of(catalogue, "rocky-iv-hearts-on-fire").others}
    assert others == {"rocky-iv-training", "rocky-iv-driving", "rocky-iv-arrival"}
    assert of(catalogue, "rocky").others == ()


def test_no_montage_is_offered_that_a_card_shows_or_offers(guide: Guide, catalogue: Catalogue) -> None:
    answers = [guide.film_of_song(song.title) for montage in catalogue.montages for song in montage.songs]
    answers += [guide.ask(f"what song plays in {film.title}?") for film in catalogue.films[::10]]
    for answer in answers:
        seen = {
            each for shown in answer.cards for each in (shown.montage_id, *(one.montage_id for one in shown.others))
        }
        assert seen.isdisjoint(option.montage_id for option in answer.options)


def test_every_link_is_a_whole_address(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        urls = [*(link.url for link in (*shown.listen, shown.imdb)), *(each.url for each in shown.sources if each.url)]
        parts = [urlsplit(url) for url in urls]
        assert all(each.scheme in ("https", "http") and "." in each.netloc for each in parts), montage.id
        assert not [url for url in urls if " " in url or len(url) > 512], montage.id


def test_one_can_listen_to_the_first_song_in_three_places(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        assert [link.label for link in shown.listen] == (["YouTube", "Spotify", "Apple Music"] if shown.songs else [])
        for link in shown.listen:
            parts = urlsplit(link.url)
            searched = [each for values in parse_qs(parts.query).values() for each in values]
            searched.append(unquote_plus(parts.path.rpartition("/")[2]))
            assert search_words(montage.songs[0]) in searched


def test_whatever_is_called_certain_has_a_source(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        assert shown.sources or montage.entry.confidence is Confidence.MEDIUM, montage.id
        assert all(each.name and each.supports for each in shown.sources), montage.id


def test_what_is_only_partly_confirmed_says_so(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        is_medium = montage.entry.confidence is Confidence.MEDIUM
        assert shown.caution == ("" if not is_medium else CAUTION if shown.sources else NO_PAGE)
        assert shown.summary.endswith(("partly confirmed", "unconfirmed")) == is_medium
    assert {shown.caution for _, shown in cards} >= {CAUTION, ""}


def test_what_no_page_confirms_says_so(catalogue: Catalogue) -> None:
    some = catalogue.montages[0]
    entry = replace(some.entry, sources=(), confidence=Confidence.MEDIUM)
    shown = card(Montage(film=some.film, entry=entry), catalogue)
    assert (shown.caution, shown.summary.split(" · ")[-1]) == (NO_PAGE, "unconfirmed")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who sings in dangal training", "Sarwar Khan and Sartaz Khan Barna perform “Haanikaarak Bapu”"),
        ("who sings the power of love", "Huey Lewis and the News performs “The Power of Love”"),
        ("who sings danger zone", "Kenny Loggins performs “Danger Zone”"),
    ],
)
def test_several_people_perform_and_one_or_a_band_performs(guide: Guide, question: str, says: str) -> None:
    assert guide.ask(question).headline.startswith(says)


def test_the_name_on_the_record_is_told_where_it_is_another(catalogue: Catalogue) -> None:
    (song,) = of(catalogue, "the-matrix-red-dress").songs
    assert (song.artist, song.detail) == ("Rob Dougan", "1995 · credited as Rob D")


def test_a_scene_that_is_no_montage_in_the_strict_sense_says_so(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        assert (LOOSE in dict(shown.facts)["Kind"]) != montage.entry.strict


def test_the_tags_stand_with_the_kind_and_not_on_the_line_of_facts(catalogue: Catalogue) -> None:
    shown = of(catalogue, "9-to-5")
    assert dict(shown.facts)["Kind"] == "work, opening"
    assert shown.summary == "Work · Colin Higgins · downtown city streets"


@pytest.mark.parametrize(
    ("montage", "place"),
    [
        ("rocky-iv-hearts-on-fire", "No. 6 in The 6 Most Insane Training Montages In Movies"),
        ("rocky-iii-beach", "Not in the default list; no. "),
    ],
)
def test_a_card_says_where_it_ranks(catalogue: Catalogue, montage: str, place: str) -> None:
    assert of(catalogue, montage).place.startswith(place)


@pytest.mark.parametrize(
    ("montage", "heading", "ranked_in"),
    [
        ("rocky", "No. 1 · Rocky (1976)", "The 6 Most Insane Training Montages In Movies"),
        ("rocky-iii-beach", "No. 5 · Rocky III (1982)", "Top 10 Training Montages: Rocky Series Wins"),
        ("fame", "Fame (1980)", ""),
    ],
)
def test_a_rank_stands_in_front_of_the_title_and_its_list_below(
    catalogue: Catalogue, montage: str, heading: str, ranked_in: str
) -> None:
    shown = of(catalogue, montage)
    assert (shown.heading, shown.ranked_in) == (heading, ranked_in)


def test_a_card_has_the_place_in_the_list_that_was_asked_about(guide: Guide) -> None:
    (shown,) = guide.ask("third place in the whatculture montage list").cards
    assert shown.heading == "No. 3 · Scarface (1983)"
    assert "No. 3 in " not in shown.ranked_in


@pytest.mark.parametrize(
    ("montage", "summary"),
    [
        ("rocky", "Training · John G. Avildsen · Philadelphia"),
        ("american-werewolf-transformation", "Scene · John Landis"),
        ("fame", "Dance scene · Alan Parker · the street outside the High School of Performing Arts, New York"),
    ],
)
def test_the_facts_fit_into_one_line(catalogue: Catalogue, montage: str, summary: str) -> None:
    assert of(catalogue, montage).summary.startswith(summary)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which song plays when Rocky runs up the steps?", "Eye of the Tiger belongs to Rocky III"),
        ("is Eye of the Tiger in the first Rocky?", ""),
    ],
)
def test_a_mistake_is_told_unless_the_sentence_tells_it(guide: Guide, text: str, told: str) -> None:
    shown = guide.ask(text).cards[0]
    assert shown.confusion.startswith(told)
    assert bool(shown.confusion) == bool(told)


def test_how_a_title_is_written_is_no_mistake_worth_a_line(cards: list[tuple[Montage, Card]]) -> None:
    assert not [shown.title for _, shown in cards if shown.confusion.startswith("The title is")]
    assert {len(shown.confusions) > 0 for _, shown in cards if not shown.confusion} == {True, False}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://en.wikipedia.org/wiki/Gonna_Fly_Now", "Gonna Fly Now, en.wikipedia.org"),
        ("https://www.moviefone.com/2009/08/27/our-favorite-montages/", "Our favorite montages, moviefone.com"),
        ("http://a.org/2008/the-baptism-1842982153.html", "The baptism, a.org"),
        ("https://allocine.fr/article/fichearticle_gen_carticle=18644402.html", "allocine.fr"),
        ("https://mugglenet.com/?p=1398955", "mugglenet.com"),
    ],
)
def test_a_page_is_called_by_the_title_in_its_address(url: str, name: str) -> None:
    assert page_name(url) == name


def test_a_source_says_what_it_confirms(catalogue: Catalogue) -> None:
    assert of(catalogue, "rocky").sources[0].supports == "Confirms song, performer and scene"


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("Ren",), "Ren"), (("Ren", "Willard"), "Ren and Willard"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_said_as_one_says_them(names: tuple[str, ...], said: str) -> None:
    assert spoken(names) == said


def test_a_card_is_told_anew_where_the_sentence_above_it_is_another(catalogue: Catalogue) -> None:
    cards = Cards(catalogue)
    for montage in catalogue.montages:
        for said in ("", *(each.sentence for each in montage.entry.confusions), "x" * 5000):
            for ranked in (None, (3, "A list")):
                assert cards.of(montage, said, ranked) == card(montage, catalogue, said, ranked)
    rocky = catalogue.montages[0]
    assert cards.of(rocky, "Yes.") is cards.of(rocky, "Yes.")
    assert cards.of(rocky, "x" * 5000) is not cards.of(rocky, "x" * 5000)
