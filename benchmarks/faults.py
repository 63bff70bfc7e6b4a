"""What becomes of answers on a broken way to Discord: `python -m benchmarks.faults`, on a Discord of our own."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.bad_days import BadDay, complaints, running, wait_for
from benchmarks.inbox import HOURS, Attempt
from benchmarks.loopback import BOT_ID, ROOT, Fault, Mishap
from benchmarks.trials import Trial

QUESTIONS = ("which song plays in rocky?", "list all montages of the 80s", "who sings eye of the tiger?")
CHANNELS = ("3", "4", "5")  # one for each question: what hangs in one has to hold up nobody in another
DIRECT = "90"  # begins the ids of direct messages' channels
AUTHORS = count(100)  # one for each question: nobody asks too fast
CLICKED, TYPED = ("rocky", "footloose-willard", "rocky-iv-training"), ("rock", "foot", "top")
TOO_MANY = '{"message": "You are being rate limited.", "retry_after": 2.0, "global": false}'
#: At a time: each waits most of the time.
PROGRAMS = 3
#: Seconds to wait for what is still to come, and then for what must not come.
SOON, LATE, AFTERWARDS = 6.0, 20.0, 2.0
#: Questions in a channel in which a POST hangs.
NEXT = 6

MISHAPS: Mapping[str, Mishap] = {
    "reset before it was read": Mishap(read=False),
    "reset after it was read": Mishap(),
    "response lost": Mishap(taken=True),
    "unreadable body": Mishap(Fault(200, "<html>"), taken=True),
    "500": Mishap(Fault(500)),
    "502": Mishap(Fault(502, "<html>", "text/html")),
    "502 though taken": Mishap(Fault(502, "<html>", "text/html"), taken=True),
    "503": Mishap(Fault(503, "<html>", "text/html")),
    "hung": Mishap(seconds=HOURS),
    "hung though taken": Mishap(seconds=HOURS, taken=True),
    "2 s until the response, each time": Mishap(seconds=2.0, taken=True, breaks=False, always=True),
    "429, retry after 2 s": Mishap(Fault(429, TOO_MANY, headers={"Via": "1.1 google", "Retry-After": "2"})),
    "429 of a proxy, retry after 2 s": Mishap(Fault(429, "<html>", "text/html", {"Retry-After": "2"})),
    "404, unknown interaction (10062)": Mishap(
        Fault(404, '{"message": "Unknown interaction", "code": 10062}'), always=True
    ),
    "400, already acknowledged (40060)": Mishap(
        Fault(400, '{"message": "Interaction has already been acknowledged.", "code": 40060}'), taken=True
    ),
    "403, missing access (50001)": Mishap(Fault(403, '{"message": "Missing Access", "code": 50001}')),
    "nothing for ten seconds": Mishap(seconds=10.0),
    "nothing for ten seconds, though taken": Mishap(seconds=10.0, taken=True, breaks=False),
    "reset every time": Mishap(always=True),
}
#: After these Discord takes no answer any more, whatever is tried.
FINAL = ("404, unknown interaction (10062)", "403, missing access (50001)", "reset every time")

Ask = Callable[[BadDay, int], str]
WAYS: Mapping[str, Ask] = {
    "command": lambda discord, n: discord.command("ask", question=QUESTIONS[n]),
    "click": lambda discord, n: discord.click(f"montage:sources:v1:{CLICKED[n]}"),
    "menu": lambda discord, n: discord.pick("montage:show:v1:choice", CLICKED[n]),
    "form": lambda discord, n: discord.submit(f"montage:quiz-form:v1:{n + 1}:1", {"typed": "Rocky"}),
    "mention": lambda discord, n: discord.say(f"<@{BOT_ID}> {QUESTIONS[n]}", next(AUTHORS), channel=CHANNELS[n]),
    "direct": lambda discord, n: discord.say(QUESTIONS[n], next(AUTHORS), channel=f"{DIRECT}{n}", direct=True),
    "autocomplete": lambda discord, n: discord.type("song", "film", TYPED[n]),
}
OF_INTERACTIONS = ("command", "click", "menu", "form", "autocomplete")


@dataclass(frozen=True, slots=True)
class Row:
    """What became of the questions that met a mishap."""

    asked: int
    once: int
    lost: Mapping[str, int]  # by the way of asking
    twice: int
    apologies: int
    most: int  # attempts for one question
    complaints: int  # lines of traceback and of tasks nobody waited for


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="of the checkout that is measured")
    parser.add_argument("--before", type=Path, help="a checkout to compare with: its figures stand before the arrows")
    parser.add_argument("--only", choices=[*MISHAPS], metavar="FAULT", help="one of them, as the page names it")
    options = parser.parse_args()
    names = [options.only] if options.only else [*MISHAPS]
    roots = [each for each in (options.before, options.root) if each is not None]
    with ThreadPoolExecutor(PROGRAMS) as pool:
        rows = [[pool.submit(met, root, name) for root in roots] for name in names]
        if options.only:
            print(report({options.only: [each.result() for each in rows[0]]}))
            return
        resent = [pool.submit(sent_again, root) for root in roots]
        twice, held = [pool.submit(told_twice, root) for root in roots], [pool.submit(held_up, root) for root in roots]
        print(report({name: [each.result() for each in row] for name, row in zip(names, rows, strict=True)}))
        print("Every response to a message reply lost:", _arrow([each.result() for each in resent]))
        print("Told of 3 messages twice, answers sent:", _arrow([each.result() for each in twice]))
        print(f"While a POST hangs, {NEXT} others in the channel:", _arrow([each.result() for each in held]))


def met(root: Path, name: str) -> Row:
    """Asks in each way that may meet the mishap, and waits for what comes of it."""
    mishap = MISHAPS[name]
    ways = OF_INTERACTIONS if mishap.fault is not None and "acti" in mishap.fault.body else tuple(WAYS)
    with BadDay(mishap=mishap) as discord, running(discord, root) as errors:
        asked = {WAYS[way](discord, n): way for way in ways for n in range(len(QUESTIONS))}
        wait_for(discord, set(asked), LATE if mishap.seconds else SOON)
        time.sleep(AFTERWARDS)
        return row_of(asked, list(discord.inbox.attempts), list(errors))


def row_of(asked: Mapping[str, str], attempts: list[Attempt], errors: list[bytes]) -> Row:
    arrived = [each for each in attempts if each.arrived]
    apologies = [each for each in arrived if each.text.startswith("Sorry")]
    answers = Counter(each.question for each in arrived if each not in apologies)
    return Row(
        asked=len(asked),
        once=sum(answers[question] == 1 for question in asked),
        lost=Counter(way for question, way in asked.items() if not answers[question]),
        twice=sum(answers[question] > 1 for question in asked),
        apologies=len(apologies),
        most=max(Counter(each.question for each in attempts).values(), default=0),
        complaints=complaints(errors),
    )


def trials(names: Iterable[str] = tuple(MISHAPS)) -> Iterator[Trial]:
    """A row for each mishap: what is answered no more though Discord would take it, and what comes twice."""
    names = [*names]
    with ThreadPoolExecutor(PROGRAMS) as pool:
        for name, row in zip(names, pool.map(partial(met, ROOT), names), strict=True):
            yield _trial(name, row)


def _trial(name: str, row: Row) -> Trial:
    lost = sum(row.lost.values())
    final = name in FINAL
    besides = [f"{row.apologies} told that it failed"] if row.apologies else []
    besides += [f"{lost - row.apologies} that Discord refuses for good"] if final and lost > row.apologies else []
    besides += [f"{row.complaints} complaints in the log"] if row.complaints else []
    unanswered = 0 if final else max(0, lost - row.apologies)
    return Trial(name, row.asked, unanswered + row.twice, f'benchmarks.faults --only "{name}"', "; ".join(besides))


def _ways(row: Row) -> str:
    return ", ".join(f"{number} {way}" for way, number in row.lost.items())


def sent_again(root: Path) -> str:
    """Discord takes what is sent, and a proxy before it says that it failed, each time."""
    with BadDay(mishap=replace(MISHAPS["502 though taken"], always=True)) as discord, running(discord, root):
        asked = discord.say(f"<@{BOT_ID}> {QUESTIONS[0]}", next(AUTHORS))
        time.sleep(LATE)
        nonces = {each.nonce for each in discord.inbox.attempts}
        arrived = sum(each.arrived for each in discord.inbox.attempts)
        whose = "the question's id" if nonces == {asked} else f"{len(nonces)} of chance"
        return f"{len(discord.inbox.attempts)} POSTs, nonce {whose}, {arrived} message(s)"


def told_twice(root: Path) -> str:
    with BadDay() as discord, running(discord, root):
        for n, question in enumerate(QUESTIONS):
            discord.say(f"<@{BOT_ID}> {question}", next(AUTHORS), channel=CHANNELS[n], times=2)
        time.sleep(AFTERWARDS)
        return str(len(discord.inbox.attempts))


def held_up(root: Path) -> str:
    """The first answer to a message hangs whenever it is sent; how long those after it in the channel take."""
    with BadDay(mishap=Mishap(seconds=HOURS, always=True, first=True)) as discord, running(discord, root):
        begun = time.monotonic()
        texts = [f"<@{BOT_ID}> {QUESTIONS[n % len(QUESTIONS)]}" for n in range(NEXT + 1)]
        _, *others = [discord.say(text, next(AUTHORS)) for text in texts]
        wait_for(discord, set(others), LATE)
        seconds = [each.at - begun for each in discord.inbox.attempts if each.arrived]
        when = f", the first after {min(seconds):.1f} s, the last after {max(seconds):.1f} s" if seconds else ""
        return f"{len(discord.answered.intersection(others))} answered{when}"


def report(rows: Mapping[str, list[Row]]) -> str:
    head = "| What happens once to each answer | asked | once | lost | twice | apologies | attempts | complaints |"
    lines = [head, "|---|---|---|---|---|---|---|---|"]
    for name, each in rows.items():
        cells = [[str(cell) for cell in _cells(row)] for row in each]
        lines.append(
            f"| {name} | {each[-1].asked} | " + " | ".join(map(_arrow, map(list, zip(*cells, strict=True)))) + " |"
        )
    return "\n".join(lines)


def _cells(row: Row) -> tuple[object, ...]:
    return row.once, _ways(row) or 0, row.twice, row.apologies, row.most, row.complaints


def _arrow(figures: list[str]) -> str:
    return " → ".join(figures)


if __name__ == "__main__":
    main()
