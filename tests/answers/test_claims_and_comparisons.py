"""Yes or no with what is true, and things side by side."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.language.question import Intent


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("is gonna fly now in rocky?", True),
        ("is eye of the tiger in the first rocky?", False),
        ("is eye of the tiger in rocky iv", False),
        ("is hearts on fire in rocky iv?", True),
        ("Gonna Fly Now is in Rocky, right?", True),
        ("is maniac by michael sembello", True),
        ("is maniac by kenny loggins", False),
        ("is you're the best sung by joe esposito", True),
        ("was rocky made in 1976?", True),
        ("is rocky from 1980", False),
        ("did herbert ross direct footloose", True),
        ("did stallone direct rocky", False),
        ("is rocky number 1 on the list", True),
        ("is footloose number 4", False),
        ("is rocky on the list", True),
        ("is rocky iii on the list", False),
        ("is rocky iv last on the list", True),
        ("¿Es Gonna Fly Now la canción de Rocky?", True),
    ],
)
def test_a_claim_is_judged(guide: Guide, claim: str, verdict: bool) -> None:
    answer = guide.ask(claim)
    assert (answer.outcome, answer.intent, answer.verdict) == (Outcome.ANSWER, Intent.CHECK, verdict)
    assert answer.headline.startswith("Yes: " if verdict else "No: ")


@pytest.mark.parametrize(
    ("claim", "truths"),
    [
        ("is eye of the tiger in the first rocky?", ["Gonna Fly Now", "“Eye of the Tiger” is in Rocky III (1982)"]),
        ("is rocky from 1980", ["1976"]),
        ("did stallone direct rocky", ["John G. Avildsen"]),
        ("is footloose number 4", ["number 5"]),
        ("is maniac by kenny loggins", ["Michael Sembello"]),
        ("is rocky iii on the list", ["Rocky III (1982) is not in The 6 Most Insane"]),
    ],
)
def test_a_no_says_what_is_true(guide: Guide, claim: str, truths: list[str]) -> None:
    headline = guide.ask(claim).headline
    assert [truth for truth in truths if truth not in headline] == []


@pytest.mark.parametrize(
    "claim",
    ["is eye of the tiger in the karate dog", "is the song in rocky 7 good", "was rocky the box office hit of 1976"],
)
def test_what_we_cannot_judge_gets_no_verdict(guide: Guide, claim: str) -> None:
    answer = guide.ask(claim)
    assert (answer.outcome, answer.verdict) == (Outcome.UNKNOWN, None)


@pytest.mark.parametrize(
    ("text", "films", "verdict", "said"),
    [
        ("compare rocky and rocky iv", ["Rocky (1976)", "Rocky IV (1985)"], None, "Gonna Fly Now"),
        (
            "which ranks higher, rocky iv or footloose",
            ["Footloose (1984)", "Rocky IV (1985)"],
            None,
            "Footloose (1984) is number 5; Rocky IV (1985) is number 6.",
        ),
        (
            "which ranks higher rocky or mulan",
            ["Rocky (1976)", "Mulan (1998)"],
            None,
            "Mulan (1998) is not in the list",
        ),
        (
            "which is older, rocky iv or the karate kid",
            ["The Karate Kid (1984)", "Rocky IV (1985)"],
            None,
            "The Karate Kid (1984) came before Rocky IV (1985).",
        ),
        (
            "which is newer, top gun or dirty dancing",
            ["Dirty Dancing (1987)", "Top Gun (1986)"],
            None,
            "Dirty Dancing (1987) came after Top Gun (1986).",
        ),
        (
            "which is newer the incredibles or team america",
            ["The Incredibles (2004)", "Team America: World Police (2004)"],
            None,
            "both came out in 2004",
        ),
        (
            "do rocky and the karate kid have the same director",
            ["Rocky (1976)", "The Karate Kid (1984)"],
            True,
            "Yes: both are directed by John G. Avildsen.",
        ),
        (
            "do footloose and dirty dancing have the same director",
            ["Footloose (1984)", "Dirty Dancing (1987)"],
            False,
            "Herbert Ross",
        ),
        ("do rocky and rocky ii use the same song", ["Rocky (1976)", "Rocky II (1979)"], True, "“Gonna Fly Now”"),
        ("do flashdance and footloose use the same song", ["Flashdance (1983)", "Footloose (1984)"], False, "Maniac"),
    ],
)
def test_two_films_side_by_side(guide: Guide, text: str, films: list[str], verdict: bool | None, said: str) -> None:
    answer = guide.ask(text)
    assert (answer.intent, list(answer.films), answer.verdict) == (Intent.COMPARE, films, verdict)
    assert [card.title for card in answer.cards] == films
    assert said in answer.headline


def test_three_films_get_three_cards(guide: Guide) -> None:
    answer = guide.ask("compare rocky and footloose and top gun")
    assert [card.title for card in answer.cards] == ["Rocky (1976)", "Footloose (1984)", "Top Gun (1986)"]


def test_two_films_are_compared_by_the_song_that_both_have(guide: Guide) -> None:
    assert "Both have “Never”" in guide.ask("What song do Footloose and Hot Rod have in common?").headline
