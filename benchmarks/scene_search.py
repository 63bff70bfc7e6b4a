"""How well scenes are found by description alone, with less and with more to search in."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import msgspec

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Montage
from bot.language.lexicon import Lexicon
from bot.language.matching import Matcher
from bot.language.name_book import NameBook
from bot.language.reading import Taker
from bot.language.scenes import SceneIndex, packed_words
from tests.questions.scoring import Item

AMONG = 5
DIMENSIONS = 256

#: From the telling stems and the words of a description to a score for each montage id.
Search = Callable[[Sequence[str], str], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the wanted film came first and among the first five, and CPU milliseconds a description."""

    how: str
    first: int
    among: int
    milliseconds: float


class ExactWords(SceneIndex):
    """A scene index that knows no words of near meaning and mends none."""

    def _meant_by(self, word: str) -> Iterator[tuple[str, float]]:
        yield word, 1.0


def compare(catalogue: Catalogue, items: Sequence[Item], *, embedding: bool) -> list[Figures]:
    """The figures of each way to search, on the items that describe a scene."""
    searches = _searches(catalogue)
    if embedding:
        meaning = Embedding(catalogue).search
        for how in ("notes and cues", "notes, cues and near words"):
            searches[f"{how}, with an embedding mixed in"] = _mixed(searches[how], meaning)
    return [_figures(how, search, catalogue, items) for how, search in searches.items()]


def _searches(catalogue: Catalogue) -> dict[str, Search]:
    notes = Catalogue((_without_cues(montage) for montage in catalogue.montages), ())
    ids = [montage.id for montage in catalogue.montages]
    return {
        "notes": _by_index(ExactWords(ids, packed_words(notes))),
        "notes and cues": _by_index(ExactWords(ids, packed_words(catalogue))),
        "notes, cues and near words": _by_index(SceneIndex(ids, packed_words(catalogue))),
    }


def _without_cues(montage: Montage) -> Montage:
    return msgspec.structs.replace(montage, entry=msgspec.structs.replace(montage.entry, cues=()))


def _by_index(index: SceneIndex) -> Search:
    def search(stems: Sequence[str], _words: str) -> dict[str, float]:
        return {found.montage_id: found.score for found in index.search(stems, most=AMONG**4)}

    return search


def _figures(how: str, search: Search, catalogue: Catalogue, items: Sequence[Item]) -> Figures:
    taker = taker_without_names()
    readings = [taker.read(item.turns[0].question) for item in items]
    start = process_time()
    ranked = [_films(catalogue, search(reading.left, reading.plain)) for reading in readings]
    spent = 1000 * (process_time() - start) / max(1, len(items))
    wanted = [set(item.turns[0].expect["films"]) for item in items]
    first = sum(not films.isdisjoint(found[:1]) for films, found in zip(wanted, ranked, strict=True))
    among = sum(not films.isdisjoint(found) for films, found in zip(wanted, ranked, strict=True))
    return Figures(how, first, among, spent)


def taker_without_names() -> Taker:
    """Takes descriptions apart, and nothing in them for a name."""
    lexicon = Lexicon()
    return Taker(Matcher(NameBook([]), lexicon), lexicon)


def _films(catalogue: Catalogue, scores: dict[str, float]) -> list[str]:
    """The first five films, best first."""
    ordered = sorted(scores, key=lambda montage_id: -scores[montage_id])
    montages = (catalogue.montage(montage_id) for montage_id in ordered)
    return list(dict.fromkeys(montage.film.label for montage in montages if montage))[:AMONG]


def _mixed(words: Search, meaning: Search) -> Search:
    """Both at equal weight, each as a part of its best."""

    def search(stems: Sequence[str], text: str) -> dict[str, float]:
        one, other = words(stems, text), meaning(stems, text)
        most, most_other = max(one.values(), default=1.0), max(other.values(), default=1.0)
        return {each: one.get(each, 0.0) / most + other[each] / most_other for each in other}

    return search


class Embedding:
    """wordllama's static embedding over the notes and cues: a montage scores its two nearest lines.

    Needs `pip install wordllama`. Raises ModuleNotFoundError without it.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        package: Any = importlib.import_module("wordllama")  # no dependency of ours: pyright must not ask for it
        folder = Path(package.__file__).parent  # its tokenizer lies there: nothing is downloaded
        self._model = package.WordLlama.load(dim=DIMENSIONS, cache_dir=folder, disable_download=True)
        lines = [
            (montage.id, line)
            for montage in catalogue.montages
            for line in (*montage.entry.scene, *montage.entry.cues, montage.entry.description)
        ]
        self._owners = [owner for owner, _ in lines]
        self._vectors = self._model.embed([line for _, line in lines], norm=True)

    def search(self, _stems: Sequence[str], text: str) -> dict[str, float]:
        """For each montage the sum of its two best cosine similarities."""
        best: dict[str, tuple[float, float]] = {}
        for owner, cosine in zip(self._owners, self._cosines(text), strict=True):
            first, second = best.get(owner, (0.0, 0.0))
            if cosine > second:
                best[owner] = (cosine, first) if cosine > first else (first, cosine)
        return {owner: first + second for owner, (first, second) in best.items()}

    def _cosines(self, text: str) -> list[float]:
        return (self._vectors @ self._model.embed([text], norm=True)[0]).tolist()
