"""Whether a single value of a file is of the wanted type, and if not, how to write it."""

from __future__ import annotations

import difflib
import re

import msgspec.inspect as types

# Eighteen digits at most: no fact needs more, and Python refuses to read thousands.
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_KINDS_OF_YAML = {"int": "a number", "float": "a number", "bool": "yes or no", "null": "nothing", "timestamp": "a date"}


def problem_of(text: str, tag: str, wanted: types.Type, hint: str) -> str:
    """What to say after the key's name, e.g. "must be true or false, not “maybe”."; empty when the value will do."""
    match wanted:
        case types.IntType():
            return _problem_of_number(text, tag, wanted, hint)
        case types.BoolType():
            return "" if tag == "bool" else f"must be true or false, not “{text}”."
        case types.EnumType():
            return _problem_of_choice(text, tuple(str(each.value) for each in wanted.cls))
        case types.StrType():
            return _problem_of_text(text, tag, wanted, hint)
        case _:
            raise TypeError(f"the model uses a type the check does not know: {wanted}")


def _problem_of_number(text: str, tag: str, wanted: types.IntType, hint: str) -> str:
    if tag != "int" or not _WHOLE_NUMBER.fullmatch(text):
        return f"must be a whole number without quotes, not “{text}”" + (f" ({hint})." if hint else ".")
    low, high = wanted.ge, wanted.le
    if (low is not None and int(text) < low) or (high is not None and int(text) > high):
        return f"cannot be {text}: it must be {_bounds(low, high)}."
    return ""


def _bounds(low: float | None, high: float | None) -> str:
    return f"{low} or more" if high is None else f"from {low} to {high}"


def _problem_of_choice(text: str, allowed: tuple[str, ...]) -> str:
    if text in allowed:
        return ""
    near = difflib.get_close_matches(text, allowed, n=1)
    meant = f"did you mean “{near[0]}”? " if near else ""
    return f"cannot be “{text}”: {meant}Allowed are {', '.join(allowed)}."


def _problem_of_text(text: str, tag: str, wanted: types.StrType, hint: str) -> str:
    if tag == "null" or not text.strip():
        return "is empty: write its text, or delete the key if it may be left out."
    if tag in _KINDS_OF_YAML:
        return f'must be text, but YAML reads {text} as {_KINDS_OF_YAML[tag]}: put it in quotes, "{text}".'
    if wanted.max_length and len(text) > wanted.max_length:
        return f"cannot have {len(text)} characters: {wanted.max_length} are the most."
    if wanted.pattern and not re.fullmatch(wanted.pattern, text):
        return f"cannot be “{text}”: it must be {hint}."
    return ""
