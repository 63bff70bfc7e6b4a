"""Time zones, by the names the world has agreed on: "Europe/Berlin"."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

__all__ = ["zone_called", "zone_named", "zones_like"]

#: Areas that are no places, and copies of all others: nobody is shown them.
UNSHOWN = ("posix/", "right/", "Etc/", "SystemV/")
FIRST = "UTC"


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of exactly that name; None where this computer knows none such."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_called(text: str) -> str | None:
    """The name of the zone that somebody typed, in any letters, or by its city alone; None where it is not one."""
    typed = _compared(text)
    exact = [name for name in _names() if _compared(name) == typed]
    by_city = [name for name in _names() if "/" in name and _compared(name).endswith(f"/{typed}")]
    found = exact or by_city
    return found[0] if typed and len(found) == 1 else None


def zones_like(text: str) -> tuple[str, ...]:
    """The names of zones with that in them, those whose city begins so first."""
    typed = _compared(text)
    found = [name for name in _names() if typed in _compared(name)]
    return tuple(sorted(found, key=lambda name: (not _compared(name.rpartition("/")[2]).startswith(typed), name)))


@cache
def _names() -> tuple[str, ...]:
    shown = {name for name in available_timezones() if "/" in name and not name.startswith(UNSHOWN)}
    return (FIRST, *sorted(shown))


def _compared(text: str) -> str:
    return "_".join(text.casefold().split())
