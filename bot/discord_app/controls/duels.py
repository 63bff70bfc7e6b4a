"""Duels: two cards with a button each, a button that closes, and the result that takes their place."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from random import Random
from typing import Any

import discord

from bot.answers.answer import Card
from bot.community.duels import Choice, Duel, Settled, Side, closing_time, drawn
from bot.discord_app import limits
from bot.discord_app.controls.item import ID, AnsweringItem
from bot.discord_app.desk import Desk, place_of
from bot.discord_app.limits import clip
from bot.discord_app.looks.duels import Names, duel_embeds, duel_words, result_embed
from bot.discord_app.markup import plain
from bot.discord_app.sending import Reply, edit, respond, tell
from bot.errors import MontageBotError, StoreError, UnknownChoiceError

__all__ = ["CloseDuelButton", "DuelButton", "begin_duel", "result_of"]

_log = logging.getLogger(__name__)

NO_SERVER = "A duel belongs to a server, and this is none: start it where others can vote."
NOT_HERE = "Here only you would see it: start the duel in a channel where all may see my answers."
TOO_MANY = "There are enough duels on this server just now: wait until one is closed, or close one."
ALIKE = "A duel needs two different montages."
NOT_YOURS = "Only whoever started this duel can close it before its time."
CLOSED = "That duel is closed, so your click does not count."
CLOSED_BEFORE = "That duel was closed already."
FORGOTTEN = "That duel is closed, and long ago: start another with /montage duel."


class DuelButton(AnsweringItem[discord.ui.Button[Any]], template=rf"montage:duel:v1:(?P<duel>{ID}):(?P<side>[12])"):
    """A vote for one of the two, which the other button changes; of a duel that is over it shows how it ended."""

    def __init__(self, duel: int, side: Side, name: str) -> None:
        self.duel, self.side = duel, side
        super().__init__(
            discord.ui.Button(
                label=clip(name, limits.BUTTON_LABEL),
                style=discord.ButtonStyle.primary,
                custom_id=f"montage:duel:v1:{duel}:{side.value}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> DuelButton:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(int(match["duel"]), Side(int(match["side"])), label or match["side"])

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        server, clicked_at = _server_of(interaction), interaction.created_at
        choice = await desk.store.duels.choose(server, self.duel, interaction.user.id, self.side, clicked_at)
        if choice.counts:
            await respond(interaction, Reply(_said(self.item.label or "", choice)), private=True)
            return
        settled = await desk.store.duels.close(server, self.duel, clicked_at)
        if settled is None:
            raise UnknownChoiceError(FORGOTTEN)
        await _show_end(desk, interaction, settled)
        await tell(interaction, CLOSED)


class CloseDuelButton(AnsweringItem[discord.ui.Button[Any]], template=rf"montage:duel-close:v1:(?P<duel>{ID})"):
    """Closes a duel for whoever started it; for anyone else only once its time is over."""

    def __init__(self, duel: int) -> None:
        self.duel = duel
        super().__init__(discord.ui.Button(label="Close", custom_id=f"montage:duel-close:v1:{duel}"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> CloseDuelButton:
        return cls(int(match["duel"]))

    async def answer(self, desk: Desk, interaction: discord.Interaction[Any]) -> None:
        server, user = _server_of(interaction), interaction.user.id
        settled = await desk.store.duels.close(server, self.duel, interaction.created_at, user)
        if settled is None:
            raise MontageBotError(NOT_YOURS)
        await _show_end(desk, interaction, settled)
        if not settled.just_now:
            await tell(interaction, CLOSED_BEFORE)


async def begin_duel(
    desk: Desk, interaction: discord.Interaction[Any], named: tuple[str, str], minutes: int, chance: Random
) -> None:
    """Starts a duel of two montages, given by id, or of one or two by chance where none is named."""
    server = _server_of(interaction)
    if not desk.store.settings.of(server).is_public_in(place_of(interaction.channel)):
        raise MontageBotError(NOT_HERE)
    first, second = _pair(desk, named, chance)
    closes_at = closing_time(interaction.created_at, minutes)
    duel = Duel(interaction.id, server, first, second, interaction.user.id, closes_at)
    if not await desk.store.duels.open(duel):
        raise MontageBotError(TOO_MANY)
    await respond(interaction, _going_on(desk, duel), private=False)
    await _place(desk, interaction, duel)


def result_of(desk: Desk, settled: Settled) -> Reply:
    """What takes the place of a duel: how it ended, and buttons that say that it did."""
    duel, view = settled.duel, discord.ui.View(timeout=None)
    names = _names(desk, duel)
    for side, votes in ((Side.FIRST, duel.score.first), (Side.SECOND, duel.score.second)):
        button = DuelButton(duel.id, side, f"{clip(names.of_side(side), limits.BUTTON_LABEL - 10)} · {votes}")
        button.item.disabled, button.item.style = True, discord.ButtonStyle.secondary
        view.add_item(button)
    closed = CloseDuelButton(duel.id)
    closed.item.disabled, closed.item.label = True, "Closed"
    view.add_item(closed)
    return Reply("", [result_embed(settled, names, desk.guide.critics())], view)


async def _show_end(desk: Desk, interaction: discord.Interaction[Any], settled: Settled) -> None:
    await edit(interaction, result_of(desk, settled))
    with suppress(StoreError):  # then it is shown once more, which changes nothing
        await desk.store.duels.told(settled.duel.id)


async def _place(desk: Desk, interaction: discord.Interaction[Any], duel: Duel) -> None:
    """Keeps where the message stands, so that it can tell the end by itself; else the next click has it told."""
    try:
        message = await interaction.original_response()
        await desk.store.duels.place(duel.id, message.channel.id, message.id)
    except (discord.DiscordException, StoreError, OSError, TimeoutError) as lost:
        _log.info("Where duel %d stands is not kept: %s: %s", duel.id, type(lost).__name__, lost)


def _pair(desk: Desk, named: tuple[str, str], chance: Random) -> tuple[str, str]:
    """The montages that were named; those that critics rank fill up."""
    first, second = named
    if first and second:
        if first == second:
            raise MontageBotError(ALIKE)
        return first, second
    return drawn([*desk.guide.critics()], chance, first or second)


def _going_on(desk: Desk, duel: Duel) -> Reply:
    first, second = _card(desk, duel.first), _card(desk, duel.second)
    names, view = Names.of(first, second), discord.ui.View(timeout=None)
    for side in Side:
        view.add_item(DuelButton(duel.id, side, names.of_side(side)))
    view.add_item(CloseDuelButton(duel.id))
    return Reply(duel_words(duel), duel_embeds(first, second), view)


def _names(desk: Desk, duel: Duel) -> Names:
    """The names; the ids of what has left the catalogue since."""
    if all(desk.guide.catalogue.montage(each) for each in (duel.first, duel.second)):
        return Names.of(_card(desk, duel.first), _card(desk, duel.second))
    return Names(duel.first, duel.second)


def _card(desk: Desk, montage: str) -> Card:
    (card,) = desk.guide.show(montage).cards
    return card


def _said(name: str, choice: Choice) -> str:
    voters = "1 person has voted" if choice.voters == 1 else f"{choice.voters} people have voted"
    now = "You are now" if choice.changed else "You are"
    return f"{now} for {plain(name)}; {voters}. Until the duel closes, the other button changes your mind."


def _server_of(interaction: discord.Interaction[Any]) -> int:
    if interaction.guild_id is None:
        raise MontageBotError(NO_SERVER)
    return interaction.guild_id
