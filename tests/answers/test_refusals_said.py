"""Honest refusals: each reason has its sentence, and nearest names come only when they are near."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.answers.refusals import Refusals
from bot.answers.wording import HINTS
from bot.knowledge.catalogue import Catalogue
from bot.language.lexicon import Lexicon
from bot.language.question import Intent, Lack, Question
from bot.language.suggestions import Suggester


def test_every_reason_has_a_sentence_of_its_own(catalogue: Catalogue) -> None:
    refusals = Refusals(catalogue, Suggester(catalogue, Lexicon()))
    said = {
        lack: refusals.answer(Question("?", Intent.NOTHING, lack=lack, about="Rocky 7", films=("rocky-1976",))).headline
        for lack in Lack
    }
    assert all(said.values())
    assert len(set(said.values())) == len(Lack)
    about = {lack for lack, sentence in said.items() if "Rocky 7" in sentence}
    assert about == {
        Lack.ABSENT_FILM,
        Lack.ABSENT_SONG,
        Lack.NO_SUCH_VERSION,
        Lack.NO_SUCH_PLACE,
        Lack.NOT_OURS_TO_KNOW,
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing to look up in that."),
        ("🥊", "There is nothing to look up in that."),
        ("hello", "Hello! Ask me about a film"),
        ("thank you", "You are welcome."),
        ("what is your name", "I am Montage Bot"),
        ("hmm", "I don't know that one."),
        ("write me a poem", "I only know film montages and their music."),
        (
            "what did rocky gross at the box office",
            "I know the montages of Rocky (1976) and their music, but not that about it.",
        ),
        ("what song is in The Karate Dog", "I have no montage from The Karate Dog (2005)."),
        ("rocky 7", "I only know Rocky (1976), Rocky II (1979), Rocky III (1982), Rocky IV (1985) and Rocky Balboa "),
        ("the song of the remake of footloose", "I only know the 1984 Footloose."),
        (
            "who did the cinematography on In the Mood for Love",
            "I don't know that of In the Mood for Love (2000). What I know there:",
        ),
        ("rocky horror picture show song", "I have no montage from The Rocky Horror Picture Show (1975)."),
    ],
)
def test_a_refusal_says_why(guide: Guide, text: str, sentence: str) -> None:
    answer = guide.ask(text)
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.headline.startswith(sentence)
    assert (answer.films, answer.montages, answer.songs, answer.artists, answer.cards) == ((), (), (), (), ())
    assert (answer.verdict, answer.rank, answer.listing) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "near"),
    [("what song is in The Karate Dog", "The Karate Kid (1984)"), ("rocky 7", "Rocky (1976)")],
)
def test_near_names_are_offered_instead_of_hints(guide: Guide, text: str, near: str) -> None:
    answer = guide.ask(text)
    assert near in answer.suggestions
    assert len(answer.suggestions) <= 3
    assert answer.hints == ()


@pytest.mark.parametrize("text", ["", "hello", "write me a poem", "xqzw vbnm", "what's the weather in Paris"])
def test_where_nothing_is_near_the_reply_says_what_can_be_asked(guide: Guide, text: str) -> None:
    answer = guide.ask(text)
    assert (answer.suggestions, answer.hints) == ((), HINTS[:2])
    assert answer.headline.count(".") == 1


def test_everything_we_offer_to_be_asked_is_answered(guide: Guide) -> None:
    assert {hint: guide.ask(hint).outcome for hint in HINTS} == dict.fromkeys(HINTS, Outcome.ANSWER)


def test_help_says_what_can_be_asked(guide: Guide) -> None:
    assert guide.about().hints == HINTS[:3]
    assert guide.ask("help").headline == guide.about().headline
