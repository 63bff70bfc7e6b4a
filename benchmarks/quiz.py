"""How fair the quiz is: `python -m benchmarks.quiz`, with `--url` for another database.

Every question of the whole catalogue is checked, and quizzes are played on a store by people who press several times.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.quiz_checks import faults_of
from bot.answers.guide import Guide
from bot.community.quiz.pool import Pool
from bot.community.quiz.questions import Question, question_of
from bot.community.quiz.rounds import MOST_ROUNDS, rounds_of
from bot.community.quiz.running import Quiz, Taken
from bot.community.quiz.scoring import FIRST
from bot.community.quiz.subjects import Ask, Verdict
from bot.community.store.store import Store
from bot.discord_app.quiz.subjects import pool_of
from bot.knowledge.loading import default_directory, load

SEEDS, QUIZZES, PLAYERS, PRESSES = 5, 20, 4, 3
SERVER = 1
LONG = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Report:
    """What was tried, and what went wrong: nothing should."""

    questions: int
    faulty: Sequence[str]
    rounds: int
    presses: int
    doubled: int
    unfair: int

    def __str__(self) -> str:
        wrong = f"{len(self.faulty)} with two right answers, a label too long or another fault"
        return "\n".join(
            (
                f"{self.questions} questions checked over the whole catalogue: {wrong}.",
                f"{self.rounds} rounds simulated: {self.unfair} with other than one first answer or with points lost.",
                f"{self.presses} double clicks tried: {self.doubled} counted twice.",
                *self.faulty,
            )
        )


def every_question(pool: Pool, seeds: int) -> list[Question]:
    """Every question that can be asked, with buttons as each of the seeds makes them, and to be typed."""
    made: list[Question | None] = []
    for seed in range(seeds):
        chance = random.Random(seed)  # noqa: S311 - makes questions, guards nothing
        for subject in pool.subjects:
            made += [question_of(pool, subject, ask, chance, hard=seed == 0) for ask in Ask]
    return [each for each in made if each is not None]


async def simulated(store: Store, pool: Pool, quizzes: int) -> tuple[int, int, int, int]:
    """Plays quizzes; how many rounds, how many presses too many, how many of those counted, how many rounds unfair."""
    montages, now = {each.montage for each in pool.subjects}, datetime.now(UTC)
    rounds = presses = doubled = unfair = 0
    for number in range(1, quizzes + 1):
        chance = random.Random(number)  # noqa: S311 - makes questions, guards nothing
        questions = rounds_of(pool, montages, [*Ask], MOST_ROUNDS, chance, hard=False)
        quiz: Quiz | None = Quiz(number, SERVER, number, 1, False, questions, now + LONG)
        assert quiz is not None
        await store.quizzes.begin(quiz, now)
        while quiz is not None:
            taken = await _pressed(store, quiz, now, chance)
            presses += PLAYERS * (PRESSES - 1)
            doubled += sum(each.refusal is None for each in taken) - PLAYERS
            closed = await store.quizzes.close(quiz, now)
            rights = {each.row.member for each in taken if each.row and each.row.verdict is Verdict.RIGHT}
            assert closed is not None
            points = sorted((each.points for each in closed.awards), reverse=True)
            unfair += {each.member for each in closed.awards} != rights or points.count(FIRST) != min(1, len(rights))
            rounds += 1
            shown = await store.quizzes.shown(closed.quiz, now)
            quiz = await store.quizzes.go_on(shown, now) if shown and not shown.is_last else None
        await store.quizzes.end(number)
    return rounds, presses, doubled, unfair


async def _pressed(store: Store, quiz: Quiz, at: datetime, chance: random.Random) -> Sequence[Taken]:
    """Everybody presses several buttons, all at once."""

    def press(member: int, option: str) -> asyncio.Task[Taken]:
        verdict = Verdict.RIGHT if option == quiz.question.answer else Verdict.WRONG
        answer = store.quizzes.answer(quiz.id, quiz.number, member, option, lambda _: verdict, at)
        return asyncio.create_task(answer)

    pressed = [
        (member, option)
        for member in range(1, PLAYERS + 1)
        for option in chance.choices(quiz.question.options, k=PRESSES)
    ]
    chance.shuffle(pressed)
    return await asyncio.gather(*(press(*each) for each in pressed))


async def measure(url: str, guide: Guide, seeds: int = SEEDS, quizzes: int = QUIZZES) -> Report:
    pool = pool_of(guide)
    questions = every_question(pool, seeds)
    faulty = [f"{each.prompt} {each.options}: {fault}" for each in questions for fault in faults_of(each, guide)]
    async with Store.configured(url) as store:
        rounds, presses, doubled, unfair = await simulated(store, pool, quizzes)
    return Report(len(questions), faulty, rounds, presses, doubled, unfair)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="the database, as in DATABASE_URL; a new file when left out")
    parser.add_argument("--quizzes", type=int, default=QUIZZES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder) / 'quiz.sqlite3'}"
        print(asyncio.run(measure(url, Guide(load(default_directory())), quizzes=given.quizzes)))


if __name__ == "__main__":
    main()
