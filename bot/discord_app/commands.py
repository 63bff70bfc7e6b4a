"""The /montage commands: each hands its words to the guide and shows what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.answers.answer import Answer
from bot.answers.guide import Guide
from bot.discord_app.filters import DECADES, KINDS, Year, filter_of
from bot.discord_app.items import conversation_of
from bot.discord_app.options import (
    DirectorOption,
    FilmOption,
    ListOption,
    MontageOption,
    PerformerOption,
    Question,
    SeriesOption,
    SongOption,
)
from bot.errors import MontageBotError
from bot.knowledge.selection import Filter

if TYPE_CHECKING:
    from bot.discord_app.client import MontageBot

    Interaction = discord.Interaction[MontageBot]
else:
    Interaction = discord.Interaction  # discord.py reads the annotations when the class is made

__all__ = ["MontageCommands"]

PRIVATE = "Show the answer to you alone"


class MontageCommands(app_commands.Group):
    """/montage ask, song, film, list, show, random, about."""

    def __init__(self) -> None:
        super().__init__(name="montage", description="Everything about film montages: songs, films, ranks, lists")

    @app_commands.command()
    @app_commands.describe(question="In your own words: who sings the song in Rocky IV?", private=PRIVATE)
    async def ask(self, interaction: Interaction, question: Question, private: bool = False) -> None:
        """Ask anything about film montages, in your own words."""
        answer = interaction.client.guide.ask(question, conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(film="The film; start typing", private=PRIVATE)
    async def song(self, interaction: Interaction, film: FilmOption, private: bool = False) -> None:
        """Which song plays in a film's montage?"""
        answer = interaction.client.guide.song_of_film(film, conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(song="The song; start typing", private=PRIVATE)
    async def film(self, interaction: Interaction, song: SongOption, private: bool = False) -> None:
        """Which film's montage has a song?"""
        answer = interaction.client.guide.film_of_song(song, conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command(name="list")
    @app_commands.rename(which="list")
    @app_commands.choices(kind=KINDS)
    @app_commands.choices(decade=DECADES)
    @app_commands.describe(
        which="Which list; leave it out for the main one",
        kind="What happens in the montage",
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
        interaction: Interaction,
        which: ListOption = "",
        kind: str = "",
        decade: int = 0,
        year: Year = 0,
        performer: PerformerOption = "",
        director: DirectorOption = "",
        series: SeriesOption = "",
        strict: bool = False,
        private: bool = False,
    ) -> None:
        """A ranked list of montages, or all of a kind, a time, a person or a series, page by page."""
        chosen = filter_of(
            kind=kind,
            decade=decade,
            year=year,
            performer=performer,
            director=director,
            series=series,
            strict=strict,
        )
        answer = _list_of(interaction.client.guide, which, chosen, conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(montage="The montage; start typing its film", private=PRIVATE)
    async def show(self, interaction: Interaction, montage: MontageOption, private: bool = False) -> None:
        """The card of one montage."""
        answer = interaction.client.guide.show(montage, conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(private=PRIVATE)
    async def random(self, interaction: Interaction, private: bool = False) -> None:
        """Any montage: be surprised."""
        answer = interaction.client.guide.random(conversation_of(interaction))
        await interaction.client.send(interaction, answer, private=private)

    @app_commands.command()
    @app_commands.describe(private=PRIVATE)
    async def about(self, interaction: Interaction, private: bool = False) -> None:
        """What I am and what you can ask."""
        await interaction.client.send(interaction, interaction.client.guide.about(), private=private)


def _list_of(guide: Guide, which: str, chosen: Filter, conversation: str) -> Answer:
    """A published list, or whatever of the catalogue fits the filter."""
    if chosen.is_empty:
        return guide.listing(which, conversation)
    if which:
        raise MontageBotError("A filter goes through every montage I know: leave out `list`, or leave out the others.")
    return guide.where(chosen, conversation)
