"""What a choice of an autocomplete is called: no two alike, and short enough to be shown whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.knowledge.model import Montage, RankedList, Song

#: Characters of a choice that Discord shows (docs.discord.com, application commands, autocomplete).
LONGEST_LABEL = 100
_YEAR = re.compile(r"\b[12][0-9]{3}\b")


def labelled(candidates: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """For each value one of its candidate labels, the plainest that no other value has; numbered where none is left."""
    every = {value: [_clipped(label) for label in labels] for value, labels in candidates}
    chosen: dict[str, str] = {}
    for depth in range(max(map(len, every.values()), default=0)):
        open_values = {
            value: labels[depth] for value, labels in every.items() if value not in chosen and labels[depth:]
        }
        times = Counter(open_values.values())
        taken = set(chosen.values())
        chosen |= {value: label for value, label in open_values.items() if times[label] == 1 and label not in taken}
    chosen |= _numbered({value: labels[-1] for value, labels in every.items() if value not in chosen}, chosen)
    return {value: chosen[value] for value in every}


def montage_labels(montage: Montage) -> Iterator[str]:
    """Film and song; where these do not tell a montage from others, what it is called or what is seen in it as well."""
    plain = f"{montage.film.label} – {montage.songs[0].title}" if montage.songs else montage.film.label
    yield plain
    yield from (_with(plain, f" – {each}") for each in (*montage.entry.names[:1], *montage.entry.scene[:1]))


def song_label(song: Song) -> str:
    return _with(song.title, f" – {song.artist}")


def list_label(ranked: RankedList) -> str:
    """A list with who published it, or wrote it, and the year: "Best 80s Movie Montages – BroBible, 2013"."""
    year = _YEAR.search(ranked.date or "")
    made = ", ".join(part for part in (ranked.publisher or ranked.author, year and year.group()) if part)
    return _with(ranked.title, f" – {made}") if made else ranked.title


def _with(text: str, ending: str) -> str:
    """A text with an ending that is shown even where the text is cut for it."""
    ending = _clipped(ending, LONGEST_LABEL // 2)
    return _clipped(text, LONGEST_LABEL - len(ending)) + ending


def _clipped(text: str, longest: int = LONGEST_LABEL) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _numbered(labels: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    """Labels that several values have, told apart by a number."""
    used, named = set(taken.values()), dict[str, str]()
    for value, label in labels.items():
        number = 1
        while (numbered := _with(label, f" ({number})")) in used:
            number += 1
        named[value] = numbered
        used.add(numbered)
    return named
