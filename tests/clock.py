"""How long the program takes, for the tests that hold it to a time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

#: The longest a question may take, in milliseconds of this process's own time.
LONGEST = 50.0
#: A machine that was busy with something else gets another try.
TRIES = 3


def _is_traced() -> bool:
    """Whether coverage, a debugger or a profiler looks at every line; newer Pythons have a second way to do so."""
    monitoring = getattr(sys, "monitoring", None)
    tools = monitoring and any(monitoring.get_tool(number) for number in range(6))
    return bool(tools) or sys.gettrace() is not None or sys.getprofile() is not None


def is_disturbed() -> bool:
    """Whether times say nothing: seen line by line, all takes several times as long, and beside other tests longer."""
    return _is_traced() or "PYTEST_XDIST_WORKER" in os.environ


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
