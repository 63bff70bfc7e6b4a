"""A filter as it is said: "48 training montages from the 1980s", "1984: 10 montages"."""

from __future__ import annotations

from bot.answers.phrases import kinds_spoken, of_kind, spoken
from bot.knowledge.selection import Filter


def montages_said(chosen: Filter) -> str:
    """What a filter admits: "training montages from the 1980s"."""
    return _said(chosen, "montages")


def one_montage(chosen: Filter) -> str:
    """One of what a filter admits: "training montage from the 1980s"."""
    return _said(chosen, "montage")


def a_montage(chosen: Filter) -> str:
    """The same with its article: "a training montage"."""
    one = one_montage(chosen)
    return f"{'an' if one[0] in 'aeiou' else 'a'} {one}"


def counted(count: int, chosen: Filter) -> str:
    """So many of what a filter admits; a year alone stands in front, as a heading has it."""
    if chosen == Filter(first_year=chosen.first_year, last_year=chosen.last_year) and _is_one_year(chosen):
        return f"{chosen.first_year}: {count} montage{'' if count == 1 else 's'}"
    return f"{count} {one_montage(chosen) if count == 1 else montages_said(chosen)}"


def described(chosen: Filter) -> str:
    """What a filter asks for, as it is said behind the montages: "of training from the 1980s with Kenny Loggins"."""
    kinds = f"of {kinds_spoken(chosen.kinds)}" if chosen.kinds else ""
    return " ".join(part for part in (kinds, _limits(chosen)) if part) or "in the catalogue"


def _said(chosen: Filter, noun: str) -> str:
    kinds = [of_kind(kind) for kind in chosen.kinds]
    kinds = " ".join(kinds) if chosen.every_kind else spoken(kinds)
    limits = _limits(chosen) or ("" if kinds else "in the catalogue")
    return " ".join(part for part in (kinds, noun, limits) if part)


def _limits(chosen: Filter) -> str:
    parts = (
        _years(chosen),
        f"in the {chosen.franchise} films" if chosen.franchise else "",
        f"set in {chosen.setting}" if chosen.setting else "",
        f"with {chosen.artist}" if chosen.artist else "",
        f"in films by {chosen.director}" if chosen.director else "",
        "in the strict sense" if chosen.strict else "",
        f"besides {spoken(chosen.besides)}" if chosen.besides else "",
    )
    return " ".join(part for part in parts if part)


def _is_one_year(chosen: Filter) -> bool:
    return chosen.first_year is not None and chosen.first_year == chosen.last_year


def _years(chosen: Filter) -> str:
    first, last = chosen.first_year, chosen.last_year
    if first and last:
        if first == last:
            return f"from {first}"
        return f"from the {first}s" if first % 10 == 0 and last == first + 9 else f"from {first} to {last}"
    return f"since {first}" if first else f"up to {last}" if last else ""
