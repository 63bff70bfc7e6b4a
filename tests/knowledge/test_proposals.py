"""Montages that people propose are held to the rules of the data files."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import check, default_directory
from bot.knowledge.model import LONGEST_ID
from bot.knowledge.proposals import Proposal, entry_of, faults_of, is_own, number_of, own_id, together, yaml_of

RUNNER = Proposal(
    film="Zyzzy Runner",
    year=1999,
    song="Run On",
    artist="The Examples",
    description="A baker runs: up the hill, “loaves” under each arm. # no comment",
    kind="training",
    url="https://example.com/page",
    directors=("Jo Example",),
    imdb_id="tt99999999",
)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"url": "example.com"}, "whole address"),
        ({"url": "https://nowhere"}, "leads to no site"),
        ({"description": ""}, "“description” is empty"),
        ({"kind": "running"}, "no kind of montage"),
        ({"year": 1780}, "“year” cannot be 1780"),
        ({"song": "a piece of score"}, "describes the music"),
        ({"artist": "The Examples (live)"}, "is a remark"),
        ({"directors": ()}, "“directors” is an empty list"),
        ({"imdb_id": "99"}, "“imdb_id” cannot be “99”"),
        ({"imdb_id": "tt0084602"}, "is the IMDb id of Rocky III (1982)"),
        ({"film": "rocky iv", "year": 1985, "song": "Hearts on fire"}, "is known already"),
    ],
)
def test_what_no_data_file_may_say_is_refused(catalogue: Catalogue, wrong: dict[str, object], sentence: str) -> None:
    assert faults_of(RUNNER, catalogue) == ()
    assert sentence in " ".join(faults_of(replace(RUNNER, **wrong), catalogue))


def test_what_is_to_know_of_a_film_may_come_later_and_is_known_of_a_known_one(catalogue: Catalogue) -> None:
    bare = replace(RUNNER, directors=(), imdb_id="")
    assert faults_of(bare, catalogue, whole=False) == ()
    assert len(faults_of(bare, catalogue)) == 2
    known = entry_of(replace(bare, film="ROCKY iv", year=1985), catalogue)
    assert (known.title, known.imdb_id, known.directors) == ("Rocky IV", "tt0089927", ("Sylvester Stallone",))


def test_no_id_of_the_files_can_be_one_of_a_server(catalogue: Catalogue, tmp_path: Path) -> None:
    assert number_of(own_id(7)) == 7
    assert number_of("rocky") is None
    assert not any(is_own(montage.id) for montage in catalogue.montages)
    named = entry_of(RUNNER, catalogue, own_id(7))
    for folder in ("montages", "lists"):
        (tmp_path / folder).mkdir()
    (tmp_path / "montages" / "1990s.yaml").write_text(yaml_of((named,)), encoding="utf-8")
    assert any("“id” cannot be “server--7”" in fault.sentence for fault in check(tmp_path))


def test_what_is_exported_passes_the_check_of_the_data(catalogue: Catalogue, tmp_path: Path) -> None:
    made = [RUNNER, RUNNER, replace(RUNNER, song="Run " * 30), replace(RUNNER, song="1234"), replace(RUNNER, song="走")]
    films, faults = together([*made, replace(RUNNER, film="Other", directors=())], catalogue)
    assert len(faults) == 1
    assert faults[0].startswith("Other (1999) is left out: ")
    (film,) = films
    ids = [montage.id for montage in film.montages]
    assert len(set(ids)) == len(ids) == 4
    assert max(map(len, ids)) <= LONGEST_ID
    for each in default_directory().rglob("*.yaml"):
        copy = tmp_path / each.relative_to(default_directory())
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(each.read_bytes())
    file = tmp_path / "montages" / "1990s.yaml"
    added = yaml_of(films).partition("\n")[2]
    file.write_text(f"{file.read_text(encoding='utf-8')}{_indented(file, added)}", encoding="utf-8")
    assert [str(fault) for fault in check(tmp_path, links=True)] == []


def _indented(file: Path, added: str) -> str:
    """The films as the file has them: two spaces in, or none."""
    films = next(line for line in file.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("- title:"))
    indent = films[: len(films) - len(films.lstrip())]
    text = "".join(f"{indent}{line}" for line in added.splitlines(keepends=True))
    assert yaml.safe_load(text)
    return text
