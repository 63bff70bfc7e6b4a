"""The six montages of the article are answered right through every door."""

from __future__ import annotations

import random

import pytest

from bot.answers.answer import Answer, Outcome
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.language.naming import title_key

SIX = [
    ("rocky", "rocky-1976", "Rocky (1976)", "Gonna Fly Now", "Bill Conti"),
    ("the-karate-kid", "the-karate-kid-1984", "The Karate Kid (1984)", "You're the Best", "Joe Esposito"),
    ("team-america", "team-america-world-police-2004", "Team America: World Police (2004)", "Montage", "Trey Parker"),
    (
        "the-incredibles",
        "the-incredibles-2004",
        "The Incredibles (2004)",
        "Life's Incredible Again",
        "Michael Giacchino",
    ),
    ("footloose-willard", "footloose-1984", "Footloose (1984)", "Let's Hear It for the Boy", "Deniece Williams"),
    ("rocky-iv-hearts-on-fire", "rocky-iv-1985", "Rocky IV (1985)", "Hearts on Fire", "John Cafferty"),
]
SCENES = {
    "rocky": "what song plays when Rocky runs up the steps",
    "the-karate-kid": "song at the tournament in the karate kid",
    "team-america": "the puppet one where he trains for Kim Jong-il",
    "the-incredibles": "the one where Mr. Incredible lifts trains to lose weight",
    "footloose-willard": "the song when Ren teaches Willard to dance",
    "rocky-iv-hearts-on-fire": "song when rocky trains in the snow in russia in rocky iv, hearts on fire",
}
six = pytest.mark.parametrize(("montage", "film", "label", "song", "artist"), SIX, ids=[each[0] for each in SIX])


def is_right(answer: Answer, montage: str, label: str, song: str, artist: str) -> bool:
    """Whether the answer is the card of that montage, and says its film, song and performer."""
    return (
        answer.outcome is Outcome.ANSWER
        and answer.cards[0].montage_id == answer.montages[0] == montage
        and answer.cards[0].title == answer.films[0] == label
        and (answer.cards[0].songs[0].title, answer.cards[0].songs[0].artist) == (song, artist)
        and song in answer.songs
        and artist in answer.artists
    )


@six
def test_shown_by_its_id(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    assert is_right(guide.show(montage), montage, label, song, artist)


@six
def test_asked_by_its_film(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    title = label.rpartition(" (")[0]
    for text in (title, title.upper(), f"what is the song in the {title} training montage?", f"song in {label}"):
        answer = guide.ask(text)
        assert answer.outcome is not Outcome.UNKNOWN, text
        assert (answer.films[0], montage in answer.montages, song in answer.songs) == (label, True, True), text


@six
def test_asked_by_its_song(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    for text in (f"what film is “{song}” from?", f'which movie has the song "{song}" by {artist}', f"the song {song}"):
        assert is_right(guide.ask(text), montage, label, song, artist), text


@six
def test_asked_by_its_scene(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    assert is_right(guide.ask(SCENES[montage]), montage, label, song, artist)


@six
def test_found_by_the_film_option(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    for submitted in (film, label, label.rpartition(" (")[0].lower()):
        answer = guide.song_of_film(submitted)
        assert answer.outcome is not Outcome.UNKNOWN
        assert (set(answer.films), song in answer.songs, montage in answer.montages) == ({label}, True, True)


@six
def test_found_by_the_song_option(guide: Guide, montage: str, film: str, label: str, song: str, artist: str) -> None:
    for submitted in (title_key(song), song, song.lower()):
        answer = guide.film_of_song(submitted)
        assert is_right(answer, montage, label, song, artist), submitted


@six
def test_offered_by_every_autocomplete(
    guide: Guide, montage: str, film: str, label: str, song: str, artist: str
) -> None:
    assert film in {each.value for each in guide.suggest_films("")}
    assert montage in {each.value for each in guide.suggest_montages("")}
    assert title_key(song) in {each.value for each in guide.suggest_songs("")}
    assert label in {each.label for each in guide.suggest_films(label[:6])}


def test_whatever_an_autocomplete_shows_is_understood_when_it_is_submitted(guide: Guide) -> None:
    """Discord submits the value, or the label as it was shown, or whatever was typed."""
    for typed in ("", "r", "foot", "the", "kar"):
        for each in guide.suggest_films(typed):
            assert (
                set(guide.song_of_film(each.value).films) == set(guide.song_of_film(each.label).films) == {each.label}
            )
        for each in guide.suggest_songs(typed):
            assert guide.film_of_song(each.value).outcome is Outcome.ANSWER
        for each in guide.suggest_montages(typed):
            assert guide.show(each.value).montages == (each.value,)
        for each in guide.suggest_lists(typed):
            for submitted in (each.value, each.label):
                listing = guide.listing(submitted).listing
                assert listing is not None
                assert listing.key == each.value


def test_a_random_montage_is_one_of_ours_and_seldom_the_same(catalogue: Catalogue) -> None:
    guide = Guide(catalogue, chance=random.Random(1976))  # noqa: S311 - a seed makes the test repeatable
    again = Guide(catalogue, chance=random.Random(1976))  # noqa: S311 - the same
    picked = [guide.random().montages for _ in range(30)]
    assert picked == [again.random().montages for _ in range(30)]
    assert all(len(each) == 1 and catalogue.montage(each[0]) for each in picked)
    assert len(set(picked)) > 20


def test_random_keeps_to_what_was_asked_for(catalogue: Catalogue) -> None:
    guide = Guide(catalogue, chance=random.Random(4))  # noqa: S311 - a seed makes the test repeatable
    picked = [catalogue.montage(guide.ask("random training montage").montages[0]) for _ in range(20)]
    assert all(montage and Kind.TRAINING in montage.entry.kinds for montage in picked)


def test_a_random_one_is_called_what_was_asked_for(guide: Guide) -> None:
    assert guide.ask("a random shopping montage").headline.startswith("How about the shopping montage from ")
