"""The /montage commands: each hands its words to the guide and shows what comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app.desk import Desk, conversation_of, desk_of
from bot.discord_app.doors.filters import DECADES, Year, filter_of
from bot.discord_app.doors.options import (
    DirectorOption,
    FilmOption,
    KindOption,
    ListOption,
    MontageOption,
    PerformerOption,
    Question,
    SeriesOption,
    SongOption,
)
from bot.discord_app.rankings import answer_listing, ranking_called
from bot.discord_app.sending import Reply, respond
from bot.errors import UnknownChoiceError
from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter

__all__ = ["PRIVATE", "MontageCommands", "kind_of", "kinds_of"]

PRIVATE = "Show the answer to you alone"


class MontageCommands(app_commands.Group):
    """/montage ask, song, film, list, show, random, about, settings."""

    def __init__(self, settings_panel: Callable[[Desk, discord.Interaction[Any]], Reply]) -> None:
        self._settings_panel = settings_panel
        super().__init__(name="montage", description="Everything about film montages: songs, films, ranks, lists")

    @app_commands.command()
    @app_commands.describe(question="In your own words: who sings the song in Rocky IV?", private=PRIVATE)
    async def ask(self, interaction: discord.Interaction[Any], question: Question, private: bool | None = None) -> None:
        """Ask anything about film montages, in your own words."""
        desk = desk_of(interaction)
        answer = desk.guide_at(interaction.guild_id).ask(question, conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(film="The film; start typing", private=PRIVATE)
    async def song(self, interaction: discord.Interaction[Any], film: FilmOption, private: bool | None = None) -> None:
        """Which song plays in a film's montage?"""
        desk = desk_of(interaction)
        answer = desk.guide_at(interaction.guild_id).song_of_film(film, conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(song="The song; start typing", private=PRIVATE)
    async def film(self, interaction: discord.Interaction[Any], song: SongOption, private: bool | None = None) -> None:
        """Which film's montage has a song?"""
        desk = desk_of(interaction)
        answer = desk.guide_at(interaction.guild_id).film_of_song(song, conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command(name="list")
    @app_commands.rename(which="list")
    @app_commands.choices(decade=DECADES)
    @app_commands.describe(
        which="Which list; without it the main one, or with other options everything I know",
        kind="What happens in the montage, or whether it opens or ends the film; start typing",
        decade="When the film came out",
        year="The year the film came out",
        performer="Who performs, sings or composed the music; start typing",
        director="Who directed the film; start typing",
        series="The series of films; start typing",
        strict="Only montages in the strict sense, no famous scenes with music",
        private=PRIVATE,
    )
    async def ranked_list(
        self,
        interaction: discord.Interaction[Any],
        which: ListOption = "",
        kind: KindOption = "",
        decade: int = 0,
        year: Year = 0,
        performer: PerformerOption = "",
        director: DirectorOption = "",
        series: SeriesOption = "",
        strict: bool = False,
        private: bool | None = None,
    ) -> None:
        """A ranked list of montages, or all of a kind, a time, a person or a series, page by page."""
        desk = desk_of(interaction)
        chosen = filter_of(
            kind=kind_of(desk.guide, kind),
            decade=decade,
            year=year,
            performer=performer,
            director=director,
            series=series,
            strict=strict,
        )
        if not which and chosen.is_empty:
            which = _default_list(desk, interaction)
        ranking = ranking_called(which)
        if ranking is not None:
            answer = await answer_listing(desk, interaction, desk.guide.key_within(ranking, chosen))
        else:
            answer = _list_of(desk.guide_at(interaction.guild_id), which, chosen, conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(montage="The montage; start typing its film", private=PRIVATE)
    async def show(
        self, interaction: discord.Interaction[Any], montage: MontageOption, private: bool | None = None
    ) -> None:
        """The card of one montage."""
        desk = desk_of(interaction)
        answer = desk.guide_at(interaction.guild_id).show(montage, conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(private=PRIVATE)
    async def random(self, interaction: discord.Interaction[Any], private: bool | None = None) -> None:
        """Any montage: be surprised."""
        desk = desk_of(interaction)
        answer = desk.guide.random(conversation_of(interaction))
        await desk.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(private=PRIVATE)
    async def about(self, interaction: discord.Interaction[Any], private: bool | None = None) -> None:
        """What I am and what you can ask."""
        desk = desk_of(interaction)
        await desk.send(interaction, desk.guide.about(), private=private)

    @app_commands.command()
    async def settings(self, interaction: discord.Interaction[Any]) -> None:
        """How I behave on this server; for who may manage it."""
        await respond(interaction, self._settings_panel(desk_of(interaction), interaction), private=True)


def _default_list(desk: Desk, interaction: discord.Interaction[Any]) -> str:
    """The list that the server shows when none is named; the catalogue's own for none, or one that is gone."""
    key = desk.store.settings.of(interaction.guild_id).default_list
    return key if ranking_called(key) or desk.guide.is_list(key) else ""


def _list_of(guide: Guide, which: str, chosen: Filter, conversation: str) -> Answer:
    """What fits the filter of the list, or else of the whole catalogue."""
    return guide.list_named(which, chosen, conversation) if which else guide.where(chosen, conversation)


def kind_of(guide: Guide, typed: str) -> Kind | None:
    """The kind that was picked or typed; UnknownChoiceError where there is none such."""
    kind = guide.kind_meant(typed) if typed.strip() else None
    if kind is None and typed.strip():
        raise UnknownChoiceError("I know no such kind of montage: type a few letters, and pick one that is suggested.")
    return kind


def kinds_of(guide: Guide, typed: str) -> tuple[Kind, ...]:
    """The same of several with commas between, each once."""
    kinds = (kind_of(guide, each) for each in typed.split(","))
    return tuple(dict.fromkeys(each for each in kinds if each is not None))
