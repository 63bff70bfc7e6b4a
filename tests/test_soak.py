"""Memory stays flat while strangers write what nobody has written before: a small version of `benchmarks.soak`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.soak import asked, main
from bot.answers.guide import Guide

#: Questions until what is remembered of words is full, and as many again.
QUESTIONS = 1200
#: Were every new word kept, half of the questions would add five MB.
MOST_GROWN = 2.5


def test_questions_of_new_words_leave_nothing_behind(guide: Guide) -> None:
    assert asked(guide, QUESTIONS, known=()).grown < MOST_GROWN


@pytest.mark.slow
@pytest.mark.timed
def test_the_soak_says_by_how_much_memory_grew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "performance.md"
    main(["--interactions", "100", "--questions", "20", "--private", "10", "--output", str(page)])
    said = capsys.readouterr().out
    assert re.search(r"^\d+ interactions a second, 0 of all unanswered$", said, re.MULTILINE)
    assert "20 questions: " in said
    assert "10 private answers: " in said
    grown = re.findall(r"^\| (\d+ [a-z ]+): grown after the first \d+ \| -?[\d.]+ MB \| ≤ 10 MB \|", said, re.MULTILINE)
    assert [re.sub(r"^1\d\d ", "100 ", each) for each in grown] == [
        "100 interactions",
        "10 private answers",
        "20 questions",
    ]
    assert grown[0] in page.read_text("utf-8")
