"""A database that is killed, restarted, slow, frozen, locked or full: `python -m benchmarks.databases`.

While it is so, questions, lists and suggestions have to be answered as ever, and a vote or a proposal has to be kept or
refused in a sentence. Afterwards votes count again by themselves, and what is kept is what was confirmed.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace
from sqlalchemy import Column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.bad_days import BadDay, complaints, running, wait_for
from benchmarks.database_faults import FAULTS, place_of
from benchmarks.inbox import Attempt
from benchmarks.payloads import CHANNEL_ID, GUILD_ID
from benchmarks.postgres import programs
from benchmarks.trials import Trial, show
from bot.community.store.address import address_of
from bot.community.store.database import NOT_SAVED, UNSURE, Database
from bot.community.store.store import Store
from bot.community.store.tables import suggestions, votes

COMMAND = "benchmarks.databases"
ROUNDS = 4
VOTES = 3  # in each round
LONGEST, BACK = 10.0, 20.0
BETWEEN = 0.3
SETTINGS_KNOWN = 2.0  # seconds after a start
MONTAGE = "rocky"
COUNTED, THANKS = "You voted", "Thank you!"
PROPOSED = {
    "film": "A Film of Ours (1999)",
    "song": "A Song – A Singer",
    "description": "Somebody runs up a hill.",
    "url": "https://example.org/a-film",
    "kind": "training",
}


@dataclass(slots=True)
class Told:
    """What became of all that was tried."""

    tried: int = 0
    unanswered: int = 0
    wrong: int = 0
    refused: int = 0
    unsure: set[int] = field(default_factory=set[int])  # who were told that it cannot be told
    voters: set[int] = field(default_factory=set[int])  # whose votes were confirmed
    proposers: set[int] = field(default_factory=set[int])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=[*FAULTS], metavar="FAULT", help="one row, as the page names it")
    options = parser.parse_args()
    show(tried(name) for name in ([options.only] if options.only else possible()))


def possible() -> list[str]:
    """What can be tried here."""
    return [name for name in FAULTS if name.startswith("SQLite") or programs() is not None]


def trials(*, quick: bool = False) -> Iterator[Trial]:
    yield from (tried(name, 1 if quick else ROUNDS) for name in possible()[:: 5 if quick else 1])


def tried(name: str, rounds: int = ROUNDS) -> Trial:
    """One row: votes before, while and after the database is so."""
    told = Told()
    with place_of(name) as place, BadDay() as discord:
        asyncio.run(_choose_where_proposals_go(place.url))
        with running(discord, DATABASE_URL=place.url) as log:
            authors = iter(range(1_000_000, 2_000_000))
            time.sleep(SETTINGS_KNOWN)
            _round(discord, told, authors)
            with FAULTS[name](place, log):
                for _ in range(rounds):
                    _round(discord, told, authors)
                    time.sleep(BETWEEN)
            back = _comes_back(discord, told, authors)
            refused = told.refused
            _round(discord, told, authors)
        late = told.refused - refused + (not back)
        lost = asyncio.run(_differences(place.url, told))
    besides = f"{told.refused} refused in a sentence"
    besides += f", {len(told.unsure)} told that it is not known" if told.unsure else ""
    lost += told.unanswered + told.wrong + late + complaints(log)
    return Trial(name, told.tried, lost, f'{COMMAND} --only "{name}"', besides)


def _round(discord: BadDay, told: Told, authors: Iterator[int]) -> None:
    """Each of what needs no database, votes, and a proposal."""
    asked = {
        discord.command("ask", question="which song plays in rocky?"),
        discord.command("list"),
        discord.type("song", "film", "rock"),
        discord.say("<@1> who sings eye of the tiger?", next(authors)),
    }
    voted = {discord.click(f"montage:vote:v1:{MONTAGE}", author=each): each for each in _some(authors, VOTES)}
    proposed = {discord.submit("montage:suggestion:v1", PROPOSED, author=each): each for each in _some(authors, 1)}
    every = {*asked, *voted, *proposed}
    wait_for(discord, every, LONGEST)
    told.tried += len(every)
    answers = {each.question: each for each in discord.inbox.attempts if each.arrived}
    told.unanswered += len(every - answers.keys())
    told.wrong += sum(NOT_SAVED in answers[each].text for each in asked & answers.keys())
    _sort(told, told.voters, voted, answers, COUNTED)
    _sort(told, told.proposers, proposed, answers, THANKS)


def _sort(told: Told, confirmed: set[int], asked: Mapping[str, int], answers: Mapping[str, Attempt], word: str) -> None:
    for question, member in asked.items():
        text = answers[question].text if question in answers else NOT_SAVED
        if text.startswith(word):
            confirmed.add(member)
        elif NOT_SAVED in text:
            told.refused += 1
        elif UNSURE in text:
            told.unsure.add(member)
        else:
            told.wrong += 1


def _some(authors: Iterator[int], number: int) -> list[int]:
    return [next(authors) for _ in range(number)]


def _comes_back(discord: BadDay, told: Told, authors: Iterator[int]) -> bool:
    """Whether a vote counts again soon, without anybody doing anything."""
    end = time.monotonic() + BACK
    while time.monotonic() < end:
        member = next(authors)
        question = discord.click(f"montage:vote:v1:{MONTAGE}", author=member)
        wait_for(discord, {question}, LONGEST)
        told.tried += 1
        if any(each.question == question and each.text.startswith(COUNTED) for each in discord.inbox.attempts):
            told.voters.add(member)
            return True
        time.sleep(BETWEEN)
    return False


async def _choose_where_proposals_go(url: str) -> None:
    async with Store.configured(url) as store:
        for attempt in range(100):
            try:
                await store.settings.change(int(GUILD_ID), lambda before: replace(before, suggestions=int(CHANNEL_ID)))
            except Exception:
                if attempt == 99:
                    raise
                await asyncio.sleep(0.1)
            else:
                return


async def _differences(url: str, told: Told) -> int:
    """How many were confirmed and are not kept, or refused and kept."""
    kept_votes, kept_proposals = await _members(url, votes.c.member), await _members(url, suggestions.c.member)
    return len((kept_votes ^ told.voters) - told.unsure) + len((kept_proposals ^ told.proposers) - told.unsure)


async def _members(url: str, column: Column[int]) -> set[int]:
    database = Database(address_of(url), longest=LONGEST)

    async def every(connection: AsyncConnection) -> set[int]:
        return {member for (member,) in await connection.execute(select(column)) if member >= 1_000_000}

    members = await database.read(every)
    await database.close()
    return members


if __name__ == "__main__":
    main()
