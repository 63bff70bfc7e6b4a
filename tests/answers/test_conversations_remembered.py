"""What a conversation was about: kept apart from others, for a while, for so many, and never mixed with a new topic."""

from __future__ import annotations

import tracemalloc

import pytest

from bot.answers.answer import Outcome
from bot.answers.guide import Guide
from bot.answers.memory import LIFETIME, MOST_CONVERSATIONS, Memory
from bot.language.context import NO_CONTEXT


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(clock: Clock) -> Memory:
    return Memory(clock)


@pytest.fixture
def timed(guide: Guide, memory: Memory) -> Guide:
    """A guide whose memory runs on the test's clock."""
    guide._memory = memory
    return guide


def test_a_whole_conversation(guide: Guide) -> None:
    turns = [
        ("which song plays in rocky?", "“Gonna Fly Now”"),
        ("who sings it?", "DeEtta Little"),
        ("what year?", "1976"),
        ("who directed it?", "John G. Avildsen"),
        ("where does it rank?", "number 1"),
        ("is it by Survivor?", "No: "),
        ("and in footloose?", "Footloose (1984)"),
        ("number 3 on the list", "Team America"),
        ("and number 4?", "The Incredibles (2004)"),
        ("and the last?", "Rocky IV (1985)"),
    ]
    said = [(text, guide.ask(text, "one").headline, wanted) for text, wanted in turns]
    assert [each for each in said if each[2] not in each[1]] == []


def test_conversations_are_kept_apart(guide: Guide) -> None:
    guide.ask("which song plays in rocky", "channel:ann")
    guide.ask("which song plays in the karate kid", "channel:ben")
    assert guide.ask("who sings it?", "channel:ann").films == ("Rocky (1976)",)
    assert guide.ask("who sings it?", "channel:ben").films == ("The Karate Kid (1984)",)
    assert guide.ask("who sings it?", "elsewhere:ann").outcome is Outcome.UNKNOWN


def test_without_a_conversation_nothing_is_remembered(guide: Guide) -> None:
    guide.ask("which song plays in rocky")
    assert guide.ask("who sings it?").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("later", "remembered"), [(LIFETIME - 1, True), (LIFETIME + 1, False)])
def test_a_conversation_is_over_after_a_while(timed: Guide, clock: Clock, later: float, remembered: bool) -> None:
    timed.ask("which song plays in rocky", "one")
    clock.now += later
    assert (timed.ask("who sings it?", "one").outcome is Outcome.ANSWER) == remembered


def test_every_answer_keeps_a_conversation_going(timed: Guide, clock: Clock) -> None:
    timed.ask("which song plays in rocky", "one")
    for _ in range(3):
        clock.now += LIFETIME - 1
        assert timed.ask("who sings it?", "one").films == ("Rocky (1976)",)


def test_what_is_over_is_forgotten_for_good(timed: Guide, clock: Clock, memory: Memory) -> None:
    timed.ask("which song plays in rocky", "one")
    assert len(memory) == 1
    clock.now += LIFETIME + 1
    assert memory.context("one") == NO_CONTEXT
    assert len(memory) == 0


def test_the_longest_silent_conversation_is_forgotten_first(guide: Guide, memory: Memory) -> None:
    answer = guide.random()
    for number in range(MOST_CONVERSATIONS):
        memory.remember(f"{number}", answer)
    memory.remember("0", answer)  # spoken again: no longer the longest silent
    memory.remember("one more", answer)
    assert len(memory) == MOST_CONVERSATIONS
    assert memory.context("1") == NO_CONTEXT
    assert memory.context("0").montages == memory.context("one more").montages == answer.montages


def test_slash_commands_and_buttons_are_part_of_the_conversation(guide: Guide) -> None:
    guide.show("rocky", "one")
    assert guide.ask("who sings it?", "one").films == ("Rocky (1976)",)
    guide.song_of_film("the-karate-kid-1984", "one")
    assert guide.ask("who sings it?", "one").films == ("The Karate Kid (1984)",)
    guide.film_of_song("montage", "one")
    assert guide.ask("what year?", "one").films == ("Team America: World Police (2004)",)
    guide.listing("", "one")
    assert guide.ask("the second one", "one").films == ("The Karate Kid (1984)",)
    shown = guide.random("one")
    assert guide.ask("describe it", "one").montages == shown.montages


def test_a_choice_is_made_by_its_number(guide: Guide) -> None:
    offered = guide.ask("which song plays in ghostbusters", "one")
    assert offered.outcome is Outcome.CHOICE
    assert guide.ask("the second", "one").montages == offered.montages[1:2]


def test_small_talk_does_not_end_a_conversation(guide: Guide) -> None:
    guide.ask("which song plays in rocky", "one")
    assert guide.ask("thanks", "one").outcome is Outcome.UNKNOWN
    assert guide.ask("who sings it?", "one").films == ("Rocky (1976)",)


@pytest.mark.parametrize(
    ("before", "text", "said"),
    [
        ("Happy Death Day's montage song?", "what about 2U", "Happy Death Day 2U (2019)"),
        ("Deadpool credits song?", "what about 2", "Deadpool 2 (2018)"),
        ("Spider-Man 2 song?", "and the one before", "Spider-Man (2002)"),
        ("where does Footloose rank?", "and The Incredibles?", "The Incredibles (2004) is number 4"),
        ("who performs Hot Stuff?", "is it in The Martian?", "Yes: in The Martian (2015)"),
        ("who performs Hot Stuff?", "is it in Bolt?", "No: that is in The Full Monty (1997)"),
        ("which film uses Meet Me Half Way?", "anything else by them", "More montages with Kenny Loggins"),
        ("who sings Burning Heart?", "which montages have Queen in them?", "montages with Queen"),
    ],
)
def test_few_words_are_taken_as_they_are_meant(guide: Guide, before: str, text: str, said: str) -> None:
    guide.ask(before, "one")
    assert said in guide.ask(text, "one").headline


@pytest.mark.parametrize("before", ["top 3", "the ranked list", "makeover montages", "80s montages with queen"])
def test_a_whole_question_begins_anew_after_a_list(guide: Guide, before: str) -> None:
    guide.ask(before, "one")
    assert (
        guide.ask("travel montages from the 90s", "one").headline == guide.ask("travel montages from the 90s").headline
    )


def test_what_is_over_is_forgotten_as_soon_as_anybody_asks(timed: Guide, memory: Memory, clock: Clock) -> None:
    timed.ask("which song plays in rocky", "channel:ann")
    clock.now += LIFETIME + 1
    timed.ask("which song plays in rocky", "channel:ben")
    assert len(memory) == 1


def test_a_conversation_is_remembered_under_a_key_of_any_length_and_takes_no_more_room_for_it(timed: Guide) -> None:
    keys = [f"{'x' * 5000}{number}" for number in range(20)]
    timed.ask("which song plays in rocky", keys[0])
    assert timed.ask("who sings it?", keys[0]).montages == ("rocky",)
    assert timed.ask("who sings it?", keys[1]).outcome is Outcome.UNKNOWN
    timed.song_of_film("no such film", keys[1])  # what is looked up by is made when first needed
    tracemalloc.start()
    for key in keys:
        timed.show("rocky", f"{key}!")
        timed.song_of_film("no such film " * 400, f"{key}!")
    grown = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert grown < len(keys) * 3000
