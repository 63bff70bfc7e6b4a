"""The panel with a server's settings: each change is saved, said, and shown in the place of what was."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import discord
from msgspec.structs import replace

from bot.community.settings import MOST_CHANNELS, ServerSettings
from bot.discord_app import limits
from bot.discord_app.controls.buttons import ActionButton
from bot.discord_app.controls.item import AnsweringItem
from bot.discord_app.desk import Desk
from bot.discord_app.limits import clip
from bot.discord_app.looks.settings import settings_embed
from bot.discord_app.rankings import TITLES, Ranking, ranking_of
from bot.discord_app.sending import Reply, edit
from bot.errors import MontageBotError

__all__ = ["ChannelsMenu", "DefaultListMenu", "SettingButton", "SuggestionsMenu", "settings_panel"]

NO_SERVER = "Settings belong to a server, and this is none."
NOT_ALLOWED = "Only who may manage this server can change its settings."
GONE = "That list is not in the catalogue any more."
OWN = "-"  # the catalogue's own default list
OWN_TITLE = "The main list"
NOT_TO_WRITE = (
    "I may not write in <#{channel}>: let me view it, send messages and embed links there, then pick it again."
)
WRITTEN = [discord.ChannelType.text, discord.ChannelType.news]
WHERE = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.voice, discord.ChannelType.forum]

Change = Callable[[ServerSettings], ServerSettings]


class Setting(StrEnum):
    """What a button changes; part of its custom id, so the names stay."""

    PRIVATE = "private"
    PUBLIC = "public"
    MENTIONS = "mentions"
    NO_MENTIONS = "no-mentions"
    RESET = "reset"


LABELS = {
    Setting.PRIVATE: "Answer privately",
    Setting.PUBLIC: "Answer for all to see",
    Setting.MENTIONS: "Answer mentions",
    Setting.NO_MENTIONS: "Ignore mentions",
    Setting.RESET: "Reset all",
}
CHANGES: dict[Setting, Change] = {
    Setting.PRIVATE: lambda before: replace(before, private=True),
    Setting.PUBLIC: lambda before: replace(before, private=False),
    Setting.MENTIONS: lambda before: replace(before, mentions=True),
    Setting.NO_MENTIONS: lambda before: replace(before, mentions=False),
    Setting.RESET: lambda _: ServerSettings(),
}


class SettingButton(ActionButton, template=rf"montage:set:v1:(?P<action>{'|'.join(Setting)})"):
    """Sets one thing to what it says, so that two who click at once want the same."""

    prefix = "montage:set:v1:"
    labels = LABELS
    danger = Setting.RESET

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        setting = Setting(self.action)
        await _change(desk, interaction, CHANGES[setting], LABELS[setting])


class DefaultListMenu(AnsweringItem[discord.ui.Select[Any]], template=r"montage:set-list:v1"):
    """Picks what /montage list shows when no list is named."""

    def __init__(self, options: Sequence[discord.SelectOption]) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id="montage:set-list:v1", placeholder="What /montage list shows", options=[*options]
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> DefaultListMenu:
        return cls(item.options if isinstance(item, discord.ui.Select) else [])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        picked = next(iter(self.item.values), OWN)
        key = "" if picked == OWN else picked
        if key and not _is_list(desk, key):
            raise MontageBotError(GONE)
        said = f"/montage list shows {_title(desk, key)}"
        await _change(desk, interaction, lambda before: replace(before, default_list=key), said)


class ChannelsMenu(AnsweringItem[discord.ui.ChannelSelect[Any]], template=r"montage:set-channels:v1"):
    """Picks the channels where all may see answers; none of them means everywhere."""

    def __init__(self, chosen: Sequence[int] = ()) -> None:
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id="montage:set-channels:v1",
                placeholder="Where all may see answers: every channel",
                channel_types=WHERE,
                min_values=0,
                max_values=MOST_CHANNELS,
                default_values=[_default(each) for each in chosen],
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> ChannelsMenu:
        return cls()

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        channels = tuple(each.id for each in self.item.values)
        said = "All may see answers in the channels above" if channels else "All may see answers in every channel"
        await _change(desk, interaction, lambda before: replace(before, channels=channels), said)


class SuggestionsMenu(AnsweringItem[discord.ui.ChannelSelect[Any]], template=r"montage:set-suggestions:v1"):
    """Picks the channel where moderators see what members suggest; none of them means that nobody can."""

    def __init__(self, chosen: Sequence[int] = ()) -> None:
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id="montage:set-suggestions:v1",
                placeholder="Where moderators see suggestions and reports: nowhere",
                channel_types=WRITTEN,
                min_values=0,
                max_values=1,
                default_values=[_default(each) for each in chosen],
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> SuggestionsMenu:
        return cls()

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        channel = next((each.id for each in self.item.values), None)
        there = interaction.guild.get_channel(channel) if interaction.guild and channel else None
        if there is not None and not _may_write_in(there):
            raise MontageBotError(NOT_TO_WRITE.format(channel=there.id))
        said = "Suggestions and reports go to the channel above" if channel else "Nothing can be suggested or reported"
        await _change(desk, interaction, lambda before: replace(before, suggestions=channel), said)


def settings_panel(desk: Desk, interaction: discord.Interaction[Any], saved: str = "") -> Reply:
    """The panel as it is now. Raises MontageBotError where there is no server, or for who may not manage it."""
    settings = desk.store.settings.of(_server_managed(interaction))
    there = [each for each in settings.channels if _is_there(interaction, each)]
    view = discord.ui.View(timeout=None)
    view.add_item(DefaultListMenu(_lists(desk, settings.default_list)))
    view.add_item(ChannelsMenu(there))
    suggestions = [each for each in (settings.suggestions,) if each and _is_there(interaction, each)]
    view.add_item(SuggestionsMenu(suggestions))
    for setting in (
        Setting.PUBLIC if settings.private else Setting.PRIVATE,
        Setting.NO_MENTIONS if settings.mentions else Setting.MENTIONS,
        Setting.RESET,
    ):
        view.add_item(SettingButton(setting))
    return Reply(
        "", [settings_embed(settings, _title(desk, settings.default_list), [*there, *suggestions], saved)], view
    )


async def _change(desk: Desk, interaction: discord.Interaction[Any], change: Change, said: str) -> None:
    """Raises StoreError when it could not be saved: then the panel stays as it was."""
    await desk.store.settings.change(_server_managed(interaction), change)
    await edit(interaction, settings_panel(desk, interaction, f"Saved: {said}."))


def _server_managed(interaction: discord.Interaction[Any]) -> int:
    if interaction.guild_id is None:
        raise MontageBotError(NO_SERVER)
    if not interaction.permissions.manage_guild:
        raise MontageBotError(NOT_ALLOWED)
    return interaction.guild_id


def _is_there(interaction: discord.Interaction[Any], channel: int) -> bool:
    return interaction.guild is not None and interaction.guild.get_channel(channel) is not None


def _may_write_in(channel: discord.abc.GuildChannel) -> bool:
    ours = channel.permissions_for(channel.guild.me)
    return ours.view_channel and ours.send_messages and ours.embed_links


def _lists(desk: Desk, chosen: str) -> list[discord.SelectOption]:
    """The main lists to pick from, the chosen one among them."""
    keys = [OWN, *Ranking, *(each.value for each in desk.guide.suggest_lists(""))]
    shown = dict.fromkeys([chosen or OWN, *keys])
    return [
        discord.SelectOption(
            label=clip(_title(desk, "" if key == OWN else key), limits.MENU_TEXT),
            value=key,
            default=key == (chosen or OWN),
        )
        for key in list(shown)[: limits.MENU_OPTIONS]
    ]


def _is_list(desk: Desk, key: str) -> bool:
    return ranking_of(key) is not None or desk.guide.is_list(key)


def _title(desk: Desk, key: str) -> str:
    if not key:
        return OWN_TITLE
    ranking = ranking_of(key)
    if ranking is not None:
        return TITLES[ranking]
    listing = desk.guide.listing(key).listing
    return listing.title if listing is not None else OWN_TITLE


def _default(channel: int) -> discord.SelectDefaultValue:
    return discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel)
