"""What is kept of a person, as they are given it, and how long a server's is kept once the bot has left. Pure rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

__all__ = ["KEPT_AFTER_LEAVING", "Presence", "Records", "as_file", "leaving_before", "reconciled"]

#: How long what is kept of a server outlives the bot's stay there.
KEPT_AFTER_LEAVING = timedelta(days=30)
#: The largest whole number that every reader of JSON takes as it stands; Discord's ids are larger.
LARGEST_NUMBER = 2**53

#: Rows by the name of their table.
Records = Mapping[str, Sequence[Mapping[str, object]]]


class Presence(Struct, frozen=True):
    """What is new: servers the bot is on, for the first time or again, and servers it is on no longer."""

    here: frozenset[int]
    gone: frozenset[int]


def reconciled(
    known: Mapping[int, datetime | None], present: Collection[int], is_ours: Callable[[int], bool]
) -> Presence:
    """What was missed of comings and goings; `known` are servers, and since when each was left, if it was.

    A server that an outage hides is present. Those of other processes are none of our business.
    """
    here = {server for server in present if server not in known or known[server] is not None}
    gone = {server for server, left_at in known.items() if left_at is None and server not in present}
    return Presence(frozenset(here), frozenset(filter(is_ours, gone)))


def leaving_before(at: datetime) -> datetime:
    """Whoever was left by then is forgotten now."""
    return at - KEPT_AFTER_LEAVING


def as_file(user: int, records: Records) -> bytes:
    """All of it as JSON, for people and programs."""
    told = {table: [{name: _told(value) for name, value in row.items()} for row in records[table]] for table in records}
    return json.dumps({"user": str(user)} | told, ensure_ascii=False, indent=2).encode()


def _told(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int) and value > LARGEST_NUMBER else value
