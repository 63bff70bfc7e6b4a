"""The filter options of /montage list: what may be picked, and the filter they make together."""

from __future__ import annotations

from discord import app_commands

from bot.errors import MontageBotError
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter

__all__ = ["DECADES", "Year", "filter_of"]

DECADES = [app_commands.Choice(name=f"{decade}s", value=decade) for decade in range(1930, 2030, 10)]
Year = app_commands.Range[int, 1888, 2100]  # from the first film on; the years the data may have


def filter_of(
    *, kind: Kind | None, decade: int, year: int, performer: str, director: str, series: str, strict: bool
) -> Filter:
    """The filter; what is empty, zero or False does not matter.

    Raises MontageBotError when year and decade differ.
    """
    if decade and year and year // 10 * 10 != decade:
        raise MontageBotError(f"{year} is not in the {decade}s: leave out `year` or `decade`.")
    return Filter(
        kinds=(kind,) if kind else (),
        first_year=year or decade or None,
        last_year=year or (decade + 9 if decade else None),
        artist=performer.strip() or None,
        director=director.strip() or None,
        franchise=series.strip() or None,
        strict=strict or None,
    )
