"""The bot itself: a Discord client that answers from a Guide."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from copy import copy
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.answers.guide import Guide
from bot.community.store.store import Store
from bot.config import Settings
from bot.discord_app.announcing import Announcing
from bot.discord_app.asked import Way
from bot.discord_app.closing import Closing
from bot.discord_app.controls import form
from bot.discord_app.controls.another import AnotherButton
from bot.discord_app.controls.daily import DAILY_ITEMS, GUESSED, play_daily
from bot.discord_app.controls.duels import CloseDuelButton, DuelButton, begin_duel
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.controls.menus import ListMenu, ShowMenu
from bot.discord_app.controls.method import MethodButton
from bot.discord_app.controls.montages import CardButton, MoreButton, SourcesButton
from bot.discord_app.controls.pages import PageButton
from bot.discord_app.controls.pictures import PictureButton, TextButton
from bot.discord_app.controls.privacy import PrivacyButton, privacy_panel
from bot.discord_app.controls.questions import MeantButton, TryButton
from bot.discord_app.controls.reporting import REPORTED, ReportButton, SettleButton
from bot.discord_app.controls.review import EDITED, FILM, ReviewButton, TakeOutButton
from bot.discord_app.controls.settings import (
    ChannelsMenu,
    DefaultListMenu,
    SettingButton,
    SuggestionsMenu,
    settings_panel,
)
from bot.discord_app.controls.shown import montage_in
from bot.discord_app.controls.suggesting import SUGGESTION, SuggestButton
from bot.discord_app.controls.unanswered import CountAnewButton, show_unanswered
from bot.discord_app.controls.votes import VoteButton
from bot.discord_app.controls.workout import AnotherListButton, make_set_list
from bot.discord_app.desk import Desk
from bot.discord_app.doors.commands import MontageCommands
from bot.discord_app.doors.daily import announce_command, daily_command
from bot.discord_app.doors.duels import duel_command
from bot.discord_app.doors.find import find_the_montage
from bot.discord_app.doors.messages import Messages
from bot.discord_app.doors.privacy import privacy_command
from bot.discord_app.doors.reload import reload
from bot.discord_app.doors.unanswered import unanswered_command
from bot.discord_app.doors.workout import workout_command
from bot.discord_app.failures import OUTDATED_CONTROL, reply_error
from bot.discord_app.frames import take_as_it_comes
from bot.discord_app.kept import keeping
from bot.discord_app.leaving import Leaving
from bot.discord_app.measures import Measures
from bot.discord_app.opening import ShardsInTurn
from bot.discord_app.patience import PatientConnector
from bot.discord_app.posters import Posters, illustrated
from bot.discord_app.quiz.answering import ANSWERED_FORM, AnswerButton, HintButton, TypeButton
from bot.discord_app.quiz.commands import quiz, scores
from bot.discord_app.quiz.host import Host
from bot.discord_app.quiz.stopping import StopButton
from bot.discord_app.recurring import Recurring, Sleep
from bot.discord_app.refreshing import Refreshing
from bot.discord_app.reloading import Reloading
from bot.discord_app.replies import render
from bot.discord_app.underway import Underway
from bot.errors import UnknownChoiceError
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.loading import default_directory, load

__all__ = ["ITEMS", "MontageBot", "create_bot", "montage_commands"]

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
    SuggestionsMenu,
    SuggestButton,
    ReviewButton,
    TakeOutButton,
    ReportButton,
    SettleButton,
    CountAnewButton,
    DuelButton,
    CloseDuelButton,
    PrivacyButton,
    AnswerButton,
    HintButton,
    TypeButton,
    StopButton,
    *DAILY_ITEMS,
    AnotherListButton,
)

#: What is submitted to these comes here: discord.py takes what it has shown since it was started, and drops the rest.
FORMS = (SUGGESTION, EDITED, FILM, REPORTED, ANSWERED_FORM, GUESSED)

#: The tree answers these.
COMMANDS = (discord.InteractionType.application_command, discord.InteractionType.autocomplete)

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
        typing = interaction.type is discord.InteractionType.autocomplete
        return await self.client.desk.admits(interaction, Way.TYPING if typing else Way.COMMAND)

    async def on_error(
        self, interaction: discord.Interaction[MontageBot], error: app_commands.AppCommandError, /
    ) -> None:
        await reply_error(interaction, error)


class MontageBot(ShardsInTurn):
    """Answers slash commands, mentions, direct messages and clicks; keeps its desk and which messages it saw."""

    def __init__(
        self,
        guide: Guide,
        store: Store,
        shard_count: int | None = None,
        posters: Posters | None = None,
        measures: Measures | None = None,
        load: Callable[[], Catalogue] | None = None,
        sleep: Sleep = asyncio.sleep,
        shard_ids: Sequence[int] = (),
    ) -> None:
        self.measures = measures or Measures()
        store.watch(self.measures.kept)
        super().__init__(
            store.identifies,
            shard_count,
            shard_ids,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            http_trace=self.measures.watching(),
        )
        take_as_it_comes(self)
        kept = keeping(render)
        shown = illustrated(kept, lambda: self.desk.guide.catalogue, posters) if posters else kept
        self.desk = Desk(guide, self.measures.counting(shown), store, Refreshing(sleep), Underway(self.measures.ended))
        others = store.reloads.call if shard_ids else None
        self.reloading = Reloading(self.desk, load or (lambda: guide.catalogue), self.measures, others)
        if shard_ids:
            store.reloads.listen(self.reloading.soon)
        self.quizzes = Host(self, self.desk, sleep)
        self.messages = Messages(self.desk, self, montage_in)
        self._closing, self._leaving = Closing(self.desk, self, sleep), Leaving(store, self, sleep)
        self._announcing = Announcing(self.desk, self, sleep)
        self._beside: tuple[Recurring, ...] = (self._closing, self._leaving, self._announcing)
        self.tree = MontageTree(self)
        self.tree.add_command(montage_commands())
        self.tree.add_command(app_commands.ContextMenu(name="Find the montage", callback=find_the_montage))
        self.tree.add_command(reload)

    async def login(self, token: str) -> None:
        self.http.connector = PatientConnector(limit=0)
        await super().login(token)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*ITEMS)

    async def on_ready(self) -> None:
        _log.info("Ready as %s on %d servers, with shards %s", self.user, len(self.guilds), [*self.shards])
        for each in self._beside:
            each.begin()
        await self.quizzes.resume()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._leaving.joined(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._leaving.left(guild.id)

    async def close(self) -> None:
        for each in self._beside:
            each.end()
        self.quizzes.close()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        self.desk.underway.begin(Way.MESSAGE)
        await self.messages.answer(message)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """What discord.py calls for each event: of commands it would begin a task that finds nothing to do."""
        if event != "interaction" or args[0].type not in COMMANDS:
            super().dispatch(event, *args, **kwargs)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Every component of ours is one of ITEMS, which discord.py serves; what is none of them is from older days."""
        if interaction.type is discord.InteractionType.modal_submit and not await form.submitted_to(FORMS, interaction):
            await reply_error(interaction, UnknownChoiceError(OUTDATED_CONTROL))
        is_ours = interaction.type is not discord.InteractionType.component or _is_served(interaction)
        if not is_ours and await self.desk.admits(interaction, Way.CLICK):
            await reply_error(interaction, UnknownChoiceError(OUTDATED_CONTROL))


