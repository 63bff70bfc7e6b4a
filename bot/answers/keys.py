"""The keys of filtered lists: short enough for a button, and enough to make the same list again after a restart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Kind, credits_of
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter

__all__ = ["FILTER_PREFIX", "LONGEST_KEY", "cut_of", "cut_to", "filter_from", "key_of"]

FILTER_PREFIX = "where:"
#: Characters a key may have: a button's custom id holds 100 (docs.discord.com, components), with four digits of page.
LONGEST_KEY = 80
_SHORTENED = "~"
_DIGEST = 8  # hexadecimal digits: a few thousand names do not meet in 32 bits
_KIND = 4  # letters that tell every kind from the others


def key_of(chosen: Filter, prefix: str = FILTER_PREFIX) -> str:
    """A filter as a key that `filter_from` reads again: its words, or where they are too long, what stands for them."""
    key = prefix + urlencode(_values(chosen))
    if len(key) <= LONGEST_KEY and _SHORTENED not in key:
        return key
    values = _values(chosen) | {"k": ".".join(kind[:_KIND] for kind in chosen.kinds)}
    short = {name: _shortened(text) if name in "ads" else text for name, text in values.items() if text}
    return prefix + urlencode(short)


def cut_to(key: str, top: int | None) -> str:
    """The key of so many from the top of a ranking, where there is room to say so."""
    cut = f"{key}&n={top}" if top and ":" in key else key
    return cut if len(cut) <= LONGEST_KEY else key


def cut_of(key: str) -> int | None:
    """How many from the top a key asks for."""
    text = dict(parse_qsl(key.partition(":")[2])).get("n", "")
    return int(text) if re.fullmatch(r"-?\d{1,3}", text) else None


def filter_from(key: str, catalogue: Catalogue) -> Filter | None:
    """The filter of a key; parts that make no sense are left out. None when it is about a name nobody has any more."""
    values = dict(parse_qsl(key.partition(":")[2]))
    people = (person for montage in catalogue.montages for song in montage.songs for person in credits_of(song))
    series = (name for film in catalogue.films for name in (film.franchise, film.title) if name)
    directors = (director for film in catalogue.films for director in film.directors)
    for name, pool in (("a", people), ("d", directors), ("s", series)):
        if values.get(name, "").startswith(_SHORTENED):
            values[name] = _meant(values[name], pool)
    if "" in values.values():
        return None
    return Filter(
        kinds=tuple(_kinds(values.get("k", ""))),
        first_year=_year(values.get("f")),
        last_year=_year(values.get("l")),
        artist=values.get("a"),
        director=values.get("d"),
        franchise=values.get("s"),
        strict=True if values.get("t") else None,
    )


def _values(chosen: Filter) -> dict[str, str]:
    values = {
        "k": ".".join(chosen.kinds),
        "f": str(chosen.first_year or ""),
        "l": str(chosen.last_year or ""),
        "a": chosen.artist or "",
        "d": chosen.director or "",
        "s": chosen.franchise or "",
        "t": "1" if chosen.strict else "",
    }
    return {name: text for name, text in values.items() if text}


def _kinds(text: str) -> Iterator[Kind]:
    for part in text.split("."):
        yield from (kind for kind in Kind if part in (kind.value, kind.value[:_KIND]))


def _shortened(name: str) -> str:
    return _SHORTENED + sha256(folded(name).encode()).hexdigest()[:_DIGEST]


def _meant(shortened: str, names: Iterable[str]) -> str:
    """The name, or the words out of one, that was shortened to this; empty when there is none."""
    pool = list(dict.fromkeys(names))
    candidates = (*pool, *(run for name in pool for run in _runs(folded(name).split())))
    return next((each for each in candidates if _shortened(each) == shortened), "")


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _year(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{4}", text) else None
