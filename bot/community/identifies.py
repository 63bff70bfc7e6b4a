"""When a shard may identify itself. Discord takes one from each of its buckets within five seconds, and a thousand a
day; who asks more often is cut off. Pure rules, which are given the time."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

__all__ = ["SPACING", "Identified", "Limit", "Turn", "identified_again", "pause_by_limit", "rest_of", "turn_at"]

AT_ONCE = timedelta(0)
#: Between two of a bucket: Discord's five seconds, and what one may need longer than the other on its way there.
SPACING = timedelta(seconds=5.5)
#: A shard that was left alone for so long counts anew.
CALM = timedelta(hours=1)
#: So many times within it a shard comes back at once; then it waits, and each time twice as long as the last time.
FREE = 4
FIRST_REST, LONGEST_REST = timedelta(seconds=10), timedelta(minutes=15)
MOST_DOUBLINGS = (LONGEST_REST // FIRST_REST).bit_length()


class Identified(Struct, frozen=True):
    """How often a shard did so lately, and when it did last."""

    times: int
    at: datetime


class Turn(Struct, frozen=True):
    """After how long to identify; or, where that is not granted yet, to ask again."""

    after: timedelta
    granted: bool


class Limit(Struct, frozen=True):
    """What Discord says of the day: how many it takes, how many are left, and how long until it counts anew."""

    total: int
    remaining: int
    reset_after: timedelta


def turn_at(free_at: datetime, now: datetime, longest_queue: timedelta) -> datetime:
    """When the next of a bucket may identify, which is free by then; whoever waits there takes no longer than that.

    A bucket that is said to be free later than that is so by a clock that was put back.
    """
    return max(now, min(free_at, now + longest_queue))


def identified_again(before: Identified | None, now: datetime) -> Identified:
    lately = before is not None and now - before.at < CALM
    return Identified(before.times + 1 if before and lately else 1, now)


def rest_of(before: Identified | None, now: datetime) -> timedelta:
    """How long a shard still has to rest, by how often it identified lately: something ends it again and again."""
    if before is None or before.times < FREE:
        return AT_ONCE
    rest = min(FIRST_REST * 2 ** min(before.times - FREE, MOST_DOUBLINGS), LONGEST_REST)
    return min(max(before.at + rest - now, AT_ONCE), rest)


def pause_by_limit(limit: Limit, shards: int) -> timedelta:
    """How long a process has to wait before it opens so many shards.

    Not at all while half of the day's are left; then what is left is spread over the rest of the day, and by more the
    fewer they are, so that some are left at its end.
    """
    if limit.remaining < shards:
        return limit.reset_after
    half = limit.total / 2
    if limit.remaining >= half:
        return AT_ONCE
    even = limit.reset_after * shards / limit.remaining
    return min(even * (half / limit.remaining), limit.reset_after)
