"""How often a montage is found by what fresh readers tell of it, who know only what happens in it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.scene_search import AMONG, taker_without_names
from benchmarks.tables import share, table
from bot.answers.guide import Guide
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from bot.knowledge.model import Montage
from bot.language.scenes import SceneIndex, packed_words

FILE = Path(__file__).with_suffix(".yaml")
#: Which of a montage's messages is kept out when cues are added.
KEPT_OUT = 1
#: A message whose montage comes later wants cues in other words.
NEAR_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Description:
    """A message that tells of a montage."""

    montage: Montage
    text: str
    kept_out: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Where the scene search has the montage, and where an answer has its film; None where they do not."""

    description: Description
    searched: int | None
    asked: int | None


def descriptions(catalogue: Catalogue, path: Path = FILE) -> list[Description]:
    """The messages of a file. An id that is none of ours is a mistake and raises."""
    written: Mapping[str, Sequence[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if unknown := [montage_id for montage_id in written if catalogue.montage(montage_id) is None]:
        raise ValueError(f"{path}: no montage has the id {unknown[0]}")
    return [
        Description(montage, text, number == KEPT_OUT)
        for montage_id, texts in written.items()
        if (montage := catalogue.montage(montage_id))
        for number, text in enumerate(texts)
    ]


def find(catalogue: Catalogue, described: Iterable[Description]) -> Iterator[Places]:
    """Every message searched for, and asked of a guide that remembers nothing."""
    index = SceneIndex([montage.id for montage in catalogue.montages], packed_words(catalogue))
    taker, guide = taker_without_names(), Guide(catalogue)
    for each in described:
        found = [sighting.montage_id for sighting in index.search(taker.read(each.text).left)]
        films = list(dict.fromkeys(guide.ask(each.text).films))
        yield Places(each, _place(each.montage.id, found), _place(each.montage.film.label, films))


def _place(wanted: str, found: Sequence[str]) -> int | None:
    return found.index(wanted) + 1 if wanted in found else None


def described_table(places: Sequence[Places]) -> str:
    """Found first and among five, on the messages kept out of the adding of cues and on all."""
    kept_out = [each for each in places if each.description.kept_out]
    header = ("Found by", f"First, {len(kept_out)} kept out", "Among five", f"First, all {len(places)}", "Among five")
    searched = [[each.searched for each in some] for some in (kept_out, places)]
    asked = [[each.asked for each in some] for some in (kept_out, places)]
    return table(header, [("searching, the montage", *_cells(searched)), ("asking, its film", *_cells(asked))])


def _cells(columns: Iterable[Sequence[int | None]]) -> Iterator[str]:
    for places in columns:
        for most in (1, AMONG):
            found = sum(place is not None and place <= most for place in places)
            yield f"{found}, {share(found, len(places))}"


def wanting_cues(places: Iterable[Places]) -> str:
    """The messages that the search does not put among the nearest; those kept out stay unseen."""
    return "\n".join(
        f"- {each.description.montage.id} ({each.searched or 'not found'}): {each.description.text}"
        for each in places
        if not each.description.kept_out and (each.searched is None or each.searched > NEAR_ENOUGH)
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--file", type=Path, default=FILE, help="three messages for each montage id, as in described.yaml"
    )
    parser.add_argument("--data", type=Path, default=default_directory(), help="the data to search in")
    parser.add_argument("--show", action="store_true", help="also the messages whose montages want cues")
    options = parser.parse_args(arguments)
    catalogue = load(options.data)
    places = list(find(catalogue, descriptions(catalogue, options.file)))
    print(described_table(places))
    if options.show:
        print(f"\n{wanting_cues(places) or 'None.'}")


if __name__ == "__main__":
    main()
