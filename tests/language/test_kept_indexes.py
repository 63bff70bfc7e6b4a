"""Names and scenes kept for the next start: never stale, never half-read, and never in the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.kinds import Kind
from bot.knowledge.model import Confidence, Film, Montage, MontageEntry, Song
from bot.language import compiled
from bot.language.compiled import Indexes, indexes
from bot.language.lexicon import FOR_READING, Lexicon


def small(description: str = "A boxer runs.", fingerprint: str = "one") -> Catalogue:
    """A catalogue of one montage."""
    film = Film(id="rocky-1976", title="Rocky", year=1976, directors=("John G. Avildsen",), imdb_id="tt0075148")
    entry = MontageEntry(
        id="rocky",
        kind=Kind.TRAINING,
        strict=True,
        description=description,
        songs=(Song(title="Gonna Fly Now", artist="Bill Conti"),),
        confidence=Confidence.HIGH,
    )
    return Catalogue([Montage(film=film, entry=entry)], (), fingerprint)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for kept files."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "montage-bot"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the language room that a test may change."""
    copy = tmp_path / "language"
    shutil.copytree(Path(compiled.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "__file__", str(copy / "compiled.py"))
    return copy


def kept_files(cache: Path) -> set[str]:
    return {path.name for path in cache.glob("*.indexes")}


def same(one: Indexes, other: Indexes) -> bool:
    names = [[(n.text, n.commonness, n.meanings, n.misspelt) for n in each.names] for each in (one, other)]
    return names[0] == names[1] and one.words == other.words and one.book == other.book


def test_the_second_start_works_nothing_out_and_has_the_same(
    cache: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = indexes(small(), lexicon, ["Heat (1995)"], keep=True)
    assert len(kept_files(cache)) == 1
    monkeypatch.setattr(compiled, "names_of", None)
    monkeypatch.setattr(compiled, "packed_words", None)
    assert same(indexes(small(), lexicon, ["Heat (1995)"], keep=True), first)
    assert {"rocky", "gonna fly now", "heat"} <= {name.text for name in first.names}


def test_a_changed_catalogue_has_a_file_of_its_own(cache: Path, lexicon: Lexicon) -> None:
    indexes(small(), lexicon, (), keep=True)
    changed = indexes(small("A fighter skips rope.", "two"), lexicon, (), keep=True)
    assert len(kept_files(cache)) == 2
    assert "skip" in changed.words
    assert "run" not in changed.words


@pytest.mark.parametrize("name", ["words/common.txt", "languages/es.tsv", "words/ordinary.txt", "fold.py", "scenes.py"])
def test_a_changed_word_list_or_module_makes_the_kept_file_another(
    cache: Path, room: Path, lexicon: Lexicon, name: str
) -> None:
    indexes(small(), lexicon, (), keep=True)
    before = kept_files(cache)
    with (room / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    indexes(small(), lexicon, (), keep=True)
    assert len(before) == 1
    assert len(kept_files(cache)) == 2


@pytest.mark.parametrize("name", FOR_READING)
def test_other_words_for_reading_leave_the_kept_file_as_it_is(
    cache: Path, room: Path, lexicon: Lexicon, name: str
) -> None:
    indexes(small(), lexicon, (), keep=True)
    before = kept_files(cache)
    with (room / "words" / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    indexes(small(), lexicon, (), keep=True)
    assert kept_files(cache) == before


@pytest.mark.parametrize("damage", [b"", b"rubbish", None], ids=["emptied", "overwritten", "one byte changed"])
def test_a_damaged_file_is_made_again(cache: Path, lexicon: Lexicon, damage: bytes | None) -> None:
    first = indexes(small(), lexicon, (), keep=True)
    (path,) = cache.glob("*.indexes")
    whole = path.read_bytes()
    path.write_bytes(bytes([*whole[:-1], whole[-1] ^ 1]) if damage is None else damage)
    assert same(indexes(small(), lexicon, (), keep=True), first)
    assert path.read_bytes() == whole


def test_a_file_of_another_shape_is_made_again(cache: Path, lexicon: Lexicon) -> None:
    first = indexes(small(), lexicon, (), keep=True)
    (path,) = cache.glob("*.indexes")
    compiled.kept.write(path.name, b"\x93\x01\x02\x03")  # well kept, but no indexes
    assert same(indexes(small(), lexicon, (), keep=True), first)


@pytest.mark.parametrize(("keep", "fingerprint"), [(False, "one"), (True, "")])
def test_what_is_not_to_be_kept_is_not(cache: Path, lexicon: Lexicon, keep: bool, fingerprint: str) -> None:
    assert indexes(small(fingerprint=fingerprint), lexicon, (), keep=keep).names
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert indexes(small(), lexicon, (), keep=True).names
