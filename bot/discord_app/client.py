"""The bot itself: a Discord client that answers from a Guide."""

from __future__ import annotations

import logging
import random
from typing import Any

import discord
from discord import app_commands

from bot.answers.guide import Guide
from bot.community.store.store import Store
from bot.config import Settings
from bot.discord_app.announcing import Announcing
from bot.discord_app.controls import form
from bot.discord_app.controls.another import AnotherButton
from bot.discord_app.controls.daily import DAILY_ITEMS, GUESSED, play_daily
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.controls.menus import ListMenu, ShowMenu
from bot.discord_app.controls.method import MethodButton
from bot.discord_app.controls.montages import CardButton, MoreButton, SourcesButton
from bot.discord_app.controls.pages import PageButton
from bot.discord_app.controls.pictures import PictureButton, TextButton
from bot.discord_app.controls.questions import MeantButton, TryButton
from bot.discord_app.controls.settings import ChannelsMenu, DefaultListMenu, SettingButton, settings_panel
from bot.discord_app.controls.shown import montage_in
from bot.discord_app.controls.votes import VoteButton
from bot.discord_app.controls.workout import AnotherListButton, make_set_list
from bot.discord_app.desk import Desk
from bot.discord_app.doors.commands import MontageCommands
from bot.discord_app.doors.daily import announce_command, daily_command
from bot.discord_app.doors.find import find_the_montage
from bot.discord_app.doors.messages import Messages
from bot.discord_app.doors.workout import workout_command
from bot.discord_app.failures import OUTDATED_CONTROL, reply_error
from bot.discord_app.kept import keeping
from bot.discord_app.patience import request_trace
from bot.discord_app.posters import Posters, illustrated
from bot.discord_app.replies import render
from bot.errors import UnknownChoiceError
from bot.knowledge.catalogue import Catalogue

__all__ = ["ITEMS", "MontageBot", "create_bot"]

_log = logging.getLogger(__name__)

ITEMS: tuple[type[AnsweringItem[Any]], ...] = (
    CardButton,
    MoreButton,
    SourcesButton,
    VoteButton,
    ShowMenu,
    ListMenu,
    PageButton,
    MethodButton,
    MeantButton,
    TryButton,
    AnotherButton,
    PictureButton,
    TextButton,
    SettingButton,
    DefaultListMenu,
    ChannelsMenu,
    *DAILY_ITEMS,
    AnotherListButton,
)

#: What is submitted to these comes here: discord.py takes what it has shown since it was started, and drops the rest.
FORMS = (GUESSED,)

#: Messages that mention the bot and direct messages carry their text without the message-content intent.
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class MontageTree(app_commands.CommandTree["MontageBot"]):
    """The commands, usable on servers, in direct messages and, installed for oneself, anywhere."""

    def __init__(self, client: MontageBot) -> None:
        super().__init__(
            client,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[MontageBot], /) -> bool:
        self.client.desk.underway.begin()
        return True

    async def on_error(
        self, interaction: discord.Interaction[MontageBot], error: app_commands.AppCommandError, /
    ) -> None:
        await reply_error(interaction, error)


class MontageBot(discord.AutoShardedClient):
    """Answers slash commands, mentions, direct messages and clicks; keeps its desk and which messages it saw."""

    def __init__(
        self, guide: Guide, store: Store, shard_count: int | None = None, posters: Posters | None = None
    ) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            shard_count=shard_count,
            http_trace=request_trace(),
        )
        kept = keeping(render)
        self.desk = Desk(guide, illustrated(kept, guide.catalogue, posters) if posters else kept, store)
        self.messages = Messages(self.desk, self, montage_in)
        self._announcing = Announcing(self.desk, self)
        self.tree = MontageTree(self)
        commands = MontageCommands(settings_panel)
        commands.add_command(daily_command(play_daily))
        commands.add_command(announce_command())
        commands.add_command(workout_command(make_set_list, random.Random()))  # noqa: S311  picks songs, guards nothing
        self.tree.add_command(commands)
        self.tree.add_command(app_commands.ContextMenu(name="Find the montage", callback=find_the_montage))

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*ITEMS)

    async def on_ready(self) -> None:
        _log.info("Ready as %s on %d servers", self.user, len(self.guilds))
        self._announcing.begin()

    async def close(self) -> None:
        self._announcing.end()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        self.desk.underway.begin()
        await self.messages.answer(message)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Every component of ours is one of ITEMS, which discord.py serves; what is none of them is from older days."""
        if interaction.type is discord.InteractionType.modal_submit and not await form.submitted_to(FORMS, interaction):
            await reply_error(interaction, UnknownChoiceError(OUTDATED_CONTROL))
        if interaction.type is discord.InteractionType.component and not _is_served(interaction):
            self.desk.underway.begin()
            await reply_error(interaction, UnknownChoiceError(OUTDATED_CONTROL))


def create_bot(settings: Settings, catalogue: Catalogue, store: Store) -> MontageBot:
    """A bot that is ready to log in; it reads nothing but its arguments. Who made the store closes it."""
    posters = Posters(settings.tmdb_key) if settings.tmdb_key else None
    return MontageBot(Guide(catalogue), store, settings.shard_count, posters)


def _is_served(interaction: discord.Interaction[Any]) -> bool:
    custom_id = str((interaction.data or {}).get("custom_id", ""))
    return any(item.pattern().fullmatch(custom_id) for item in ITEMS)
