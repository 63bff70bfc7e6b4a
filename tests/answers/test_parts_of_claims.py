"""A claim is true only when every part of it was found true, and false when one part is known to be false."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.language.question import Intent


@pytest.mark.parametrize(
    "claim",
    [
        "is Stairway to Heaven in Top Gun?",
        "is Darth Vader in Rocky?",
        "is harry styles in footloose",
        "does freddie mercury sing in rocky",
        "is apollo creed in rocky iv",
        "did a woman direct Clueless?",
        "does Rocky eat pizza in the training montage?",
        "is 'Nightcall' in Drive?",
        "is saturday night fever set in new york",
        "is Rolling in the Deep in Rocky IV?",
        "is Hotel California in Easy A?",
        "is flashdance set in pennsylvania",
    ],
)
def test_what_nothing_known_tells_is_neither_true_nor_false(guide: Guide, claim: str) -> None:
    answer = guide.ask(claim)
    assert (answer.outcome, answer.intent, answer.verdict) == (Outcome.UNKNOWN, Intent.CHECK, None)
    assert answer.headline.startswith("I can't confirm that: ")


@pytest.mark.parametrize(
    "claim",
    [
        "is Unchained Melody in Ghost by The Righteous Brothers?",
        "is Girl from the North Country in Silver Linings Playbook by Bob Dylan with Johnny Cash?",
        "is It's a Process in Moneyball by Mychael Danna?",
        "is Never from Hot Rod (2007)?",
        "does Footloose have Never in it",
        "is The Lion King from 1994?",
        "is Up from 2009?",
    ],
)
def test_what_a_mistake_is_made_about_is_no_mistake_itself(guide: Guide, claim: str) -> None:
    answer = guide.ask(claim)
    assert (answer.verdict, answer.headline.partition(":")[0]) == (True, "Yes")


@pytest.mark.parametrize(
    "text",
    [
        "Please find me a table at a place that serves glace, has room for six and a pub atmosphere",
        "is We Are Northern Lights playing in any movie theatre",
        "does the theatre have animated movies starting in 1 minute?",
    ],
)
def test_a_likeness_to_some_scene_is_no_yes(guide: Guide, text: str) -> None:
    assert guide.ask(text).verdict is None


def test_what_is_not_confirmed_comes_with_what_is_known(guide: Guide) -> None:
    headline = guide.ask("is Hotel California in Rocky?").headline
    assert headline == "I can't confirm that: in Rocky (1976) I know “Gonna Fly Now” by Bill Conti."


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("is Hotel California the song in the Rocky training montage?", "Gonna Fly Now"),
        ("does Wonderwall play when Rocky runs up the steps?", "Gonna Fly Now"),
        ("is gonna fly now by Darth Vader", "Bill Conti"),
        ("did Christopher Nolan direct Rocky?", "John G. Avildsen"),
        ("is Daniel LaRusso in Rocky?", "Daniel LaRusso is in The Karate Kid (1984)"),
        ("is the Rocky montage set in New York?", "it is set in Philadelphia"),
        ("does Rocky run up the steps in Rocky IV?", "that is in Rocky (1976)"),
        ("does Rocky chase a chicken in Rocky IV?", "that is in Rocky II (1979)"),
        ("is the scene of Van Damme dancing drunk in a bar from Bloodsport?", "Kickboxer (1989)"),
        ("is Married Life from Up a song with lyrics?", "there are no lyrics"),
        ("was Adagio for Strings composed for Platoon?", "not written for the film"),
    ],
)
def test_a_part_known_to_be_false_makes_a_claim_false(guide: Guide, claim: str, said: str) -> None:
    answer = guide.ask(claim)
    assert answer.verdict is False
    assert said in answer.headline


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("are Danger Zone and Playing with the Boys in Top Gun both by Kenny Loggins?", True),
        ("are Eye of the Tiger and Hearts on Fire both by Survivor?", False),
        ("do Shaun of the Dead and Shazam! both use Don't Stop Me Now?", True),
        ("did both Goodfellas and Casino play Layla over the mob killings?", False),
        ("did Paul Thomas Anderson direct both Boogie Nights and Magnolia?", True),
        ("Hot Fuzz and Hot Rod were both directed by Edgar Wright, no?", False),
        ("in The Matrix, do both the lobby shootout and the woman in the red dress play Clubbed to Death?", False),
    ],
)
def test_each_of_two_is_judged(guide: Guide, claim: str, verdict: bool) -> None:
    assert guide.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("does Phil learn a piece by Rachmaninow on the piano in Groundhog Day?", True),
        ("is Jump into the Fire in Goodfellas by Nilsson?", True),
        ("is the song at the end of Fight Club by The Pixies?", True),
        ("is Best of My Love in Boogie Nights by Eagles?", False),
    ],
)
def test_a_name_is_the_same_in_any_form(guide: Guide, claim: str, verdict: bool) -> None:
    assert guide.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ('Ist das Lied in der Volleyballszene von Top Gun "Danger Zone"?', False),
        ("Est-ce que c'est Joe Esposito qui chante You're the Best ?", True),
        ("¿Suena Maniac en Footloose?", False),
        ("È Kenny Loggins a cantare Danger Zone in Top Gun?", True),
        ("É verdade que Rocky é de 1980?", False),
    ],
)
def test_a_claim_in_another_language_is_judged(guide: Guide, claim: str, verdict: bool) -> None:
    assert guide.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("is rocky ranked above footloose in the six?", True),
        ("does Footloose come before The Karate Kid in the ranking?", False),
        ("is Team America right before The Incredibles on the list?", True),
        ("is rocky older than top gun?", True),
        ("is top gun older than rocky?", False),
    ],
)
def test_a_comparison_that_is_claimed_is_judged(guide: Guide, claim: str, verdict: bool) -> None:
    answer = guide.ask(claim)
    assert (answer.verdict, answer.headline.partition(":")[0]) == (verdict, "Yes" if verdict else "No")
