"""For each word the things it is said of, by number, with what it scores in each: packed small, read by look-up."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct

#: Scores are kept in thousandths, in two bytes each; the largest score of BM25 is far below what these hold.
UNIT = 1000
_NUMBER, _SCORE = "I", "H"
_WIDTH = array(_NUMBER).itemsize + array(_SCORE).itemsize
#: Packed numbers are read as this machine writes them.
BYTE_ORDER = sys.byteorder


class Postings(Struct, frozen=True):
    """Where a word is said: numbers in ascending order, each with a score in thousandths beside it."""

    numbers: Sequence[int]
    thousandths: Sequence[int]
    highest: float

    def score(self, number: int) -> float:
        """What the word scores in one thing; 0 where it is not said."""
        return score_in(self.numbers, self.thousandths, number) / UNIT


def score_in(numbers: Sequence[int], scores: Sequence[float], number: int) -> float:
    """The score beside a number; 0 where it is not among them."""
    at = bisect_left(numbers, number)
    return scores[at] if at < len(numbers) and numbers[at] == number else 0.0


def packed(numbers: Sequence[int], scores: Iterable[float]) -> bytes:
    """Postings as bytes: all scores, then all numbers."""
    thousandths = array(_SCORE, (round(UNIT * score) for score in scores))
    return thousandths.tobytes() + array(_NUMBER, numbers).tobytes()


def count_in(body: bytes) -> int:
    """How many things a packed word is said of."""
    return len(body) // _WIDTH


def unpacked(body: bytes) -> Postings:
    """The postings of `packed` again."""
    end = count_in(body) * array(_SCORE).itemsize
    thousandths, numbers = array(_SCORE), array(_NUMBER)
    thousandths.frombytes(body[:end])
    numbers.frombytes(body[end:])
    return Postings(numbers, thousandths, max(thousandths) / UNIT)
