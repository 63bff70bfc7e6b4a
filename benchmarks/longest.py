"""Messages about a catalogue in which everything is as long as it can be: `python -m benchmarks.longest`.

Each has to keep Discord's limits, be valid by its own description of its interface, and ping nobody.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.everything import callback, messages, swollen
from benchmarks.trials import Trial, show
from bot.answers.guide import Guide
from bot.knowledge.loading import default_directory, load
from tests.discord_app.accepted import check_request

COMMAND = "benchmarks.longest"
CALLBACK = "/interactions/1/of-it/callback"
MONTAGES = 60


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    show(trials())


def trials(montages: int = MONTAGES) -> Iterator[Trial]:
    catalogue = load(default_directory())
    yield _trial("Every message of the whole catalogue", Guide(catalogue), max(1, 420 // montages // 7))
    yield _trial("The same where everything is as long as can be", Guide(swollen(catalogue, montages)), 1)


def _trial(what: str, guide: Guide, every: int) -> Trial:
    tried = wrong = 0
    for reply in messages(guide, every):
        tried += 1
        try:
            check_request("POST", CALLBACK, callback(reply))
        except AssertionError as refused:
            wrong += 1
            print(refused, file=sys.stderr)
    return Trial(what, tried, wrong, COMMAND)


if __name__ == "__main__":
    main()
