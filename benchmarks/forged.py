"""Custom ids that nobody made, from another version or years old: `python -m benchmarks.forged`.

Every kind of custom id that the bot makes is broken in every way we know, clicked, picked in or submitted. Each click
has to be answered in one message that is no apology and shows nothing of what the id does not name.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.bad_days import BadDay, complaints, running, wait_for
from benchmarks.inbox import Attempt
from benchmarks.loopback import ROOT
from benchmarks.trials import Trial, show
from bot.knowledge.kinds import Kind

COMMAND = "benchmarks.forged"
TIMES = 20  # that each custom id is broken by chance, besides the known ways
AT_ONCE = 100
LONGEST, AFTERWARDS = 30.0, 1.0
LONGEST_ID = 100  # Discord's limit
YEAR_OLD = "935000000000000000"  # the id of a message of January 2022
LARGE = ("9" * 19, "9223372036854775808", "18446744073709551616", "9" * 20, "1" + "0" * 40)

BUTTONS = (
    *(f"montage:{kind}:v1:rocky" for kind in ("card", "more", "sources", "vote", "report")),
    *(f"montage:report-{each}:v1:1" for each in ("settle", "reopen")),
    "montage:unanswered-anew:v1",
    "montage:take-out:v1:server--1",
    "montage:go:v1:n2:consensus",
    "montage:go:v1:l9999:where:k=training&f=1980&l=1989",
    "montage:how:v1:consensus",
    "montage:how:v1:votes:server",
    "montage:meant:v1:Rocky (1976)",
    "montage:try:v1:top ten",
    "montage:another:v1:",
    "montage:another:v1:where:k=training",
    "montage:picture:v1",
    "montage:text:v1",
    *(f"montage:set:v1:{each}" for each in ("private", "public", "mentions", "no-mentions", "reset")),
    "montage:suggest:v1",
    *(f"montage:review:v1:{each}:1" for each in ("approve", "edit", "reject", "reopen")),
    "montage:duel:v1:1400000000000000000:1",
    "montage:duel-close:v1:1400000000000000000",
    *(f"montage:privacy:v1:{each}" for each in ("file", "delete", "surely", "keep")),
    "montage:quiz:v1:1400000000000000000:1:0",
    "montage:quiz-hint:v1:1400000000000000000:1",
    "montage:quiz-type:v1:1400000000000000000:1",
    "montage:quiz-stop:v1:1400000000000000000",
    *(f"montage:daily-{each}:v1:2026-01-01" for each in ("guess", "give-up", "share")),
    "montage:daily-clue:v1:2026-01-01:2",
    "montage:daily:v1",
    "montage:workout:v1:30:steady:1980:training",
)
MENUS = (
    *(f"montage:show:v1:{each}" for each in ("choice", "readings", "others", "rows", "cards", "also", "more")),
    "montage:lists:v1",
    "montage:set-list:v1",
)
#: Menus of channels, which have no values of ours.
CHANNELS = ("montage:set-channels:v1", "montage:set-suggestions:v1")
FORMS = (
    "montage:suggestion:v1",
    "montage:suggestion-edit:v1:1",
    "montage:suggestion-film:v1:1",
    "montage:quiz-form:v1:1400000000000000000:1",
    "montage:daily-guessed:v1:2026-01-01",
    "montage:report-form:v1:rocky",
)
VALUES = (
    "rocky",
    "consensus",
    "-",
    "",
    "no-such-montage",
    "server--1",
    "x" * 100,
    "votes:server",
    "\u202e",
    "where:k=",
)
FIELDS = ("typed", "film", "song", "description", "url", "kind", "directors", "imdb")
TYPED = ("", "Rocky", "@everyone <@1>", "\u202eykcoR", "x" * 4000, "\x00", "Rocky IV (99999999999999999999)", "🥊")

#: What a card, a list of montages or anything else of the catalogue may only be shown for.
NAMED = re.compile(r"montage:(?:card|more|sources|vote):v1:(?P<montage>.*)", re.DOTALL)
WORKOUT = re.compile(r"montage:workout:v1:(?P<minutes>\d+):\w+:(?P<decade>\d+):(?P<kind>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Click:
    """How somebody clicks, picks or submits, and the custom id by which."""

    custom_id: str
    act: Callable[[BadDay], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="that each is broken by chance")
    parser.add_argument("--show", type=int, default=0, help="so many of what went wrong")
    parser.add_argument("--only", choices=[*KINDS], help="one row")
    parser.add_argument("--url", default="", help="of an empty database; a new file when left out")
    options = parser.parse_args()
    kinds = [options.only] if options.only else [*KINDS]
    show(tried(kind, options.times, options.show, options.url) for kind in kinds)


def trials(*, quick: bool = False) -> Iterator[Trial]:
    yield from (tried(kind, 1 if quick else TIMES) for kind in KINDS)


def tried(kind: str, times: int = TIMES, shown: int = 0, url: str = "") -> Trial:
    """One row: all clicks of a kind, and those that went wrong."""
    clicks = KINDS[kind](random.Random(12), times)  # noqa: S311  the same ids every time
    wrong: list[str] = []
    settings = {"DATABASE_URL": url} if url else {}
    with BadDay() as discord, running(discord, ROOT, **settings) as errors:
        for first in range(0, len(clicks), AT_ONCE):
            asked = {each.act(discord): each for each in clicks[first : first + AT_ONCE]}
            wait_for(discord, set(asked), LONGEST)
            wrong += _wrong(asked, discord.inbox.attempts)
            discord.inbox.attempts.clear()
        time.sleep(AFTERWARDS)
    for each in wrong[:shown]:
        print(each)
    besides = f"{found} complaints in the log" if (found := complaints(errors)) else ""
    return Trial(kind, len(clicks), len(wrong) + found, f'{COMMAND} --only "{kind}"', besides)


def _wrong(asked: Mapping[str, Click], attempts: Sequence[Attempt]) -> Iterator[str]:
    answers: dict[str, list[Attempt]] = {}
    for each in attempts:
        answers.setdefault(each.question, []).append(each)
    for question, click in asked.items():
        if fault := _fault(click, answers.get(question, [])):
            yield f"{click.custom_id!r}: {fault}"


def _fault(click: Click, answers: Sequence[Attempt]) -> str:
    """What is wrong with the answer to a click; empty where nothing is."""
    if not any(each.arrived for each in answers):
        return "no answer"
    if apologies := [each.text for each in answers if each.text.startswith("Sorry, that went wrong")]:
        return apologies[0]
    if any("database" in each.text for each in answers):
        return "blames the database"
    if not _is_named(click.custom_id) and any(each.embeds for each in answers):
        return f"shows what it does not name: {json.dumps(answers[0].embeds)[:200]}"
    return ""


def _is_named(custom_id: str) -> bool:
    """Whether what an id is about may be shown: there is such a montage, such a set list can be wanted."""
    if match := NAMED.fullmatch(custom_id):
        return match["montage"] in _montages()
    if match := WORKOUT.fullmatch(custom_id):
        known = match["kind"] in ("", *Kind) and match["decade"] in _DECADES
        return known and int(match["minutes"]) in range(1, 100)
    return True


def _broken(custom_id: str, chance: random.Random, times: int) -> Iterator[str]:
    """The id itself, and what becomes of it when it is cut, swollen, mistyped or of another version."""
    yield custom_id
    yield from (custom_id[:end] for end in range(1, len(custom_id)))
    parts = custom_id.split(":")
    for at, part in enumerate(parts):
        for other in ("", "v0", "v2", "-1", "0", "٣", "1e9", "None", "\u200b", part.upper(), part * 9, *LARGE):
            yield ":".join([*parts[:at], other, *parts[at + 1 :]])
    yield from (custom_id + end for end in ("\n", " ", ":", ":1", "\x00", "'; DROP TABLE votes; --", "🥊"))
    for day in ("2026-02-30", "0001-01-01", "9999-12-31", "0000-00-00", "٢٠٢٦-٠١-٠١"):
        yield re.sub(r"\d{4}-\d\d-\d\d", day, custom_id)
    for _ in range(times):
        letters = [*custom_id]
        for _ in range(chance.randint(1, 4)):
            letters[chance.randrange(len(letters))] = chance.choice("abz019:-_ ~%&=\u202e\u0661é")
        yield "".join(letters)


def _ids(custom_ids: Sequence[str], chance: random.Random, times: int) -> list[str]:
    made = [each[:LONGEST_ID] for custom_id in custom_ids for each in _broken(custom_id, chance, times)]
    return [*dict.fromkeys(each for each in made if each)]


def _buttons(chance: random.Random, times: int) -> list[Click]:
    every = _ids((*BUTTONS, *MENUS, *CHANNELS), chance, times)
    return [Click(each, lambda discord, each=each: discord.click_old(each, discord._new_id())) for each in every]


def _menus(chance: random.Random, times: int) -> list[Click]:
    pairs = [(each, value) for each in _ids(MENUS, chance, times // 4) for value in chance.sample(VALUES, 3)]
    return [Click(each, lambda discord, each=each, value=value: discord.pick(each, value)) for each, value in pairs]


def _forms(chance: random.Random, times: int) -> list[Click]:
    def typed() -> dict[str, str]:
        return {name: chance.choice(TYPED) for name in FIELDS if chance.random() < 0.8}

    pairs = [(each, typed()) for each in _ids(FORMS, chance, times)]
    return [Click(each, lambda discord, each=each, all=all: discord.submit(each, all)) for each, all in pairs]


def _old(_chance: random.Random, times: int) -> list[Click]:
    every = [each for _ in range(times) for each in BUTTONS]
    return [Click(each, lambda discord, each=each: discord.click_old(each, YEAR_OLD)) for each in every]


def _montages() -> set[str]:
    return {*(ROOT / "tests" / "knowledge" / "montage_ids.txt").read_text(encoding="utf-8").split()}


_DECADES = {"0", *(str(decade) for decade in range(1900, 2030, 10))}
KINDS: Mapping[str, Callable[[random.Random, int], list[Click]]] = {
    "Buttons below messages four years old": _old,
    "Forged custom ids of buttons": _buttons,
    "Forged custom ids and values of menus": _menus,
    "Forged custom ids and fields of forms": _forms,
}

if __name__ == "__main__":
    main()
