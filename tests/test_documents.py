"""What the README and its companions say is so: commands, links, and the example everybody starts from."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from bot.answers.card import UNCONFIRMED
from bot.command_line import commands
from bot.command_line.parser import parse
from bot.discord_app.client import montage_commands
from bot.knowledge.loading import check

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(f"docs/{each.name}" for each in ROOT.glob("docs/*.md")),
]
#: What is no path of the project: a slash command, an address, an option, what a user makes, a pattern of many paths.
_NO_PATH = re.compile(r"^[/@-]|^https?:|^\.venv\b|^\.env$|[*{}<>|]")
_LIKE_A_PATH = re.compile(r"^[\w.-]+(?:/[\w.-]+)*/?$")
_FILE = re.compile(r"\.(?:cfg|csv|example|json|md|png|py|toml|tsv|txt|ya?ml)$")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", text_of(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def paths_in(text: str) -> list[str]:
    """Every path between backticks, alone or within a command; without blocks of code and what somebody asked."""
    prose = re.sub(r"^ *```.*?^ *```|“[^”]*”", "", text, flags=re.DOTALL | re.MULTILINE)
    words = [word.rstrip(",;:.") for quoted in re.findall(r"`([^`]+)`", prose) for word in quoted.split()]
    paths = [word for word in words if "/" in word or _FILE.search(word)]
    return [word for word in paths if _LIKE_A_PATH.match(word) and not _NO_PATH.search(word)]


def is_there(path: str, beside: Path) -> bool:
    """Whether it exists as written, or, when it is a bare file name, somewhere in the program."""
    if (ROOT / path).exists() or (beside / path).exists():
        return True
    return "/" not in path and any((ROOT / "bot").rglob(path))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_is_named_exists(name: str) -> None:
    assert [path for path in paths_in(text_of(name)) if not is_there(path, (ROOT / name).parent)] == []


def test_a_path_that_is_gone_would_be_noticed() -> None:
    text = "In `bot/gone.py` and `gone.py`, see `less data/gone/`, not `data/*.yaml`, `/montage ask`, `.env`, “`a/b`”."
    assert paths_in(text) == ["bot/gone.py", "gone.py", "data/gone/"]
    assert not any(is_there(path, ROOT) for path in paths_in(text))
    assert all(is_there(path, ROOT / "docs") for path in ("bot/config.py", "cards.py", "architecture.md", "data/"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_the_program_is_called_as_it_is_written(name: str) -> None:
    for call in re.findall(r"`(?:\.venv/bin/)?montage-bot( [^`]+)?`", text_of(name)):
        words = re.sub(r"\bID\b", "1", call).replace('"', "").split()
        assert parse(words).command is not None


def test_the_readme_names_every_command_of_the_program() -> None:
    named = set(re.findall(r"^\| `montage-bot ([a-z]+)", text_of("README.md"), re.MULTILINE))
    assert named == set(commands.__all__) - {"start"}


def test_the_readme_says_of_what_no_page_confirms_what_its_card_says() -> None:
    assert UNCONFIRMED in " ".join(text_of("README.md").split())


def test_the_readme_names_every_slash_command_and_no_other() -> None:
    named = set(re.findall(r"`/montage ([a-z]+)`", text_of("README.md")))
    assert named == {command.name for command in montage_commands().commands}


def test_the_readme_has_one_line_to_try_it_and_one_to_test_it() -> None:
    lines = re.findall(r"```sh\n(.+)\n```", text_of("README.md"))
    assert [line.rpartition("/")[2] for line in lines] == ["montage-bot", "pytest"]
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install -q -e '.[") for line in lines)


def test_the_example_of_a_new_montage_passes_the_check(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    [example] = re.findall(r"```yaml\n(.+?)```", text_of("CONTRIBUTING.md"), re.DOTALL)
    with (tmp_path / "data" / "montages" / "1980s.yaml").open("a", encoding="utf-8") as file:
        file.write(textwrap.indent(textwrap.dedent(example), "  "))
    assert check(tmp_path / "data") == ()
