"""How fast it starts, answers and completes, and how that grows with the catalogue: for docs/performance.md."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not with -m

from benchmarks.items import ROOT, question_files
from benchmarks.page import Part, add_output, write_part
from benchmarks.tables import Bar, bar_table, machine, table

FULL = 0  # the real catalogue as it is
SIZES = (6, 300, 3_000, 60_000)
RUNS = 9
QUESTION = "What song plays when Rocky runs up the steps?"
#: The whole catalogue is ready within so many milliseconds of CPU.
READY = 250
_BARE = "print(int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6)"

_COLUMNS = (
    *("Films", "Montages", "Ready, s", "Question: median", "99 %", "At first", "Longest"),
    *("Autocomplete: median", "99 %", "At first", "Longest", "Page: median", "99 %", "At first", "Longest"),
    "MB above Python",
)

Figures = dict[str, Any]


def child(*arguments: str, cache: Path | None = None) -> str:
    """What Python prints when started with these arguments; its kept files lie in `cache` when that is given."""
    environment = {**os.environ, **({"XDG_CACHE_HOME": str(cache)} if cache else {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def starts(part: str, runs: int, *, warm: bool) -> dict[str, float]:
    """The median of several starts, by part: `warm` ones find what an earlier start kept, others an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        if warm:
            child("-m", "benchmarks.loading", part, cache=Path(folder))
        caches = [Path(folder) if warm else Path(folder, str(run)) for run in range(runs)]
        measured = [json.loads(child("-m", "benchmarks.loading", part, cache=cache)) for cache in caches]
    return {name: median(one[name] for one in measured) for name in measured[0]}


def loading_section(runs: int) -> tuple[str, list[Bar]]:
    """A first start, later ones, and the parts of the first."""
    cold, warm = starts("ready", runs, warm=False), starts("ready", runs, warm=True)
    parts = starts("parts", runs, warm=False)
    ready = table(
        ("", "First start, ms", "Later starts, ms"), [(name, f"{cold[name]:.0f}", f"{warm[name]:.0f}") for name in cold]
    )
    taken_apart = table(("Part of a first start", "ms"), [(name, f"{spent:.0f}") for name, spent in parts.items()])
    bar = Bar(
        "catalogue, names and scenes ready, later starts", warm["catalogue"] + warm["names and scenes"], READY, "ms"
    )
    return f"{ready}\n\n{taken_apart}", [bar]


def size_figures(films: int, asked: int, questions: Sequence[Path]) -> Figures:
    arguments = ("-m", "benchmarks.growth", str(films), "--asked", str(asked), "--questions", *map(str, questions))
    return json.loads(child(*arguments))


def growth_section(sizes: Sequence[int], asked: int, questions: Sequence[Path]) -> tuple[str, list[Bar]]:
    """Questions, autocomplete and memory by the number of films."""
    bare = float(child("-c", _BARE))
    figures = [size_figures(films, asked, questions) for films in (FULL, *sizes)]
    rows = [_size_row(each, bare) for each in figures]
    longest = "\n".join(f"- {each['films']} films: “{each['questions']['longest_text'][:120]}”" for each in figures)
    return f"{table(_COLUMNS, rows)}\n\nThe longest questions:\n\n{longest}", _size_bars(figures, bare)


def _size_row(each: Figures, bare: float) -> list[str]:
    times = [
        f"{each[what][name]:.2f}"
        for what in ("questions", "keystrokes", "pages")
        for name in ("median", "high", "high_at_first", "longest")
    ]
    return [
        f"{each['films']:,}",
        f"{each['montages']:,}",
        f"{each['ready_seconds']:.1f}",
        *times,
        f"{each['memory'] - bare:.0f}",
    ]


