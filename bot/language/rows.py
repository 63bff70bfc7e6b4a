"""A large list or table that is seldom looked into, kept as the text it is: ready at once, and small."""

from __future__ import annotations

__all__ = ["Rows"]


class Rows:
    """The lines of a text, each with its end, in the order of their characters. Twenty steps find one in a million."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, line: str) -> bool:
        return self._first_from(line) == line

    def get(self, key: str) -> str | None:
        """What stands behind the key and a tab; None where no line begins so."""
        sought = f"{key}\t"
        row = self._first_from(sought)
        return row.removeprefix(sought) if row is not None and row.startswith(sought) else None

    def _first_from(self, sought: str) -> str | None:
        """The first line that does not come before the one that is sought."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.index("\n", start)
            if text[start:end] < sought:
                low = end + 1
            else:
                high = start
        return text[low : text.index("\n", low)] if low < len(text) else None
