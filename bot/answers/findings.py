"""What was found of one part of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Finding(Struct, frozen=True):
    """Whether a part of a claim holds, or None where nothing known tells; and the sentence that says what is true."""

    holds: bool | None
    truth: str


def all_of(each: Iterable[bool | None]) -> bool | None:
    """Whether all hold: no when one does not, unknown when nothing tells of one."""
    found = list(each)
    return False if False in found else None if None in found else True