def _size_bars(figures: Sequence[Figures], bare: float) -> list[Bar]:
    full, largest = figures[0], figures[-1]
    films = f"{largest['films']:,} films"
    longest = max(largest[what]["longest"] for what in ("questions", "keystrokes", "pages"))
    bars = [
        Bar("full catalogue: median of a question", full["questions"]["median"], 1, "ms"),
        Bar("full catalogue: 99th percentile of a question asked first", full["questions"]["high_at_first"], 5, "ms"),
        Bar("full catalogue: 99th percentile of an autocomplete", full["keystrokes"]["high"], 2, "ms"),
        Bar(f"{films}: 99th percentile of a question", largest["questions"]["high"], 10, "ms"),
        Bar(f"{films}: 99th percentile of an autocomplete", largest["keystrokes"]["high"], 10, "ms"),
        Bar(f"{films}: longest hold of the event loop", longest, 50, "ms"),
        Bar(f"{films}: memory above the interpreter", largest["memory"] - bare, 469, "MB"),
    ]
    alike = next((each for each in figures[1:] if each["films"] >= full["films"]), largest)
    grown = largest["questions"]["median"] / alike["questions"]["median"]
    return [*bars, Bar(f"{films}: median of a question beside {alike['films']:,} films", grown, 1.5, "times")]


def process_times(arguments: Sequence[str], cache: Path | None = None) -> tuple[float, float]:
    """CPU and wall milliseconds of a whole process; its kept files lie in `cache` when that is given."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    child(*arguments, cache=cache)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * spent, 1000 * (perf_counter() - start)


def start_section(runs: int) -> str:
    """One question in the terminal, from nothing to the answer, beside the import of Discord's library alone."""
    processes = {
        f'python -m bot ask "{QUESTION}"': ("-m", "bot", "ask", QUESTION),
        'python -c "import discord"': ("-c", "import discord"),
        'python -c ""': ("-c", ""),
    }
    rounds = [{name: process_times(arguments) for name, arguments in processes.items()} for _ in range(runs)]
    rows = [
        (f"`{name}`", *(f"{median(one[name][which] for one in rounds):.0f}" for which in (0, 1))) for name in processes
    ]
    return table(("Process", "CPU ms", "Wall ms"), rows)


def sections(options: argparse.Namespace) -> list[str]:
    """The part, section by section."""
    loading, loading_bars = loading_section(options.runs)
    growth, growth_bars = growth_section(options.sizes, options.asked, options.questions)
    return [
        f"Measured on {machine()}. {_LOAD.format(load=os.getloadavg()[1], cores=os.cpu_count())}",
        bar_table([*loading_bars, *growth_bars]),
        "### Loading",
        _LOADING.format(runs=options.runs),
        loading,
        "### Questions and autocomplete as the catalogue grows",
        _GROWTH,
        growth,
        "### Start",
        f"Medians of {options.runs} runs, the processes taking turns.",
        start_section(options.runs),
    ]


_LOAD = """Times are CPU time: what else the machine does counts little while cores are free. In the last five minutes
of this run {load:.1f} processes on average wanted one of {cores}; when they are more than there are cores, every time
below is longer than it need be."""
_LOADING = """Each start is a process of its own; medians of {runs}. A first start reads the YAML, checks it, works
out names and scenes, and keeps all that in the user's cache folder; later starts read what was kept, as long as no
data file, word list or code of `bot/language` has changed."""
_GROWTH = """Milliseconds; each size is a process of its own. The first line is the real catalogue with every question
of the question files, and with the list of films we do not have. The others: the films of the default list first,
then the other real ones, then films made by recombining words: each a title of its own of one to four words drawn
from all film and song titles, as often as they occur there; one song made the same way; a director and a performer of
two words from directors' names, each in four films on average; and one sentence of twelve words drawn from the cues.
A sample of the question files is asked, and as many questions about films of that catalogue, a third of them with two
letters swapped; autocomplete is asked at every letter of film and song titles, a third of them misspelt, for films,
songs and montages; pages are turned to in the middle of the lists of every kind, every decade and all there is. The
guide is warm, as after a start of the bot. Each is asked three times and its middle time counts; *at first* is the 99th
percentile of first times, *longest* the longest of all: the event loop was never held longer."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints the part and puts it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_output(parser)
    parser.add_argument("--questions", type=Path, nargs="+", default=question_files(), help="question files")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="films of the catalogues")
    parser.add_argument("--asked", type=int, default=200, help="questions asked of each size")
    parser.add_argument("--runs", type=int, default=RUNS, help="starts of which the median is taken")
    options = parser.parse_args(arguments)
    write_part(options.output, Part.SPEED, "python -m benchmarks.speed", "\n\n".join(sections(options)))


if __name__ == "__main__":
    main()
