"""What the project stands on: no dependency may change under it unasked, and the README says what each is for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
EVERY = sorted({*RUNTIME, *(each for extra in EXTRAS.values() for each in extra), *PROJECT["build-system"]["requires"]})


def name_of(requirement: str) -> str:
    """The bare name: "simcord[preview]==3.2.1" -> "simcord"."""
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]


def about_libraries() -> str:
    """The section of the README that says what each library is for."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition("## What it stands on\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("requirement", EVERY)
def test_a_dependency_stays_at_one_version_or_below_its_next_major_one(requirement: str) -> None:
    assert re.search(r"==\d[\d.]*$|,<\d+$", requirement)


@pytest.mark.parametrize("requirement", [*RUNTIME, *EXTRAS["preview"]])
def test_the_readme_says_in_one_line_what_a_library_is_for(requirement: str) -> None:
    named = re.findall(r"^\| \[([^\]]+)\]\(https://[^)]+\)[^|]* \| [^|]+ \|$", about_libraries(), re.MULTILINE)
    assert named.count(name_of(requirement)) == 1


@pytest.mark.parametrize("requirement", EXTRAS["dev"])
def test_the_readme_names_each_tool_of_the_developers(requirement: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(name_of(requirement))}(?![\w-])", about_libraries())
