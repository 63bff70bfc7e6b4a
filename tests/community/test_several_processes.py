"""Two processes that share four shards and a PostgreSQL server, and one of which is killed: over real sockets."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise

from benchmarks import hurried
from benchmarks.loopback import ROOT
from benchmarks.sharded import ShardedLoopback

SHARDS = 4
#: Seconds in which Discord takes one identify: less than our programs, which are hurried, leave between two.
SPACING = 0.8
QUESTION = "which song plays in rocky?"
LONGEST = 30.0


def until(true: Callable[[], bool], seconds: float = LONGEST) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def started(discord: ShardedLoopback, url: str, **share: str) -> AbstractContextManager[subprocess.Popen[bytes]]:
    settings = {"DATABASE_URL": url, "SHARD_COUNT": str(SHARDS)} | share
    return discord.program("run", root=ROOT, module=hurried.MODULE, **settings)


def answers(discord: ShardedLoopback) -> Counter[str]:
    return Counter(each.question for each in discord.inbox.attempts)


def ask_on(discord: ShardedLoopback, *shards: int) -> list[str]:
    """A question and a command on the server of each."""
    return [
        *(discord.ask(shard, QUESTION) for shard in shards),
        *(discord.command_on(shard, "song", film="Rocky") for shard in shards),
    ]


def assert_answered_once(discord: ShardedLoopback, asked: list[str]) -> None:
    discord.inbox.waited(asked, LONGEST)
    time.sleep(0.3)  # for a second answer, if there is to be one
    assert [answers(discord)[each] for each in asked] == [1] * len(asked)


def test_each_server_is_answered_once_and_the_others_go_on_when_a_process_is_killed(server: str) -> None:
    with (
        ShardedLoopback(SHARDS, spacing=SPACING) as discord,
        started(discord, server, SHARD_IDS="0-1"),
        started(discord, server, SHARD_ORDINAL="montage-bot-1", SHARDS_PER_PROCESS="2") as other,
    ):
        assert until(lambda: discord.open_shards() == {*range(SHARDS)})
        assert_answered_once(discord, ask_on(discord, *range(SHARDS)))
        other.kill()
        assert until(lambda: discord.open_shards() == {0, 1})
        assert_answered_once(discord, ask_on(discord, 0, 1))
        with started(discord, server, SHARD_IDS="2,3"):
            assert until(lambda: discord.open_shards() == {*range(SHARDS)})
            assert_answered_once(discord, ask_on(discord, *range(SHARDS)))
    assert [each.shard for each in discord.identified if each.too_soon] == []
    assert sorted(each.shard for each in discord.identified) == [0, 1, 2, 2, 3, 3]
    assert min(later.at - earlier.at for earlier, later in pairwise(discord.identified)) >= SPACING
