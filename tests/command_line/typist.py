"""Somebody who types a montage answer by answer, and now and then does something else at the same time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.command_line.new import Dialogue

__all__ = ["ANSWERS", "EIGHTIES", "ENTRY", "FROM_ITS_KIND", "Typed", "files_of", "hold", "lines_of", "small_folder"]

Typed = str | Callable[[], object]

EIGHTIES = """\
# Montages in films of the 1980s.
films:

  - title: Footloose
    year: 1984
    directors: [Herbert Ross]
    imdb_id: tt0087277
    names:
      - Footloose 1984
    montages:
      - id: footloose-willard
        kind: dance
        strict: true
        description: >-
          Ren teaches Willard to dance, out in the fields and up on the bleachers, until the clumsy cowboy snaps his
          fingers in time.
        characters: [Ren McCormack, Willard Hewitt]
        songs:
          - title: Let's Hear It for the Boy
            artist: Deniece Williams
            composers: [Tom Snow, Dean Pitchford]
            year: 1984
        confidence: high
        sources:
          - url: https://example.com/footloose
            supports: [film, song, scene]

  # He trains twice.
  - title: Rocky IV
    year: 1985
    directors: [Sylvester Stallone]
    imdb_id: tt0089927
    names: [Rocky 4]
    montages:
      - id: rocky-iv-training
        kind: training
        strict: true
        description: Rocky saws wood in the snow.
        songs:
          - title: Training Montage
            artist: Vince DiCola
            score: true
        confidence: medium
"""
BEST = """\
id: best
title: The Best Montages
publisher: A Paper
ordered: true
complete: true
default: true
items:
  - film: Rocky IV
    rank: 1
    montage: rocky-iv-training
"""
DESCRIPTION = (
    "A mail carrier laces up before sunrise and races the milk van, street after street, until one morning she hands "
    "the driver his bottles at the finish."
)
#: What is typed for each question, with the empty line that ends a list.
ANSWERS: dict[str, tuple[str, ...]] = {
    "title": ("The Night Mail",),
    "year": ("1984",),
    "directors": ("Jo Example", "Ann Other", ""),
    "imdb_id": ("tt0000001",),
    "franchise": ("",),
    "names": ("Nachtpost: Der Film", ""),
    "song": ("First Light",),
    "artist": ("The Examples",),
    "song_year": ("1983",),
    "score": ("",),
    "composers": ("",),
    "vocals": ("",),
    "another_song": ("",),
    "kind": ("work",),
    "tags": ("chase, opening", ""),
    "strict": ("no",),
    "description": (DESCRIPTION,),
    "id": ("",),
    "scene_names": ("",),
    "characters": ("Ada Lantern", "the milkman", ""),
    "setting": ("a seaside town",),
    "scene": ("she races the milk van: street after street", ""),
    "cues": ("postwoman chasing a van", "'80s lady, running with letters", ""),
    "url": ("https://example.com/night-mail",),
    "supports": ("film, song, scene", ""),
    "another_url": ("",),
    "confidence": ("",),
    "write": ("yes",),
}
#: How it is written from its kind on, whatever its film and its id are.
FROM_ITS_KIND = """\
        kind: work
        tags: [chase, opening]
        strict: false
        description: >-
          A mail carrier laces up before sunrise and races the milk van, street after street, until one morning she
          hands the driver his bottles at the finish.
        characters: [Ada Lantern, the milkman]
        setting: a seaside town
        songs:
          - title: First Light
            artist: The Examples
            year: 1983
        confidence: high
        scene:
          - 'she races the milk van: street after street'
        cues:
          - postwoman chasing a van
          - '''80s lady, running with letters'
        sources:
          - url: https://example.com/night-mail
            supports: [film, song, scene]
"""
ENTRY = f"""\
  - title: The Night Mail
    year: 1984
    directors: [Jo Example, Ann Other]
    imdb_id: tt0000001
    names:
      - 'Nachtpost: Der Film'
    montages:
      - id: the-night-mail
{FROM_ITS_KIND}"""


def small_folder(directory: Path) -> Path:
    """A data folder of two films, without a fault."""
    for name, text in {"montages/1980s": EIGHTIES, "lists/best": BEST}.items():
        path = directory / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


def lines_of(answers: dict[str, tuple[str, ...]]) -> list[str]:
    return [line for lines in answers.values() for line in lines]


def files_of(directory: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}


class Keyboard(io.StringIO):
    """Lines one after the other; what is no line is done when it is its turn."""

    def __init__(self, typed: Iterable[Typed]) -> None:
        super().__init__()
        self._typed = iter(typed)

    def readline(self, size: int | None = -1, /) -> str:
        del size
        for each in self._typed:
            if isinstance(each, str):
                return f"{each}\n"
            each()
        return ""


def hold(directory: Path, typed: Iterable[Typed]) -> None:
    """A whole dialogue; raises what the program says when the input ends too early."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Keyboard(typed))
        Dialogue(directory).hold()
