"""A simulated server with two people on it, and a check of every message the bot sends there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any

import discord
import pytest
import simcord
from msgspec.structs import replace

from bot.answers.guide import Guide
from bot.community.store.store import Store
from bot.discord_app import announcing, closing, limits
from bot.discord_app.client import MontageBot
from bot.discord_app.sending import Reply
from tests.discord_app.accepted import check_message, check_request


class StagedBot(MontageBot):
    """The bot with pauses that end when the test lets that time pass, and never by the clock on the wall."""

    def __init__(self, guide: Guide, store: Store) -> None:
        super().__init__(guide, store, shard_count=1, sleep=self._pause)

    async def _pause(self, seconds: float) -> None:
        """Any other wait, simcord lets the wall clock end: whoever acts shortly before is held up until then."""
        with suppress(TimeoutError):
            await self.wait_for("what never happens", timeout=seconds)


@dataclass(frozen=True)
class Stage:
    """Where a conversation takes place; `asker` and `other` are members, `bot` is the one that started it all."""

    env: simcord.Env
    bot: MontageBot
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    asker: simcord.MemberActor
    other: simcord.MemberActor

    @property
    def guide(self) -> Guide:
        return self.bot.desk.guide

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return f"<@{self.bot.user.id}>"

    @property
    def last(self) -> discord.Message:
        """The newest message of the channel that everybody sees."""
        message = self.channel.last_message
        assert message is not None
        return message

    async def restart(self) -> None:
        """The bot as a new process finds it: nothing remembered but what Discord keeps."""
        await self.env.restart_bot(StagedBot(self.guide, self.bot.desk.store))


Shown = simcord.ResponseMessage | discord.Message


class Reader:
    """What a person reads off a message of the bot: its words, its buttons, its menus."""

    def answer(self, result: simcord.InteractionResult) -> simcord.ResponseMessage:
        """The message that answered, which has to be there."""
        assert result.response is not None, result
        return result.response

    def words(self, message: Shown) -> str:
        parts = [message.content]
        for embed in message.embeds:
            parts += [embed.title or "", embed.description or "", embed.footer.text or ""]
            parts += [f"{field.name}: {field.value}" for field in embed.fields]
        return "\n".join(parts)

    def title(self, message: Shown) -> str | None:
        return message.embeds[0].title if message.embeds else None

    def labels(self, message: Shown) -> list[str]:
        """What is written on the buttons."""
        return [
            each["label"] for each in self._components(message) if each["type"] == discord.ComponentType.button.value
        ]

    def menu(self, message: Shown, name: str) -> list[dict[str, Any]]:
        """The options of the menu of that name; empty when the message has none."""
        return self._options(message, f"montage:show:v1:{name}")

    def lists(self, message: Shown) -> list[dict[str, Any]]:
        """The options of the menu of lists; empty when the message has none."""
        return self._options(message, "montage:lists:v1")

    def _options(self, message: Shown, custom_id: str) -> list[dict[str, Any]]:
        menus = [each for each in self._components(message) if each.get("custom_id") == custom_id]
        return menus[0]["options"] if menus else []

    def _components(self, message: Shown) -> list[dict[str, Any]]:
        rows = message.components
        shown: list[dict[str, Any]] = [row if isinstance(row, dict) else {**row.to_dict()} for row in rows]
        return [component for row in shown for component in row["components"]]


@pytest.fixture
def simcord_bot(guide: Guide, store: Store) -> MontageBot:
    return StagedBot(guide, store)


@pytest.fixture(autouse=True)
def _nothing_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hours pass and nobody wants announcements, no look for those that are due takes up the time of the test."""
    monkeypatch.setattr(announcing, "FIRST", 90 * 86_400.0)


@pytest.fixture
def no_duels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hours pass and nobody duels, no look for duels that are over takes up the time of the test."""
    monkeypatch.setattr(closing, "FIRST", 90 * 86_400.0)


@pytest.fixture
def read() -> Reader:
    return Reader()


@pytest.fixture
def accepted() -> Callable[[Reply], None]:
    """Fails when Discord would refuse the reply."""

    def check(reply: Reply) -> None:
        embeds = [embed.to_dict() for embed in reply.embeds]
        check_message({"embeds": embeds, "components": reply.view.to_components()})
        assert len(reply.content) <= limits.CONTENT
        assert reply.content or reply.embeds

    return check


@pytest.fixture
async def stage(simcord_env: simcord.Env, simcord_bot: MontageBot) -> AsyncIterator[Stage]:
    await simcord_bot.tree.sync()
    guild = simcord_env.create_guild("Movie Night")
    channel = guild.create_text_channel("montages")
    asker = guild.add_member(simcord_env.create_user("maya"))
    other = guild.add_member(simcord_env.create_user("theo"))
    yield Stage(simcord_env, simcord_bot, guild, channel, asker, other)
    for request in simcord_env.http_requests:
        check_request(request.method, request.path, request.json)


@dataclass(frozen=True)
class Review:
    """The moderators' channel, and two of them."""

    stage: Stage
    channel: simcord.ChannelHandle
    moderator: simcord.MemberActor
    other: simcord.MemberActor

    @property
    def last(self) -> discord.Message:
        message = self.channel.last_message
        assert message is not None
        return message


@pytest.fixture
async def review(stage: Stage) -> Review:
    channel = stage.guild.create_text_channel("moderators")
    may = discord.Permissions(manage_messages=True, view_channel=True, send_messages=True)
    role = stage.guild.create_role("moderator", permissions=may)
    moderators = [stage.guild.add_member(stage.env.create_user(name), roles=[role]) for name in ("ines", "paul")]
    settings = stage.bot.desk.store.settings
    await settings.change(stage.guild.id, lambda before: replace(before, suggestions=channel.id))
    return Review(stage, channel, *moderators)


@pytest.fixture
async def no_database(stage: Stage, kept: Path) -> None:
    """Where the folder of the database was there is a file, so that none can be opened any more."""
    await stage.bot.desk.store.close()
    rmtree(kept.parent)
    kept.parent.touch()
