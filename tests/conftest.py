"""What many tests start from: the real data, a guide over it, and a bot for the simulated Discord."""

from __future__ import annotations

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
def guide(catalogue: Catalogue) -> Guide:
    from bot.answers.guide import Guide  # here, so that the tests of the rooms below run without the rooms above

    return Guide(catalogue)


@pytest.fixture
def simcord_bot(catalogue: Catalogue) -> MontageBot:
    from bot.config import Settings  # for the same reason
    from bot.discord_app.client import create_bot

    return create_bot(Settings(shard_count=1), catalogue)
