"""Questions that lean on the last answer are filled from it; those that stand by themselves inherit nothing."""

from __future__ import annotations

import pytest

from bot.language.context import NO_CONTEXT, Context
from bot.language.question import Intent, Lack
from bot.language.reader import Reader

ROCKY = Context(montages=("rocky",), intent=Intent.SONG_OF_MONTAGE)
FOOTLOOSE_SHOWN = Context(montages=("footloose-willard",), intent=Intent.DESCRIBE)
TOP_THREE = Context(
    montages=("rocky", "the-karate-kid", "team-america"),
    intent=Intent.LIST,
    list_id="most-insane-training-montages",
    was_list=True,
)
CHOICE = Context(montages=("rocky-iii-opening", "rocky-iii-beach"), intent=Intent.SONG_OF_MONTAGE, was_choice=True)
THIRD_PLACE = Context(montages=("team-america",), intent=Intent.AT_RANK, place=3)
TWO_CARDS = Context(montages=("footloose-willard", "rocky"), intent=Intent.COMPARE, was_list=True)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who sings it?", Intent.PERFORMER),
        ("who performs that", Intent.PERFORMER),
        ("and who composed it", Intent.PERFORMER),
        ("what year?", Intent.FACTS),
        ("who directed it", Intent.FACTS),
        ("where does it rank?", Intent.RANK),
        ("is it by Survivor?", Intent.CHECK),
        ("was it made in 1976?", Intent.CHECK),
        ("what song is it", Intent.SONG_OF_MONTAGE),
        ("who is in it", Intent.CHARACTER),
        ("describe it", Intent.DESCRIBE),
        ("y quién la canta?", Intent.PERFORMER),
        ("qui la chante ?", Intent.PERFORMER),
    ],
)
def test_a_question_about_it_is_about_what_was_shown(reader: Reader, text: str, intent: Intent) -> None:
    question = reader.parse(text, ROCKY)
    assert (question.intent, question.montages) == (intent, ("rocky",))


@pytest.mark.parametrize(
    ("text", "context", "montage"),
    [
        ("the second one", TOP_THREE, "the-karate-kid"),
        ("the last one", TOP_THREE, "team-america"),
        ("the second", CHOICE, "rocky-iii-beach"),
        ("the first", CHOICE, "rocky-iii-opening"),
        ("no, the beach one", CHOICE, "rocky-iii-beach"),
        ("the older one", TWO_CARDS, "rocky"),
        ("the newer of the two", TWO_CARDS, "footloose-willard"),
        ("the other one", TWO_CARDS, "rocky"),
        ("the warehouse one", FOOTLOOSE_SHOWN, "footloose-warehouse"),
        ("the ninth one", TOP_THREE, None),
    ],
)
def test_one_of_what_was_shown_can_be_picked(reader: Reader, text: str, context: Context, montage: str | None) -> None:
    found = reader.parse(text, context).montages
    assert found[:1] == ((montage,) if montage else ())


def test_what_was_picked_from_a_choice_answers_the_question_that_was_asked(reader: Reader) -> None:
    assert reader.parse("the second", CHOICE).intent is Intent.SONG_OF_MONTAGE


@pytest.mark.parametrize(
    ("text", "place"), [("and number 4?", 4), ("and the fifth one?", 5), ("and the last?", -1), ("what about #2", 2)]
)
def test_places_are_asked_one_after_the_other(reader: Reader, text: str, place: int) -> None:
    question = reader.parse(text, THIRD_PLACE)
    assert (question.intent, question.place) == (Intent.AT_RANK, place)


@pytest.mark.parametrize(
    ("text", "montage"),
    [
        ("and in footloose?", "footloose-willard"),
        ("what about team america?", "team-america"),
        ("and in the sequel?", "rocky-ii"),
    ],
)
def test_the_same_can_be_asked_of_another_film(reader: Reader, text: str, montage: str) -> None:
    question = reader.parse(text, ROCKY)
    assert (question.intent, question.montages[:1]) == (Intent.SONG_OF_MONTAGE, (montage,))


def test_a_version_we_do_not_have_is_refused_in_a_conversation_too(reader: Reader) -> None:
    question = reader.parse("and in the remake?", ROCKY)
    assert (question.lack, question.about) == (Lack.NO_SUCH_VERSION, "the remake of Rocky")


def test_more_by_the_same_director_is_a_list(reader: Reader) -> None:
    question = reader.parse("what else is there by that director?", ROCKY)
    assert (question.intent, question.chosen.director) == (Intent.LIST, "John G. Avildsen")


def test_what_we_cannot_know_of_it_is_said_to_be_so(reader: Reader) -> None:
    question = reader.parse("what did it gross at the box office", ROCKY)
    assert (question.lack, question.about) == (Lack.NOT_OURS_TO_KNOW, "Rocky (1976)")


@pytest.mark.parametrize(
    "text",
    [
        "what film is Hearts on Fire from",
        "who sings eye of the tiger",
        "which song plays in Footloose when he teaches his friend to dance",
        "80s training montages",
        "how many montages with Kenny Loggins",
        "top 3",
        "compare footloose and dirty dancing",
        "who directed Big",
        "what's the weather",
        "hello",
        "thanks!",
        "the puppet one where he trains for Kim Jong-il",
        "write me a poem",
        "help",
        "mr miyagi",
        "what song is in Up",
        "",
    ],
)
@pytest.mark.parametrize("context", [ROCKY, TOP_THREE, TWO_CARDS], ids=["answer", "list", "comparison"])
def test_a_new_topic_inherits_nothing(reader: Reader, text: str, context: Context) -> None:
    assert reader.parse(text, context) == reader.parse(text)


@pytest.mark.parametrize(
    "text", ["who sings it?", "what year?", "describe it", "no, the tournament one", "and the sequel?"]
)
@pytest.mark.parametrize("context", [NO_CONTEXT, Context(montages=("gone-since",), intent=Intent.DESCRIBE)])
def test_without_a_last_answer_there_is_nothing_to_lean_on(reader: Reader, text: str, context: Context) -> None:
    assert reader.parse(text, context).montages == ()
