"""Every way to get a data file wrong is reported with file, line and what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.errors import CatalogueError
from bot.knowledge.documents import DEEPEST
from bot.knowledge.faults import Fault
from bot.knowledge.loading import check, load

FILMS, BEST, WORST = "montages/1980s.yaml", "lists/best.yaml", "lists/worst.yaml"


class Slip(NamedTuple):
    """One text of one file replaced by another, and the fault that must come of it."""

    file: str
    old: str
    new: str
    line: int
    says: str


SLIPS = {
    "unknown key with a near one": Slip(FILMS, "    year: 1985", "    yeer: 1985", 21, "did you mean “year”?"),
    "unknown key": Slip(BEST, "items:", "zzz: 1\nitems:", 7, "“zzz”: it may have id, title"),
    "missing key": Slip(FILMS, "    imdb_id: tt0089927\n", "", 20,
                               "The key “imdb_id” is missing from an item of “films”"),
    "duplicate key": Slip(FILMS, "    year: 1985", "    year: 1985\n    year: 1985", 22,
                               "(first on line 21); delete one"),
    "title read as a number": Slip(FILMS, "title: Rocky IV", "title: 1408", 20, 'put it in quotes, "1408"'),
    "title read as a decimal": Slip(FILMS, "title: Rocky IV", "title: 8.5", 20, 'put it in quotes, "8.5"'),
    "title read as yes or no": Slip(FILMS, "title: Rocky IV", "title: Yes", 20, 'yes or no: put it in quotes, "Yes"'),
    "name read as a date": Slip(FILMS, "[Rocky 4]", "[2012-12-21]", 24, 'a date: put it in quotes, "2012-12-21"'),
    "empty value": Slip(FILMS, "title: Rocky IV", "title:", 20, "“title” is empty: write its text"),
    "wrong kind": Slip(FILMS, "kind: training", "kind: trainig", 27,
                               "did you mean “training”? Allowed are training, sports"),
    "unknown tag": Slip(FILMS, "kind: training", "kind: training\n        tags: [sports, openin]", 28,
                               "An item of “tags” cannot be “openin”: did you mean “opening”?"),
    "tag that repeats the kind": Slip(FILMS, "kind: training", "kind: training\n        tags: [training]", 28,
                               "The tag “training” is the kind already; delete the tag"),
    "tag given twice": Slip(FILMS, "kind: training", "kind: training\n        tags: [ending, ending]",
                               28, "The tag “ending” stands twice; delete one of them"),
    "tag that says nothing": Slip(FILMS, "kind: training", "kind: training\n        tags: [other]", 28,
                               "The tag “other” says nothing; delete it"),
    "tag that is no list": Slip(FILMS, "kind: training", "kind: training\n        tags: ending", 28,
                               "“tags” must be a list"),
    "bad id": Slip(FILMS, "id: rocky-iv-training", "id: Rocky_IV", 26, "small letters, digits and single hyphens"),
    "id that ends a line": Slip(FILMS, "id: rocky-iv-training", 'id: "rocky-iv-training\\n"', 26,
                               "cannot be “rocky-iv-training⏎”: it must be small letters"),
    "id too long for a button": Slip(FILMS, "id: rocky-iv-training", f"id: {'r' * 61}", 26,
                               "cannot have 61 characters: 60 are the most"),
    "list id too long": Slip(WORST, "id: worst", f"id: {'w' * 61}", 1, "cannot have 61 characters"),
    "IMDb id that ends a line": Slip(FILMS, "tt0089927", '"tt0089927\\n"', 23, "the id in the film's IMDb address"),
    "bad IMDb id": Slip(FILMS, "tt0089927", "0089927x", 23, "the id in the film's IMDb address"),
    "bad address": Slip(BEST, "publisher: A Paper", "publisher: A Paper\nurl: www.x.org", 4, "starts with https://"),
    "year in quotes": Slip(FILMS, "year: 1985", 'year: "1985"', 21, "must be a whole number without quotes"),
    "year out of bounds": Slip(FILMS, "year: 1985", "year: 85", 21, "cannot be 85: it must be from 1888 to 2100"),
    "enormous number": Slip(FILMS, "year: 1985", f"year: {'9' * 5000}", 21, "must be a whole number"),
    "rank below one": Slip(BEST, "rank: 1", "rank: 0", 9, "cannot be 0: it must be 1 or more"),
    "not yes or no": Slip(BEST, "ordered: true", "ordered: maybe", 4, "must be true or false, not “maybe”"),
    "not yes or no, by a tag": Slip(BEST, "ordered: true", "ordered: !!bool maybe", 4,
                               "“ordered” has the tag “bool”: delete the tag"),
    "nothing, by a tag": Slip(FILMS, "names: [Rocky 4]", "franchise: !!null Rocky", 24, "delete the tag"),
    "number by a tag": Slip(FILMS, "year: 1985", "year: !!int nineteen", 21, "delete the tag"),
    "list with a tag": Slip(FILMS, "names: [Rocky 4]", "names: !!set [Rocky 4]", 24, "delete the tag"),
    "record with a tag": Slip(BEST, "  - film: Rocky IV", "  - !!omap\n    film: Rocky IV", 8, "delete the tag"),
    "merge of an alias": Slip(BEST, "items:", "publishers: &a [x]\nitems:\n  - *a", 9, "The alias “*a” is not allowed"),
    "what would move a cursor": Slip(FILMS, "kind: training", 'kind: "\\e[2Jtraining"', 27,
                               "cannot be “training”"),
    "text for a list": Slip(FILMS, "names: [Rocky 4]", "names: Rocky 4", 24, "“names” must be a list"),
    "list for a text": Slip(FILMS, "title: Rocky IV", "title: [Rocky IV]", 20, "must be a single value"),
    "text for a record": Slip(FILMS,
                              "- title: Training Montage\n            artist: Vince DiCola\n            score: true\n",
                              "- Training Montage\n", 31, "must be written as keys and values; it needs title, artist"),
    "empty list": Slip(FILMS, "[Sylvester Stallone]", "[]", 22, "“directors” is an empty list"),
    "tag": Slip(FILMS, "title: Rocky IV", "title: !!binary Um9ja3k=", 20, "delete the tag"),
    "duplicate montage id": Slip(FILMS, "id: rocky-iv-training", "id: footloose-willard", 26, "already used in"),
    "same film twice": Slip(FILMS, "title: Rocky IV\n    year: 1985", "title: FOOTLOOSE!\n    year: 1984", 20,
                            "The film stands already in"),
    "same IMDb id": Slip(FILMS, "tt0089927", "tt0087277", 23, "IMDb id “tt0087277” is already used in"),
    "film of another decade": Slip(FILMS, "year: 1985", "year: 1979", 21, "belongs into 1970s.yaml"),
    "list points nowhere": Slip(BEST, "montage: rocky-iv-training", "montage: rocky-iv-trainin", 10,
                                "did you mean “rocky-iv-training”?"),
    "list points to another film": Slip(BEST, "film: Rocky IV", "film: Rocky V", 10,
                               "a montage of Rocky IV, not of Rocky V"),
    "source names no list of ours": Slip(FILMS, "list: best", "list: bets", 18, "did you mean “best”?"),
    "source leads nowhere": Slip(FILMS, "- list: best\n            supports", "- supports", 18,
                               "needs a page or a list"),
    "name of another film": Slip(FILMS, "[Rocky 4]", "[footloose]", 24,
                               "“footloose” is claimed by Footloose (1984) too"),
    "name that differs only in accents": Slip(FILMS, "[Rocky 4]", "['Fóotloose, 1984!']", 24,
                               "is claimed by Footloose"),
    "title written like another": Slip(FILMS, "title: Rocky IV\n    year: 1985",
                               "title: Фоотлоосе\n    year: 1984", 20,
                               "gets the id footloose-1984, which “Footloose” has"),
    "two default lists": Slip(WORST, "complete: false", "complete: false\ndefault: true", 6,
                               "Only one list may be the default"),
    "nobody made the list": Slip(BEST, "publisher: A Paper\n", "", 2, "add “publisher: …” or “author: …”"),
    "list not named like its file": Slip(WORST, "id: worst", "id: wurst", 1, "rename this file to wurst.yaml"),
    "broken YAML": Slip(FILMS, "title: Rocky IV", "title: Rocky: the fourth", 20, "The YAML is broken here"),
    "several documents": Slip(BEST, "items:", "---\nitems:", 7, "The YAML is broken here"),
}  # fmt: skip


def _spoil(folder: Path, slip: Slip) -> None:
    path = folder / slip.file
    text = path.read_text(encoding="utf-8")
    assert slip.old in text, "the table must fit the small catalogue"
    path.write_text(text.replace(slip.old, slip.new, 1), encoding="utf-8")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_fault_names_file_line_and_what_to_do(folder: Path, slip: Slip) -> None:
    _spoil(folder, slip)
    found = check(folder)
    assert any(
        (fault.file, fault.line) == (folder / slip.file, slip.line) and slip.says in fault.sentence for fault in found
    ), found


def test_a_folder_without_faults_has_none(folder: Path) -> None:
    assert check(folder) == ()


def test_a_duplicate_id_names_both_places(folder: Path) -> None:
    _spoil(folder, SLIPS["duplicate montage id"])
    fault = next(each for each in check(folder) if "already used" in each.sentence)
    assert fault.line == 26
    assert f"{folder / FILMS}:8" in fault.sentence


def test_all_faults_of_all_files_come_at_once(folder: Path, cache: Path) -> None:
    chosen = ("wrong kind", "year in quotes", "rank below one", "list not named like its file")
    for name in chosen:
        _spoil(folder, SLIPS[name])
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(chosen)
    for slip in map(SLIPS.__getitem__, chosen):
        assert any(line.startswith(f"{folder / slip.file}:{slip.line}: ") and slip.says in line for line in lines)
    assert not cache.exists()


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", 0, "The file is empty"),
        (b"# only a comment\n", 0, "The file is empty"),
        (b"id: best\ntitle: Am\xe9lie\n", 2, "not UTF-8"),
        (b"[" * 100_000, 1, "nested too deep"),
        (b"id: best\nitems:\n" + b"- " * 20_000, 3, "nested too deep"),
        (b"id: best\nitems: " + b"[\n" * 60 + b"]" * 60, 51, "nested too deep"),
        (b"[" * DEEPEST + b"\nx" + b"]" * DEEPEST, 2, "nested too deep"),
        (b"id: best\nitems: " + b"[" * 40 + b"\n", 3, "The YAML is broken here"),
        (b"id: a\x00b\n", 0, "The YAML is broken here"),
        (b"- one\n- two\n", 1, "The file must be written as keys and values"),
        (b"id: best\nitems: *nobody\n", 2, "The alias “*nobody” is not allowed"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nitems: [*b, *b]\n", 2, "The alias “*a” is not allowed"),
        (b"id: best\nitems: &all\n- *all\n", 3, "The alias “*all” is not allowed"),
        (b'id: best\nordered: !!bool "' + b"[" * 100_000 + b'"\n', 2, "has the tag “bool”"),
        (b"? *a\n: b\n", 1, "The alias “*a” is not allowed"),
    ],
)
def test_a_file_that_is_no_list_at_all_is_said_to_be_so(folder: Path, content: bytes, line: int, says: str) -> None:
    (folder / BEST).write_bytes(content)
    found = [fault for fault in check(folder) if fault.file == folder / BEST]
    assert any(fault.line == line and says in fault.sentence for fault in found), found


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    path = folder / BEST
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(folder) == ()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert check(tmp_path / "nowhere") == (
        Fault(tmp_path / "nowhere", 0, "There is no such folder; name the one that holds montages/ and lists/."),
    )


def test_missing_parts_of_the_folder_are_named(folder: Path) -> None:
    for path in (folder / "lists").iterdir():
        path.unlink()
    assert Fault(folder / "lists", 0, "The folder holds no .yaml file; put at least one there.") in check(folder)
    (folder / "lists").rmdir()
    assert any(fault.file == folder / "lists" and "no such folder" in fault.sentence for fault in check(folder))


@pytest.mark.parametrize("name", ["more.yml", "more.YML", "MORE.YAML", "more.Yaml"])
def test_a_file_that_would_be_overlooked_is_named(folder: Path, name: str) -> None:
    (folder / "lists" / name).write_text("id: more\n", encoding="utf-8")
    (fault,) = check(folder)
    assert (fault.file.name, fault.sentence) == (name, "Data files end in .yaml; rename it, or it is left out.")


@pytest.mark.parametrize("name", ["old", "old.yaml", "old.yml"])
def test_a_folder_that_would_be_overlooked_is_named(folder: Path, name: str) -> None:
    (folder / "montages" / name).mkdir()
    (fault,) = check(folder)
    assert fault.file == folder / "montages" / name
    assert fault.sentence.startswith("Folders are not looked into")


@pytest.mark.parametrize("name", [".DS_Store", "._1980s.yaml", ".#best.yaml", ".best.yaml.swp", ".git", "best.yaml~"])
def test_what_editors_and_macos_leave_is_no_data(folder: Path, name: str) -> None:
    (folder / "lists" / name).write_bytes(b"\x00\x05\x16\x07")
    assert check(folder) == ()


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "lists" / "pipe.yaml")
    (fault,) = check(folder)
    assert "it is no file" in fault.sentence


@pytest.mark.parametrize(
    "content",
    [b"\xff", b"films: [", b"", b"films: 1\n", b"filmes: []\n", b"films: [*all]\n", None],
    ids=["not UTF-8", "broken", "empty", "a number", "unknown key", "alias", "unreadable"],
)
def test_a_file_nobody_can_read_makes_no_faults_in_those_that_point_to_it(folder: Path, content: bytes | None) -> None:
    path = folder / FILMS
    path.unlink()
    if content is None:
        os.mkfifo(path)
    else:
        path.write_bytes(content)
    assert {fault.file for fault in check(folder)} == {path}


def test_a_list_nobody_can_read_makes_no_faults_in_the_sources_that_name_it(folder: Path) -> None:
    (folder / BEST).write_bytes(b"\xff")
    assert {fault.file for fault in check(folder)} == {folder / BEST}


def test_an_id_that_is_wrong_makes_no_faults_in_what_points_to_it(folder: Path) -> None:
    _spoil(folder, SLIPS["bad id"])
    assert [fault.file for fault in check(folder)] == [folder / FILMS]


def test_names_without_a_letter_or_digit_are_no_names_of_each_other(folder: Path) -> None:
    for old, new in (("[Rocky 4]", "['!!!']"), ("[Footloose 1984]", "['???']")):
        _spoil(folder, Slip(FILMS, old, new, 0, ""))
    assert check(folder) == ()


def test_two_films_of_one_title_are_told_apart_by_year(folder: Path) -> None:
    _spoil(folder, Slip(FILMS, "title: Rocky IV", "title: Footloose", 0, ""))
    _spoil(folder, Slip(BEST, "film: Rocky IV", "film: Footloose", 0, ""))
    assert check(folder) == ()


def test_a_fault_reads_as_place_and_sentence() -> None:
    assert str(Fault(Path("data/x.yaml"), 3, "Mend it.")) == "data/x.yaml:3: Mend it."
    assert str(Fault(Path("data"), 0, "Mend it.")) == "data: Mend it."
