"""What bot/language is made of is counted rightly, and what is needed of it told from what nothing needs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.alternation import branches
from benchmarks.patterns import Room, Watched
from benchmarks.size import size_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("expression", "alternatives"),
    [
        ("a", ["a"]),
        ("a|bc", ["a", "bc"]),
        (r"\b(?:a|b(?:c|d)?)\b|e", [r"\b(?:a|b(?:c|d)?)\b", "a", "b(?:c|d)?", "c", "d", "e"]),
        (r"[|(]\|\(x|y", [r"[|(]\|\(x", "y"]),
        (r"[]|]|[^]|]|[\]|]", ["[]|]", "[^]|]", r"[\]|]"]),
        ("(?P<name>a|b)(?=c|d)(?!e|f)(?<!g|h)(?<=i|j)", list("abcdefghij")),
        ("(a|)", ["a", ""]),
    ],
)
def test_alternatives_are_found_within_alternatives(expression: str, alternatives: list[str]) -> None:
    found = [each for each in branches(expression) if not each.alone or each.of(expression) == expression]
    shown = [each.of(expression) for each in found]
    assert [each for each in shown if each != expression or expression == "a"] == alternatives


@pytest.mark.parametrize(
    ("expression", "removed", "fits", "fits_no_more"),
    [
        ("a|bc", "bc", "a", "bc"),
        (r"\b(x)(?:(one)|(two))\b", "(one)", "xtwo", "xone"),
        (r"(?<!no|to)w", "no", "now", ""),
        ("a(?:b|c)*d", "c", "abbd", "acd"),
    ],
)
def test_an_alternative_is_removed_and_nothing_else(
    expression: str, removed: str, fits: str, fits_no_more: str
) -> None:
    [branch] = [each for each in branches(expression) if each.of(expression) == removed]
    without = re.compile(branch.removed_from(expression))
    assert without.groups == re.compile(expression).groups
    assert without.search(fits)
    assert not fits_no_more or (re.search(expression, fits_no_more) and not without.search(fits_no_more))


def test_an_expression_remembers_in_which_steps_another_would_have_answered_otherwise() -> None:
    room = Room()
    watched = Watched(room, "a|b", 0)
    for room.step, text in enumerate(["a", "b", "c", "xb"]):
        watched.search(text)
    room.step = None
    watched.search("b too, but it does not count")
    assert watched.steps_changed_by(re.compile("a|(?!)(?:b)")) == {1, 3}
    assert watched.steps_changed_by(re.compile("(?!)(?:a)|b")) == {0}
    assert watched.steps_changed_by(re.compile("a|b|d")) == set()
    with room.exchanged([(watched, re.compile("c"))]):
        assert watched.search("c")
    assert not watched.search("c")


@pytest.mark.slow
def test_what_a_question_needs_is_told_from_what_none_needs(tmp_path: Path) -> None:
    questions = tmp_path / "one.yaml"
    questions.write_text('- {q: "surprise me", category: list, expect: {outcome: [answer]}}', encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.alternatives", "--no-tests", "--only", "wording", "--questions"]
    done = subprocess.run([*command, str(questions)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    *listed, last = [line for line in done.stdout.splitlines() if ": " in line]
    counted = re.fullmatch(r"needed / total: (\d+) / (\d+), over 1 questions", last)
    assert counted is not None
    unneeded = [line for line in listed if re.match(r"bot/language/\S+\.py:\d+: ", line)]
    assert 0 < int(counted[1]) < 20
    assert len(unneeded) == int(counted[2]) - int(counted[1])
    assert not any("surprise me" in line for line in unneeded)


def test_the_size_of_a_file_counts_what_a_reader_has_to_know() -> None:
    size = size_of(
        "MOST = 3\nFAR: float = -1.5\nLONG = 10 * 60\nNAME = 'x'\nsmall = 4\nBAND = (1, 7)\n"
        "WORDS = 'one two three four five'.split()\nKINDS = {'a', 'b', 'c', 'd'}\nTWO = ['a', 'b']\n"
        "TABLE = {'w': 1, 'x': 1, 'y': 1, 'z': 2}\ndef far(at: int) -> bool:\n    return at > 12\n"
    )
    assert size.thresholds == ("MOST", "FAR", "LONG")
    assert (size.lines, size.words, size.numbers) == (12, 13, 3)
