"""Bad days are brought about on a sample, so that what docs/reliability.md is made by does not rot."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import databases, reliability, spoiled, texts
from benchmarks.faults import Row, _trial
from benchmarks.trials import Trial, show, trial_table

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_page_has_each_kind_of_fault_and_nothing_is_lost(tmp_path: Path) -> None:
    page = tmp_path / "reliability.md"
    reliability.main(["--quick", "--output", str(page)])
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [each.title for each in reliability.SECTIONS]
    rows = re.findall(r"^\| [^|]+ \| [\d,]+ \| (\S+) \|", text, re.MULTILINE)
    assert len(rows) > 2 * len(reliability.SECTIONS)
    assert {*rows} == {"0"}


def test_every_command_on_the_page_is_one() -> None:
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    commands = re.findall(r"`(benchmarks\.\w+)[^`]*` \|$", text, re.MULTILINE)
    assert len(commands) > 20
    assert all(find_spec(each) for each in commands)
    assert [each.title for each in reliability.SECTIONS] == re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_texts_of_any_kind_are_asked_and_typed_without_a_fault() -> None:
    assert [(each.tried, each.lost) for each in texts.trials(240)] == [(240, 0), (240, 0)]


def test_a_spoiled_file_is_read_or_refused_where_it_is_wrong(tmp_path: Path) -> None:
    for part in ("montages", "lists"):
        (tmp_path / part).mkdir()
    (tmp_path / "montages" / "1980s.yaml").write_text(spoiled.FILM, encoding="utf-8")
    (tmp_path / "lists" / "best.yaml").write_text(spoiled.LIST, encoding="utf-8")
    cut, flipped = spoiled.trials(60, tmp_path)
    assert (cut.tried, cut.lost, flipped.tried, flipped.lost) == (120, 0, 240, 0)


@pytest.mark.parametrize(
    "name",
    ["SQLite on a full disk", pytest.param("PostgreSQL killed, and started later", marks=pytest.mark.slow)],
)
def test_a_database_that_fails_loses_nothing_that_was_confirmed(name: str) -> None:
    if name not in databases.possible():
        pytest.skip("PostgreSQL's programs are not here")
    trial = databases.tried(name, 1)
    assert (trial.tried > 20, trial.lost) == (True, 0)
    assert re.match(r"[1-9]\d* refused in a sentence", trial.besides)


def test_what_is_lost_stands_out_and_ends_the_command_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    trial = Trial("A fault", 1200, 3, "benchmarks.faults", "1 told")
    assert "| A fault | 1,200 | **3** | 1 told | `benchmarks.faults` |" in trial_table([trial])
    with pytest.raises(SystemExit):
        show([trial])
    assert capsys.readouterr().out == "A fault: 1,200 tried, 3 lost or wrong; 1 told\n"


def test_what_discord_refuses_for_good_is_not_lost_by_us_but_what_comes_twice_is() -> None:
    row = Row(asked=9, once=3, lost={"click": 4}, twice=2, apologies=1, most=2, complaints=0)
    assert (_trial("500", row).lost, _trial("reset every time", row).lost) == (5, 2)
    assert "3 that Discord refuses for good" in _trial("reset every time", row).besides
