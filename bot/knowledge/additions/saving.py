"""An addition put into its file, and taken out again when the check finds a fault in the result."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bot.knowledge.additions.placing import NOT_OURS, Addition
from bot.knowledge.faults import Fault
from bot.knowledge.loading import check, load

_CHANGED = "Somebody wrote to the file meanwhile; it was left as they left it."


def save(addition: Addition, directory: Path) -> tuple[Fault, ...]:
    """Writes the addition; when that makes a fault, it is undone and the faults are returned. Raises OSError."""
    path = addition.path
    if _content(path) != addition.before:
        return (Fault(path, 0, _CHANGED),)
    _put(path, addition.after)
    faults: tuple[Fault, ...] = (Fault(path, 0, NOT_OURS),)
    try:
        faults = check(directory) or (() if _is_there(addition, directory) else faults)
    finally:  # whatever ends the check, Ctrl+C too
        if faults:
            _take_back(addition)
    return faults


def _is_there(addition: Addition, directory: Path) -> bool:
    montage = load(directory).montage(addition.montage.id)
    return montage is not None and montage.entry == addition.montage


def _take_back(addition: Addition) -> None:
    """Restores what was there, unless somebody wrote to the file since."""
    if _content(addition.path) != addition.after:
        return
    if addition.before:
        _put(addition.path, addition.before)
    else:
        addition.path.unlink()


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _put(path: Path, content: bytes) -> None:
    """Writes beside the goal and renames: the file is the old one or the new one, and never half of one."""
    goal = path.resolve()
    part = goal.with_name(f".{goal.name}.{os.urandom(4).hex()}")  # hidden files are no data
    try:
        part.write_bytes(content)
        if goal.exists():
            shutil.copymode(goal, part)
        part.replace(goal)
    finally:
        part.unlink(missing_ok=True)
