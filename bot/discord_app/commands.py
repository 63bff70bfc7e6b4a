"""The /montage commands: each hands its words to the guide and shows what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app.items import conversation_of
from bot.discord_app.options import FilmOption, ListOption, MontageOption, Question, SongOption

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
    @app_commands.describe(which="Which list; leave it out for the main one", private=PRIVATE)
    async def ranked_list(self, interaction: Interaction, which: ListOption = "", private: bool = False) -> None:
        """A ranked list of montages, page by page."""
        answer = interaction.client.guide.listing(which, conversation_of(interaction))
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
