"""What a question file has to reach: the bars that the tests hold it to, and how fast it has to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.items import Result
from benchmarks.tables import HIGH, Bar, quantile
from tests.questions.bars import BARS, LEAST_REFUSED, MOST_CONFIDENTLY_WRONG, MOST_CONFIDENTLY_WRONG_ELSEWHERE

#: The file that the project's aim is set for; one without bars of its own, too, is measured by that aim.
OPEN = "open"
#: CPU milliseconds of a question: nobody should wait for the bot, only for Discord.
MEDIAN, HIGHEST = 1, 5


def bars_of(name: str, results: Sequence[Result]) -> list[Bar]:
    """A file's bars, with what was reached."""
    times = [each for result in results for each in result.milliseconds]
    return [
        *_of_answers(name, results),
        Bar(f"{name}: median of a question", quantile(times, 0.5), MEDIAN, "ms"),
        Bar(f"{name}: 99th percentile of a question", quantile(times, HIGH), HIGHEST, "ms"),
    ]


def held_by_others(files: Sequence[Sequence[Bar]]) -> list[Bar]:
    """How many of the files hold each kind of bar: all of them are wanted to."""
    kinds = dict.fromkeys(_kind_of(bar) for bars in files for bar in bars)
    return [_held([bar for bars in files for bar in bars if _kind_of(bar) == kind], kind) for kind in kinds]


def _held(bars: Sequence[Bar], kind: str) -> Bar:
    return Bar(f"other files that hold: {kind}", sum(bar.holds for bar in bars), len(bars), "files", at_least=True)


def _kind_of(bar: Bar) -> str:
    return bar.what.partition(": ")[2].partition(" (")[0]


def _of_answers(name: str, results: Sequence[Result]) -> list[Bar]:
    wanted = BARS.get(name, BARS[OPEN])
    shares = _shares(results)
    weakest = min(shares, key=lambda category: shares[category])
    wrong = _percent(sum(result.confidently_wrong for result in results), len(results))
    most_wrong = MOST_CONFIDENTLY_WRONG if name == OPEN else MOST_CONFIDENTLY_WRONG_ELSEWHERE
    bars = [
        Bar(f"{name}: items passed", passed(results), 100 * wanted.whole, "%", at_least=True),
        Bar(f"{name}: weakest category ({weakest})", shares[weakest], 100 * wanted.category, "%", at_least=True),
        Bar(f"{name}: wrong but confident", wrong, 100 * most_wrong, "%"),
    ]
    due = [result for result in results if result.must_be_refused]
    if name == OPEN and due:
        refused = _percent(sum(result.refused for result in due), len(due))
        bars.append(Bar(f"{name}: refused of those to refuse", refused, 100 * LEAST_REFUSED, "%", at_least=True))
    return bars


def _shares(results: Sequence[Result]) -> Mapping[str, float]:
    """How much of each category passes, in per cent."""
    categories = dict.fromkeys(result.item.category for result in results)
    return {name: passed([each for each in results if each.item.category == name]) for name in categories}


def passed(results: Sequence[Result]) -> float:
    """How many pass, in per cent."""
    return _percent(sum(result.passed for result in results), len(results))


def _percent(part: int, whole: int) -> float:
    return 100 * (part / whole)  # the bars are parts of one, too: made alike, equal ones compare as equal
