"""The questions of a quiz: over the whole catalogue, none has two right answers or gives itself away."""

from __future__ import annotations

import random
from typing import Any

import pytest

from benchmarks.quiz_checks import faults_of
from bot.answers.guide import Guide
from bot.community.quiz.pool import Pool
from bot.community.quiz.questions import Question, can_be_asked, question_of
from bot.community.quiz.rounds import MOST_ROUNDS, rounds_of
from bot.community.quiz.subjects import Ask, Ear, Named, Subject, Verdict
from bot.discord_app.quiz.subjects import pool_of
from bot.knowledge.names import folded

ASKS = tuple(Ask)


def subject(number: int = 0, **changed: Any) -> Subject:
    """A made-up subject, like no other but for its time and kind."""
    words = "alpha bravo charlie delta echo foxtrot golf hotel india juliett".split()
    film, song, person = f"{words[number]} street", f"{words[number]} waltz", f"{words[number]} jones"
    values: dict[str, Any] = {
        "montage": f"m{number}",
        "film_id": f"f{number}",
        "film": Named(film, (film,)),
        "year": 1984,
        "series": "",
        "directors": "Jo Example",
        "kinds": ("training",),
        "song": Named(song, (song,)),
        "performer": Named(person, (person,)),
        "credited": (person,),
        "description": "Somebody runs.",
    }
    return Subject(**(values | changed))


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  it chooses questions, and guards nothing


def judge(_ask: Ask, said: str, names: object) -> Verdict:
    assert isinstance(names, tuple)
    return Verdict.RIGHT if folded(said) in map(folded, names) else Verdict.WRONG


def pool(*subjects: Subject) -> Pool:
    return Pool(subjects, Ear(folded, judge))


@pytest.fixture
def whole(guide: Guide) -> Pool:
    return pool_of(guide)


def every_question(whole: Pool, *, hard: bool) -> list[Question]:
    seventh = chance(7)
    offered = (question_of(whole, each, ask, seventh, hard=hard) for each in whole.subjects for ask in ASKS)
    return [each for each in offered if each is not None]


@pytest.mark.parametrize("hard", [False, True])
def test_no_question_of_the_whole_catalogue_has_a_fault(guide: Guide, whole: Pool, hard: bool) -> None:
    questions = every_question(whole, hard=hard)
    assert len(questions) > 1000
    found = [(each.prompt, each.options, fault) for each in questions for fault in faults_of(each, guide)]
    assert found == []


def test_most_montages_can_be_asked_about_in_every_way(whole: Pool) -> None:
    for ask in ASKS:
        assert sum(can_be_asked(whole, each, ask) for each in whole.subjects) > 0.8 * len(whole.subjects)


@pytest.mark.parametrize(
    ("ask", "changed", "others"),
    [
        (Ask.FILM, {}, [subject(1, song=Named("Alpha Waltz", ("Alpha Waltz",)))]),
        (Ask.FILM, {}, [subject(1, song=Named("Waltz", ("Waltz", "ALPHA waltz!")))]),
        (Ask.FILM, {"song": Named("Alpha Street", ("Alpha Street",))}, []),
        (Ask.SONG, {"is_only_song": False}, []),
        (Ask.SONG, {"description": "She hums the Alpha Waltz."}, []),
        (Ask.PERFORMER, {}, [subject(1, film_id="f0", song=Named("alpha waltz", ("alpha waltz",)))]),
        (Ask.PERFORMER, {"song": Named("The Ballad of Alpha Jones", ("The Ballad of Alpha Jones",))}, []),
    ],
)
def test_what_has_two_right_answers_or_gives_itself_away_is_not_asked(
    ask: Ask, changed: dict[str, Any], others: list[Subject]
) -> None:
    rest = [subject(number) for number in range(2, 8)]
    assert can_be_asked(pool(subject(), *rest), subject(), ask)
    asked = subject(**changed)
    assert not can_be_asked(pool(asked, *others, *rest), asked, ask)


@pytest.mark.parametrize(
    ("ask", "wrong"),
    [
        (Ask.FILM, subject(1, year=1994, kinds=("dance",))),
        (Ask.FILM, subject(1, film_id="f0")),
        (Ask.FILM, subject(1, series="Alphas")),
        (Ask.FILM, subject(1, film=Named("B" * 35, ("B" * 35,)))),
        (Ask.FILM, subject(1, film=Named("Alpha Street!", ("Alpha Street!",)))),
        (Ask.FILM, subject(1, film=Named("Alpha Jones", ("Alpha Jones",)))),
        (Ask.PERFORMER, subject(1, performer=Named("Alpha Jones and Band", ("Alpha Jones and Band",)))),
        (Ask.PERFORMER, subject(1, performer=Named("Writer", ("Writer",)))),
        (Ask.PERFORMER, subject(1, is_score=True)),
        (Ask.SONG, subject(1, song=Named("The Other Song", ("The Other Song",)))),
    ],
)
def test_a_wrong_option_is_plausible_short_and_wrong(ask: Ask, wrong: Subject) -> None:
    asked = subject(series="Alphas", credited=("alpha jones", "Writer"))
    beside = subject(9, film_id="f0", song=Named("The Other Song", ("The Other Song",)), montage="m9")
    three = pool(asked, beside, wrong, *(subject(number) for number in (2, 3, 4)))
    for seed in range(20):
        question = question_of(three, asked, ask, chance(seed), hard=False)
        assert question is not None
        assert wrong.named(ask).label not in question.options
        assert question.options[question.right] == question.answer
    two = pool(asked, beside, wrong, *(subject(number) for number in (2, 3)))
    assert question_of(two, asked, ask, chance(0), hard=False) is None
    assert question_of(two, asked, ask, chance(0), hard=True) is not None


@pytest.mark.parametrize(("wanted", "got"), [(1, 1), (3, 3), (6, 6), (MOST_ROUNDS, 6)])
def test_there_are_as_many_rounds_as_wanted_or_as_there_can_be(wanted: int, got: int) -> None:
    every = pool(*(subject(number) for number in range(6)))
    asked = {each.montage for each in every.subjects}
    assert len(rounds_of(every, asked, ASKS, wanted, chance(1), hard=False)) == got


def test_only_what_was_chosen_is_asked_about_and_no_film_twice_while_there_are_others() -> None:
    more = [subject(number, film_id="f0") for number in (1, 2)]
    every = pool(subject(), *more, *(subject(number) for number in range(3, 8)))
    for seed in range(20):
        rounds = rounds_of(every, {"m0", "m1", "m2", "m3"}, ASKS, 4, chance(seed), hard=False)
        assert {each.montage for each in rounds} == {"m0", "m1", "m2", "m3"}
        assert "m3" in {each.montage for each in rounds[:2]}


def test_the_same_chance_makes_the_same_rounds_and_another_others(whole: Pool) -> None:
    every = {each.montage for each in whole.subjects}

    def rounds(seed: int) -> tuple[Question, ...]:
        return rounds_of(whole, every, ASKS, 5, chance(seed), hard=False)

    assert rounds(1) == rounds(1)
    assert rounds(1) != rounds(2)


def test_nothing_chosen_makes_no_rounds(whole: Pool) -> None:
    assert rounds_of(whole, set(), ASKS, 5, chance(1), hard=False) == ()
