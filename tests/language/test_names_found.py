"""Names found in questions: exact ones, misspelt, split and joined ones, and near misses refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.typos import typo_budget

if TYPE_CHECKING:
    from tests.language.conftest import Found, Parse


@pytest.mark.parametrize(("letters", "typos"), [(1, 0), (4, 0), (5, 1), (8, 1), (9, 2), (16, 2), (17, 3), (60, 3)])
def test_the_typo_budget_grows_with_the_name(letters: int, typos: int) -> None:
    assert typo_budget(letters) == typos


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("karatekid song", "the-karate-kid-1984"),
        ("teh karate kid", "the-karate-kid-1984"),
        ("the karat kid", "the-karate-kid-1984"),
        ("which song is in Foot Loose?", "footloose-1984"),
        ("topgun", "top-gun-1986"),
        ("good fellas", "goodfellas-1990"),
        ("ghost busters", "ghostbusters-1984"),
        ("rocy", "rocky-1976"),
        ("rockie 4", "rocky-iv-1985"),
        ("flashdnace", "flashdance-1983"),
        ("skarface", "scarface-1983"),
        ("zoolader gas fight", "zoolander-2001"),
        ("mulen", "mulan-1998"),
        ("guardians o the galaxy", "guardians-of-the-galaxy-2014"),
        ("singing i the rain", "singin-in-the-rain-1952"),
        ("song in Up from 2009", "up-2009"),
        ("the montage of Up", "up-2009"),
        ("whaaat song plays in flashdance", "flashdance-1983"),
        ("plsss song in shrekkk", "shrek-2001"),
        ("where is the Batman montage set", "batman-1989"),
        ("team amercia", "team-america-world-police-2004"),
        ("the incredables", "the-incredibles-2004"),
        ("dirty dansing", "dirty-dancing-1987"),
        ("legaly blonde", "legally-blonde-2001"),
        ("the godfater", "the-godfather-1972"),
        ("napolean dynamite", "napoleon-dynamite-2004"),
        ("shreck", "shrek-2001"),
        ("Oceans 11", "oceans-eleven-2001"),
        ("kill bill volume one", "kill-bill-vol-1-2003"),
        ("thirteen going on thirty", "13-going-on-30-2004"),
        ("13 going on thirty", "13-going-on-30-2004"),
        ("(500) Days of Summer", "500-days-of-summer-2009"),
        ("five hundred days of summer", "500-days-of-summer-2009"),
        ("ten things I hate about you", "10-things-i-hate-about-you-1999"),
        ("big hero six", "big-hero-6-2014"),
        ("three idiots", "3-idiots-2009"),
        ("toystory3", "toy-story-3-2010"),
        ("creedii", "creed-ii-2018"),
        ("shrektwo", "shrek-2-2004"),
    ],
)
def test_a_misspelt_film_is_found(found: Found, text: str, film: str) -> None:
    assert ("film", film) in found(text)


@pytest.mark.parametrize(
    ("text", "song"),
    [
        ("hearts on fyre", "hearts-on-fire"),
        ("harts on fire", "hearts-on-fire"),
        ("eye of teh tiger", "eye-of-the-tiger"),
        ("eye of the tigre", "eye-of-the-tiger"),
        ("gona fly now", "gonna-fly-now"),
        ("staying alive", "stayin-alive"),
        ("Push It To The Limit", "push-it-to-the-limit"),
        ("youre the best", "youre-the-best"),
    ],
)
def test_a_misspelt_song_is_found(found: Found, text: str, song: str) -> None:
    assert ("song", song) in found(text)


@pytest.mark.parametrize(
    ("text", "song"),
    [
        ("lets here it for the boy", "lets-hear-it-for-the-boy"),
        ("send me an angle", "send-me-an-angel"),
        ("what film is paper plains from", "paper-planes"),
        ("blinded by the lite", "blinded-by-the-light"),
        ("gotta fly now", "gonna-fly-now"),
        ("i of the tiger", "eye-of-the-tiger"),
        ("steel the night", "steal-the-night"),
        ("your the best", "youre-the-best"),
        ("we will rock ewe", "we-will-rock-you"),
        ("raindrops keep falling on my heed", "raindrops-keep-fallin-on-my-head"),
        ("everybody want to rule the world", "everybody-wants-to-rule-the-world"),
        ("come and get your glove", "come-and-get-your-love"),
        ("hungry ice", "hungry-eyes"),
        ("bohemian rap city", "bohemian-rhapsody"),
    ],
)
def test_one_word_may_be_another_that_sounds_or_is_spelt_alike(found: Found, text: str, song: str) -> None:
    assert ("song", song) in found(text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("eye of tiger", "song", "eye-of-the-tiger"),
        ("you are the best", "song", "youre-the-best"),
        ("it is a process", "song", "its-a-process"),
        ("going to fly now", "song", "gonna-fly-now"),
        ("hearts fire", "song", "hearts-on-fire"),
        ("push it to limit", "song", "push-it-to-the-limit"),
        ("push to the limit", "song", "push-it-to-the-limit"),
        ("life is highway", "song", "life-is-a-highway"),
        ("we are champions", "song", "we-are-the-champions"),
        ("sound of the silence", "song", "the-sound-of-silence"),
        ("walking on the sunshine", "song", "walking-on-sunshine"),
        ("the sound of the music", "film", "the-sound-of-music-1965"),
        ("back to future", "film", "back-to-the-future-1985"),
        ("guardians of galaxy", "film", "guardians-of-the-galaxy-2014"),
        ("in mood for love", "film", "in-the-mood-for-love-2000"),
        ("simon garfunkel", "artist", "Simon & Garfunkel"),
    ],
)
def test_a_small_word_may_be_missing_or_too_many(found: Found, text: str, kind: str, name: str) -> None:
    assert (kind, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "hearts of fire",  # another film
        "they take off in the planes",  # "Take It Off"
        "running over top of the hill",  # "Over the Top"
        "his heart is burning, a burning in my heart",  # "Burning Heart"
        "what is live",  # "What Is Love"
        "no sunshine",  # what denies is no small word
        "top gum",
        "the karate kit",
    ],
)
def test_words_that_only_resemble_a_name_are_not_one(found: Found, text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"absent"}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("joe espisito", "artist", "Joe Esposito"),
        ("songs by kenny logins", "artist", "Kenny Loggins"),
        ("Survivor", "artist", "Survivor"),
        ("films by avildsen", "director", "John G. Avildsen"),
        ("mr miyagi", "character", "Mr. Miyagi"),
        ("which montage has the Rachmaninov piano piece?", "artist", "Sergei Rachmaninoff"),
        ("a piece by Rachmaninow", "artist", "Sergei Rachmaninoff"),
        ("the Mozart waltz", "artist", "Wolfgang Amadeus Mozart"),
        ("a bowie song", "artist", "David Bowie"),
        ("does Dylan sing it", "artist", "Bob Dylan"),
        ("songs by morricone", "artist", "Ennio Morricone"),
        ("the track by Rob D", "artist", "Rob Dougan"),
        ("hall and oates", "artist", "Daryl Hall & John Oates"),
        ("Beatles", "artist", "The Beatles"),
        ("B. J. Thomas", "artist", "B.J. Thomas"),
        ("John Avildsen", "director", "John G. Avildsen"),
        ("what did Columbus direct", "director", "Chris Columbus"),
        ("rocky montages", "franchise", "Rocky"),
        ("the most insane training montages", "list", "most-insane-training-montages"),
    ],
)
def test_people_series_and_lists_are_found(found: Found, text: str, kind: str, who: str) -> None:
    assert (kind, who) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the karate dog song",
        "karate kit",
        "top gum",
        "dirty dozen",
        "incredible hulk",
        "pretty women",
        "wayne's word",
        "foot lose",
        "gonna fly how",
        "survivors",
        "moana2",
        "highlanderii",
        "predator2",
        "the godmother",
        "rock",
        "dirty dancers",
        "the karate club",
    ],
)
def test_a_name_that_is_only_near_is_not_taken_for_one_we_have(found: Found, text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"absent"}


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("rocky ii", "rocky-ii-1979"),
        ("rocky iii", "rocky-iii-1982"),
        ("rocky iv", "rocky-iv-1985"),
        ("Rocky 3", "rocky-iii-1982"),
        ("rocky three", "rocky-iii-1982"),
        ("rocky part 4", "rocky-iv-1985"),
        ("rocky4", "rocky-iv-1985"),
        ("toy story 3", "toy-story-3-2010"),
        ("creed ii", "creed-ii-2018"),
        ("shrek 2", "shrek-2-2004"),
    ],
)
def test_numerals_are_never_misspelt(parse: Parse, text: str, film: str) -> None:
    assert parse(f"what is the song in {text}").films == (film,)


@pytest.mark.parametrize(
    "text",
    [
        "rocky horror picture show song",
        "what song plays in Cinderella Man?",
        "cinderella man training montage",
        "what's the song in The Karate Dog",
        "song in Batman Forever",
        "the matrix reloaded song",
        "Ocean's 13 song",
        "toy story 4 montage",
        "which song is in Ghost Rider",
        "song in twenty one jump street",
        "the song in one hundred and one dalmatians",
        "eight heads in a duffel bag",
        "song in M*A*S*H",
        "Whiplash (2014), drum practice, which piece",
    ],
)
def test_a_film_we_do_not_have_is_known_as_such(parse: Parse, text: str) -> None:
    question = parse(text)
    assert (question.lack, question.montages) == ("absent_film", ())


@pytest.mark.parametrize(
    "text", ["$", "the song in $", "what song is in M*A*S*H", "* * *", "the film #", "!!! and ???"]
)
def test_a_title_of_signs_is_no_other_title(found: Found, text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"absent"}


@pytest.mark.parametrize(
    "text",
    [
        "my friend jack",
        "my friend Dylan called",
        "our neighbour Conti",
        "a hotel in paris",
        "a flat in Morricone",
        "the barber shaves him",
        "a song by taylor swift",
        "music by the english",
        "Simon called",
    ],
)
def test_one_word_of_a_name_names_nobody_by_itself(found: Found, text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"absent"}


def test_how_a_misspelt_name_was_read_is_told(parse: Parse) -> None:
    assert parse("whats the song in zoolader").read_as == ("the film Zoolander (2001)",)
    assert parse("whats the song in zoolander").read_as == ()


def test_the_longest_name_wins(parse: Parse) -> None:
    assert parse("what is the song in Top Gun: Maverick").films == ("top-gun-maverick-2022",)
    assert parse("what is the song in Toy Story 3").films == ("toy-story-3-2010",)
