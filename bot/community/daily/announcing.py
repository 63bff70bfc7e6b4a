"""When the puzzle of a day is announced on a server: at a time of day, where the people there live."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.community.daily.order import day_of

__all__ = ["Announcement", "is_due", "moment_of", "time_read"]

DAY = timedelta(days=1)
HOURS, MINUTES = 24, 60


class Announcement(Struct, frozen=True):
    """What a server has decided: where, at what time of which zone, and since when."""

    server: int
    channel: int
    at: time
    zone: str
    since: datetime


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the puzzle of a day is announced, in UTC: once for each day, whatever is done to the clocks.

    The first time that clocks there show the hour while the puzzle is the day's. Where they skip the hour, it is as
    much later as they skip; where they show it twice, the first. On the day of a year on which they show it while the
    puzzle before and the one after are played, but not in between, it is as soon as the puzzle is there.
    """
    begin = datetime.combine(day, time(), UTC)
    shown = (datetime.combine(day + DAY * days, at, zone).astimezone(UTC) for days in (-1, 0, 1))
    return next((moment for moment in shown if begin <= moment < begin + DAY), begin)


def is_due(announcement: Announcement, zone: ZoneInfo, now: datetime) -> bool:
    """Whether the puzzle of today is to be announced by now; not where its time was past when that was decided."""
    moment = moment_of(day_of(now), announcement.at, zone)
    return announcement.since <= moment <= now


def time_read(text: str) -> time | None:
    """A time of day as people write it: "9", "09:30", "9.30", "9pm", "12:15 am"; None for anything else."""
    said = text.strip().casefold().replace(".", ":").replace("h", ":").rstrip(":")
    half = next((half for half in ("am", "pm") if said.endswith(half)), "")
    hours, _, minutes = said.removesuffix(half).strip().partition(":")
    if not (hours.isascii() and hours.isdecimal() and len(hours) <= 2):
        return None
    if minutes and not (minutes.isascii() and minutes.isdecimal() and len(minutes) == 2):
        return None
    hour, minute = int(hours), int(minutes or 0)
    if half and not 1 <= hour <= HOURS // 2:
        return None
    hour = hour % (HOURS // 2) + (HOURS // 2) * (half == "pm") if half else hour
    return time(hour, minute) if hour < HOURS and minute < MINUTES else None
