"""Claims are judged by what they name: any film of a series, somebody heard in a film we lack, another name."""

from __future__ import annotations

import pytest

from bot.answers.guide import Guide


@pytest.mark.parametrize(
    ("text", "verdict", "film"),
    [
        ("Is 'Raindrops Keep Fallin' on My Head' used in a Spider-Man picture?", True, "Spider-Man 2 (2004)"),
        ("is eye of the tiger in any rocky movie", True, "Rocky III (1982)"),
        ("The dance on bicycles, to Real Life, is in BMX Bandits. Is she right?", False, "Rad (1986)"),
        ("When he runs up the steps in Rocky one hears Eye of the Tiger, yes?", False, "Rocky (1976)"),
        ("is Spybreak playing when the woman in red walks by in the matrix?", False, "The Matrix (1999)"),
        ("Stimmt es, dass man zum Schlusstanz von Saltburn Sophie Ellis-Bextor hört?", True, "Saltburn (2023)"),
    ],
)
def test_a_claim_is_judged_by_what_it_names(guide: Guide, text: str, verdict: bool, film: str) -> None:
    answer = guide.ask(text)
    assert answer.verdict is verdict
    assert film in answer.films


@pytest.mark.parametrize(
    "frame",
    [
        "My brother and I have argued since Sunday, which is silly, so please settle it: {claim}. Is this true?",
        "We heard it in the car, my sister says I never listen, and now I want it in writing: {claim}, yes?",
    ],
)
def test_what_somebody_tells_of_themselves_is_no_part_of_a_claim(guide: Guide, frame: str) -> None:
    claim = "the try-outs in Rudy have music by Jerry Goldsmith"
    assert guide.ask(frame.format(claim=claim)).verdict is True


def test_what_a_known_mistake_denies_by_name_is_denied(guide: Guide) -> None:
    guide.ask("which song plays in Anastasia?", "talk")
    assert guide.ask("A Disney film, correct?", "talk").verdict is False


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("up, that opening that makes everyone sob. music?", "Up (2009)"),
        ("blow. the coke montage. song?", "Blow (2001)"),
        ("spybreak is from what again", "The Matrix (1999)"),
        (
            "One gentleman slaughters, without wanting it, all of a church. What was it?",
            "Kingsman: The Secret Service (2014)",
        ),
    ],
)
def test_names_stand_where_people_put_them(guide: Guide, text: str, film: str) -> None:
    assert film in guide.ask(text).films


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("is it true that Steal the Night is by Michael Bishop, everyone on yt says Stan Bush", True),
        ("Was it Kenny Loggins who sang Footloose? A colleague of mine told me it was Bryan Adams", True),
        ("the internet claims You're the Best is by Survivor. Is it by Joe Esposito?", True),
        ("everyone thinks maniac is sung by irene cara but is it sung by michael sembello?", True),
        ("is Maniac by Irene Cara? My wife says Michael Sembello", False),
        ("The sleeve notes credit Joe Esposito, but is You're the Best by Survivor?", False),
    ],
)
def test_what_others_say_is_not_what_is_asked(guide: Guide, text: str, verdict: bool) -> None:
    assert guide.ask(text).verdict is verdict
