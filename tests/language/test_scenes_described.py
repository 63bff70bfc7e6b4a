"""Scenes found by what happens in them, without any title; what describes no scene we know is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.language.lexicon import near_words
from bot.language.reader import Reader
from bot.language.scenes import stems_of
from bot.language.stems import stem, telling

if TYPE_CHECKING:
    from tests.language.conftest import Parse

SNOW = ["boxer", "trains", "in", "the", "snow"]


@pytest.mark.parametrize(
    ("text", "montage"),
    [
        ("the puppet one where he trains for Kim Jong-il", "team-america"),
        ("film set in Philadelphia where a boxer runs up the steps", "rocky"),
        ("which scene is it where a boy wins the karate tournament with a crane kick", "the-karate-kid"),
        ("boxer chops wood in the snow in Russia", "rocky-iv-hearts-on-fire"),
        ("superhero dad gets back in shape", "the-incredibles"),
        ("a cowboy friend is taught to dance before the prom", "footloose-willard"),
        ("el boxeador que entrena en la nieve de Rusia", "rocky-iv-hearts-on-fire"),
    ],
)
def test_a_description_finds_its_scene(parse: Parse, text: str, montage: str) -> None:
    question = parse(text)
    assert montage in question.montages[:3]


@pytest.mark.parametrize(
    "text",
    [
        "how do I bake sourdough bread with rye flour",
        "my cat is sick and the vet is closed today",
        "can you help me with my tax return",
        "the train to Manchester is late again because of leaves on the line",
        "qwerty asdf zxcv uiop hjkl",
        "the quarterly report shows revenue growth of three percent",
        "good morning everyone have a nice day",
        "who won the election in 2020",
        "lorem ipsum dolor sit amet consectetur",
        "please reset my password",
    ],
)
def test_what_describes_no_scene_finds_none(parse: Parse, text: str) -> None:
    assert parse(text).montages == ()


def test_nearly_every_cue_leads_back_to_its_montage(reader: Reader, catalogue: Catalogue) -> None:
    """What people say of a scene, word for word as the data has it, finds that scene among the first three."""
    cues = [(montage.id, cue) for montage in catalogue.montages for cue in montage.entry.cues][::7]
    lost = [
        (montage_id, cue)
        for montage_id, cue in cues
        if montage_id not in {each.montage_id for each in reader.scenes.search(stems_of([cue]), most=3)}
    ]
    assert len(cues) > 300
    assert len(lost) <= 0.02 * len(cues), lost


def test_a_search_may_be_kept_to_some_montages(reader: Reader) -> None:
    stems = telling(SNOW)
    everywhere = reader.scenes.search(stems)
    assert {each.montage_id for each in everywhere} - {"rocky", "footloose-willard"}
    kept = reader.scenes.search(stems, among=["rocky", "footloose-willard"])
    assert {each.montage_id for each in kept} <= {"rocky", "footloose-willard"}
    assert reader.scenes.search(stems, among=[]) == []


def test_the_best_comes_first_and_no_more_than_wanted(reader: Reader) -> None:
    found = reader.scenes.search(telling(SNOW), most=4)
    assert len(found) == 4
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(0 < each.explained <= 1 for each in found)


def test_a_word_nobody_uses_of_a_scene_tells_most(reader: Reader) -> None:
    assert reader.scenes.rarity("xylophonist") > reader.scenes.rarity("puppet") > reader.scenes.rarity("man")
    assert "xylophonist" not in reader.scenes
    assert reader.scenes.says("team-america", "puppet")
    assert not reader.scenes.says("rocky", "puppet")
    assert not reader.scenes.says("no-such-montage", "puppet")


def test_a_misspelt_word_of_a_description_is_mended(reader: Reader) -> None:
    right, misspelt = (reader.scenes.search([word], most=3) for word in ("puppet", "pupppet"))
    assert [each.montage_id for each in misspelt] == [each.montage_id for each in right]
    assert misspelt[0].score < right[0].score


def test_words_of_near_meaning_are_nearest_first_and_never_the_word_itself() -> None:
    near = near_words("puppet")
    assert near
    assert [nearness for _, nearness in near] == sorted((nearness for _, nearness in near), reverse=True)
    assert "puppet" not in dict(near)
    assert all(0 < nearness <= 1 for _, nearness in near)
    assert near_words("no such stem") == ()


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("lifts", "lift"),
        ("lifting", "lift"),
        ("running", "run"),
        ("stories", "stori"),
        ("story", "stori"),
        ("trained", "train"),
        ("trainer", "train"),
        ("dance", "danc"),
        ("dancing", "danc"),
        ("kiss", "kiss"),
        ("kissing", "kiss"),
        ("bus", "bus"),
        ("glasses", "glass"),
        ("red", "red"),
        ("sing", "sing"),
    ],
)
def test_forms_of_a_word_share_a_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_words_that_tell_nothing_are_left_out() -> None:
    assert telling(["the", "one", "where", "he", "lifts", "a", "train", "in", "the", "movie"]) == ["lift", "train"]
