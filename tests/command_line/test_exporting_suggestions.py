"""`montage-bot export --suggestions`: what servers approved, ready for the data files."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import yaml
from msgspec.structs import replace
from shell import Shell

from bot.community.store.store import Store
from bot.community.suggestions import Decision, Facts

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
RUNNER = Facts(
    "Zyzzy Runner",
    1999,
    "Run On",
    "The Examples",
    "She runs: \x1b[31m“fast”.",
    "training",
    "https://example.com/page",
    ("Jo Example",),
    "tt99999999",
)
SUGGESTED = (
    RUNNER,
    replace(RUNNER, film="Another", year=1991, imdb_id="tt99999998"),
    replace(RUNNER, film="Rocky IV", year=1985),
    replace(RUNNER, film="No Imdb", imdb_id=""),
)


async def approve(url: str) -> None:
    async with Store.configured(url) as store:
        for member, facts in enumerate(SUGGESTED):
            made = await store.suggestions.suggest(1, member, facts, NOON)
            await store.suggestions.decide(1, made.number, Decision.APPROVE, 9, NOON)
        await store.suggestions.suggest(1, 7, replace(RUNNER, film="Not Approved"), NOON)


def test_what_was_approved_is_written_as_the_files_have_it(shell: Shell, tmp_path: Path) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/kept.sqlite3"}
    assert shell.run("export", "--suggestions", settings=settings).stdout == (
        "# No server has approved a suggestion yet.\n"
    )
    asyncio.run(approve(settings["DATABASE_URL"]))
    done = shell.run("export", "--suggestions", settings=settings)
    assert done.returncode == 0
    assert done.stderr.startswith("No Imdb (1999) is left out: ")
    known, new = yaml.safe_load_all(done.stdout)
    assert [film["title"] for film in known["films"]] == ["Rocky IV"]
    assert [film["title"] for film in new["films"]] == ["Another", "Zyzzy Runner"]
    assert new["films"][1]["montages"][0]["id"] == "zyzzy-runner-run-on"
    assert "# For data/montages/1990s.yaml, below “films”:" in done.stdout
    assert "where Rocky IV is already" in done.stdout
    assert "\x1b" not in done.stdout