def create_bot(settings: Settings, catalogue: Catalogue, store: Store, sleep: Sleep = asyncio.sleep) -> MontageBot:
    """A bot that is ready to log in; it reads nothing but its arguments, and the data when it is told to read it anew.

    Who made the store closes it.
    """
    posters = Posters(settings.tmdb_key) if settings.tmdb_key else None
    again = partial(load, settings.data or default_directory())
    measures = _measures(settings)
    return MontageBot(
        Guide(catalogue), store, settings.shard_count, posters, measures, again, sleep, shard_ids=settings.shard_ids
    )


def _measures(settings: Settings) -> Measures | None:
    if settings.metrics_port is None:
        return None
    from bot.discord_app.prometheus import PrometheusMeasures  # where nobody looks, no library of theirs is loaded

    return PrometheusMeasures()


def montage_commands() -> MontageCommands:
    """All commands below /montage, those of the games among them."""
    commands = MontageCommands(settings_panel)
    chance = random.Random()  # noqa: S311  picks montages, guards nothing
    commands.add_command(duel_command(begin_duel, chance))
    commands.add_command(privacy_command(privacy_panel))
    commands.add_command(unanswered_command(show_unanswered))
    commands.add_command(daily_command(play_daily))
    commands.add_command(announce_command())
    commands.add_command(workout_command(make_set_list, chance))
    for command in (quiz, scores):
        commands.add_command(copy(command))  # a command belongs to one group
    return commands


def _is_served(interaction: discord.Interaction[Any]) -> bool:
    custom_id = str((interaction.data or {}).get("custom_id", ""))
    return any(item.pattern().fullmatch(custom_id) for item in ITEMS)
