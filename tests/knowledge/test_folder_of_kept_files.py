"""Files kept for the next start: in a folder of one's own, read and removed only where nobody else has a hand in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge import kept

NAME = f"{'0' * 64}.indexes"


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_what_is_kept_is_read_again(cache: Path) -> None:
    kept.write(NAME, b"names")
    assert kept.read(NAME) == b"names"
    assert [path.name for path in cache.iterdir()] == [NAME]


def test_nobody_else_is_let_in(cache: Path) -> None:
    kept.write(NAME, b"names")
    assert (mode_of(cache), mode_of(cache / NAME)) == (0o700, 0o600)


def test_a_folder_that_was_open_to_others_is_shut(cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    kept.write(NAME, b"names")
    assert mode_of(cache) == 0o700


def test_a_link_to_another_folder_is_not_followed(cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    theirs = [other / f"{number:064x}.indexes" for number in range(kept.KEPT + 6)]
    for path in theirs:
        path.write_bytes(b"somebody else's")
    cache.parent.mkdir()
    cache.symlink_to(other)
    kept.write(NAME, b"names")
    assert sorted(other.iterdir()) == theirs
    assert kept.read(NAME) is None


def test_only_what_was_named_here_is_tidied(cache: Path) -> None:
    cache.mkdir(parents=True)
    theirs = [f"{name}.indexes" for name in ("notes", "a" * 63, "A" * 64, "x-" + "0" * 64)] + ["film.part", "0.part"]
    for name in theirs:
        (cache / name).write_bytes(b"somebody else's")
        os.utime(cache / name, (0, 0))
    (cache / f"{'f' * 64}.indexes").symlink_to(cache / "notes.indexes")
    for number in range(kept.KEPT + 3):
        kept.write(f"{number:064x}.indexes", b"names")
    left = {path.name for path in cache.iterdir()}
    assert {*theirs, f"{'f' * 64}.indexes"} <= left
    assert len(left) == len(theirs) + 1 + kept.KEPT


def test_what_a_stopped_process_left_half_written_is_removed(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / f"{'0' * 16}.part").write_bytes(b"half")
    kept.write(NAME, b"names")
    assert [path.name for path in cache.iterdir()] == [NAME]


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("elsewhere")])
def test_what_is_no_file_is_not_read(cache: Path, make: Callable[[Path], None]) -> None:
    kept.write(NAME, b"names")
    (cache / NAME).replace(cache / "elsewhere")
    make(cache / NAME)
    assert kept.read(NAME) is None


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can give files away")
def test_what_somebody_else_put_there_is_not_read(cache: Path) -> None:
    kept.write(NAME, b"names")
    os.chown(cache / NAME, 65534, 65534)
    assert kept.read(NAME) is None
    os.chown(cache, 65534, 65534)
    kept.write(NAME, b"names")
    assert cache.stat().st_uid == 65534
    assert kept.read(NAME) is None


def test_the_folder_does_not_grow_beyond_its_measure(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LARGEST", 1000)
    kept.write(NAME, b"x" * 1001)
    assert not cache.exists()
    for number in range(4):
        kept.write(f"{number:064x}.indexes", b"x" * 400)
    assert len(list(cache.iterdir())) == 2
    (cache / NAME).write_bytes(b"x" * 1001)
    assert kept.read(NAME) is None
