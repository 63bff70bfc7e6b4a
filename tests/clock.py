"""How long the program takes, for the tests that hold it to a time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

#: The longest a question may take, in milliseconds of this process's own time.
LONGEST = 50.0
#: A machine that was busy with something else gets another try.
TRIES = 3


def _is_traced() -> bool:
    """Whether coverage, a debugger or a profiler looks at every line; newer Pythons have a second way to do so."""
    monitoring = getattr(sys, "monitoring", None)
    tools = monitoring and any(monitoring.get_tool(number) for number in range(6))
    return bool(tools) or sys.gettrace() is not None or sys.getprofile() is not None


#: For tests of time: seen line by line, the same question takes several times as long, by more the more lines it runs.
untraced = pytest.mark.skipif(_is_traced(), reason="coverage or a debugger slows every line; held without it")


def milliseconds(call: Callable[[], object]) -> float:
    """The CPU time of a call: the best of a few, as soon as one is within LONGEST."""
    best = float("inf")
    for _ in range(TRIES):
        started = time.process_time()
        call()
        best = min(best, (time.process_time() - started) * 1000)
        if best <= LONGEST:
            break
    return best
