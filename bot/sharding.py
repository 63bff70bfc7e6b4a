"""Which shards there are, which of them a process opens, and which of them a server belongs to. Pure rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["count_of", "ids_of", "ordinal_of", "processes_of", "shard_of", "shards_opened"]

MOST_SHARDS = 10_000
COUNT = "has to be a number of shards, 1 or more; leave it out to let Discord say."
IDS = "has to be numbers of shards, as 0-3 or 0,2,5; leave it out to open them all."
ORDINAL = "has to be the number of this process, counted from 0, or a name that ends in it, as montage-bot-2."
PER_PROCESS = "has to be a number of shards, 1 or more."
NO_COUNT = (
    "SHARD_COUNT has to say how many shards there are in all, the same in every process, "
    "where SHARD_IDS or SHARD_ORDINAL says which of them this one opens."
)
BOTH = "SHARD_ORDINAL has to be left out where SHARD_IDS is set: each of them says which shards this process opens."
NO_ORDINAL = "SHARDS_PER_PROCESS has to be left out, or SHARD_ORDINAL to say which of the processes this one is."
TOO_HIGH = "SHARD_IDS has to name shards below SHARD_COUNT: they are counted from 0."
NONE_LEFT = (
    "SHARD_ORDINAL has to be lower: with SHARDS_PER_PROCESS shards each, the processes before this one open "
    "all of SHARD_COUNT. Run fewer of them, or raise SHARD_COUNT everywhere."
)
#: The bits of a server's id above these say which shard it belongs to.
LOWER_BITS = 22


def count_of(text: str) -> int:
    """A number of shards. Raises ValueError, which tells what the variable has to be; so do all that read one."""
    return _number(text, 1, MOST_SHARDS, COUNT)


def ids_of(text: str) -> tuple[int, ...]:
    """The shards that a text lists, each once, in order."""
    ids: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.partition("-")
        lowest = _number(first.strip(), 0, MOST_SHARDS - 1, IDS)
        ids |= {*range(lowest, _number(last.strip(), lowest, MOST_SHARDS - 1, IDS) + 1)} if dash else {lowest}
    return tuple(sorted(ids))


def ordinal_of(text: str) -> int:
    """The number of a process: a StatefulSet of Kubernetes puts it at the end of the name it gives each."""
    named = re.fullmatch(r"(?:.*-)?([0-9]+)", text)
    return _number(named[1] if named else "", 0, MOST_SHARDS - 1, ORDINAL)


def per_process_of(text: str) -> int:
    return _number(text, 1, MOST_SHARDS, PER_PROCESS)


def shards_opened(
    count: int | None, ids: Sequence[int], ordinal: int | None, per_process: int | None
) -> tuple[int, ...]:
    """Those that a process opens, by what it was told; empty for all. Raises ValueError, a sentence that names all."""
    if not ids and ordinal is None:
        if per_process is not None:
            raise ValueError(NO_ORDINAL)
        return ()
    if count is None:
        raise ValueError(NO_COUNT)
    if ids and ordinal is not None:
        raise ValueError(BOTH)
    opened = tuple(ids) if ordinal is None else _share(count, ordinal, per_process or 1)
    if not opened:
        raise ValueError(NONE_LEFT)
    if opened[-1] >= count:
        raise ValueError(TOO_HIGH)
    return opened if len(opened) < count else ()


def processes_of(count: int, opened: Sequence[int]) -> int:
    """How many processes there are, if each opens as many as this one."""
    return -(-count // len(opened)) if opened else 1


def shard_of(server: int, count: int) -> int:
    return (server >> LOWER_BITS) % count


def _share(count: int, ordinal: int, per_process: int) -> tuple[int, ...]:
    return tuple(range(ordinal * per_process, min((ordinal + 1) * per_process, count)))


def _number(text: str, lowest: int, highest: int, sentence: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(highest)) and lowest <= int(text) <= highest):
        raise ValueError(sentence)
    return int(text)
