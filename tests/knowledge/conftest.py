"""The catalogue of the repository, and a small one of two films that tests may spoil."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

EIGHTIES = """\
films:
  - title: Footloose
    year: 1984
    directors: [Herbert Ross]
    imdb_id: tt0087277
    names: [Footloose 1984]
    montages:
      - id: footloose-willard
        kind: dance
        strict: true
        description: Ren teaches Willard to dance.
        names: [Willard learns to dance]
        songs:
          - title: Let's Hear It for the Boy
            artist: Deniece Williams
        confidence: medium
        sources:
          - list: best
            supports: [film]
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
        confidence: high
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
WORST = """\
id: worst
title: The Worst Montages
author: A Critic
ordered: true
complete: false
items:
  - film: Footloose
    rank: 1
    year: 1984
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder without a fault."""
    directory = tmp_path / "data"
    for name, text in {"montages/1980s": EIGHTIES, "lists/best": BEST, "lists/worst": WORST}.items():
        path = directory / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for compiled files; the folder itself is made by whoever writes first."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "montage-bot"


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Everything in data/, read from the YAML itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield load(default_directory())
