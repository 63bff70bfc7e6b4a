"""When the puzzle of a day is announced: by the clocks of a zone, once for each day of UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.community.daily.announcing import Announcement, is_due, moment_of, time_read

DAY = timedelta(days=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hour", "day", "moment"),
    [
        ("Europe/Berlin", time(9), date(2026, 1, 15), at("2026-01-15 08:00")),
        ("Europe/Berlin", time(9), date(2026, 7, 15), at("2026-07-15 07:00")),
        ("America/New_York", time(9), date(2026, 1, 15), at("2026-01-15 14:00")),
        ("America/New_York", time(20), date(2026, 1, 15), at("2026-01-15 01:00")),  # on the evening before, there
        ("Pacific/Auckland", time(8), date(2026, 1, 15), at("2026-01-15 19:00")),  # on the morning after, there
        ("Asia/Kathmandu", time(9), date(2026, 1, 15), at("2026-01-15 03:15")),
        # clocks there skip the hour from two to three, and show it twice in autumn
        ("Europe/Berlin", time(2, 30), date(2026, 3, 29), at("2026-03-29 01:30")),
        ("Europe/Berlin", time(2, 30), date(2026, 10, 25), at("2026-10-25 00:30")),
        ("America/New_York", time(1, 30), date(2026, 11, 1), at("2026-11-01 05:30")),
        # the day in which clocks show half past one twice, and the one in which they never do
        ("Europe/Berlin", time(1, 30), date(2026, 3, 29), at("2026-03-29 00:30")),
        ("Europe/Berlin", time(1, 30), date(2026, 3, 30), at("2026-03-30 23:30")),
        ("Europe/Berlin", time(1, 30), date(2026, 10, 25), at("2026-10-25 00:00")),
        ("Europe/Berlin", time(1, 30), date(2026, 10, 26), at("2026-10-26 00:30")),
    ],
)
def test_a_puzzle_is_announced_by_the_clocks_of_the_zone(zone: str, hour: time, day: date, moment: datetime) -> None:
    assert moment_of(day, hour, ZoneInfo(zone)) == moment


ZONES = ["UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "Australia/Lord_Howe",
         "Pacific/Auckland", "Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "Africa/Casablanca"]  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
def test_over_a_year_each_puzzle_is_announced_exactly_once_while_it_is_played(zone: str) -> None:
    there = ZoneInfo(zone)
    for hour in (time(0), time(1, 30), time(2, 30), time(22, 45)):
        told: list[date] = []
        announcement = Announcement(1, 2, hour, zone, LONG_AGO)
        now = at("2026-01-01 00:00")
        while now < at("2027-01-01 00:00"):
            if now.date() not in told[-1:] and is_due(announcement, there, now):
                told.append(now.date())
            now += timedelta(minutes=30)
        assert told == [date(2026, 1, 1) + DAY * days for days in range(365)]


def test_most_days_it_is_at_the_very_time_that_was_set() -> None:
    there = ZoneInfo("Europe/Berlin")
    days = [date(2026, 1, 1) + DAY * number for number in range(365)]
    shown = [moment_of(day, time(1, 30), there).astimezone(there).time() for day in days]
    assert sum(each != time(1, 30) for each in shown) == 1
    assert all(moment_of(day, time(9), there).astimezone(there).time() == time(9) for day in days)


@pytest.mark.parametrize(
    ("since", "now", "due"),
    [
        ("2026-01-01 07:00", "2026-01-01 07:59", False),
        ("2026-01-01 07:00", "2026-01-01 08:00", True),
        ("2026-01-01 07:00", "2026-01-01 23:59", True),  # the bot was away
        ("2026-01-01 08:01", "2026-01-01 09:00", False),  # set when the hour was past: from tomorrow on
        ("2026-01-01 08:01", "2026-01-02 08:00", True),
        ("2026-01-01 07:00", "2026-01-02 07:00", False),
    ],
)
def test_it_is_due_from_its_time_on_until_its_day_is_over(since: str, now: str, due: bool) -> None:
    announcement = Announcement(1, 2, time(9), "Europe/Berlin", at(since))
    assert is_due(announcement, ZoneInfo("Europe/Berlin"), at(now)) is due


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9", time(9)), ("09:30", time(9, 30)), ("9.30", time(9, 30)), ("21h", time(21)), ("21h15", time(21, 15)),
        ("9pm", time(21)), ("12 am", time(0)), ("12:15 PM", time(12, 15)), ("0:00", time(0)), ("23:59", time(23, 59)),
        ("24:00", None), ("9:60", None), ("13pm", None), ("0 am", None), ("noon", None), ("", None), ("9:3", None),
        ("-1", None), ("١٢", None), ("009", None), ("9:30:00", None),
    ],
)  # fmt: skip
def test_times_of_day_are_read_as_people_write_them(text: str, read: time | None) -> None:
    assert time_read(text) == read
