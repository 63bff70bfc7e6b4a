"""A process that is killed in the midst of votes."""

from __future__ import annotations

import random

from benchmarks.kills import PROCESSES, killed


def test_a_killed_process_loses_no_vote_that_was_confirmed(url: str) -> None:
    report = killed(url, 2, random.Random(1))  # noqa: S311  moments to kill at
    assert report.killed == 2 * PROCESSES
    assert report.confirmed >= report.killed
    assert report.lost == 0
