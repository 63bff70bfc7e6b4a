"""The keys of filtered lists: short enough for a button, and enough to make the same list again after a restart."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.kinds import kind_beginning
from bot.knowledge.model import credits_of
from bot.knowledge.names import folded
from bot.knowledge.selection import Filter

__all__ = ["FILTER_PREFIX", "LONGEST_KEY", "ShortNames", "cut_of", "cut_to", "filter_from", "key_of", "within"]

FILTER_PREFIX = "where:"
#: Characters a key may have: a button's custom id holds 100 (docs.discord.com, components), with four digits of page.
LONGEST_KEY = 80
_SHORTENED = "~"
_DIGEST = 8  # hexadecimal digits: a few thousand names do not meet in 32 bits
_PLACE_BITS = 32  # beside as many of the digest
_HEXADECIMAL = expression(rf"[0-9a-f]{{{_DIGEST}}}")
_NAMES = "adsp"  # people, directors, series and places, as keys have them
_BESIDES, _ALSO = "b", "|"  # series that are left out, and what stands between them
_KIND = 5  # letters that tell every kind from the others; buttons of before have four
_OR, _AND = ".", "_"  # between kinds
_BETWEEN = expression(f"[{_OR}{_AND}]")
_TEXT = expression(".+", re.DOTALL)
_YEAR = expression("[0-9]{4}")
_ONE = expression("1")
_CUT = expression("-?[0-9]{1,3}")
_FORMS = {"k": _TEXT, "f": _YEAR, "l": _YEAR, "t": _ONE, "n": _CUT, _BESIDES: _TEXT, **dict.fromkeys(_NAMES, _TEXT)}


def key_of(chosen: Filter, prefix: str = FILTER_PREFIX) -> str:
    """A filter as a key that `filter_from` reads again: its words, or where they are too long, what stands for them."""
    key = prefix + urlencode(_values(chosen), safe=_ALSO)
    if len(key) <= LONGEST_KEY and _SHORTENED not in key:
        return key
    values = _values(chosen) | {"k": _between(chosen).join(kind[:_KIND] for kind in chosen.kinds)}
    short = {name: _shortened(text) if name in _NAMES else text for name, text in values.items() if text}
    if chosen.besides:
        short[_BESIDES] = _ALSO.join(map(_shortened, chosen.besides))
    key = prefix + urlencode(short, safe=_ALSO)
    if chosen.besides and len(key) > LONGEST_KEY:  # all is asked for at once: what is left out is the first to go
        return key_of(replace(chosen, besides=()), prefix)
    return key


def within(list_id: str, chosen: Filter) -> str:
    """The key of what a filter admits of a list."""
    return list_id if chosen.is_empty else key_of(chosen, f"{list_id}:{FILTER_PREFIX}")


def cut_to(key: str, top: int | None) -> str:
    """The key of so many from the top of a ranking, where there is room to say so."""
    cut = f"{key}&n={top}" if top and ":" in key else key
    return cut if len(cut) <= LONGEST_KEY else key


def cut_of(key: str) -> int | None:
    """How many from the top a key asks for."""
    text = dict(parse_qsl(key.partition(":")[2])).get("n", "")
    return int(text) if _CUT.fullmatch(text) else None


def filter_from(key: str, names: ShortNames) -> Filter | None:
    """The filter of a key; None when it asks for a name, a kind or anything else that there is not any more."""
    if not key.startswith(FILTER_PREFIX):
        return None
    values = dict(parse_qsl(key.removeprefix(FILTER_PREFIX), keep_blank_values=True))
    for name in _NAMES:
        if values.get(name, "").startswith(_SHORTENED):
            values[name] = names.meant(name, values[name])
    besides = tuple(names.meant("s", each) if each[:1] == _SHORTENED else each for each in _besides(values))
    kinds = [kind_beginning(part) for part in _BETWEEN.split(values["k"])] if "k" in values else []
    if (
        None in kinds
        or not all(besides)
        or not all(name in _FORMS and _FORMS[name].fullmatch(text) for name, text in values.items())
    ):
        return None
    return Filter(
        kinds=tuple(filter(None, kinds)),
        every_kind=_AND in values.get("k", ""),
        first_year=int(values["f"]) if "f" in values else None,
        last_year=int(values["l"]) if "l" in values else None,
        artist=values.get("a"),
        director=values.get("d"),
        franchise=values.get("s"),
        setting=values.get("p"),
        strict=True if values.get("t") else None,
        besides=besides,
    )


def _besides(values: Mapping[str, str]) -> list[str]:
    return values[_BESIDES].split(_ALSO) if _BESIDES in values else []


def _between(chosen: Filter) -> str:
    """What stands between kinds of which all are meant, or any."""
    return _AND if chosen.every_kind else _OR


def _values(chosen: Filter) -> dict[str, str]:
    values = {
        "k": _between(chosen).join(chosen.kinds),
        "f": str(chosen.first_year or ""),
        "l": str(chosen.last_year or ""),
        "a": chosen.artist or "",
        "d": chosen.director or "",
        "s": chosen.franchise or "",
        "p": chosen.setting or "",
        "t": "1" if chosen.strict else "",
        _BESIDES: _ALSO.join(chosen.besides),
    }
    return {name: text for name, text in values.items() if text}


class ShortNames:
    """What the shortened names in keys stand for: names of one catalogue, or words out of one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def meant(self, kind: str, shortened: str) -> str:
        """The name of a kind ("a", "d", "s" or "p", as keys have them) that was shortened to this; empty for none."""
        named = {"a": self._people, "d": self._directors, "s": self._series, "p": self._places}
        return named[kind].meant(shortened)

    def warm(self) -> None:
        """Makes now what the first shortened key would have to wait for."""
        _ = self._people, self._directors, self._series, self._places

    @cached_property
    def _people(self) -> _Digests:
        songs = (song for montage in self._catalogue.montages for song in montage.songs)
        return _Digests(person for song in songs for person in credits_of(song))

    @cached_property
    def _directors(self) -> _Digests:
        return _Digests(director for film in self._catalogue.films for director in film.directors)

    @cached_property
    def _series(self) -> _Digests:
        films = self._catalogue.films
        return _Digests(name for film in films for name in (film.franchise, film.title) if name)

    @cached_property
    def _places(self) -> _Digests:
        return _Digests(setting for montage in self._catalogue.montages if (setting := montage.entry.setting))


