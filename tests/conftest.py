"""What many tests start from: the real data, a guide over it, and a bot for the simulated Discord."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

if TYPE_CHECKING:
    from bot.answers.guide import Guide
    from bot.discord_app.client import MontageBot


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


@pytest.fixture
def simcord_bot(guide: Guide) -> MontageBot:
    from bot.discord_app.client import MontageBot  # for the same reason

    return MontageBot(guide, shard_count=1)
