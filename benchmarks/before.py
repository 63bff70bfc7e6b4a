"""Our bot beside itself before it had votes, over the same real sockets: what the store costs who uses nothing of it.

The earlier bot is taken out of git's history, and both are asked in turns, as `benchmarks.gateway` does.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bots import running
from benchmarks.gateway import COMMANDS, ROUNDS, Answering, Way, answering, one_of_each_film, row
from benchmarks.loopback import OURS, ROOT
from benchmarks.page import Part, add_output, write_part
from benchmarks.tables import Bar, bar_table, measured_on, table
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Montage

#: The commit that votes, and with them the store, were merged with: it has all that was made faster until then.
BEFORE = "286622f5daeabcc837ba35f6335b4ef6427ab1ed"
MOST = 1.05
_FILMS = """
import json
from bot.knowledge.loading import default_directory, load
print(json.dumps([film.id for film in load(default_directory()).films]))
"""


def _earlier(folder: Path) -> None:
    """Puts the earlier bot there."""
    packed = subprocess.run(["git", "archive", BEFORE, "bot", "data"], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _known_to(folder: Path) -> frozenset[str]:
    """The films that the earlier bot knows: what it does not know, it answers sooner."""
    command = [sys.executable, "-c", _FILMS]
    shown = subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(folder)}, check=True, stdout=subprocess.PIPE)
    return frozenset(json.loads(shown.stdout))


def measured(films: int | None, rounds: int) -> tuple[dict[Way, Answering], int]:
    """How both answer commands, and how many films they were asked for."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as cache, TemporaryDirectory() as other:
        root = Path(folder)
        _earlier(root)
        known = _known_to(root)
        every = [each for each in one_of_each_film(load(default_directory())) if each.film.id in known]
        asked: Sequence[Montage] = every[:films]
        with running(OURS, Path(cache), asked[0]) as ours, running(OURS, Path(other), asked[0], root) as before:
            return {way: answering(way, ours, before, asked, rounds) for way in COMMANDS}, len(asked)


def section(measured: dict[Way, Answering], films: int, rounds: int) -> str:
    bars = [Bar(f"{way.name}: median wait", each.waits.times, MOST, "times") for way, each in measured.items()]
    rows = [
        each
        for way, of in measured.items()
        for each in (
            row(f"{way.name}: median wait, ms", of.waits, 1000),
            row(f"{way.name}: processor time, ms", of.processor, 1000),
            row(f"{way.name}, many at once: answers a second", of.rate, 1, 0),
        )
    ]
    how = _HOW.format(before=BEFORE[:7], films=films, rounds=rounds)
    return "\n\n".join((measured_on(), how, bar_table(bars), table(("", "Now", "Before", "Times"), rows)))


_HOW = """In one run, the bot as it is and that of {before}, which votes
and the store were added to, take turns, with the libraries that are installed. Each is asked for {films} films that
both know {rounds} times; medians. Whatever else was changed since then is in the difference, too."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that every film is asked for")
    parser.add_argument("--films", type=int, help="films that are asked for; all when left out")
    options = parser.parse_args(arguments)
    body = section(*measured(options.films, options.rounds), options.rounds)
    write_part(options.output, Part.BEFORE_VOTES, "python -m benchmarks.before", body)


if __name__ == "__main__":
    main()