class _Digests:
    """Names by what they, or words out of them, are shortened to. Numbers only: a few bytes for each run of words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._filed = array("Q", sorted(each for at, name in enumerate(self._names) for each in self._places(at, name)))

    def _places(self, at: int, name: str) -> Iterator[int]:
        """The name's digests with its place behind them; those of words out of it with places behind all names."""
        yield from (_digest(each) << _PLACE_BITS | at for each in _spellings(name))
        yield from (_digest(run) << _PLACE_BITS | len(self._names) + at for run in _runs(name))

    def meant(self, shortened: str) -> str:
        if not _HEXADECIMAL.fullmatch(shortened[1:]):
            return ""
        wanted = int(shortened[1:], 16)
        found = bisect_left(self._filed, wanted << _PLACE_BITS)
        digest, place = divmod(self._filed[found], 1 << _PLACE_BITS) if found < len(self._filed) else (-1, 0)
        if digest != wanted:
            return ""
        name = self._names[place % len(self._names)]
        return name if place < len(self._names) else next(run for run in _runs(name) if _digest(run) == wanted)


def _shortened(name: str) -> str:
    return f"{_SHORTENED}{_digest(name):0{_DIGEST}x}"


def _digest(name: str) -> int:
    return int(sha256(folded(name).encode()).hexdigest()[:_DIGEST], 16)


def _spellings(name: str) -> Iterator[str]:
    """A name folded, and as it was folded once: older buttons have the initials of "B.J. Thomas" as words."""
    yield from dict.fromkeys((folded(name), folded(name.replace(".", " "))))


def _runs(name: str) -> Iterator[str]:
    """Words out of a name that stand side by side."""
    for words in map(str.split, _spellings(name)):
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                yield " ".join(words[start:end])
