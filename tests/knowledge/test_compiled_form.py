"""The compiled form is never stale, never half-written, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.errors import CatalogueError
from bot.knowledge import compiled, kept
from bot.knowledge.folder import read_folder
from bot.knowledge.loading import load


def _description(folder: Path) -> str:
    montage = load(folder).montage("rocky-iv-training")
    assert montage is not None
    return montage.entry.description


def _rewrite(path: Path, old: str, new: str) -> None:
    """Changes the text but neither the length nor the times of the file: the hardest change to notice."""
    status, text = path.stat(), path.read_text(encoding="utf-8")
    assert old in text
    assert len(old) == len(new)
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_the_second_load_reads_no_yaml_and_says_the_same(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(folder)
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr("bot.knowledge.strict.read", _must_not_be_called)
    second = load(folder)
    assert (second.montages, second.lists, second.fingerprint) == (first.montages, first.lists, first.fingerprint)


def _must_not_be_called(*_: object) -> None:
    raise AssertionError("the YAML was read although nothing changed")


def test_a_changed_file_is_read_anew_even_when_its_size_and_times_are_the_same(folder: Path, cache: Path) -> None:
    assert _description(folder) == "Rocky saws wood in the snow."
    _rewrite(folder / "montages/1980s.yaml", "Rocky saws wood", "Rocky cuts wood")
    assert _description(folder) == "Rocky cuts wood in the snow."
    assert len(list(cache.iterdir())) == 2


def test_a_new_file_and_a_removed_file_are_noticed(folder: Path, cache: Path) -> None:
    assert len(load(folder).lists) == 2
    (folder / "lists/worst.yaml").unlink()
    assert len(load(folder).lists) == 1
    assert cache.is_dir()


def test_a_file_spoilt_after_it_was_compiled_is_still_refused(folder: Path, cache: Path) -> None:
    load(folder)
    _rewrite(folder / "montages/1980s.yaml", "kind: training", "kind: trainink")
    with pytest.raises(CatalogueError, match="trainink"):
        load(folder)
    assert cache.is_dir()


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\x00" * 40], ids=["empty", "rubbish", "zeros"])
def test_a_damaged_compiled_file_is_replaced(folder: Path, cache: Path, damage: bytes) -> None:
    load(folder)
    file = next(cache.iterdir())
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert _description(folder) == "Rocky saws wood in the snow."
    assert file.read_bytes() == whole


def test_a_compiled_file_cut_anywhere_is_not_believed(folder: Path, cache: Path) -> None:
    load(folder)
    file = next(cache.iterdir())
    whole = file.read_bytes()
    for length in range(0, len(whole), 97):
        file.write_bytes(whole[:length])
        assert compiled.read(read_folder(folder).fingerprint) is None


def test_a_write_that_fails_leaves_nothing_behind(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert len(load(folder).montages) == 2
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_fault(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    assert len(load(folder).montages) == 2


def test_old_compiled_files_do_not_pile_up(folder: Path, cache: Path) -> None:
    for number in range(kept.KEPT + 3):
        _rewrite(
            folder / "montages/1980s.yaml",
            "Rocky saws" if not number else f"Rocky {number - 1:04}",
            f"Rocky {number:04}",
        )
        load(folder)
    assert len(list(cache.iterdir())) == kept.KEPT


def test_another_model_does_not_read_it(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint = load(folder).fingerprint
    assert compiled.read(fingerprint) is not None
    monkeypatch.setattr(compiled, "FORMAT", compiled.FORMAT + 1)
    assert compiled.read(fingerprint) is None
    assert cache.is_dir()
