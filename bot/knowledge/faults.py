"""A fault in the data files: where it is, and a sentence on how to mend it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Fault(Struct, frozen=True, order=True):
    """One thing to mend. `line` counts from 1; 0 means the whole file or folder."""

    file: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.sentence}"
