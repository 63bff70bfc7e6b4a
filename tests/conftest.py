"""What many tests start from: the real data, a guide over it, and an empty store."""

from __future__ import annotations

import asyncio
import copy
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load
from tests.clock import is_disturbed

if TYPE_CHECKING:
    from bot.answers.guide import Guide
    from bot.community.store.store import Store


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("timed") and is_disturbed():
        pytest.skip("coverage, a debugger or tests beside it would slow it; held without")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with what takes long come first, so that where files run beside each other none is waited for alone."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session", autouse=True)
def _nothing_kept_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A bot that is started with no word on where its database is makes one for the tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("DATABASE_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(default_directory())


@pytest.fixture(scope="session")
def _well_read(catalogue: Catalogue) -> Guide:
    from bot.answers.guide import Guide  # here, so that the tests of the rooms below run without the rooms above

    return Guide(catalogue)


@pytest.fixture
def guide(_well_read: Guide) -> Guide:
    """A guide that remembers no conversation. Reading the catalogue takes a second or two, so all share one reader."""
    from bot.answers.memory import Memory  # for the same reason

    fresh = copy.copy(_well_read)
    fresh._memory = Memory()
    return fresh


@pytest.fixture(scope="session")
def _tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables and nothing in them. To make it takes what a verb may take, on a machine that is busy."""
    from bot.community.store.address import Address
    from bot.community.store.upgrade import upgrade

    file = tmp_path_factory.mktemp("tables") / "empty.sqlite3"
    asyncio.run(upgrade(Address(file)))
    return file


@pytest.fixture
def kept(tmp_path: Path, _tables: Path) -> Path:
    """An empty database in a file of the test's own."""
    file = tmp_path / "kept" / "store.sqlite3"
    file.parent.mkdir()
    return Path(shutil.copy(_tables, file))


@pytest.fixture
async def store(kept: Path) -> AsyncIterator[Store]:
    """A store over that file, which is opened when it is first used."""
    from bot.community.store.address import Address
    from bot.community.store.store import Store

    store = Store.at(Address(kept))
    yield store
    await store.close()
