"""A gateway that is dropped in mid-answer, sends broken frames or tells twice: `python -m benchmarks.dropped`."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from benchmarks.bad_days import BadDay, complaints, running, wait_for
from benchmarks.faults import QUESTIONS, WAYS
from benchmarks.trials import Trial, show

COMMAND = "benchmarks.dropped"
TAKES = 0.8  # seconds of Discord for an answer: it is dropped in these
DROPS = 5
LONGEST, AFTERWARDS = 20.0, 1.0
PAUSE = 1.5  # until a connection that is made anew has been noticed to be broken

FRAMES: Mapping[str, str | bytes] = {
    "half a frame": '{"op": 0, "t": "MESSAGE_CREATE", "s": 9, "d": {"id": "1',
    "no JSON": "<html>502</html>",
    "a list": "[]",
    "nothing": "null",
    "nested too deep": "[" * 100_000,
    "compressed wrongly": b"\xff\xfe\x00\x00\xff\xff",
    "an operation nobody knows": '{"op": 99, "d": null}',
    "an event nobody knows": '{"op": 0, "t": "FILM_ENDED", "s": 9, "d": null}',
    "a message without anything": '{"op": 0, "t": "MESSAGE_CREATE", "s": 9, "d": {}}',
    "a command without anything": '{"op": 0, "t": "INTERACTION_CREATE", "s": 9, "d": {}}',
    "a command with ids that are none": '{"op": 0, "t": "INTERACTION_CREATE", "s": 9, "d": {"id": "x", "type": 2}}',
    "a server that is nothing": '{"op": 0, "t": "GUILD_CREATE", "s": 9, "d": null}',
    "a heartbeat asked for": '{"op": 1, "d": null}',
    "asked to connect again": '{"op": 7, "d": null}',
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=[*KINDS], help="one of them")
    options = parser.parse_args()
    kinds = [options.only] if options.only else [*KINDS]
    show(each for kind in kinds for each in KINDS[kind]())


def trials(*, quick: bool = False) -> Iterator[Trial]:
    yield from dropped(1 if quick else DROPS)
    yield from broken([*FRAMES][:: 5 if quick else 1])
    yield from doubled()


def dropped(drops: int = DROPS) -> Iterator[Trial]:
    """The gateway goes while answers are underway; what is asked while it is away comes when it is taken up again."""
    asked: set[str] = set()
    with BadDay(seconds=TAKES) as discord, running(discord) as errors:
        for _ in range(drops):
            asked |= {ask(discord, n) for ask in WAYS.values() for n in range(len(QUESTIONS))}
            time.sleep(TAKES / 4)
            discord.drop(refused=False)
            asked.add(discord.command("ask", question=QUESTIONS[0]))
            discord.wait_until_ready()
            wait_for(discord, asked, LONGEST)
        time.sleep(AFTERWARDS)
        answers = Counter(each.question for each in discord.inbox.attempts if each.arrived)
    lost = sum(answers[each] != 1 for each in asked) + complaints(errors)
    yield Trial("The gateway dropped and resumed in mid-answer", len(asked), lost, f"{COMMAND} --only dropped")


def broken(names: list[str] | None = None) -> Iterator[Trial]:
    """Each broken frame comes while something is underway; that has to be answered, and what is asked afterwards."""
    names = names or [*FRAMES]
    asked, lost = 0, 0
    with BadDay(seconds=TAKES) as discord, running(discord) as errors:
        for name in names:
            before = {discord.command("ask", question=each) for each in QUESTIONS}
            time.sleep(TAKES / 4)
            discord.frame(FRAMES[name])
            time.sleep(PAUSE)
            discord.wait_until_ready()
            both = before | {discord.command("ask", question=each) for each in QUESTIONS}
            wait_for(discord, both, LONGEST)
            asked, lost = asked + len(both), lost + len(both - discord.answered)
    lost += complaints(errors)
    yield Trial(f"Broken frames of the gateway, {len(names)} kinds", asked, lost, f"{COMMAND} --only broken")


def doubled() -> Iterator[Trial]:
    """All that can be asked is told twice: each gets one answer, and what it does is done once."""
    with BadDay() as discord, running(discord) as errors:
        asked = {_twice(discord, lambda ask=ask, n=n: ask(discord, n)) for ask in WAYS.values() for n in range(3)}
        asked |= {_twice(discord, each) for each in _deeds(discord)}
        wait_for(discord, asked, LONGEST)
        time.sleep(AFTERWARDS)
        counted = discord.click("montage:vote:v1:rocky")
        wait_for(discord, {counted}, LONGEST)
        attempts = discord.inbox.attempts
    sent = Counter(each.question for each in attempts)
    told = [each.text for each in attempts if each.question == counted]
    lost = sum(sent[each] != 1 for each in asked) + complaints(errors)
    wrong = not any("2 votes" in text for text in told)
    yield Trial("The same message, command or click told twice", len(asked), lost + wrong, f"{COMMAND} --only doubled")


def _deeds(discord: BadDay) -> list[Callable[[], str]]:
    """What changes something."""
    return [
        lambda: discord.click("montage:vote:v1:rocky"),
        lambda: discord.click("montage:privacy:v1:surely"),
        lambda: discord.command("workout"),
    ]


def _twice(discord: BadDay, ask: Callable[[], str]) -> str:
    asked = ask()
    discord.again()
    return asked


KINDS: Mapping[str, Callable[[], Iterator[Trial]]] = {"dropped": dropped, "broken": broken, "doubled": doubled}

if __name__ == "__main__":
    main()
