"""The card of every montage: each thing once, with its sources, and links that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest

from bot.answers.answer import Card
from bot.answers.card import CAUTION, LOOSE, card, search_words, spoken
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
        assert shown.caution == (CAUTION if montage.entry.confidence is Confidence.MEDIUM else "")
    assert {shown.caution for _, shown in cards} == {CAUTION, ""}


def test_a_scene_that_is_no_montage_in_the_strict_sense_says_so(cards: list[tuple[Montage, Card]]) -> None:
    for montage, shown in cards:
        assert (LOOSE in dict(shown.facts)["Kind"]) != montage.entry.strict


@pytest.mark.parametrize(
    ("montage", "place"),
    [
        ("rocky-iv-hearts-on-fire", "No. 6 in The 6 Most Insane Training Montages In Movies"),
        ("rocky-iii-beach", "Not in the default list; no. "),
        ("fame", "In no ranked list"),
    ],
)
def test_a_card_says_where_it_ranks_or_that_it_does_not(catalogue: Catalogue, montage: str, place: str) -> None:
    assert of(catalogue, montage).place.startswith(place)


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("Ren",), "Ren"), (("Ren", "Willard"), "Ren and Willard"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_said_as_one_says_them(names: tuple[str, ...], said: str) -> None:
    assert spoken(names) == said
