"""What many tests start from: the real data, a guide over it, and a bot for the simulated Discord."""

from __future__ import annotations

import pytest

from bot.answers.guide import Guide
from bot.config import Settings
from bot.discord_app.client import MontageBot, create_bot
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(default_directory())


@pytest.fixture
def guide(catalogue: Catalogue) -> Guide:
    return Guide(catalogue)


@pytest.fixture
def simcord_bot(catalogue: Catalogue) -> MontageBot:
    return create_bot(Settings(shard_count=1), catalogue)
