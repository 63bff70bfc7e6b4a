"""What fresh readers tell of montages is measured rightly, and no cue is written after it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.described import Places, described_table, descriptions, find, main, wanting_cues
from bot.knowledge.catalogue import Catalogue

MESSAGES = """\
mulan:
  - clumsy recruits in old China, a girl among them climbs the pole for the arrow
  - Which one has a puppet on a treadmill?
  - zzz zzzz zzzzz
"""
#: So many words in a row that a cue and a message share are no accident.
RUN = 8


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "told.yaml"
    path.write_text(MESSAGES, encoding="utf-8")
    return path


def test_a_montage_is_found_where_the_search_has_it_and_the_second_message_is_kept_out(
    catalogue: Catalogue, written: Path
) -> None:
    first, second, third = find(catalogue, descriptions(catalogue, written))
    assert (first.searched, third.searched, third.asked) == (1, None, None)
    assert second.searched != 1
    assert [each.description.kept_out for each in (first, second, third)] == [False, True, False]


def test_those_found_are_counted_on_what_was_kept_out_and_on_all(catalogue: Catalogue, written: Path) -> None:
    one, kept_out, other = descriptions(catalogue, written)
    places = [Places(one, 1, 1), Places(kept_out, 5, None), Places(other, 6, 2)]
    rows = described_table(places).splitlines()
    assert rows[2:] == [
        "| searching, the montage | 0, 0.0 % | 1, 100.0 % | 1, 33.3 % | 2, 66.7 % |",
        "| asking, its film | 0, 0.0 % | 0, 0.0 % | 1, 33.3 % | 2, 66.7 % |",
    ]


def test_what_was_kept_out_is_never_shown(catalogue: Catalogue, written: Path) -> None:
    one, kept_out, other = descriptions(catalogue, written)
    shown = wanting_cues([Places(one, 2, 1), Places(kept_out, None, None), Places(other, None, None)])
    assert shown == "- mulan (not found): zzz zzzz zzzzz"


def test_the_command_prints_the_figures_of_a_file(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--file", str(written), "--show"])
    assert "| Found by | First, 1 kept out | Among five | First, all 3 | Among five |" in capsys.readouterr().out


def test_an_id_that_is_none_of_ours_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "told.yaml"
    path.write_text("no-such-montage: [one, two, three]", encoding="utf-8")
    with pytest.raises(ValueError, match="no montage has the id no-such-montage"):
        descriptions(catalogue, path)


def test_no_cue_repeats_what_was_told(catalogue: Catalogue) -> None:
    repeated = [
        cue
        for each in descriptions(catalogue)
        for cue in each.montage.entry.cues
        if not _runs(cue).isdisjoint(_runs(each.text))
    ]
    assert repeated == []


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().replace(",", "").split()
    return set(zip(*(islice(words, start, None) for start in range(RUN)), strict=False))
