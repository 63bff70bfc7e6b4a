"""Autocomplete offers first what is likeliest meant: the whole name, then the well known; and no two choices alike."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.language.completing import Completer, Suggestion
from bot.language.fold import name_key
from bot.language.labels import LONGEST_LABEL, labelled
from bot.language.lexicon import Lexicon
from bot.language.naming import song_key
from bot.language.small_words import SMALL
from bot.language.suggestions import Suggester

KINDS = ("films", "songs", "montages", "lists", "performers", "directors", "series")


@pytest.fixture(scope="module")
def suggester(catalogue: Catalogue, lexicon: Lexicon) -> Suggester:
    return Suggester(catalogue, lexicon)


@pytest.mark.parametrize(
    ("kind", "typed", "first"),
    [
        ("films", "r", "rocky-1976"),
        ("films", "t", "the-karate-kid-1984"),
        ("songs", "eye", "eye-of-the-tiger"),
        ("songs", "g", "gonna-fly-now"),
        ("montages", "montage", "team-america"),
        ("montages", "r", "rocky"),
        ("lists", "montage", "most-insane-training-montages"),
        ("performers", "bill", "Bill Conti"),
        ("series", "r", "Rocky"),
    ],
)
def test_the_well_known_come_first(suggester: Suggester, kind: str, typed: str, first: str) -> None:
    assert getattr(suggester, kind).complete(typed)[0].value == first


def test_a_whole_name_comes_first_however_well_known_others_are(suggester: Suggester, catalogue: Catalogue) -> None:
    shared = Counter(name_key(film.title) for film in catalogue.films)
    behind = [
        film.title
        for film in catalogue.films
        if suggester.films.complete(film.title)[0].value != film.id and shared[name_key(film.title)] == 1
    ]
    songs = {song_key(song): song.title for montage in catalogue.montages for song in montage.songs}
    behind += [title for key, title in songs.items() if suggester.songs.complete(title)[0].value != key]
    assert behind == []


def test_more_lists_more_letters_and_the_alphabet_decide_in_this_order() -> None:
    names = {"Fire": 1, "Firework": 9, "Fire Walk": 3, "Fires": 0, "Firebird": 0, "Hearts on Fire": 20}
    known = {name.lower(): times for name, times in names.items()}
    completer = Completer(((name, Suggestion(name, name.lower())) for name in names), (), known)
    found = [each.label for each in completer.complete("fire")]
    assert found == ["Fire", "Firework", "Fire Walk", "Fires", "Firebird", "Hearts on Fire"]


def test_the_well_known_is_found_among_very_many() -> None:
    names = [f"Alpha {number:05}" for number in range(3000)] + ["Alpha Zulu"]
    completer = Completer(((name, Suggestion(name, name)) for name in names), (), {"Alpha Zulu": 1})
    assert completer.complete("al")[0].label == "Alpha Zulu"


@pytest.mark.parametrize(
    ("typed", "song"),
    [
        ("eye of tiger", "eye-of-the-tiger"),
        ("hearts fire", "hearts-on-fire"),
        ("the hearts on the fire", "hearts-on-fire"),
        ("push it to limit", "push-it-to-the-limit"),
        ("you are the best", "youre-the-best"),
    ],
)
def test_a_small_word_too_few_or_too_many_is_forgiven(suggester: Suggester, typed: str, song: str) -> None:
    assert suggester.songs.complete(typed)[0].value == song


def test_every_song_is_offered_without_one_of_its_small_words(suggester: Suggester, catalogue: Catalogue) -> None:
    chance = random.Random(1976)  # noqa: S311 - picks words to drop, guards nothing
    lost: list[str] = []
    tried = 0
    for song in (song for montage in catalogue.montages for song in montage.songs):
        tokens = name_key(song.title)
        small = [at for at, token in enumerate(tokens) if token in SMALL]
        if small and len(tokens) - len(small) > 1:
            tried += 1
            dropped = chance.choice(small)
            typed = " ".join(tokens[:dropped] + tokens[dropped + 1 :])
            lost += [typed] if song_key(song) not in {each.value for each in suggester.songs.complete(typed)} else []
    assert tried > 50
    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_choices_are_called_the_same(suggester: Suggester, catalogue: Catalogue, kind: str) -> None:
    typed = ["", *"abcdefghijklmnopqrstuvwxyz", *(film.title for film in catalogue.films)]
    values: dict[str, set[str]] = {}
    for text in typed:
        for each in getattr(suggester, kind).complete(text):
            assert len(each.label) <= LONGEST_LABEL or kind in ("performers", "directors", "series")
            values.setdefault(each.label, set()).add(each.value)
    assert {label for label, of in values.items() if len(of) > 1} == set()


def test_labels_that_would_be_the_same_are_told_apart() -> None:
    long = "x" * 200
    labels = labelled(
        [
            *(("a", ["One", "One, at sea"]), ("b", ["One", "One, at home"]), ("c", ["Two"]), ("d", [long])),
            *(("e", [long]), ("f", ["Three"]), ("g", ["Three"]), ("h", ["Three (1)"])),
        ]
    )
    assert (labels["a"], labels["b"], labels["c"]) == ("One, at sea", "One, at home", "Two")
    assert len(set(labels.values())) == len(labels)
    assert all(len(label) <= LONGEST_LABEL for label in labels.values())


def test_lists_carry_who_published_them_and_when(suggester: Suggester, catalogue: Catalogue) -> None:
    labels = {each.value: each.label for letter in "abcdefghijklmnopqrstuvwxyz0123456789" for each in
              suggester.lists.complete(letter)}  # fmt: skip
    assert len(labels) > len(catalogue.lists) / 2
    for ranked in catalogue.lists:
        ending = labels.get(ranked.id, "").rpartition(" – ")[2]
        if ending and len(ranked.title) + len(ranked.credit) < LONGEST_LABEL - 10:
            assert (ranked.publisher or ranked.author or "") in ending
            year = re.search(r"\d{4}", ranked.date or "")
            assert year is None or ending.endswith(f", {year.group()}")
