"""Memory stays flat while strangers write what nobody has written before: a small version of `benchmarks.soak`."""

from __future__ import annotations

import re

import pytest

from benchmarks.soak import asked, main
from bot.answers.guide import Guide

#: Questions until what is remembered of words is full, and as many again.
QUESTIONS = 1200
#: Were every new word kept, half of the questions would add five MB.
MOST_GROWN = 2.5


def test_questions_of_new_words_leave_nothing_behind(guide: Guide) -> None:
    assert asked(guide, QUESTIONS, known=()) < MOST_GROWN


def test_the_soak_says_by_how_much_memory_grew(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--questions", "20", "--private", "10"])
    said = capsys.readouterr().out
    assert "20 questions: " in said
    assert "10 private answers: " in said
    assert re.search(
        r"^Grown since full: -?[\d.]+ MB by private answers, -?[\d.]+ MB by questions\.$", said, re.MULTILINE
    )
