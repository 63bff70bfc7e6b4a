"""What a choice of an autocomplete is called: no two alike, and short enough to be shown whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice

from bot.knowledge.expressions import expression
from bot.knowledge.model import Montage, RankedList, Song

#: Characters of a choice that Discord shows (docs.discord.com, application commands, autocomplete).
LONGEST_LABEL = 100
#: Characters of it that are left to what tells it from others.
LONGEST_ENDING = LONGEST_LABEL // 2
_YEAR = expression(r"\b[12][0-9]{3}\b")


def labelled(candidates: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """For each value one of its candidate labels, the plainest that no other value has; numbered where none is left."""
    waiting = {value: iter(labels) for value, labels in candidates}
    chosen = dict.fromkeys(waiting, "")
    while waiting:
        tried = {value: _clipped(label) for value, labels in waiting.items() for label in islice(labels, 1)}
        times = Counter(tried.values())
        times.update(chosen[value] for value in chosen.keys() - waiting.keys())
        chosen |= tried
        waiting = {value: waiting[value] for value, label in tried.items() if times[label] > 1}
    return _numbered(chosen)


def montage_labels(montage: Montage) -> Iterator[str]:
    """Film and song; where these do not tell a montage from others, what it is called or what is seen in it as well."""
    plain = f"{montage.film.label} – {montage.songs[0].title}" if montage.songs else montage.film.label
    yield plain
    yield from (_with(plain, f" – {each}") for each in (*montage.entry.names[:1], *montage.entry.scene[:1]))


def song_label(song: Song) -> str:
    return _with(song.title, f" – {song.artist}")


def list_labels(ranked: RankedList) -> Iterator[str]:
    """A list with who published it, or wrote it, and the year; with both where others are called so too."""
    found = _YEAR.search(ranked.date or "")
    year = f", {found.group()}" if found else ""
    for who in (ranked.publisher or ranked.credit, ranked.credit):
        yield _with(ranked.title, _clipped(f" – {who}", LONGEST_ENDING - len(year)) + year)


def _with(text: str, ending: str) -> str:
    """A text with an ending that is shown even where the text is cut for it."""
    ending = _clipped(ending, LONGEST_ENDING)
    return _clipped(text, LONGEST_LABEL - len(ending)) + ending


def _clipped(text: str, longest: int = LONGEST_LABEL) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _numbered(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels, those that several values have told apart by a number."""
    times = Counter(labels.values())
    return {value: label if times[label] == 1 else _free(label, times) for value, label in labels.items()}


def _free(label: str, times: Counter[str]) -> str:
    """The label with the first number that makes it another than those counted; it is counted then."""
    numbered = next(each for number in count(1) if not times[each := _with(label, f" ({number})")])
    times[numbered] += 1
    return numbered
