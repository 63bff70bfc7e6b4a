"""What people install: the wheel, made of the source distribution, on its own, somewhere else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow
KEEP = """
import asyncio
from bot.community.store.address import address_of
from bot.community.store.store import Store
from bot.community.store.upgrade import upgrade

async def count():
    url = "sqlite:///kept/votes.sqlite3"
    await upgrade(address_of(url))
    async with Store.configured(url) as store:
        print(await store.votes.count(1, "rocky"))

asyncio.run(count())
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was built from that and nothing else."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--installer", "uv", "--outdir", str(folder), str(ROOT))
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    [wheel] = built.glob("*.whl")
    return wheel


def tracked(*folders: str) -> set[str]:
    """The files of these folders that belong to the project."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", *folders, cwd=ROOT).splitlines()
    return {name for name in listed if (ROOT / name).is_file()}


def run(*arguments: str, cwd: Path | None = None) -> str:
    """What the program prints to standard output, with nothing of this checkout within its reach."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MONTAGE_"))}
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", cwd=cwd, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_program_and_all_its_data_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    ours = tracked("bot", "data")
    assert held == {f"bot/{name}" if name.startswith("data/") else name for name in ours} | {"bot/avatar.png"}
    assert "bot/data/lists/most-insane-training-montages.yaml" in held


def test_the_source_distribution_holds_all_that_is_needed_to_work_on_it(built: Path) -> None:
    [source] = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        held = {member.name.partition("/")[2] for member in archive.getmembers()}
    assert tracked("bot", "data", "deploy", "docs", "tests", "benchmarks") <= held
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", ".env.example"} <= held
    assert ".env" not in held


def test_the_wheel_answers_in_an_empty_environment_elsewhere(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv")
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(find_uv_bin(), "pip", "install", "--quiet", "--python", str(programs / "python"), str(wheel), cwd=tmp_path)
    answer = json.loads(run(str(programs / "montage-bot"), "ask", "--json", "what song plays in rocky", cwd=tmp_path))
    assert answer["films"] == ["Rocky (1976)"]
    assert answer["songs"] == ["Gonna Fly Now"]
    assert run(str(programs / "montage-bot"), "check", cwd=tmp_path).startswith("No faults in ")
    assert run(str(programs / "python"), "-c", KEEP, cwd=tmp_path) == "0\n", "the steps of the schema came along"
