"""Writes docs/performance.md anew, all of it: `python -m benchmarks.performance`.

Each part has a command of its own, which is run by itself, so that none is in another's way. `--sample` measures
little, and is over in minutes: it shows that all of it works, and says nothing about the bot.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from benchmarks.items import ROOT
from benchmarks.page import add_output

__all__ = ["PARTS", "SAMPLE", "main"]

#: What measures the parts, in the order of the page, and what it is told.
PARTS: Mapping[str, str] = {
    "accuracy": "",
    "speed": "",
    "gateway": "",
    "before": "",
    "votes": "",
    "suggestions": "",
    "flood": "",
    "soak": "--private 0 --questions 0",
}
_FEW = "--questions tests/questions/named.yaml"
SAMPLE: Mapping[str, str] = {
    "accuracy": f"--sentences 20 {_FEW}",
    "speed": f"--sizes 6 --asked 4 --runs 1 {_FEW}",
    "gateway": "--rounds 1 --starts 1 --films 5",
    "before": "--rounds 1 --films 5",
    "votes": "--asked 20 --largest 100",
    "suggestions": "--servers 1 3 --each 4",
    "flood": "--seconds 3",
    "soak": "--interactions 100 --private 0 --questions 0",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures part by part; one that fails keeps none of the others from being measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--sample", action="store_true", help="measure little, to see that all of it works")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[*PARTS], help="these parts")
    options = parser.parse_args(arguments)
    told = SAMPLE if options.sample else PARTS
    failed = [part for part in options.only if not _measured(part, told[part].split(), str(options.output.resolve()))]
    if failed:
        sys.exit(f"Not measured, or not within a bar that must hold: {', '.join(failed)}")


def _measured(part: str, told: Sequence[str], output: str) -> bool:
    begun = time.monotonic()
    command = [sys.executable, "-m", f"benchmarks.{part}", *told, "--output", output]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    print(f"benchmarks.{part}: {time.monotonic() - begun:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main()
