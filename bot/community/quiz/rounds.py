"""Choosing the rounds of a quiz: as many as wanted, no film twice while there are others."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from bot.community.quiz.pool import Pool
from bot.community.quiz.questions import Question, question_of
from bot.community.quiz.subjects import Ask, Subject

__all__ = ["MOST_ROUNDS", "ROUNDS", "rounds_of"]

#: Rounds of a quiz when nobody says how many, and the most.
ROUNDS, MOST_ROUNDS = 5, 20


def rounds_of(
    pool: Pool, montages: Collection[str], asks: Sequence[Ask], wanted: int, chance: random.Random, *, hard: bool
) -> tuple[Question, ...]:
    """Questions about these montages; fewer than wanted where there are no more, none where nothing can be asked."""
    found: list[Question] = []
    for subject in _in_turn([each for each in pool.subjects if each.montage in montages], chance):
        if len(found) == wanted:
            break
        offered = (question_of(pool, subject, ask, chance, hard=hard) for ask in chance.sample(asks, len(asks)))
        question = next((each for each in offered if each is not None), None)
        if question is not None:
            found.append(question)
    return tuple(found)


def _in_turn(subjects: Sequence[Subject], chance: random.Random) -> Iterator[Subject]:
    """One of each film in any order, then a second one of each; never two songs of one montage."""
    shuffled = chance.sample(subjects, len(subjects))
    once = {subject.montage: subject for subject in shuffled}.values()
    turns: Counter[str] = Counter()
    numbered: list[tuple[int, Subject]] = []
    for each in once:
        turns[each.film_id] += 1
        numbered.append((turns[each.film_id], each))
    yield from (each for _, each in sorted(numbered, key=lambda pair: pair[0]))
