"""Reading the data anew: by a signal or by whoever runs the bot, beside all that goes on, whole or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import textwrap
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.loopback import BOT_ID, ROOT, Loopback
from benchmarks.payloads import OWNER_ID
from bot.answers.guide import Guide
from bot.community.store.address import Address
from bot.community.store.store import Store
from bot.discord_app.client import MontageBot
from bot.discord_app.doors.reload import NOT_YOURS
from bot.discord_app.measures import Measures
from bot.discord_app.reloading import NOT_TOLD, OTHERS, SAME, Reloading
from bot.errors import CatalogueError, StoreError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import load

if TYPE_CHECKING:
    from tests.discord_app.conftest import Stage

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signals")
QUESTION = f"<@{BOT_ID}> which song plays in Sneakers at Dawn?"
NEW_SONG = "First Light"
ANEW = "The data was read anew: "


class Data:
    """A copy of the data that can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = shutil.copytree(ROOT / "data", folder)
        self.eighties = self.folder / "montages" / "1980s.yaml"
        self._before = self.eighties.read_text("utf-8")

    def add_film(self) -> None:
        """The example of CONTRIBUTING."""
        [example] = re.findall(r"```yaml\n(.+?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
        self.eighties.write_text(self._before + textwrap.indent(textwrap.dedent(example), "  "), "utf-8")

    def spoil(self) -> int:
        """The number of the line that is wrong from now on."""
        lines = self._before.splitlines(keepends=True)
        number = next(number for number, line in enumerate(lines) if line.startswith("    year: "))
        lines[number] = "    year: nineteen\n"
        self.eighties.write_text("".join(lines), "utf-8")
        return number + 1


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return Data(tmp_path / "data")


class Log:
    """The lines of a running program, as they come."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        assert program.stderr is not None
        self.lines: list[bytes] = []
        threading.Thread(target=self.lines.extend, args=(program.stderr,), daemon=True).start()

    def wait_for(self, text: str, seconds: float = 20.0) -> str:
        """The first message with the text; it does not count a second time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in list(self.lines):
                if text in (message := json.loads(line)["message"]):
                    self.lines.remove(line)
                    return message
            time.sleep(0.05)
        raise AssertionError(f"no line says {text}: {self.lines}")


@pytest.fixture
def served(data: Data) -> Iterator[tuple[Loopback, subprocess.Popen[bytes], Log]]:
    with Loopback() as discord, discord.program("run", MONTAGE_DATA=str(data.folder)) as program:
        discord.wait_until_ready()
        log = Log(program)
        log.wait_for("Ready as")
        yield discord, program, log


def answer_to(discord: Loopback, question: str) -> str:
    """All that was sent to it."""
    end = time.monotonic() + 20
    while question not in discord.answered:
        assert time.monotonic() < end, "nothing was answered"
        time.sleep(0.05)
    return "\n".join(each.text for each in discord.inbox.attempts if each.question == question)


@POSIX
def test_hanging_up_reloads_the_data_and_a_bad_file_changes_nothing(
    served: tuple[Loopback, subprocess.Popen[bytes], Log], data: Data
) -> None:
    discord, program, log = served
    assert NEW_SONG not in answer_to(discord, discord.say(QUESTION, 21))
    data.add_film()
    program.send_signal(signal.SIGHUP)
    log.wait_for(ANEW)
    assert NEW_SONG in answer_to(discord, discord.say(QUESTION, 22))
    line = data.spoil()
    program.send_signal(signal.SIGHUP)
    assert f"{data.eighties}:{line}: " in log.wait_for("Nothing was changed")
    assert NEW_SONG in answer_to(discord, discord.say(QUESTION, 23))
    assert program.poll() is None


def wait_for_reply(discord: Loopback, question: str) -> str:
    """What was said after Discord was told to wait."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if said := [each.text for each in discord.inbox.attempts if each.question == question and each.text]:
            return said[-1]
        time.sleep(0.05)
    raise AssertionError("nothing was said")


def test_whoever_runs_it_is_told_what_came_of_it_and_nobody_else_may(
    served: tuple[Loopback, subprocess.Popen[bytes], Log], data: Data
) -> None:
    discord, _, _ = served
    data.add_film()
    assert wait_for_reply(discord, discord.command_alone("reload", 4711)) == NOT_YOURS
    assert NEW_SONG not in answer_to(discord, discord.say(QUESTION, 21))
    assert wait_for_reply(discord, discord.command_alone("reload", int(OWNER_ID))).startswith(ANEW)
    assert NEW_SONG in answer_to(discord, discord.say(QUESTION, 22))
    assert wait_for_reply(discord, discord.command_alone("reload", int(OWNER_ID))) == SAME
    line = data.spoil()
    told = wait_for_reply(discord, discord.command_alone("reload", int(OWNER_ID)))
    assert told.startswith("Nothing was changed")
    assert f"1980s.yaml:{line}: " in told.replace("\\", "")
    assert NEW_SONG in answer_to(discord, discord.say(QUESTION, 23))


async def test_while_it_reads_everybody_is_answered(stage: Stage, catalogue: Catalogue) -> None:
    reading, let = threading.Event(), threading.Event()

    def slow() -> Catalogue:
        reading.set()
        let.wait(20)
        return Catalogue(catalogue.montages, catalogue.lists, "another")

    before = stage.guide
    task = asyncio.create_task(Reloading(stage.bot.desk, slow, Measures()).reload())
    assert await asyncio.to_thread(reading.wait, 20)
    result = await stage.asker.slash(stage.channel, "montage song", film="rocky-1976")
    assert result.response is not None
    assert stage.guide is before
    let.set()
    assert (await task).startswith(ANEW)
    assert stage.guide is not before


async def test_two_at_once_are_one_after_the_other(stage: Stage, catalogue: Catalogue) -> None:
    at_once, most = 0, 0

    def counted() -> Catalogue:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        time.sleep(0.05)
        at_once -= 1
        return catalogue

    reloading = Reloading(stage.bot.desk, counted, Measures())
    assert await asyncio.gather(reloading.reload(), reloading.reload()) == [SAME, SAME]
    assert most == 1


async def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(stage: Stage) -> None:
    def faulty() -> Catalogue:
        raise CatalogueError("\n".join(f"a.yaml:{number}: Mend it." for number in range(1, 31)))

    told = (await Reloading(stage.bot.desk, faulty, Measures()).reload()).splitlines()
    assert told[1:] == [
        *(f"a.yaml:{number}: Mend it." for number in range(1, 11)),
        "And 20 more: `montage-bot check` tells all.",
    ]


async def test_what_one_process_is_told_the_others_are_told_by_it(stage: Stage, catalogue: Catalogue) -> None:
    told: list[str] = []

    async def tell_others() -> None:
        if told:
            raise StoreError
        told.append("reload")

    reloading = Reloading(stage.bot.desk, lambda: catalogue, Measures(), tell_others)
    assert await reloading.reload() == SAME
    assert told == []
    assert await reloading.reload_everywhere() == f"{SAME}\n{OTHERS}"
    assert told == ["reload"]
    assert await reloading.reload_everywhere() == f"{SAME}\n{NOT_TOLD}"


@pytest.mark.parametrize(("shards", "times"), [((0,), 1), ((), 0)])
async def test_a_process_that_opens_some_of_the_shards_reads_its_data_when_another_is_told_to(
    guide: Guide, store: Store, tmp_path: Path, shards: tuple[int, ...], times: int
) -> None:
    read: list[str] = []

    def load_again() -> Catalogue:
        read.append("data")
        return guide.catalogue

    bot = MontageBot(guide, store, 2, load=load_again, shard_ids=shards)
    await store.reloads.look()
    other = Store.at(Address(tmp_path / "kept" / "store.sqlite3"))
    await other.reloads.call()
    await other.close()
    await store.reloads.look()
    await asyncio.gather(*bot.reloading._begun)
    assert len(read) == times


async def test_what_fails_in_an_unknown_way_is_in_the_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Catalogue:
        raise RuntimeError

    reloading = Reloading(stage.bot.desk, broken, Measures())
    reloading.soon()
    await asyncio.gather(*reloading._begun, return_exceptions=True)
    await asyncio.sleep(0)
    assert "Nothing was reloaded: RuntimeError" in caplog.text


async def test_the_data_before_leaves_the_memory(stage: Stage, catalogue: Catalogue) -> None:
    versions = iter([Catalogue(catalogue.montages, catalogue.lists, f"version {number}") for number in range(4)])
    reloading = Reloading(stage.bot.desk, lambda: next(versions), Measures())
    readers: list[weakref.ref[object]] = []
    for _ in range(4):
        await reloading.reload()
        readers.append(weakref.ref(stage.guide._reader))
    assert sum(reader() is not None for reader in readers) <= 2, "the one in use, and one that was just remembered"


def test_a_conversation_goes_on_unless_what_it_may_be_about_is_gone(data: Data, catalogue: Catalogue) -> None:
    data.add_film()
    more = load(data.folder)
    fewer = Catalogue(more.montages[1:], more.lists)
    guide = Guide(catalogue)
    guide.ask("which song plays in rocky?", "here")
    assert guide.renewed(more).ask("who performs it?", "here").artists == ("Bill Conti",)
    assert guide.renewed(fewer).ask("who performs it?", "here").artists == ()
