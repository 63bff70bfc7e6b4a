"""An entry as the data files write it: the order of its keys, what stands on one line, what is quoted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import cast

import msgspec
import yaml

from bot.knowledge.model import Confusion, FilmEntry, MontageEntry, Record, Song, Source

WIDEST = 120  # columns of a description; whatever else is too long stays on its line
STEP = 2
#: The keys of each record in the order of the files; "[]" follows those whose list stands on one line.
_KEYS: dict[type[Record], str] = {
    FilmEntry: "title year directors[] imdb_id franchise names montages",
    MontageEntry: (
        "id kind tags[] strict description names characters[] setting songs confidence confusions scene cues sources"
    ),
    Song: "title artist vocals[] composers[] credited_as year score names[]",
    Confusion: "sentence wrong_film wrong_song wrong_artist right_film right_song right_artist",
    Source: "list url supports[]",
}
_REQUIRED = {record: {each.name for each in msgspec.structs.fields(record) if each.required} for record in _KEYS}
_FOLDED = "description"
_IN_ONE_LINE = "[]"


def lines_of(record: Record, indent: int) -> list[str]:
    """The record as an item of a list whose hyphens stand `indent` columns in."""
    first, *others = _keys_and_values(record, " " * (indent + STEP))
    return [f"{' ' * indent}- {first.lstrip()}", *others]


def _keys_and_values(record: Record, margin: str) -> Iterator[str]:
    for key in _KEYS[type(record)].split():
        name = key.removesuffix(_IN_ONE_LINE)
        value: object = getattr(record, name)
        if value in (None, (), False) and name not in _REQUIRED[type(record)]:
            continue
        if name == _FOLDED:
            yield f"{margin}{name}: >-"
            yield from _wrapped(str(value), margin + " " * STEP)
        elif isinstance(value, tuple):
            yield from _listed(key, cast("tuple[object, ...]", value), margin)
        else:
            yield f"{margin}{name}: {_scalar(value)}"


def _listed(key: str, items: tuple[object, ...], margin: str) -> Iterator[str]:
    if key.endswith(_IN_ONE_LINE) or not items:
        yield f"{margin}{key.removesuffix(_IN_ONE_LINE)}: [{', '.join(_within_brackets(items))}]"
        return
    yield f"{margin}{key}:"
    for item in items:
        if isinstance(item, Record):
            yield from lines_of(item, len(margin) + STEP)
        else:
            yield f"{margin}{' ' * STEP}- {_scalar(item)}"


def _within_brackets(items: Iterable[object]) -> Iterator[str]:
    """Between brackets a comma in a text needs quotes, which it does not elsewhere."""
    yield from (_dumped([_plain(item)])[1:-1] for item in items)


def _scalar(value: object) -> str:
    return _dumped(_plain(value)).removesuffix("\n...")


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value  # also a member of an enum


def _dumped(value: object) -> str:
    return yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf")).strip()


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(
        text, WIDEST, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )
