"""The forms in which a name is written: with its article or not, its numbers in digits or in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from bot.language.fold import ARTICLES


def forms(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name with and without its leading article, its numbers in digits and in words."""
    if not tokens:
        return
    spellings = product(*(tuple(_spelt_out(token)) for token in tokens)) if any(map(str.isdigit, tokens)) else (tokens,)
    for each in spellings:
        yield (spelt := tuple(" ".join(each).split()))
        if len(spelt) > 1 and spelt[0] in ARTICLES:
            yield spelt[1:]


def _spelt_out(token: str) -> Iterator[str]:
    """A token as it is, and a number of more than one word as its words count in names: "500", "5 hundred"."""
    yield token
    if token.isdigit() and token[0] != "0" and 20 < int(token) < 10_000:
        yield from (spelt for spelt in _number_spelt(int(token)) if spelt != token)


def _number_spelt(number: int) -> Iterator[str]:
    """The ways to say a number from 21 to 9999: "5 hundred", "1 hundred and 1", "20 1", "19 17" for a year."""
    above, rest = divmod(number, 100)
    tens = f"{rest - rest % 10} {rest % 10}" if rest > 20 and rest % 10 else f"{rest}"
    if not above:
        yield tens
    elif above % 10 and above > 10:
        yield f"{above} {tens if rest else 'hundred'}"
    else:
        head = f"{above} hundred" if above % 10 else f"{above // 10} thousand"
        yield from (f"{head} {tens}", f"{head} and {tens}") if rest else (head,)
