"""Filters, statistics, export and schemas."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Entries
from bot.knowledge.export import COLUMNS, export
from bot.knowledge.kinds import Kind
from bot.knowledge.loading import default_directory
from bot.knowledge.model import Confidence, FilmEntry, MontageEntry, Song
from bot.knowledge.schema import SCHEMAS, schema_text, write_schemas
from bot.knowledge.selection import Filter, select
from bot.knowledge.statistics import statistics


def _entry(montage_id: str, song: Song, **more: Any) -> MontageEntry:
    given = {"kind": Kind.TRAINING, "strict": True, "description": "So.", "confidence": Confidence.HIGH, **more}
    return MontageEntry(id=montage_id, songs=(song,), **given)


def _film(
    title: str, year: int, *montages: MontageEntry, franchise: str | None = None, director: str = "Anna"
) -> FilmEntry:
    imdb_id = f"tt000{year}"
    return FilmEntry(
        title=title, year=year, directors=(director,), imdb_id=imdb_id, montages=montages, franchise=franchise
    )


SMALL = Entries(
    films=(
        _film("Rocky", 1976, _entry("rocky", Song(title="Fly", artist="Bill Conti")), franchise="Rocky"),
        _film(
            "Rocky III",
            1982,
            _entry("beach", Song(title="Fly", artist="Bill Conti", vocals=("DeEtta West",))),
            _entry(
                "rise",
                Song(title="Eye", artist="Survivor"),
                kind=Kind.RISE,
                tags=(Kind.OPENING, Kind.TRAINING),
                confidence=Confidence.MEDIUM,
            ),
            franchise="Rocky",
            director="Sylvester Stallone",
        ),
        _film(
            "Creed",
            2015,
            _entry("creed", Song(title="=Up", artist="Jidenna", composers=("Amélie Ô",))),
            franchise="Creed",
        ),
        _film("Solo", 1989, _entry("solo", Song(title="S", artist="Survivors & Co"), strict=False)),
    ),
    lists=(),
).catalogue("")


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), ["rocky", "beach", "rise", "creed", "solo"]),
        (Filter(kinds=(Kind.RISE,)), ["rise"]),
        (Filter(kinds=(Kind.OPENING,)), ["rise"]),
        (Filter(kinds=(Kind.TRAINING,), strict=True), ["rocky", "beach", "rise", "creed"]),
        (Filter(kinds=(Kind.TRAINING, Kind.OPENING), every_kind=True), ["rise"]),
        (Filter(kinds=(Kind.TRAINING, Kind.OPENING, Kind.ENDING), every_kind=True), []),
        (Filter(kinds=(Kind.RISE, Kind.TRAINING), strict=True), ["rocky", "beach", "rise", "creed"]),
        (Filter(strict=False), ["solo"]),
        (Filter(first_year=1982), ["beach", "rise", "creed", "solo"]),
        (Filter(first_year=1980, last_year=1989), ["beach", "rise", "solo"]),
        (Filter(last_year=1976), ["rocky"]),
        (Filter(artist="survivor"), ["rise"]),
        (Filter(artist="BILL CONTI"), ["rocky", "beach"]),
        (Filter(artist="deetta west"), ["beach"]),
        (Filter(artist="amelie o"), ["creed"]),
        (Filter(artist="?!"), []),
        (Filter(director="Stallone"), ["beach", "rise"]),
        (Filter(franchise="rocky"), ["rocky", "beach", "rise"]),
        (Filter(franchise="creed", kinds=(Kind.RISE,)), []),
    ],
)
def test_a_filter_admits_exactly_what_it_names(chosen: Filter, expected: list[str]) -> None:
    assert [montage.id for montage in select(SMALL, chosen)] == expected


def test_only_a_filter_that_says_nothing_is_empty() -> None:
    assert Filter().is_empty
    assert not Filter(strict=False).is_empty


def test_statistics_count_what_there_is() -> None:
    counts = statistics(SMALL)
    assert (counts.montages, counts.films, counts.songs, counts.strict) == (5, 4, 4, 4)
    assert dict(counts.by_decade) == {"1970s": 1, "1980s": 3, "2010s": 1}
    assert list(counts.by_kind.items()) == [("training", 5), ("rise", 1), ("opening", 1)]
    assert dict(counts.by_confidence) == {"high": 4, "medium": 1}
    assert counts.without_source == ("rocky", "beach", "rise", "creed", "solo")


def test_statistics_of_the_whole_catalogue_add_up(catalogue: Catalogue) -> None:
    counts = statistics(catalogue)
    for table in (counts.by_decade, counts.by_confidence):
        assert sum(table.values()) == counts.montages == len(catalogue.montages)
    assert {kind: len(select(catalogue, Filter(kinds=(Kind(kind),)))) for kind in counts.by_kind} == counts.by_kind


def test_json_has_every_film_montage_and_list(catalogue: Catalogue) -> None:
    data = json.loads(export(catalogue, "json"))
    assert [film["id"] for film in data["films"]] == [film.id for film in catalogue.films]
    found = [montage["id"] for film in data["films"] for montage in film["montages"]]
    assert sorted(found) == sorted(montage.id for montage in catalogue.montages)
    assert [each["id"] for each in data["lists"]] == [each.id for each in catalogue.lists]


def test_csv_has_a_line_a_song(catalogue: Catalogue) -> None:
    rows = list(csv.DictReader(io.StringIO(export(catalogue, "csv"))))
    assert tuple(rows[0]) == COLUMNS
    expected = [(montage.id, song.title) for montage in catalogue.montages for song in montage.songs]
    assert [(row["montage"], row["song"]) for row in rows] == expected


def test_no_cell_of_the_csv_is_taken_for_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(export(SMALL, "csv"))))
    assert [row["song"] for row in rows if row["montage"] == "creed"] == ["'=Up"]


def test_kind_and_tags_have_a_column_each() -> None:
    rows = list(csv.DictReader(io.StringIO(export(SMALL, "csv"))))
    found = {row["montage"]: (row["kind"], row["tags"]) for row in rows}
    assert (found["rise"], found["rocky"]) == (("rise", "opening; training"), ("training", ""))


def test_the_schema_says_what_each_kind_means() -> None:
    kinds = json.loads(schema_text("montages.schema.json"))["$defs"]["Kind"]
    assert dict(zip(kinds["enum"], kinds["enumDescriptions"], strict=True)) == {
        kind.value: kind.meaning for kind in Kind
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_current(name: str) -> None:
    committed = (default_directory() / name).read_text(encoding="utf-8")
    assert committed == schema_text(name), (
        "the model changed: write the schemas anew with bot.knowledge.schema.write_schemas"
    )


def test_schemas_are_written_as_committed(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("schemas")
    write_schemas(folder)
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {
        name: schema_text(name) for name in SCHEMAS
    }


def test_every_data_file_names_its_schema_in_the_first_line() -> None:
    for part in ("montages", "lists"):
        for path in (default_directory() / part).glob("*.yaml"):
            first = path.read_text(encoding="utf-8").splitlines()[0]
            assert first == f"# yaml-language-server: $schema=../{part}.schema.json", path.name
