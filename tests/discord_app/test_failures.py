"""Whatever fails, the user gets one sentence, and the log gets the rest."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app.client import MontageBot
from bot.discord_app.failures import UPDATED, explain
from bot.errors import UnknownChoiceError
from tests.discord_app.conftest import StagedBot

if TYPE_CHECKING:
    import simcord

    from bot.community.store.store import Store
    from bot.knowledge.catalogue import Catalogue
    from tests.discord_app.conftest import Reader, Stage


class BrokenGuide(Guide):
    """A guide with a bug: it starts and can list, but neither show nor be asked."""

    def warm(self) -> None:
        """Nothing: warming asks."""

    def ask(self, text: str, conversation: str | None = None) -> Answer:
        raise RuntimeError(f"a bug while reading {text}")

    def show(self, montage: str, conversation: str | None = None) -> Answer:
        raise RuntimeError(f"a bug while showing {montage}")


@pytest.fixture(scope="module")
def broken_guide(catalogue: Catalogue) -> BrokenGuide:
    return BrokenGuide(catalogue)


@pytest.fixture
def simcord_bot(broken_guide: BrokenGuide, store: Store) -> MontageBot:
    return StagedBot(broken_guide, store)


def _reference(message: simcord.ResponseMessage | discord.Message) -> str:
    found = re.search(r"reference: `([0-9a-f]{8})`", message.content)
    assert found, message.content
    return found[1]


async def test_a_bug_behind_a_command_becomes_an_apology_whose_reference_is_in_the_log(
    stage: Stage, read: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    apology = read.answer(await stage.asker.slash(stage.channel, "montage ask", question="rocky"))
    assert apology.ephemeral
    assert f"Failure {_reference(apology)}" in caplog.text
    assert "a bug while reading rocky" in caplog.text
    assert "bug" not in apology.content
    assert len(stage.env.errors) == 1


async def test_a_bug_behind_a_menu_becomes_an_apology(
    stage: Stage, read: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    ranked = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    apology = read.answer(await stage.asker.select(ranked, ["rocky"]))
    assert apology.ephemeral
    assert f"Failure {_reference(apology)}" in caplog.text


async def test_a_bug_behind_a_mention_becomes_an_apology(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await stage.asker.send(stage.channel, f"{stage.mention} rocky")
    assert f"Failure {_reference(stage.last)}" in caplog.text


async def test_an_answer_discord_refuses_is_told_to_the_user_and_logged(
    stage: Stage, read: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    stage.env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035, message="Invalid Form Body")
    answer = read.answer(await stage.asker.slash(stage.channel, "montage list"))
    assert f"Failure {_reference(answer)}" in caplog.text
    assert len(stage.env.errors) == 1


def test_a_known_mistake_is_said_in_its_own_words() -> None:
    assert explain(UnknownChoiceError("That montage is gone.")) == "That montage is gone."


async def test_a_command_from_before_an_update_asks_for_patience(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    (command,) = [each for each in stage.bot.tree.get_commands() if isinstance(each, app_commands.ContextMenu)]
    with caplog.at_level(logging.ERROR):
        assert explain(app_commands.CommandSignatureMismatch(command)) == UPDATED  # type: ignore[arg-type]  # its name is all it reads
        assert explain(app_commands.CommandNotFound("montage", [])) == UPDATED
    assert caplog.text == ""
