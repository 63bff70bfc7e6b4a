"""What is promised of the data that comes with the program."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.loading import check, default_directory
from bot.knowledge.model import Confidence
from bot.knowledge.names import folded

IDS = Path(__file__).with_name("montage_ids.txt")
MOST_ALIKE = 65  # two descriptions of different scenes reach 54 of 100 at most; one reworded for another reaches 80
CLICHES = re.compile(
    r"\b(iconic|unforgettable|legendary|to the tune of|set to|to end all|cinematic history|of all time|must-see"
    r"|rollercoaster|heart-?wrenching|epic|pulse-pounding)\b",
    re.IGNORECASE,
)


def test_the_check_finds_no_fault() -> None:
    assert check(default_directory()) == ()


def test_no_montage_and_no_list_was_dropped(catalogue: Catalogue) -> None:
    assert len(catalogue.montages) >= 388
    assert len(catalogue.films) >= 306
    assert len(catalogue.lists) >= 70


def test_an_id_once_given_never_disappears(catalogue: Catalogue) -> None:
    given = IDS.read_text(encoding="utf-8").split()
    now = [montage.id for montage in catalogue.montages]
    assert sorted(set(given) - set(now)) == []
    assert sorted(set(now) - set(given)) == [], f"add the new ids to {IDS.name}: they are for ever"


def test_ids_are_unique(catalogue: Catalogue) -> None:
    for ids in (
        [montage.id for montage in catalogue.montages],
        [film.id for film in catalogue.films],
        [each.id for each in catalogue.lists],
    ):
        assert [each for each, times in Counter(ids).items() if times > 1] == []


def test_every_montage_has_what_a_card_needs(catalogue: Catalogue) -> None:
    for montage in catalogue.montages:
        entry = montage.entry
        assert montage.songs, montage.id
        assert entry.scene, montage.id
        assert len(entry.cues) >= 15, montage.id
        assert 120 <= len(entry.description) <= 330, montage.id
        assert entry.description[-1] in ".!?", montage.id


def test_no_two_descriptions_are_nearly_identical(catalogue: Catalogue) -> None:
    pairs = combinations(((montage.id, montage.entry.description) for montage in catalogue.montages), 2)
    alike = [(one[0], other[0]) for one, other in pairs if fuzz.ratio(one[1], other[1], score_cutoff=MOST_ALIKE)]
    assert alike == []


def test_no_two_descriptions_open_with_the_same_four_words(catalogue: Catalogue) -> None:
    openings = Counter(" ".join(folded(montage.entry.description).split()[:4]) for montage in catalogue.montages)
    assert [opening for opening, times in openings.items() if times > 1] == []


def test_no_description_uses_a_cliche(catalogue: Catalogue) -> None:
    found = {montage.id: CLICHES.findall(montage.entry.description) for montage in catalogue.montages}
    assert {montage_id: cliches for montage_id, cliches in found.items() if cliches} == {}


def test_no_description_is_just_the_notes(catalogue: Catalogue) -> None:
    for montage in catalogue.montages:
        notes = "; ".join(montage.entry.scene)
        assert fuzz.ratio(folded(montage.entry.description), folded(notes)) < 80, montage.id


def test_a_name_is_not_the_title_again_and_not_twice(catalogue: Catalogue) -> None:
    for film in catalogue.films:
        names = [film.title, *film.names, *(name for each in catalogue.montages_of(film) for name in each.entry.names)]
        twice = [name for name, times in Counter(map(folded, names)).items() if times > 1]
        assert twice == [], film.label


def test_a_confusion_never_calls_the_truth_wrong(catalogue: Catalogue) -> None:
    for montage in catalogue.montages:
        songs = {folded(name) for song in montage.songs for name in (song.title, *song.names)}
        artists = {folded(song.artist) for song in montage.songs}
        for confusion in montage.entry.confusions:
            assert folded(confusion.wrong_song or "") not in songs, montage.id
            assert folded(confusion.wrong_artist or "") not in artists, montage.id
            assert folded(confusion.wrong_film or "") != folded(montage.film.title), montage.id


def test_a_high_confidence_has_a_source(catalogue: Catalogue) -> None:
    for montage in catalogue.montages:
        assert montage.entry.sources or montage.entry.confidence == Confidence.MEDIUM, montage.id


def test_every_kind_is_in_use(catalogue: Catalogue) -> None:
    assert {kind for montage in catalogue.montages for kind in montage.entry.kinds} == set(Kind)


def test_hardly_a_montage_is_of_no_kind(catalogue: Catalogue) -> None:
    assert sum(montage.entry.kind is Kind.OTHER for montage in catalogue.montages) <= 5


def test_the_article_is_the_default_list_in_its_own_order(catalogue: Catalogue) -> None:
    article = catalogue.default_list
    assert article is not None
    assert (article.title, article.credit) == ("The 6 Most Insane Training Montages In Movies", "Gregory Wakeman")
    assert [(item.rank, item.montage, item.song, item.credited_to) for item in article.items] == [
        (1, "rocky", "Gonna Fly Now", "Bill Conti"),
        (2, "the-karate-kid", "You're the Best", "Joe Esposito"),
        (3, "team-america", "Montage", "Trey Parker and Matt Stone"),
        (4, "the-incredibles", None, None),
        (5, "footloose-willard", None, "Deniece Williams"),
        (6, "rocky-iv-hearts-on-fire", None, None),
    ]


def test_what_the_article_says_is_told_apart_in_the_sources(catalogue: Catalogue) -> None:
    article = catalogue.default_list
    assert article is not None
    treated = {item.montage for item in article.items}
    cited = {each.id for each in catalogue.montages if any(source.list == article.id for source in each.entry.sources)}
    assert cited == treated
    incredibles = catalogue.montage("the-incredibles")
    assert incredibles is not None
    said = next(source.supports for source in incredibles.entry.sources if source.list)
    assert "song" not in said


def test_ranks_of_an_ordered_list_ascend_and_an_unordered_list_has_none(catalogue: Catalogue) -> None:
    for ranked in catalogue.lists:
        ranks = [item.rank for item in ranked.items if item.rank]
        assert ranks == (sorted(ranks) if ranked.ordered else []), ranked.id


@pytest.mark.parametrize(("franchise", "films"), [("Rocky", 5), ("Creed", 2), ("Toy Story", 3), ("Spider-Man", 7)])
def test_a_series_has_its_films_and_no_others(catalogue: Catalogue, franchise: str, films: int) -> None:
    found = [film for film in catalogue.films if film.franchise == franchise]
    assert len(found) == films
    assert all(franchise in film.title for film in found)
