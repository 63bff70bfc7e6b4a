"""The best scenes found without scoring all: the same, with the same scores, as when every one is scored."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.postings import Postings, count_in, packed, unpacked
from bot.language.retrieval import Term, best_first, best_of_all, scores_among

Said = Mapping[int, int]  # thousandths by number

POSTINGS = st.dictionaries(st.integers(0, 60), st.integers(1, 20_000), min_size=1, max_size=40)
TERMS = st.lists(st.lists(st.tuples(POSTINGS, st.sampled_from([1.0, 0.63, 0.4])), min_size=1, max_size=4), max_size=8)


def term_of(meant: list[tuple[dict[int, int], float]]) -> Term:
    return Term([(postings_of(said), nearness) for said, nearness in meant], 1.0)


def postings_of(said: Said) -> Postings:
    return unpacked(packed(sorted(said), [said[number] / 1000 for number in sorted(said)]))


def every_score(terms: list[list[tuple[dict[int, int], float]]]) -> dict[int, float]:
    """All scores, worked out one by one."""
    sums = {
        number: sum(max(nearness * said.get(number, 0) / 1000 for said, nearness in meant) for meant in terms)
        for number in range(61)
    }
    return {number: total for number, total in sums.items() if total}


@given(TERMS, st.integers(1, 12))
def test_the_best_are_the_best_of_all(terms: list[list[tuple[dict[int, int], float]]], most: int) -> None:
    wanted = every_score(terms)
    found = best_of_all(map(term_of, terms), most)
    best = best_first(wanted, most)
    assert best_first(found, most) == best
    assert [found[number] for number in best] == pytest.approx([wanted[number] for number in best])


@given(TERMS, st.sets(st.integers(0, 70), max_size=30))
def test_those_looked_up_score_as_among_all(terms: list[list[tuple[dict[int, int], float]]], among: set[int]) -> None:
    wanted = {number: score for number, score in every_score(terms).items() if number in among}
    assert scores_among(map(term_of, terms), among) == pytest.approx(wanted)


def test_most_is_looked_up_once_the_best_can_no_longer_be_beaten() -> None:
    rare, common = {7: 9000, 8: 8000}, dict.fromkeys(range(5000), 1000)
    found = best_of_all([term_of([(common, 1.0)]), term_of([(rare, 1.0)])], 2)
    assert found == pytest.approx({7: 10.0, 8: 9.0})


@given(POSTINGS)
def test_postings_are_unpacked_as_they_were_packed(said: dict[int, int]) -> None:
    postings = postings_of(said)
    assert {number: round(1000 * postings.score(number)) for number in said} == said
    assert (postings.highest, postings.score(61)) == (max(said.values()) / 1000, 0.0)
    assert count_in(packed(list(said), [1.0] * len(said))) == len(said)
