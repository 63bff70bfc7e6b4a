"""`montage-bot new`: what is typed becomes an entry where it belongs, or nothing at all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from shell import ROOT, Shell
from typist import ANSWERS, EIGHTIES, ENTRY, files_of, hold, lines_of, small_folder

from bot.errors import MontageBotError
from bot.knowledge.loading import check

ALL = lines_of(ANSWERS)
SAYS_NOTHING = "Nothing was written."


class Slip(NamedTuple):
    """What is typed wrong before the right answer to a question, and the sentence that is said to it."""

    at: str
    typed: tuple[str, ...]
    says: str


SLIPS = {
    "no title": Slip("title", ("",), "“title” is empty: write its text"),
    "name of another film": Slip("title", ("Rocky 4", ""), "“Rocky 4” is claimed by Rocky IV (1985) too"),
    "year in words": Slip("year", ("nineteen",), "“year” must be a whole number"),
    "year before film": Slip("year", ("1784",), "“year” cannot be 1784: it must be from 1888 to 2100"),
    "no director": Slip("directors", ("",), "An item of “directors” is empty"),
    "director with a remark": Slip("directors", ("Jo Example (uncredited)",), "is a remark rather than a name"),
    "director spelt otherwise": Slip("directors", ("Sylvestre Stallone", "1", "/back"), "1  Sylvester Stallone"),
    "IMDb id without letters": Slip("imdb_id", ("0000001",), "it must be the id in the film's IMDb address"),
    "IMDb id of another": Slip("imdb_id", ("tt0089927",), "The IMDb id “tt0089927” is already used in"),
    "name of another film as a name": Slip("names", ("footloose 1984",), "is claimed by Footloose (1984) too"),
    "no song": Slip("song", ("",), "“title” is empty"),
    "music described": Slip("song", ("jazzy theme",), "“jazzy theme” describes the music instead of naming it"),
    "performer with a remark": Slip("artist", ("sung by the cast",), "is a remark rather than a name"),
    "song younger than the film": Slip("song_year", ("1999",), "A song of 1999 cannot be heard in a film of 1984"),
    "score neither yes nor no": Slip("score", ("maybe",), "“score” must be true or false, not “maybe”"),
    "performer as composer": Slip("composers", ("The Examples",), "stands for performer and composer alike"),
    "singer who is not the performer": Slip("vocals", ("Cy Nobody",), "“The Examples” is not among those who sing"),
    "no kind": Slip("kind", ("",), "“kind” cannot be “”"),
    "unknown kind": Slip("kind", ("wrok",), "“kind” cannot be “wrok”: did you mean “work”?"),
    "tag that is the kind": Slip("tags", ("work",), "The tag “work” is the kind already"),
    "tag twice": Slip("tags", ("chase, chase",), "The tag “chase” stands twice"),
    "strict neither yes nor no": Slip("strict", ("perhaps",), "“strict” must be true or false"),
    "no description": Slip("description", ("",), "“description” is empty"),
    "id with capitals": Slip("id", ("Night_Mail",), "it must be small letters, digits and single hyphens"),
    "id of another": Slip("id", ("rocky-iv-training",), "The montage id “rocky-iv-training” is already used in"),
    "name that is a film's": Slip("scene_names", ("rocky iv",), "is claimed by Rocky IV (1985) too"),
    "character with an article": Slip("characters", ("The Boss",), "begins with a capital article; write “the Boss”"),
    "page without a scheme": Slip("url", ("example.com",), "it must be a whole address that starts with https://"),
    "page that is none": Slip("url", ("https://nowhere",), "leads to no site"),
    "page cited twice": Slip("another_url", ("https://example.com/night-mail/",),
                             "The montage cites “https://example.com/night-mail/” twice (first above)"),
    "confidence in other words": Slip("confidence", ("sure",), "“confidence” cannot be “sure”"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_folder(tmp_path / "data")


def eighties(folder: Path) -> str:
    return (folder / "montages" / "1980s.yaml").read_text(encoding="utf-8")


def test_a_whole_dialogue_adds_the_entry_and_no_other_line(shell: Shell, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    before = files_of(data)
    done = shell.run("new", str(data), typed="\n".join(ALL).encode() + b"\n")
    assert (done.returncode, done.stderr) == (0, "")
    path = data / "montages" / "1980s.yaml"
    assert {each for each, content in files_of(data).items() if content != before[each]} == {path}
    head, added, tail = path.read_bytes().partition(f"{ENTRY}\n".encode())
    assert added
    assert head + tail == before[path]
    following = re.match(r"  - title: (?:The )?(.+)\n    year: 1984\n", tail.decode())
    assert following
    assert following[1] > "Night Mail"
    assert shell.run("check", str(data)).returncode == 0


def test_what_is_written_stands_in_the_order_of_the_file(folder: Path) -> None:
    hold(folder, ALL)
    assert eighties(folder) == EIGHTIES.replace("  # He trains twice.", f"{ENTRY}\n  # He trains twice.")
    assert check(folder) == ()


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_wrong_answer_is_asked_again_with_the_sentence_of_its_rule(
    folder: Path, capsys: pytest.CaptureFixture[str], slip: Slip
) -> None:
    typed = [line for name, lines in ANSWERS.items() for line in (*(slip.typed if name == slip.at else ()), *lines)]
    hold(folder, typed)
    assert slip.says in capsys.readouterr().out
    assert ENTRY in eighties(folder)


@pytest.mark.parametrize("end", range(len(ALL)), ids=str)
def test_whoever_stops_leaves_the_data_untouched(folder: Path, capsys: pytest.CaptureFixture[str], end: int) -> None:
    before = files_of(folder)
    hold(folder, [*ALL[:end], "/stop"])
    assert capsys.readouterr().out.endswith(f"{SAYS_NOTHING}\n")
    assert files_of(folder) == before


@pytest.mark.parametrize("end", [0, 1, 9, len(ALL) - 1])
def test_input_that_ends_too_early_is_said_to_do_so_and_nothing_is_written(folder: Path, end: int) -> None:
    before = files_of(folder)
    with pytest.raises(MontageBotError, match=r"Standard input ended before .* nothing was written\."):
        hold(folder, ALL[:end])
    assert files_of(folder) == before


@pytest.mark.parametrize("end", range(1, len(ALL)), ids=str)
def test_one_goes_back_a_question_from_anywhere(folder: Path, end: int) -> None:
    hold(folder, [*ALL[:end], "/back", *ALL[end - 1 :]])
    assert ENTRY in eighties(folder)


def test_one_goes_back_all_the_way(folder: Path) -> None:
    wrong = [*ALL]
    wrong[0] = "The Nigth Mail"
    hold(folder, [*wrong[:9], *["/back"] * 12, *ALL])
    assert ENTRY in eighties(folder)


def test_the_shell_is_told_why_nothing_was_written(shell: Shell, folder: Path) -> None:
    before = files_of(folder)
    ended = shell.run("new", str(folder), typed=b"The Night Mail\n1984")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "nothing was written" in ended.stderr
    stopped = shell.run("new", typed=b"/stop\n", settings={"MONTAGE_DATA": str(folder)})
    assert (stopped.returncode, stopped.stderr) == (0, "")
    assert files_of(folder) == before


def test_what_is_no_text_is_asked_again_and_what_steers_a_terminal_is_left_out(shell: Shell, folder: Path) -> None:
    typed = [b"\xff\xfe", "The \x1b[2JNight\u202e  Mail".encode(), *(line.encode() for line in ALL[1:])]
    done = shell.run("new", str(folder), typed=b"\n".join(typed) + b"\n")
    assert done.returncode == 0, done.stderr
    assert "That is not UTF-8 text" in done.stdout
    assert ENTRY in eighties(folder)


def test_faults_that_are_there_already_come_first(shell: Shell, folder: Path) -> None:
    path = folder / "montages" / "1980s.yaml"
    path.write_text(EIGHTIES.replace("kind: dance", "kind: dancing"), encoding="utf-8")
    done = shell.run("new", str(folder), typed=b"\n".join(line.encode() for line in ALL))
    assert done.returncode == 2
    assert f"{path}:12: “kind” cannot be “dancing”" in done.stderr
