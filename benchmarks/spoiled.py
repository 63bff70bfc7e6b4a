"""Data files that are cut off or flipped at every place: `python -m benchmarks.spoiled`.

Each is either read, or refused with the file, the line and a sentence: nothing is raised but that.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from benchmarks.trials import Trial, show
from bot.errors import CatalogueError
from bot.knowledge.folder import LISTS, MONTAGES, default_directory
from bot.knowledge.loading import check, load

COMMAND = "benchmarks.spoiled"
PLACES = 12  # of each file, by each way
#: So much of a file of montages, from a film on: what is read in a second is tried at more places.
LARGEST = 20_000  # characters
#: A fault as it is told: the file, the line, and what to do.
TOLD = re.compile(r"\S+\.yaml:\d+: .+")
#: Of a file as a whole there is no line to name.
OF_THE_WHOLE = re.compile(r"\S+: (?:The file is empty|The YAML is broken here|The text is not UTF-8).*", re.DOTALL)
#: What a list says of the files of montages, which are not beside it here.
OF_OTHERS = re.compile(r"^ +montage: .*\n", re.MULTILINE)
FLIPPED = (b"\x00", b"\xff", b"\t", b":", b"-", b'"', b"[", b"&", b"*", b"!", b"\n", b"{", b"%", b"9")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=PLACES, help="of each file")
    options = parser.parse_args()
    show(trials(options.places))


def trials(places: int = PLACES, folder: Path | None = None) -> Iterator[Trial]:
    chance = random.Random(12)  # noqa: S311  the same places every time
    cut, flipped, lost = [0, 0], [0, 0], [0, 0]
    for path in _files(folder or default_directory()):
        content = _part_of(path)
        for at in sorted(chance.sample(range(1, len(content)), min(places, len(content) - 1))):
            for counted, spoiled in (
                (cut, content[:at]),
                (flipped, content[: at - 1] + chance.choice(FLIPPED) + content[at:]),
                (flipped, content[: at - 1] + bytes([content[at - 1] ^ 1 << chance.randrange(8)]) + content[at:]),
            ):
                went_well, refused = _tried(path, spoiled)
                counted[0] += 1
                counted[1] += refused
                lost[counted is flipped] += not went_well
    for what, (tried, refused), wrong in (("cut off", cut, lost[0]), ("with a byte flipped", flipped, lost[1])):
        yield Trial(
            f"A data file {what}", tried, wrong, COMMAND, f"{refused:,} refused with file and line, the rest read"
        )


def _files(folder: Path) -> list[Path]:
    return [*sorted((folder / MONTAGES).glob("*.yaml")), *sorted((folder / LISTS).glob("*.yaml"))]


def _part_of(path: Path) -> bytes:
    """The file, or as many whole films from its beginning as are read quickly; it points to no other file."""
    text = path.read_text(encoding="utf-8")
    if len(text) > LARGEST:
        text = text[: text.rindex("\n  - title:", 0, LARGEST) + 1]
    return OF_OTHERS.sub("", text).replace("- list: ", "- url: https://example.org/").encode()


def _tried(path: Path, content: bytes) -> tuple[bool, bool]:
    """Whether a spoiled file was dealt with as it should be, and whether it was refused."""
    with tempfile.TemporaryDirectory() as folder:
        spoiled = Path(folder, path.parent.name, path.name)
        for part in (MONTAGES, LISTS):
            Path(folder, part).mkdir()
        _beside(Path(folder), path.parent.name)
        spoiled.write_bytes(content)
        try:
            faults = [str(each) for each in check(Path(folder))]
            if not faults:
                load(Path(folder))
        except CatalogueError as refused:
            faults = str(refused).splitlines()
        except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
            traceback.print_exc()
            return False, True
    unclear = [each for each in faults if not (TOLD.fullmatch(each) or OF_THE_WHOLE.fullmatch(each))]
    for each in unclear[:1]:
        print(each, file=sys.stderr)
    return not unclear, bool(faults)


def _beside(folder: Path, part: str) -> None:
    """One whole file of the other part, which a folder has to have."""
    if part == LISTS:
        (folder / MONTAGES / "1980s.yaml").write_text(FILM, encoding="utf-8")
    else:
        (folder / LISTS / "best.yaml").write_text(LIST, encoding="utf-8")


FILM = """\
films:
  - title: Rocky IV
    year: 1985
    directors: [Sylvester Stallone]
    imdb_id: tt0089927
    montages:
      - id: rocky-iv-training
        kind: training
        strict: true
        description: He climbs a mountain in the snow.
        songs:
          - title: Training Montage
            artist: Vince DiCola
            score: true
        confidence: high
        sources:
          - url: https://example.org/
            supports: [film, song, artist, scene]
"""
LIST = """\
id: best
title: The best
publisher: A Paper
ordered: true
complete: true
items:
  - film: Rocky IV
    year: 1985
    rank: 1
"""

if __name__ == "__main__":
    main()
